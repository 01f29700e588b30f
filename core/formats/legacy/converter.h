// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jobcontext.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace expunge::formats::legacy {

/// A file that is to be converted.
struct Conversion
{
    QByteArray bytes;
    QString from;   // suffix of what it is: "doc"
    QString to;     // suffix of what it is to be: "docx"
    QString path;   // as the person gave it, for error locations only
};

/// Makes a file of a current format out of one of an old format.
class Converter
{
public:
    Converter() = default;
    Converter(const Converter &) = delete;
    Converter &operator=(const Converter &) = delete;
    virtual ~Converter();

    /// ConverterMissing when it cannot run here at all, ConversionFailed when it runs and gives
    /// nothing, Cancelled.
    virtual base::Result<QByteArray> convert(const Conversion &conversion,
                                             const base::JobContext &job) const = 0;
};

}   // namespace expunge::formats::legacy
