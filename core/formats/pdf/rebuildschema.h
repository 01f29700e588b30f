// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace expunge::pdf {

/// What a value of a dictionary may be; anything else is left out.
enum class ValueKind {
    Boolean,
    Integer,
    Number,
    Numbers,        // an array of numbers, or of arrays of numbers
    Rectangle,      // four numbers
    KnownName,      // one of the names that PDF itself gives; see isKnownName
    KnownNames,     // one, or an array of them
    FreeName,       // a name that a producer gives: of a font, of a glyph
    Dictionary,     // by its own table
    Dictionaries,   // an array of them
    ColourSpace,
    Function,
    Functions,   // one, or an array of them
    Form,        // a form XObject
    Font,
    FontAndSize,
    SoftMask,   // /None or a dictionary
    Shading,
};

/// The kinds of dictionary that are copied key by key.
enum class DictKind {
    Group,
    SoftMask,
    GraphicsState,
    Shading,
    ShadingPattern,
    TilingPattern,
    Form,
    Image,
    CalibratedColour,
    Function,
    SimpleFont,
    Type3Font,
    CompositeFont,
    CidFont,
    FontDescriptor,
    Annotation,
    BorderStyle,
    BorderEffect,
    WidgetLook,
    ViewerPreferences,
    LayoutAttributes,
};

/// A key that may stay, and what it may hold.
struct KeyRule
{
    const char *key;
    ValueKind kind;
    DictKind dictionary = DictKind::Group;   // of Dictionary and Dictionaries
};

/// Keys of a kind of dictionary (ISO 32000-1; the tables are named in the source).
std::span<const KeyRule> keysOf(DictKind kind);

/// Whether a name, with its slash, is one that ISO 32000 gives as a value.
bool isKnownName(const char *name);

/// Whether a key, with its slash, is one that ISO 32000 gives to some dictionary.
bool isKnownKey(const char *key);

}   // namespace expunge::pdf
