// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace expunge::base {

/// Every way in which work on a file can fail; `ui/text` holds the one sentence for each.
enum class ErrorCode {
    Cancelled,           // the person, or the caller, asked to stop
    Unreadable,          // the path cannot be opened or read
    EmptyFile,           // zero bytes
    Damaged,             // is of the expected kind, but cut off or inconsistent
    UnsupportedFormat,   // a kind of file that is not offered (yet)
    ContentMismatch,   // the content is of another kind than the suffix says; detail names the kind
    Encrypted,         // needs a password
    PasswordNeeded,    // needs a password, with which it can be opened here
    RightsManaged,     // protected by a rights management service
    LegacyOffice,      // binary Word, Excel or PowerPoint 97-2003
    ConverterMissing,   // an old format, and what would convert it is not there; detail names it
    ConversionFailed,   // an old format that could not be converted
    DuplicateEntry,     // two entries of an archive answer to one name; detail names it
    UnsafeEntry,        // an entry name that leaves the package or cannot be a part name
    ExpansionLimit,     // more data, entries or nesting than the limits allow (a "zip bomb")
    ForbiddenMarkup,    // a document type declaration, which Office never writes
    OutputExists,       // a file of that name is there already
    OutputUnwritable,   // no permission, or the folder is gone
    DiskFull,           // no space left where the output goes
    ResidueFound,       // the written file still holds accepted text; it was deleted
    KeyMissing,         // no signing key was made yet
    KeyUnavailable,     // the key is known, but its keychain or file cannot be reached
    KeyLocked,          // a passphrase is needed, or the one given is wrong
    KeyMismatch,        // the stored key is another one than the recorded key id
    KeyExists,          // a key is there already
    ManifestInvalid,    // not a manifest, or its signature or invariants do not hold
    ReviewIncomplete,   // something is pending, or an attestation is missing
    QueueRefused,       // the queue's rules forbid this change; detail names the rule
    QueueDamaged,       // the queue's database cannot be opened
    NoSuchSubmission,   // no submission has that id
    SessionDamaged,     // a journal that cannot be decrypted or read
    RuleInvalid,        // a rule file with a fault; location names file and line
    TermsInvalid,       // a term list with a fault; location names file and line
    DecisionsInvalid,   // a decisions file with a fault; location names file and line
    TaskInvalid,        // a task or attestations file with a fault
    WrongUsage,         // command line arguments that make no sense
    Internal,           // a broken promise of our own
};

/// What went wrong, where, and which detail a person needs. Never holds text from inside a
/// document.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString location;   // the path as the person gave it, or "file.toml:12"
    QString detail;     // a part, entry or field name, a kind of file, a limit; may be empty

    friend bool operator==(const Error &, const Error &) = default;
};

/// Stable name of a code ("damaged", "zip-bomb" …) for JSON and logs.
QString errorName(ErrorCode code);

}   // namespace expunge::base
