// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace expunge::formats::ooxml {

/// What a SheetTokens stands at.
enum class SheetToken {
    Start,
    End,
    Text,
    Finished,   // the end, with every element closed
    Failed,     // not well-formed, a document type declaration, or nested too deep
};

/// Walks through the bytes of an XML part (UTF-8) without building anything, for parts with
/// millions of elements. Comments and processing instructions are passed over and counted. Names
/// are qualified ones, values as they stand in the file.
class SheetTokens
{
public:
    struct Attribute
    {
        QByteArrayView name;
        QByteArrayView value;   // escaped
    };

    explicit SheetTokens(QByteArrayView xml);

    SheetToken next();

    /// Start, End: the element.
    QByteArrayView name() const { return m_name; }
    const std::vector<Attribute> &attributes() const { return m_attributes; }
    /// Value of an attribute as it stands in the file; a null view if there is none.
    QByteArrayView attribute(QByteArrayView name) const;

    /// Text: as it stands in the file; `literal` for CDATA, which has no escapes.
    QByteArrayView text() const { return m_text; }
    bool literal() const { return m_literal; }

    /// Where the token begins and ends. An element that closes itself has an End of no length.
    qsizetype begin() const { return m_begin; }
    qsizetype end() const { return m_end; }

    /// Open elements; at a Start and at its End the element counts.
    int depth() const { return m_depth; }
    int comments() const { return m_comments; }
    bool forbidden() const { return m_forbidden; }
    bool tooDeep() const { return m_tooDeep; }

    /// At a Start: passes over the element with all it holds; stands at its End then. False if it
    /// fails.
    bool skip();

private:
    SheetToken fail();
    SheetToken startTag();
    SheetToken endTag();
    SheetToken characters();
    bool readAttributes(qsizetype at, qsizetype close);
    bool passMarkup();

    QByteArrayView m_xml;
    QByteArrayView m_name;
    QByteArrayView m_text;
    std::vector<Attribute> m_attributes;
    std::vector<QByteArrayView> m_open;
    qsizetype m_at = 0;
    qsizetype m_begin = 0;
    qsizetype m_end = 0;
    int m_depth = 0;
    int m_comments = 0;
    bool m_literal = false;
    bool m_pendingEnd = false;
    bool m_leaving = false;
    bool m_rootSeen = false;
    bool m_failed = false;
    bool m_forbidden = false;
    bool m_tooDeep = false;
};

}   // namespace expunge::formats::ooxml
