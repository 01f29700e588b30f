// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <vector>

namespace expunge::review {

/// Keeps the 32-byte keys of session journals by name: the desktop keychain, or private files where
/// there is none.
class SessionKeys
{
public:
    SessionKeys() = default;
    SessionKeys(const SessionKeys &) = delete;
    SessionKeys &operator=(const SessionKeys &) = delete;
    virtual ~SessionKeys();

    virtual base::Result<QByteArray> create(const QString &session) = 0;
    virtual base::Result<QByteArray> read(const QString &session) = 0;
    virtual base::Result<> destroy(const QString &session) = 0;
};

/// Keys as files that only their owner can read; overwritten before they are removed.
std::unique_ptr<SessionKeys> makeFileSessionKeys(const QString &folder);

/// An encrypted append-only file of records (libsodium secretstream, XChaCha20-Poly1305). A record
/// that was cut off by a crash is dropped when the journal is opened; a record that was changed is
/// SessionDamaged.
class Journal
{
public:
    /// The detail of OutputUnwritable when another program holds the journal.
    static constexpr QLatin1StringView inUse{"in use by another program"};

    ~Journal();
    Journal(const Journal &) = delete;
    Journal &operator=(const Journal &) = delete;

    /// Opens or makes the journal of a session in `folder`.
    static base::Result<std::unique_ptr<Journal>> open(const QString &folder,
                                                       const QString &session, SessionKeys &keys);

    /// The records that were there when it was opened, oldest first.
    const std::vector<QByteArray> &records() const;

    /// Appends a record; on disk (fdatasync) when it returns.
    base::Result<> append(const QByteArray &record);

    const QString &session() const;

    /// Destroys the key and removes the file: what it held can then not be read by anyone.
    static base::Result<> destroy(const QString &folder, const QString &session, SessionKeys &keys);

    /// Names of the sessions that have a journal in `folder`, newest first.
    static std::vector<QString> sessions(const QString &folder);

private:
    struct State;
    explicit Journal(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}   // namespace expunge::review
