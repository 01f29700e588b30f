// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jobcontext.h"
#include "core/document/document.h"
#include "core/formats/odf/odfinventory.h"
#include "core/formats/odf/odftree.h"

#include <memory>
#include <vector>

namespace expunge::formats::odf {

/// A text or presentation with its trees at hand: made anew for reading and for writing, with the
/// same units each time.
struct OdfModel
{
    std::vector<std::unique_ptr<OdfTree>> trees;   // content, objects, styles
    std::vector<document::TextUnit> units;
    std::vector<std::pair<int, int>> origins;   // one a unit: tree, unit in it; -1: only shown,
                                                // because it goes in any case
    std::vector<document::HiddenItem> hidden;

    /// Position of the first unit of a tree.
    std::vector<int> offsets;

    const OdfTree *treeOf(const QString &partName) const;
};

base::Result<OdfModel> readModel(const OdfPackage &package, const QString &path,
                                 const base::JobContext &job);

/// The part that a reference in a tree leads to; null if there is none.
const OdfPart *referredPart(const OdfPackage &package, const OdfTree &tree, pugi::xml_node node);

/// The folder of a chart or formula that a draw:object shows; empty for everything else.
QString objectFolder(const OdfPackage &package, const OdfTree &tree, pugi::xml_node object);

/// The model as a reader sees it.
document::Flow buildFlow(const OdfModel &model, const OdfPackage &package);

/// The pages of a presentation; empty for a text.
std::vector<document::Slide> buildSlides(const OdfModel &model, const OdfPackage &package);

}   // namespace expunge::formats::odf
