// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jobcontext.h"
#include "core/document/hiddenitem.h"
#include "core/document/textunit.h"
#include "core/formats/pdf/pagecontent.h"
#include "core/formats/pdf/pdffile.h"

#include <map>
#include <optional>

namespace expunge::pdf {

/// A text of the file that stands on no page.
struct LooseText
{
    QString part;
    document::Place place;
    QString text;
    QByteArray site;                            // see pdfwalks.h; empty: it goes in any case
    std::optional<document::HiddenKind> kind;   // none: a reader gets to see it
};

/// What kind of hidden thing something unseen is, and what becomes of it when nobody says.
struct UnseenKind
{
    document::HiddenKind kind = document::HiddenKind::InvisibleText;
    document::HiddenDefault byDefault = document::HiddenDefault::Remove;

    friend auto operator<=>(const UnseenKind &, const UnseenKind &) = default;
};

/// Text in the colour of the paper, and beside the visible part of a page, is told from what a
/// reader would see by the look of the page alone, so it stays until somebody says otherwise, and
/// is searched like all other text.
UnseenKind kindOf(Unseen unseen, bool isPicture);

/// Gathers what a file hides and gives each kind its item: one for the whole file, or one a page
/// for what stands on pages.
class PdfInventory
{
public:
    /// Of the whole file.
    void add(document::HiddenKind kind, int count, const QString &preview = {});
    /// Of a page, from 1.
    void addUnseen(const UnseenKind &kind, int count, int page, const QString &preview = {});
    void addText(LooseText text, bool counts = true);

    const std::vector<LooseText> &texts() const { return m_texts; }
    /// The items with their ids, in the order of kinds and pages.
    std::vector<document::HiddenItem> items() const;
    static QString idOf(const std::vector<document::HiddenItem> &items, const UnseenKind &kind,
                        int page);

private:
    void addItem(const UnseenKind &kind, int count, int page, const QString &preview);

    std::map<std::tuple<int, int, int>, document::HiddenItem> m_items;   // by kind, page, default
    std::vector<LooseText> m_texts;
};

/// "page 7", as parts are called.
QString pagePart(int page);

bool isPageKind(document::HiddenKind kind);

/// Everything that stands on no page: properties, annotations, fields, bookmarks, files, scripts.
void takeInventory(PdfFile &file, PdfInventory &inventory);

/// Annotations and form fields alone.
void takeAnnotations(PdfFile &file, PdfInventory &inventory);

/// Objects that nothing refers to, keys that nobody knows, pictures with more in them than pixels.
void takeObjects(PdfFile &file, PdfInventory &inventory);

}   // namespace expunge::pdf
