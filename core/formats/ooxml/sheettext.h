// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/redactionplan.h"
#include "core/formats/ooxml/sheettokens.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <span>
#include <vector>

namespace expunge::formats::ooxml {

/// Characters and references of XML text or of an attribute's value, as a string.
QString unescapeMarkup(QByteArrayView raw, bool literal = false);

/// A string as XML text or attribute value.
QByteArray escapeMarkup(const QString &text);

/// "_x005A_" is how spreadsheets write characters that XML cannot hold (ECMA-376 part 1, 22.9.2.19,
/// ST_Xstring).
QString decodeSheetEscapes(const QString &text);
QString encodeSheetEscapes(const QString &text);

/// A stretch of a text that goes, and what stands there instead.
struct TextEdit
{
    int begin = 0;
    int end = 0;
    QString replacement;
};

/// `text` with sorted edits carried out.
QString applyTextEdits(const QString &text, std::span<const TextEdit> edits);

/// A stretch of a cell's text in one formatting.
struct RichRun
{
    QByteArray properties;   // canonical markup, "<rPr><b/></rPr>"; empty: the cell's own
    QString text;
};

/// What a shared or inline string holds (ECMA-376 part 1, 18.4.8, CT_Rst).
struct RichText
{
    std::vector<RichRun> runs;
    QStringList phonetics;   // readings above the text
    int unknown = 0;         // elements that are not known and left out
    bool rich = false;       // made of runs rather than of one plain text

    QString plain() const;
    bool isPlain() const { return !rich; }

    /// The replacement takes the formatting of the first run that is touched.
    void edit(std::span<const TextEdit> edits);

    /// What stands inside <si> or <is>, in canonical form and without phonetic text.
    QByteArray markup() const;
};

/// Reads the content of the element that `tokens` stands at (si or is) up to its end. `prefix` is
/// that of the main namespace with its colon. False if the markup fails.
bool readRichText(SheetTokens &tokens, QByteArrayView prefix, RichText &text);

/// "<t>…</t>".
QByteArray textElement(const QString &text);

/// The local name if it is one of the main namespace.
QByteArrayView localName(QByteArrayView name, QByteArrayView prefix);

/// Value in a run's or style's property attributes that can only be what it should be: a number, a
/// colour, an enumeration.
bool isInertValue(QByteArrayView value);

}   // namespace expunge::formats::ooxml
