// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/formats/ooxml/sheettext.h"

#include <QHash>

#include <optional>

#include <span>
#include <vector>

namespace expunge::formats::ooxml {

/// The table of texts that cells refer to by position (ECMA-376 part 1, 18.4.9); the bytes must
/// outlive it.
class SharedStrings
{
public:
    SharedStrings() = default;

    /// Whether the texts are held ready for as long as the table is there, or made anew each time:
    /// that is slower where many cells share one, and takes a third of the memory.
    enum class Texts { Held, Remade };

    /// Damaged if the markup fails.
    static base::Result<SharedStrings> read(QByteArrayView xml, Texts texts, const QString &part,
                                            const QString &path);

    int count() const { return static_cast<int>(m_begins.size()); }
    qsizetype size() const { return m_xml.size(); }   // of the part, in bytes
    QString text(int index) const;
    bool isEmpty(int index) const { return m_empty[static_cast<size_t>(index)]; }

    /// Positions of the strings that have readings above them.
    const std::vector<int> &phonetics() const { return m_phonetics; }

    RichText rich(int index) const;

    /// True if nothing but the text makes the string.
    bool isPlain(int index) const { return !m_rich[static_cast<size_t>(index)]; }

    int unknown() const { return m_unknown; }
    int comments() const { return m_comments; }

private:
    QByteArrayView m_xml;
    QByteArrayView m_prefix;
    std::vector<QString> m_texts;   // only those that are held
    std::vector<qsizetype> m_begins;
    std::vector<int> m_phonetics;
    std::vector<bool> m_rich;
    std::vector<bool> m_empty;
    int m_unknown = 0;
    int m_comments = 0;
};

/// Makes the table of an output: texts keep their positions, those that no cell uses any more
/// become empty, changed ones are added at the end.
class SharedStringWriter
{
public:
    explicit SharedStringWriter(const SharedStrings &strings);

    /// Notes that a cell shows a string as it is.
    void keep(int index);

    /// Position of a string with edits carried out; equal ones share one.
    int edited(int index, std::span<const TextEdit> edits);

    /// The part, with readings only where they are kept.
    QByteArray write(const QByteArray &mainNamespace,
                     const std::vector<QStringList> &phonetics) const;

private:
    const SharedStrings &m_strings;
    std::vector<bool> m_used;
    std::vector<QByteArray> m_added;
    QHash<QByteArray, int> m_positions;
    qint64 m_uses = 0;
};

/// Prefix (with its colon) under which the root element of a part names the main spreadsheet
/// namespace; nothing if it does not.
std::optional<QByteArray> mainPrefix(const SheetTokens &atRoot);

}   // namespace expunge::formats::ooxml
