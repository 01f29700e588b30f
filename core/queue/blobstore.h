// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QSet>
#include <QString>

namespace expunge::queue {

/// Files under the name of their SHA-256 in a private folder; what is in it is whole and durable.
class BlobStore
{
public:
    explicit BlobStore(QString folder);

    /// Keeps bytes; durable when it returns the digest. Bytes that are there already are not
    /// written again.
    base::Result<QString> put(const QByteArray &bytes);

    /// The bytes of a digest. QueueDamaged if they are gone or were changed.
    base::Result<QByteArray> get(const QString &sha256) const;

    bool contains(const QString &sha256) const;
    bool isEmpty() const;

    /// Removes what is not referenced and older than an hour: traces of a crash between a file and
    /// its row. Only while nobody can add rows.
    void removeOrphans(const QSet<QString> &referenced) const;

private:
    QString pathOf(const QString &sha256) const;

    QString m_folder;
};

}   // namespace expunge::queue
