// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/pdf/font.h"

#include <qpdf/QPDF.hh>

#include <QByteArray>
#include <QString>

#include <utility>
#include <vector>

namespace expunge::pdf {

/// Name of a cut font: the tag of a subset, which tells nothing, and the base name of `font` when
/// it looks like the name of a typeface.
QPDFObjectHandle cutFontName(const Font &font);

/// Whether the name of the font has the tag of a subset (ISO 32000-1, 9.6.4).
bool hasSubsetTag(const Font &font);

/// A number of a font dictionary, in thousandths of an em when `value` is in em.
QPDFObjectHandle thousandths(double value);
/// The numbers of the array `key`, when it holds `count` of them and nothing else; else null.
QPDFObjectHandle numbersOf(const QPDFObjectHandle &dictionary, const char *key, int count);

/// A new font descriptor (ISO 32000-1, 9.8.1) with the numbers of the whole typeface.
QPDFObjectHandle cutDescriptor(const QPDFObjectHandle &old, const QPDFObjectHandle &name,
                               bool symbolic);

/// A new stream for a font program; deflated by the file's writer.
QPDFObjectHandle programStream(QPDF &file, const QByteArray &program, const char *subtype);

/// A ToUnicode CMap (9.10.3) for new codes of `bytes` bytes, or of one and two where `bytes` is 0;
/// null when no code reads anything.
QPDFObjectHandle toUnicodeStream(QPDF &file, int bytes,
                                 const std::vector<std::pair<quint32, QString>> &texts);

/// A CMap (9.7.5) in which one byte, 32, stands for `space`, so that word spacing still applies to
/// it (9.3.3), and two bytes from TwoByteBase on for the other characters up to `last`.
QPDFObjectHandle spaceMapStream(QPDF &file, quint32 space, quint32 last, bool vertical);
constexpr quint32 TwoByteBase = 0x2100;   // behind every code that begins like the space

QPDFObjectHandle newDictionary(const char *type, const char *subtype);

/// The bytes of an embedded font program; empty when there is none or it cannot be decoded.
QByteArray fontProgram(const QPDFObjectHandle &descriptor);

}   // namespace expunge::pdf
