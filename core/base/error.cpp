// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"

namespace expunge::base {

QString errorName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Cancelled:
        return QStringLiteral("cancelled");
    case ErrorCode::Unreadable:
        return QStringLiteral("unreadable");
    case ErrorCode::EmptyFile:
        return QStringLiteral("empty-file");
    case ErrorCode::Damaged:
        return QStringLiteral("damaged");
    case ErrorCode::UnsupportedFormat:
        return QStringLiteral("unsupported-format");
    case ErrorCode::ContentMismatch:
        return QStringLiteral("content-mismatch");
    case ErrorCode::Encrypted:
        return QStringLiteral("encrypted");
    case ErrorCode::PasswordNeeded:
        return QStringLiteral("password-needed");
    case ErrorCode::RightsManaged:
        return QStringLiteral("rights-managed");
    case ErrorCode::LegacyOffice:
        return QStringLiteral("legacy-office");
    case ErrorCode::ConverterMissing:
        return QStringLiteral("converter-missing");
    case ErrorCode::ConversionFailed:
        return QStringLiteral("conversion-failed");
    case ErrorCode::DuplicateEntry:
        return QStringLiteral("duplicate-entry");
    case ErrorCode::UnsafeEntry:
        return QStringLiteral("unsafe-entry");
    case ErrorCode::ExpansionLimit:
        return QStringLiteral("expansion-limit");
    case ErrorCode::ForbiddenMarkup:
        return QStringLiteral("forbidden-markup");
    case ErrorCode::OutputExists:
        return QStringLiteral("output-exists");
    case ErrorCode::OutputUnwritable:
        return QStringLiteral("output-unwritable");
    case ErrorCode::DiskFull:
        return QStringLiteral("disk-full");
    case ErrorCode::ResidueFound:
        return QStringLiteral("residue-found");
    case ErrorCode::KeyMissing:
        return QStringLiteral("key-missing");
    case ErrorCode::KeyUnavailable:
        return QStringLiteral("key-unavailable");
    case ErrorCode::KeyLocked:
        return QStringLiteral("key-locked");
    case ErrorCode::KeyMismatch:
        return QStringLiteral("key-mismatch");
    case ErrorCode::KeyExists:
        return QStringLiteral("key-exists");
    case ErrorCode::ManifestInvalid:
        return QStringLiteral("manifest-invalid");
    case ErrorCode::ReviewIncomplete:
        return QStringLiteral("review-incomplete");
    case ErrorCode::QueueRefused:
        return QStringLiteral("queue-refused");
    case ErrorCode::QueueDamaged:
        return QStringLiteral("queue-damaged");
    case ErrorCode::NoSuchSubmission:
        return QStringLiteral("no-such-submission");
    case ErrorCode::SessionDamaged:
        return QStringLiteral("session-damaged");
    case ErrorCode::RuleInvalid:
        return QStringLiteral("rule-invalid");
    case ErrorCode::TermsInvalid:
        return QStringLiteral("terms-invalid");
    case ErrorCode::DecisionsInvalid:
        return QStringLiteral("decisions-invalid");
    case ErrorCode::TaskInvalid:
        return QStringLiteral("task-invalid");
    case ErrorCode::WrongUsage:
        return QStringLiteral("wrong-usage");
    case ErrorCode::Internal:
        return QStringLiteral("internal");
    }
    Q_UNREACHABLE();
}

}   // namespace expunge::base
