// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/presentationreader.h"

#include <QRegularExpression>

#include <algorithm>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::failure;
using base::Result;

DeckTree *DeckModel::treeOf(const Part *part) const
{
    const auto found = std::find_if(trees.begin(), trees.end(),
                                    [part](const auto &tree) { return tree->deck.part == part; });
    return found == trees.end() || part == nullptr ? nullptr : found->get();
}

pugi::xml_node DeckModel::rootOf(const Package &package, const Part &from, DeckRole role) const
{
    const DeckPart *target = parts.target(package, from, role);
    const DeckTree *tree = target == nullptr ? nullptr : treeOf(target->part);
    return tree == nullptr ? pugi::xml_node() : tree->xml.document.document_element();
}

SlideLook DeckModel::lookOf(const Package &package, const DeckTree &tree) const
{
    const Part *layout = tree.deck.part;
    if (tree.deck.role == DeckRole::Slide) {
        const DeckPart *target = parts.target(package, *layout, DeckRole::Layout);
        layout = target == nullptr ? layout : target->part;
    }
    const DeckPart *master = tree.deck.role == DeckRole::Notes
                                 ? parts.target(package, *tree.deck.part, DeckRole::NotesMaster)
                                 : parts.target(package, *layout, DeckRole::Master);
    const Part *top = master == nullptr ? layout : master->part;
    const DeckPart *theme = parts.target(package, *top, DeckRole::Theme);
    const auto root = [this](const Part *part) {
        const DeckTree *found = treeOf(part);
        return found == nullptr ? pugi::xml_node() : found->xml.document.document_element();
    };
    const auto colours = theme == nullptr ? themes.end() : themes.find(theme->part);
    return {root(tree.deck.part), root(layout), root(top),
            colours == themes.end() ? pugi::xml_node()
                                    : colours->second->document.document_element()};
}

bool isWebTarget(const QString &target)
{
    static const QRegularExpression web(u"^(https?|mailto|tel|ftps?|sip|news):|^#"_s,
                                        QRegularExpression::CaseInsensitiveOption);
    return web.match(target).hasMatch();
}

Result<std::unique_ptr<DeckModel>> readDeck(const Package &package, const EmbeddedFiles &files,
                                            const QString &path, const base::JobContext &job)
{
    const Part &main = *package.mainPart();
    auto xml = parseXmlPart(main.bytes, main.name, path);
    if (!xml) {
        return tl::unexpected(xml.error());
    }
    if (!xml->document.document_element()) {
        return failure(ErrorCode::Damaged, path, main.name);
    }
    return DeckReader(package, files, path, job, std::move(*xml)).run();
}

}   // namespace expunge::formats::ooxml
