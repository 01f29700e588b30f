// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/fontdescription.h"

#include "core/formats/pdf/pdffile.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace expunge::pdf {

namespace {

constexpr qint64 kLargestMap = 16 << 20;
constexpr int kSymbolic = 4;   // ISO 32000-1, table 123: bit 3

bool sane(double value, double low, double high)
{
    return value >= low && value <= high;
}

}   // namespace

QByteArray nameOf(const QPDFObjectHandle &object)
{
    QPDFObjectHandle name = object;
    return name.isName() ? QByteArray::fromStdString(name.getName()).mid(1) : QByteArray();
}

double numberOf(const QPDFObjectHandle &object, double otherwise)
{
    QPDFObjectHandle number = object;
    if (!number.isNumber()) {
        return otherwise;
    }
    const double value = number.getNumericValue();
    return std::isfinite(value) ? value : otherwise;
}

FontDescription::FontDescription(const QPDFObjectHandle &font, const QPDFObjectHandle &descriptor)
{
    QPDFObjectHandle dictionary = font;
    baseFont = nameOf(dictionary.getKey("/BaseFont"));
    name = QString::fromUtf8(baseFont);
    if (name.size() > 7 && name[6] == u'+') {   // 9.6.4
        name.remove(0, 7);
    }
    QPDFObjectHandle details = descriptor;
    if (!details.isDictionary()) {
        return;
    }
    for (const char *key : {"/FontFile", "/FontFile2", "/FontFile3"}) {
        embedded = embedded || details.getKey(key).isStream();
    }
    symbolic = (static_cast<int>(numberOf(details.getKey("/Flags"))) & kSymbolic) != 0;
    missingWidth = numberOf(details.getKey("/MissingWidth")) / 1000;
    const double up = numberOf(details.getKey("/Ascent")) / 1000;
    const double down = -std::abs(numberOf(details.getKey("/Descent")) / 1000);
    ascent = sane(up, 0.4, 1.3) ? up : ascent;
    descent = sane(down, -0.6, -0.05) ? down : descent;
}

std::shared_ptr<const CMap> toUnicodeOf(const QPDFObjectHandle &font, FontSources &sources)
{
    QPDFObjectHandle map = QPDFObjectHandle(font).getKey("/ToUnicode");
    if (!map.isStream()) {
        return nullptr;
    }
    const auto bytes = readStream(map, kLargestMap);
    if (!bytes) {
        return nullptr;
    }
    auto read = CMap::read(*bytes, [&](const QByteArray &name) { return sources.maps.find(name); });
    return read->hasText() ? read : nullptr;
}

QString cleanText(const QString &text)
{
    QString clean;
    for (const QChar unit : text) {
        if (unit.unicode() < 0x20 || unit == QChar::ReplacementCharacter || unit.unicode() == 0xFFFE
            || unit.unicode() == 0xFFFF) {
            continue;
        }
        if (unit.unicode() >= 0xFB00 && unit.unicode() <= 0xFB06) {   // Latin ligatures
            clean += QString(unit).normalized(QString::NormalizationForm_KC);
        } else {
            clean += unit;
        }
    }
    return clean;
}

}   // namespace expunge::pdf
