// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace expunge::testing {

/// Makes Word documents out of pieces of markup, with the usual prefixes declared everywhere.
class DocxBuilder
{
public:
    DocxBuilder &body(const QByteArray &xml);
    DocxBuilder &styles(const QByteArray &xml);   // what stands in w:styles
    DocxBuilder &numbering(const QByteArray &xml);
    DocxBuilder &settings(const QByteArray &xml);
    DocxBuilder &header(const QByteArray &xml);   // default header of the last section
    DocxBuilder &footer(const QByteArray &xml);
    DocxBuilder &footnote(int id, const QByteArray &xml);
    DocxBuilder &endnote(int id, const QByteArray &xml);
    DocxBuilder &comment(int id, const QByteArray &author, const QByteArray &xml);

    /// Any part, led to from the main part by a relationship with this id and kind (last segment of
    /// its type).
    DocxBuilder &part(const QByteArray &name, const QByteArray &contentType,
                      const QByteArray &content, const QByteArray &id, const QByteArray &kind);
    DocxBuilder &external(const QByteArray &id, const QByteArray &kind, const QByteArray &target);

    /// A part that nothing leads to.
    DocxBuilder &stray(const QByteArray &name, const QByteArray &contentType,
                       const QByteArray &content);
    DocxBuilder &strict();   // ISO/IEC 29500-1 namespace names
    DocxBuilder &mainType(const QByteArray &contentType);

    QByteArray build() const;

private:
    struct Part
    {
        QByteArray name;
        QByteArray contentType;
        QByteArray content;
    };

    QByteArray wrap(const QByteArray &root, const QByteArray &xml) const;
    void link(const QByteArray &id, const QByteArray &kind, const QByteArray &target,
              bool external);

    QByteArray m_body;
    QByteArray m_section;
    QByteArray m_footnotes;
    QByteArray m_endnotes;
    QByteArray m_comments;
    QByteArray m_mainType;
    std::vector<Part> m_parts;
    QByteArray m_relationships;
    bool m_strict = false;
};

QByteArray paragraph(const QByteArray &content, const QByteArray &properties = {});
QByteArray run(const QByteArray &text, const QByteArray &properties = {});

/// A field out of w:fldChar marks; `code` is markup of runs or a plain text.
QByteArray field(const QByteArray &code, const QByteArray &result);

}   // namespace expunge::testing
