// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/fontprogram.h"

#include "core/formats/pdf/contentstream.h"
#include "core/formats/pdf/pdffile.h"

namespace expunge::pdf {

FontProgram FontProgram::read(const QPDFObjectHandle &descriptor, const FontTables &tables)
{
    FontProgram program;
    QPDFObjectHandle details = descriptor;
    if (!details.isDictionary()) {
        return program;
    }
    if (const auto bytes = readStream(details.getKey("/FontFile"))) {
        program.readType1(*bytes, tables);
    }
    return program;
}

QByteArray FontProgram::glyphName(int code) const
{
    return code < 0 || code > 255 ? QByteArray() : m_names[static_cast<std::size_t>(code)];
}

QString FontProgram::text(int code) const
{
    return code < 0 || code > 255 ? QString() : m_texts[static_cast<std::size_t>(code)];
}

/// Adobe Type 1 Font Format, 2.2: /Encoding StandardEncoding def, or an array filled by
/// "dup 65 /A put".
void FontProgram::readType1(const QByteArray &bytes, const FontTables &tables)
{
    const qsizetype begin = bytes.indexOf("/Encoding");
    const qsizetype secret = bytes.indexOf("eexec");
    if (begin < 0 || (secret >= 0 && begin > secret)) {
        return;
    }
    m_hasEncoding = true;
    const ContentStream words =
        readContent(bytes.mid(begin, secret < 0 ? qsizetype{32768} : secret - begin));
    for (const Operation &operation : words.operations) {
        const QByteArrayView raw = words.raw(operation);
        if (raw.endsWith("StandardEncoding")) {
            for (std::size_t code = 0; code < m_names.size(); ++code) {
                m_names[code] = tables.glyphName(BaseEncoding::Standard, static_cast<int>(code));
            }
            return;
        }
        const double code = words.number(operation, 0, -1);
        if (raw.endsWith("put") && operation.tokens == 2 && code >= 0 && code < 256) {
            m_names[static_cast<std::size_t>(code)] = words.name(*words.operand(operation, 1));
        } else if (raw.endsWith("def")) {
            return;
        }
    }
}

}   // namespace expunge::pdf
