// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/errortext.h"

#include <QCoreApplication>

namespace expunge::ui {

namespace {

/// Translation context of the sentences for errors.
class ErrorText
{
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

/// The sentence without its detail; %1 is the file, %2 the detail where the sentence needs it
/// inside.
QString sentenceFor(base::ErrorCode code)
{
    using base::ErrorCode;
    switch (code) {
    case ErrorCode::Cancelled:
        return ErrorText::tr("The work on %1 was stopped, and nothing was written.");
    case ErrorCode::Unreadable:
        return ErrorText::tr("%1 cannot be read: check that it is there and that you may open it.");
    case ErrorCode::EmptyFile:
        return ErrorText::tr("%1 is empty: there is nothing in it to scrub.");
    case ErrorCode::Damaged:
        return ErrorText::tr("%1 is damaged or was cut off: open it in the program it came from "
                             "and save it again.");
    case ErrorCode::UnsupportedFormat:
        return ErrorText::tr("%1 is of a kind that Expunge does not handle: save it as a Word, "
                             "Excel, PowerPoint or OpenDocument file first.");
    case ErrorCode::ContentMismatch:
        return ErrorText::tr("%1 is not what its name says, its content is really this: %2. Give "
                             "it the right file name ending, and open it again.");
    case ErrorCode::PasswordNeeded:
        return ErrorText::tr("%1 is protected with a password that was not given: open it again "
                             "and type the password, or name a file that holds it with "
                             "--password-file.");
    case ErrorCode::Encrypted:
        return ErrorText::tr("%1 is protected with a password: remove the password in the program "
                             "it came from and open it again.");
    case ErrorCode::RightsManaged:
        return ErrorText::tr("%1 is protected by a rights management service: ask its owner for an "
                             "unprotected copy.");
    case ErrorCode::LegacyOffice:
        return ErrorText::tr("%1 is in the old binary Office format: open it in Office or "
                             "LibreOffice and save it in the current one (.docx, .xlsx, .pptx).");
    case ErrorCode::ConverterMissing:
        return ErrorText::tr("%1 is in an old format that has to be converted first, which needs "
                             "this on your computer: %2. Install LibreOffice and bubblewrap, or "
                             "save the file as .docx, .xlsx or .pptx in the program it came from.");
    case ErrorCode::ConversionFailed:
        return ErrorText::tr("%1 is in an old format and could not be converted, it may be damaged "
                             "or protected: save it as .docx, .xlsx or .pptx in the program it "
                             "came from.");
    case ErrorCode::DuplicateEntry:
        return ErrorText::tr("%1 holds two entries of one name, so programs disagree about what "
                             "is in it: save it again in the program it came from.");
    case ErrorCode::UnsafeEntry:
        return ErrorText::tr("%1 holds an entry whose name is not allowed, so it was not opened: "
                             "save it again in the program it came from.");
    case ErrorCode::ExpansionLimit:
        return ErrorText::tr("%1 unpacks to more than is allowed, so it was not opened: split it "
                             "into smaller files if you trust it.");
    case ErrorCode::ForbiddenMarkup:
        return ErrorText::tr("%1 holds a document type declaration, which Office never writes, so "
                             "it was not opened.");
    case ErrorCode::OutputExists:
        return ErrorText::tr("%1 is there already and was left alone: choose another name.");
    case ErrorCode::OutputUnwritable:
        return ErrorText::tr("%1 cannot be written: check that the folder is there and that you "
                             "may write to it.");
    case ErrorCode::DiskFull:
        return ErrorText::tr("There is no space left to write %1: free some and try again.");
    case ErrorCode::ResidueFound:
        return ErrorText::tr("The scrubbed copy of %1 still held text that was to be redacted, so "
                             "it was deleted, and nothing was signed or queued.");
    case ErrorCode::KeyMissing:
        return ErrorText::tr("There is no signing key for %1 yet: create one first.");
    case ErrorCode::KeyUnavailable:
        return ErrorText::tr("The signing key for %1 cannot be reached: unlock your keychain, or "
                             "bring the key file back, and try again.");
    case ErrorCode::KeyLocked:
        return ErrorText::tr("The signing key for %1 needs its passphrase, and none or a wrong one "
                             "was given.");
    case ErrorCode::KeyMismatch:
        return ErrorText::tr("The signing key for %1 is another one than was recorded, so nothing "
                             "was signed: bring back the key that belongs to this profile.");
    case ErrorCode::KeyExists:
        return ErrorText::tr("There is a signing key for %1 already, and it was left alone.");
    case ErrorCode::ManifestInvalid:
        return ErrorText::tr("The manifest for %1 is not valid, so it cannot be trusted.");
    case ErrorCode::ReviewIncomplete:
        return ErrorText::tr("The review of %1 is not complete: decide what is pending and confirm "
                             "every statement.");
    case ErrorCode::QueueRefused:
        return ErrorText::tr("The queue does not allow this for %1, and nothing was changed.");
    case ErrorCode::QueueDamaged:
        return ErrorText::tr("The queue in %1 cannot be opened; nothing in it was changed or "
                             "deleted. Restore the folder from a backup, or choose another "
                             "profile.");
    case ErrorCode::NoSuchSubmission:
        return ErrorText::tr("The queue has no submission %1.");
    case ErrorCode::SessionDamaged:
        return ErrorText::tr("The saved decisions for %1 cannot be read: this review starts anew.");
    case ErrorCode::RuleInvalid:
        return ErrorText::tr("There is a fault in the rules at %1: install the program again, or "
                             "correct the rule.");
    case ErrorCode::TermsInvalid:
        return ErrorText::tr("There is a fault in the term list at %1: correct that line.");
    case ErrorCode::DecisionsInvalid:
        return ErrorText::tr("There is a fault in the decisions file at %1: correct that place.");
    case ErrorCode::TaskInvalid:
        return ErrorText::tr("There is a fault in the task or attestations file at %1: correct "
                             "that place.");
    case ErrorCode::WrongUsage:
        return ErrorText::tr("%1 is not how this command is used: see --help.");
    case ErrorCode::Internal:
        return ErrorText::tr("Expunge made a mistake while working on %1, so it stopped, and "
                             "nothing was written.");
    }
    return {};
}

}   // namespace

QString errorSentence(const base::Error &error)
{
    const QString file = error.location.isEmpty()
                             ? ErrorText::tr("this profile", "stands for a missing file name")
                             : ErrorText::tr("“%1”").arg(error.location);
    const QString form = sentenceFor(error.code);
    const QString detail = error.detail.isEmpty() ? ErrorText::tr("something else") : error.detail;
    QString sentence =
        form.contains(QStringLiteral("%2")) ? form.arg(file, detail) : form.arg(file);
    if (!error.detail.isEmpty() && !form.contains(QStringLiteral("%2"))) {
        // The detail goes inside the sentence, before its full stop.
        const bool stop = sentence.endsWith(u'.');
        sentence =
            ErrorText::tr("%1 (%2).").arg(stop ? sentence.chopped(1) : sentence, error.detail);
    }
    if (!sentence.isEmpty()) {
        sentence[0] = sentence.at(0).toUpper();
    }
    return sentence;
}

}   // namespace expunge::ui
