// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/pdf/geometry.h"

#include <qpdf/QPDFObjectHandle.hh>

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <memory>

namespace expunge::pdf {

enum class FontKind { Simple, Composite, Type3 };

/// One character code of a shown string (ISO 32000-1, 9.4.3).
struct FontCode
{
    quint32 code = 0;
    int bytes = 1;
    QString text;         // what it reads, empty when nothing says so
    double advance = 0;   // horizontal displacement w0, or vertical w1y, in text space (1 = 1 em)
    double originX = 0;   // vertical writing: position vector v, in text space
    double originY = 0;
    bool isSpace = false;   // word spacing applies: single-byte code 32 (9.3.3)
    quint32 cid = 0;        // composite: the character of the collection that it selects (9.7.2)
};

/// A font resource as text operators use it: how strings fall into codes, how wide codes are, and
/// what they read. Immutable; made once a font object.
class Font
{
public:
    virtual ~Font();

    virtual FontKind kind() const = 0;
    virtual QPDFObjectHandle object() const = 0;   // the font dictionary
    virtual QString name() const = 0;              // BaseFont without subset tag
    virtual bool isVertical() const = 0;
    virtual bool isEmbedded() const = 0;
    virtual double ascent() const = 0;       // of the box of a glyph, in em (1 = 1 em), sane values
    virtual double descent() const = 0;      // negative below the baseline
    virtual Matrix fontMatrix() const = 0;   // Type3: /FontMatrix; else 1/1000
    /// False when codes cannot be told apart or have no widths (an unknown CMap): text shown in it
    /// cannot be interpreted, and its page falls back.
    virtual bool isUnderstood() const = 0;

    /// The code at the start of `rest`, which is not empty. Always takes at least one byte.
    virtual FontCode next(QByteArrayView rest) const = 0;

    /// The bytes of a code that reads `character`, when the font certainly has a glyph for it and
    /// it was seen in use; empty otherwise.
    virtual QByteArray codeFor(char32_t character) const = 0;

    /// Simple: the name of the glyph that a code selects, by /Encoding with its differences, else
    /// by the encoding inside the font program (9.6.6); empty when nothing names it. The font
    /// cutter finds glyphs by it.
    virtual QByteArray glyphName(quint32 code) const;

    /// Type3: the content stream of a code's glyph (9.6.5); a null object for others.
    virtual QPDFObjectHandle glyphProcedure(quint32 code) const;
};

/// Reads fonts, each once. Not for several threads at once.
class FontStore
{
public:
    FontStore();
    ~FontStore();
    FontStore(const FontStore &) = delete;
    FontStore &operator=(const FontStore &) = delete;

    /// Never null: a font that cannot be read is one that is not understood.
    std::shared_ptr<const Font> font(const QPDFObjectHandle &object);

private:
    struct Data;
    std::unique_ptr<Data> m_data;
};

}   // namespace expunge::pdf
