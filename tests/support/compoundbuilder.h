// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace expunge::testing {

/// Writes small compound files ([MS-CFB]), the container of Office 97-2003 and of protected files.
class CompoundBuilder
{
public:
    /// Streams below 4096 bytes stand in the root's stream, as the format wants it.
    CompoundBuilder &stream(const QString &name, const QByteArray &content);

    QByteArray build() const;

private:
    struct Stream
    {
        QString name;
        QByteArray content;
    };

    std::vector<Stream> m_streams;
};

}   // namespace expunge::testing
