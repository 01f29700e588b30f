// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <vector>

namespace expunge::scrub {

/// Takes XML in UTF-8 apart without copying it; the bytes must outlive it. It knows no document
/// types, so that it must not be given one.
class MarkupTokens
{
public:
    enum class Token { Start, End, Text, Comment, Instruction, Finished, Failed };

    struct Attribute
    {
        QByteArrayView prefix;
        QByteArrayView name;    // without prefix
        QByteArrayView value;   // as it stands, with its references
    };

    explicit MarkupTokens(QByteArrayView xml);

    Token next();

    QByteArrayView prefix() const { return m_prefix; }
    QByteArrayView name() const { return m_name; }   // of an element, without prefix
    const std::vector<Attribute> &attributes() const { return m_attributes; }

    /// Of a text, comment or instruction.
    QByteArrayView text() const { return m_text; }

    /// True for a text that may hold references (XML 1.0, 4.1).
    bool hasReferences() const { return m_hasReferences; }

private:
    Token fail();
    Token readText();
    Token readStart();
    Token readEnd();
    Token readAside(qsizetype opening, QByteArrayView closing, Token token);
    bool readAttributes();
    QByteArrayView readName();
    void skipSpace();

    QByteArrayView m_xml;
    qsizetype m_at = 0;
    std::vector<QByteArrayView> m_open;   // whole names
    std::vector<Attribute> m_attributes;
    QByteArrayView m_prefix;
    QByteArrayView m_name;
    QByteArrayView m_text;
    bool m_hasReferences = false;
    bool m_endsAtOnce = false;   // the element was "<a/>", and its end comes next
    bool m_rootSeen = false;
    bool m_failed = false;
};

/// Markup with its references resolved; nothing if one of them is unknown.
std::optional<QByteArray> withoutReferences(QByteArrayView markup);

}   // namespace expunge::scrub
