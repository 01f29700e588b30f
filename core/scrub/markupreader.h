// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace expunge::scrub {

/// A piece of text that an XML part holds.
struct MarkupText
{
    enum class Kind {
        Paragraph,   // all runs of a paragraph, cell or string, joined
        Element,     // the text of an element outside paragraphs
        Attribute,
        Comment,
        Instruction,
        Declaration,   // document type, namespace names
    } kind = Kind::Paragraph;
    QString name;   // of the element or attribute, without prefix
    QString text;
    QString element = {};   // that an attribute belongs to
};

/// Takes the texts of a part, and says first which of them it wants.
class MarkupTaker
{
public:
    MarkupTaker() = default;
    MarkupTaker(const MarkupTaker &) = delete;
    MarkupTaker &operator=(const MarkupTaker &) = delete;
    virtual ~MarkupTaker();

    /// Of the name, without prefix, and the text in UTF-8: there can be millions.
    virtual bool wants(QByteArrayView name, QByteArrayView text) const = 0;

    virtual void take(const MarkupText &found) = 0;
};

/// Reads XML and hands over the texts in it. False if it is not well-formed; what was read until
/// then was handed over.
bool readMarkup(const QByteArray &xml, MarkupTaker &taker);

/// True for what only the format itself says: content types and relationship types of Office, words
/// of its schemas ("left", "single"), measures in attributes.
bool isFormatWord(const MarkupText &found);

/// The same for the name of a package's entry, such as "word/header1.xml".
bool isFormatEntryName(const QString &name);

/// The type of an OpenDocument package, which its first entry repeats.
bool isPackageType(const QString &text);

}   // namespace expunge::scrub
