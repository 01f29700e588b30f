// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/document.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

namespace expunge::formats {

/// What a format is called and which suffixes it owns.
struct FormatInfo
{
    QString id;             // "docx"
    QStringList suffixes;   // without dot, lower case
};

/// Bytes to be opened and the name under which a person knows them.
struct Source
{
    QByteArray bytes;
    QString path;   // as the person gave it: for error locations and the suffix; never opened
    QStringList passwords = {};   // to be tried on an encrypted file, in this order
};

/// Takes the text units of a file one by one, in their order.
using UnitVisitor = std::function<void(const document::TextUnit &)>;

/// Opens files of one format. Stateless: one instance serves all threads.
class FormatHandler
{
public:
    FormatHandler() = default;
    FormatHandler(const FormatHandler &) = delete;
    FormatHandler &operator=(const FormatHandler &) = delete;
    virtual ~FormatHandler();

    virtual FormatInfo info() const = 0;

    /// How surely the bytes are of this format, 0 (no) to 100; by content first, the name breaks
    /// ties.
    virtual int probe(const Source &source) const = 0;

    virtual base::Result<std::shared_ptr<const document::Document>>
    open(const Source &source, const base::JobContext &job) const = 0;

    /// The hidden items of a file, and through `visit` its text units, the same as open() would
    /// give, for who needs neither later: a format whose files have a million units reads them
    /// without keeping them. After an error, what was visited counts for nothing.
    virtual base::Result<std::vector<document::HiddenItem>>
    readThrough(const Source &source, const UnitVisitor &visit, const base::JobContext &job) const;

    /// The pages alone, to be looked at while open() reads the file: quick, without text units.
    /// UnsupportedFormat where a format cannot show pages before it was read.
    virtual base::Result<std::shared_ptr<const document::Document>>
    glance(const Source &source) const;
};

}   // namespace expunge::formats
