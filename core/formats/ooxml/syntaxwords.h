// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace expunge::formats::ooxml {

/// The parts of the standard that have enumerations of their own.
enum class WordFamily {
    Text,          // WordprocessingML and mathematics
    TextEffects,   // Word's newer markup, which borrows from drawings
    Drawing,       // DrawingML, charts, diagrams, presentations
    Vml,
    Sheet,
};

/// Whether a word is a value of one of the family's enumerations, case by case: no other word may
/// stand where the format has none of a person's.
bool isFormatWord(WordFamily family, QByteArrayView word);

/// Whether a word is the name of a colour, in any case.
bool isColourName(QByteArrayView word);

/// Whether a name is one that a layout of diagrams gives to its nodes ("parentText2"), or the name
/// of such a layout ("hierarchy3"); they are free in the format.
bool isLayoutName(QByteArrayView name);

}   // namespace expunge::formats::ooxml
