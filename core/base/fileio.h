// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace expunge::base {

/// Reads a whole regular file of at most `limit` bytes. Unreadable, EmptyFile or ExpansionLimit
/// otherwise.
Result<QByteArray> readFile(const QString &path, qint64 limit);

/// Makes a folder (and its parents) that only its owner can enter. OutputUnwritable or DiskFull
/// otherwise.
Result<> makePrivateFolder(const QString &path);

enum class Existing { Refuse, Replace };

/// Writes `data` to `path` so that after any crash the file is either absent (or its old self) or
/// complete: temporary name in the same folder, fsync, rename, fsync of the folder. Mode 0600 when
/// `secret`, else 0644 less umask. OutputExists, OutputUnwritable or DiskFull otherwise, and then
/// nothing of it is left.
Result<> writeFileDurably(const QString &path, const QByteArray &data, Existing existing,
                          bool secret = false);

/// Gives a complete file its name, durably; both names are in one folder. With Existing::Refuse an
/// existing name stays as it is, and OutputExists is returned. The file keeps its old name when
/// this fails.
Result<> renameDurably(const QString &from, const QString &to, Existing existing);

/// Makes the name changes in a folder durable (fsync of the folder).
Result<> syncFolder(const QString &path);

/// The Error for the current `errno` after a failed write to `path`.
Error writeError(const QString &path, int systemError);

}   // namespace expunge::base
