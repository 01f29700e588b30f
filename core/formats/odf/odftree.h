// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/flow.h"
#include "core/document/hiddenitem.h"
#include "core/document/textunit.h"
#include "core/formats/odf/odfpackage.h"
#include "core/formats/odf/odfparagraph.h"
#include "core/formats/odf/odfstyles.h"
#include "core/formats/ooxml/canonicalxml.h"

#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace expunge::formats::odf {

/// A text unit while the tree it was read from is at hand.
struct OdfUnit
{
    ReadText read;
    document::Place place;
    std::optional<document::HiddenKind> hidden;   // also that of what it stands in
    int paragraph = 0;                            // units of one paragraph share it
    pugi::xml_node link;                          // the link whose target it is
};

/// A node that is hidden, or stands for something hidden, and goes with its kind.
struct HiddenPlace
{
    enum class How { Remove, Unwrap };

    document::HiddenKind kind = document::HiddenKind::HiddenText;
    pugi::xml_node node;
    How how = How::Remove;
};

/// How many of a kind a tree hides, and a piece of the first.
using HiddenCounts = std::map<document::HiddenKind, std::pair<int, QString>>;

/// Adds to a count; `preview` is taken when there is none yet.
void countHidden(HiddenCounts &counts, document::HiddenKind kind, int count,
                 const QString &preview = {});

/// A shape of a page with what it shows.
struct OdfShape
{
    pugi::xml_node node;
    bool unseen = false;
    bool offPage = false;
    std::vector<document::FlowBlock> blocks;
};

/// Whether a shape is set not to be shown. LibreOffice writes that under a name of its own.
bool isUnseen(pugi::xml_node shape);

/// A page of a presentation, or a master page.
struct OdfPage
{
    pugi::xml_node node;   // draw:page or style:master-page
    bool hidden = false;
    std::vector<OdfShape> shapes;
    std::vector<document::FlowBlock> notes;
};

/// One XML file with formatted text: content.xml or styles.xml of the document or of a chart or
/// formula in it.
struct OdfTree
{
    const OdfPart *part = nullptr;
    QString folder;   // "" or "Object 1"
    ooxml::XmlPart xml;
    OdfStyles styles;
    std::vector<OdfUnit> units;
    std::vector<HiddenPlace> places;
    HiddenCounts counts;
    std::vector<document::FlowBlock> stories;   // unit numbers are positions in `units`
    std::vector<OdfPage> pages;
    std::vector<std::unique_ptr<OdfPart>> inlinePictures;   // that stood in the markup itself
    std::vector<pugi::xml_node> pictures;   // draw:image, in the order of FlowBlock::pictureIndex

    pugi::xml_node root() const { return xml.document.document_element(); }
};

/// Parses a part and takes out what may not stay: kinds of thing that this program removes
/// unconditionally are counted as what they are, unknown markup as such.
base::Result<> parseTree(OdfTree &tree, const QString &path);

/// Reads units, hidden places, stories and pages; `tree.styles` must be complete.
void readTree(OdfTree &tree, OdfKind kind);

}   // namespace expunge::formats::odf
