// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/fontcutter.h"

#include "core/formats/pdf/cutcomposite.h"
#include "core/formats/pdf/cutsimple.h"
#include "core/formats/pdf/cuttype3.h"

#include <exception>
#include <optional>
#include <set>

namespace expunge::pdf {
namespace {

constexpr int LongestCode = 4;   // ISO 32000-1, 9.7.6.2

// A number alone does not say how many bytes it is written with: the font does.
std::optional<FontCode> codeOf(const Font &font, quint32 code)
{
    for (const int bytes : {2, 1, 3, LongestCode}) {
        QByteArray written;
        for (int index = bytes - 1; index >= 0; --index) {
            written += char(code >> (8 * index));
        }
        const FontCode found = font.next(written);
        if (found.code == code && found.bytes == bytes) {
            return found;
        }
    }
    return std::nullopt;
}

base::Result<CutFont> cut(QPDF &file, const Font &font, const std::vector<FontCode> &codes)
{
    switch (font.kind()) {
    case FontKind::Simple:
        return cutSimpleFont(file, font, codes);
    case FontKind::Composite:
        return cutCompositeFont(file, font, codes);
    case FontKind::Type3:
        return cutType3Font(file, font, codes);
    }
    return base::failure(base::ErrorCode::Internal);
}

}   // namespace

base::Result<CutFont> cutFont(QPDF &file, const Font &font, const std::vector<quint32> &codes)
{
    if (!font.isUnderstood()) {
        return base::failure(base::ErrorCode::UnsupportedFormat);
    }
    std::vector<FontCode> found;
    std::set<quint32> seen;
    for (const quint32 code : codes) {
        const std::optional<FontCode> known = codeOf(font, code);
        if (known && seen.insert(code).second) {
            found.push_back(*known);
        }
    }
    try {
        return cut(file, font, found);
    } catch (const std::exception &) {   // qpdf: damaged objects, filters that fail
        return base::failure(base::ErrorCode::UnsupportedFormat);
    }
}

}   // namespace expunge::pdf
