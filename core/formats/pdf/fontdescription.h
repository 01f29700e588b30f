// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/pdf/cmap.h"
#include "core/formats/pdf/font.h"
#include "core/formats/pdf/fonttables.h"

#include <memory>

namespace expunge::pdf {

/// What fonts of all kinds are read with.
struct FontSources
{
    FontTables tables;
    CMapLibrary maps;
};

/// What all kinds of fonts say of themselves in the same words (ISO 32000-1, 9.8).
struct FontDescription
{
    FontDescription(const QPDFObjectHandle &font, const QPDFObjectHandle &descriptor);

    QByteArray baseFont;   // as it stands there, without slash
    QString name;          // without the tag of a subset
    bool embedded = false;
    bool symbolic = false;
    double ascent = 0.75;
    double descent = -0.25;
    double missingWidth = 0;   // in em
};

/// The name of a name object without its slash; empty for anything else.
QByteArray nameOf(const QPDFObjectHandle &object);
/// A number, or `otherwise` for anything else and what is not finite.
double numberOf(const QPDFObjectHandle &object, double otherwise = 0);

/// The CMap of /ToUnicode; null without a usable one.
std::shared_ptr<const CMap> toUnicodeOf(const QPDFObjectHandle &font, FontSources &sources);
/// The text a ToUnicode CMap gives, ligatures taken apart, without what is no character.
QString cleanText(const QString &text);

std::shared_ptr<const Font> readSimpleFont(const QPDFObjectHandle &object, FontSources &sources);
std::shared_ptr<const Font> readCompositeFont(const QPDFObjectHandle &object, FontSources &sources);

}   // namespace expunge::pdf
