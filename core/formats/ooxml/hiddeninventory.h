// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/ooxml/embeddedfiles.h"

#include <map>
#include <utility>
#include <vector>

namespace expunge::formats::ooxml {

/// Gathers what a document hides and gives each kind its item: one for the whole document, or one a
/// part for whole files.
class HiddenInventory
{
public:
    void add(document::HiddenKind kind, int count, const QString &part,
             const QString &preview = {});

    /// A file that may be kept, with an item of its own.
    void addFile(document::HiddenKind kind, const EmbeddedFile &file);

    /// The items with their ids, in the order of their kinds.
    std::vector<document::HiddenItem> items() const;

    /// Id of the item of a kind that is listed once for the document, and no file that may be kept;
    /// empty if there is none.
    static QString idOf(const std::vector<document::HiddenItem> &items, document::HiddenKind kind);

private:
    std::map<std::pair<int, QString>, document::HiddenItem> m_items;
};

/// False for what goes whatever is said.
bool mayBeKept(document::HiddenKind kind);

}   // namespace expunge::formats::ooxml
