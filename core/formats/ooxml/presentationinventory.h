// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/hiddenitem.h"
#include "core/document/redactionplan.h"
#include "core/formats/ooxml/embeddedfiles.h"

#include <map>
#include <tuple>
#include <vector>

namespace expunge::formats::ooxml {

/// Gathers what a presentation hides: one item a kind, or one a part for what a person decides
/// slide by slide.
class DeckInventory
{
public:
    /// How an item is decided.
    struct Rule
    {
        document::HiddenDefault byDefault = document::HiddenDefault::Remove;
        bool canKeep = true;
    };

    /// Adds to an item, which is made when it is the first of its kind (and part and rule); returns
    /// its position, -1 for a count of nothing.
    int add(document::HiddenKind kind, int count, const QString &part, const QString &preview = {});
    int add(document::HiddenKind kind, int count, const QString &part, const QString &preview,
            Rule rule);

    /// A file that may be kept, with an item of its own; returns its position.
    int addFile(document::HiddenKind kind, const EmbeddedFile &file);

    const std::vector<document::HiddenItem> &items() const { return m_items; }

    /// Id of the item at a position; empty for -1.
    QString idOf(int item) const;

private:
    using Key = std::tuple<int, QString, int, bool>;

    std::vector<document::HiddenItem> m_items;
    std::map<Key, size_t> m_index;
};

/// What a plan says about the items of an inventory.
class DeckChoices
{
public:
    DeckChoices(const std::vector<document::HiddenItem> &items,
                const document::RedactionPlan &plan);

    /// By position; false for -1.
    bool removes(int item) const { return item >= 0 && m_removed[static_cast<size_t>(item)]; }

    /// True if every item of the kind goes, or there is none.
    bool removes(document::HiddenKind kind) const;

private:
    const std::vector<document::HiddenItem> &m_items;
    std::vector<bool> m_removed;
};

}   // namespace expunge::formats::ooxml
