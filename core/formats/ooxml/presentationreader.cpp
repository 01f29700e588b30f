// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/presentationreader.h"

#include "core/formats/ooxml/embeddedframes.h"
#include "core/formats/ooxml/picturecrop.h"
#include "core/formats/ooxml/presentationloose.h"
#include "core/formats/ooxml/slidestrip.h"

#include <algorithm>
#include <array>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::failure;
using base::Result;
using document::HiddenKind;
using document::Place;
using document::PlaceKind;
using document::TextUnit;

namespace {

/// Relationships of the slides that a presentation shows, in their order.
std::vector<QString> shownSlides(pugi::xml_node root)
{
    std::vector<QString> shown;
    for (const pugi::xml_node slide : root.child("p:sldIdLst").children("p:sldId")) {
        shown.push_back(attributeText(slide, "r:id"));
    }
    return shown;
}

const Part *targetOf(const Package &package, const Part &part, const QString &id)
{
    for (const Relationship &relationship : part.relationships) {
        if (relationship.id == id && !relationship.external) {
            return package.find(relationship.target);
        }
    }
    return nullptr;
}

/// Roles in the order in which their units are listed behind the slides.
constexpr std::array laterRoles{
    DeckRole::Layout,        DeckRole::Master,      DeckRole::NotesMaster, DeckRole::HandoutMaster,
    DeckRole::ThemeOverride, DeckRole::TableStyles, DeckRole::ChartShapes};

}   // namespace

DeckReader::DeckReader(const Package &package, const EmbeddedFiles &files, const QString &path,
                       const base::JobContext &job, XmlPart main)
    : m_package(package)
    , m_files(files)
    , m_path(path)
    , m_job(job)
    , m_shown(shownSlides(main.document.document_element()))
    , m_model(std::make_unique<DeckModel>(DeckParts(package, m_shown)))
    , m_main(std::move(main))
{
}

Result<std::unique_ptr<DeckModel>> DeckReader::run()
{
    if (auto parsed = parseTrees(); !parsed) {
        return tl::unexpected(parsed.error());
    }
    if (auto read = readSlides(); !read) {
        return tl::unexpected(read.error());
    }
    readMain();
    if (auto read = readThemes(); !read) {
        return tl::unexpected(read.error());
    }
    addLoose();
    listPictures();
    m_model->hidden = m_inventory.items();
    for (size_t i = 0; i < m_model->units.size(); ++i) {
        m_model->units[i].hiddenItem = m_inventory.idOf(m_unitItems[i]);
    }
    return std::move(m_model);
}

Result<> DeckReader::parseTrees()
{
    for (const DeckPart &deck : m_model->parts.all()) {
        if (m_job.cancelled()) {
            return failure(ErrorCode::Cancelled, m_path);
        }
        if (deck.role == DeckRole::Theme) {
            auto theme = parseXmlPart(deck.part->bytes, deck.part->name, m_path);
            if (!theme) {
                return tl::unexpected(theme.error());
            }
            m_model->themes[deck.part] = std::make_unique<XmlPart>(std::move(*theme));
        }
        if (!isDeckTree(deck.role)) {
            continue;
        }
        auto tree = std::make_unique<DeckTree>();
        tree->deck = deck;
        if (deck.role == DeckRole::Presentation) {
            tree->xml = std::move(m_main);
        } else {
            auto xml = parseXmlPart(deck.part->bytes, deck.part->name, m_path);
            if (!xml) {
                return tl::unexpected(xml.error());
            }
            tree->xml = std::move(*xml);
        }
        const pugi::xml_node root = tree->xml.document.document_element();
        if (!root) {
            return failure(ErrorCode::Damaged, m_path, deck.part->name);
        }
        m_model->strict = m_model->strict || tree->xml.strict;
        const QString &name = deck.part->name;
        for (const auto &[kind, count] : stripDeckTree(root)) {
            m_inventory.add(kind, count, name);
        }
        m_shownFiles.merge(frameFiles(root, *deck.part, m_package));
        m_inventory.add(HiddenKind::MarkupComments, tree->xml.comments, name);
        m_inventory.add(HiddenKind::UnknownMarkup, tree->xml.unknown, name);
        m_model->trees.push_back(std::move(tree));
    }
    const pugi::xml_node size =
        m_model->trees.front()->xml.document.document_element().child("p:sldSz");
    constexpr double usualWidth = 9144000;   // ECMA-376 part 1, 19.2.1.39: 4 by 3
    constexpr double usualHeight = 6858000;
    m_model->width = size.attribute("cx").as_double(usualWidth);
    m_model->height = size.attribute("cy").as_double(usualHeight);
    return {};
}

int DeckReader::treeIndex(const DeckTree &tree) const
{
    const auto found = std::find_if(m_model->trees.begin(), m_model->trees.end(),
                                    [&](const auto &one) { return one.get() == &tree; });
    return static_cast<int>(found - m_model->trees.begin());
}

Result<> DeckReader::readSlides()
{
    int number = 0;
    const Part &main = *m_model->trees.front()->deck.part;
    for (const QString &id : m_shown) {
        DeckTree *slide = m_model->treeOf(targetOf(m_package, main, id));
        if (slide == nullptr || slide->deck.role != DeckRole::Slide || slide->slide >= 0) {
            continue;
        }
        if (m_job.cancelled()) {
            return failure(ErrorCode::Cancelled, m_path);
        }
        slide->slide = number;
        m_model->slides.push_back(treeIndex(*slide));
        const Place place{{PlaceKind::Slide, ++number, {}}};
        const pugi::xml_node root = slide->xml.document.document_element();
        if (!root.attribute("show").as_bool(true)) {
            slide->wholeItem = m_inventory.add(HiddenKind::HiddenSlides, 1, slide->deck.part->name);
        }
        if (auto read = readTree(*slide, place); !read) {
            return read;
        }
        const DeckPart *notes =
            m_model->parts.target(m_package, *slide->deck.part, DeckRole::Notes);
        DeckTree *page = notes == nullptr ? nullptr : m_model->treeOf(notes->part);
        if (page == nullptr || page->slide >= 0) {
            continue;
        }
        page->slide = slide->slide;
        page->wholeItem = slide->wholeItem >= 0
                              ? slide->wholeItem
                              : m_inventory.add(HiddenKind::SpeakerNotes, 1, notes->part->name);
        Place below = place;
        below.push_back({PlaceKind::Notes, 0, {}});
        if (auto read = readTree(*page, below); !read) {
            return read;
        }
    }
    return readLayouts();
}

/// Layouts, masters and what else is no slide.
Result<> DeckReader::readLayouts()
{
    for (const DeckRole role : laterRoles) {
        int count = 0;
        for (const auto &tree : m_model->trees) {
            if (tree->deck.role != role) {
                continue;
            }
            const bool ofNotes = role == DeckRole::NotesMaster || role == DeckRole::HandoutMaster;
            Place place{{role == DeckRole::Layout        ? PlaceKind::Layout
                         : role == DeckRole::ChartShapes ? PlaceKind::Chart
                                                         : PlaceKind::Master,
                         ++count,
                         role == DeckRole::NotesMaster     ? u"notes"_s
                         : role == DeckRole::HandoutMaster ? u"handout"_s
                                                           : QString()}};
            if (ofNotes) {
                tree->wholeItem =
                    m_inventory.add(HiddenKind::SpeakerNotes, 1, tree->deck.part->name);
            }
            if (auto read = readTree(*tree, place); !read) {
                return read;
            }
        }
    }
    return {};
}

Result<> DeckReader::readTree(DeckTree &tree, const Place &place)
{
    pugi::xml_node root = tree.xml.document.document_element();
    const SlideLook look = m_model->lookOf(m_package, tree);
    SlideSurroundings around;
    around.place = place;
    around.part = tree.deck.part->name;
    around.look = &look;
    around.wholeItem = tree.wholeItem;
    const DeckRole role = tree.deck.role;
    if (role == DeckRole::Slide || role == DeckRole::Layout || role == DeckRole::Master) {
        around.width = m_model->width;
        around.height = m_model->height;
    }
    if (role == DeckRole::Slide) {
        const DeckPart *layout =
            m_model->parts.target(m_package, *tree.deck.part, DeckRole::Layout);
        const DeckTree *page = layout == nullptr ? nullptr : m_model->treeOf(layout->part);
        if (page != nullptr) {
            const SlideLook below = m_model->lookOf(m_package, *page);
            around.paintedBelow = paintedBounds(page->xml.document.document_element(), below);
            const auto master = paintedBounds(
                m_model->rootOf(m_package, *page->deck.part, DeckRole::Master), below);
            around.paintedBelow.insert(around.paintedBelow.end(), master.begin(), master.end());
        }
    }
    readNames(tree, place);
    tree.content = SlideReader(around, m_inventory).read(root);
    addTreeUnits(tree);
    addLinks(tree, place);
    addFonts(root, around.part);
    m_inventory.add(HiddenKind::CroppedAreas, countCrops(root), around.part);
    return readSides(treeIndex(tree), *tree.deck.part, place);
}

/// Names that only the program's menus show: of slides and layouts, of table styles.
void DeckReader::readNames(DeckTree &tree, const Place &place)
{
    pugi::xml_node root = tree.xml.document.document_element();
    const QString &part = tree.deck.part->name;
    const auto add = [&](HiddenKind kind, const QString &name) {
        TextUnit unit;
        unit.part = part;
        unit.place = place;
        unit.place.push_back({PlaceKind::Other, 0, u"name"_s});
        unit.text = name;
        addUnit(std::move(unit), {}, m_inventory.add(kind, 1, part, name));
    };
    pugi::xml_node page = root.child("p:cSld");
    const QString name = attributeText(page, "name");
    if (!name.isEmpty() && !isUsualLayoutName(name)) {
        add(HiddenKind::StyleNames, name);
        if (tree.deck.role == DeckRole::Layout) {
            setAttribute(page, "name", u"Layout %1"_s.arg(place.front().number));
        } else {
            page.remove_attribute("name");
        }
    }
    for (pugi::xml_node style : root.children("a:tblStyle")) {
        const QString styleName = attributeText(style, "styleName");
        if (!isUsualTableStyleName(styleName)) {
            add(HiddenKind::StyleNames, styleName);
            setAttribute(style, "styleName", u"Table Style"_s);
        }
    }
    if (tree.deck.role == DeckRole::ThemeOverride) {
        for (pugi::xml_node scheme : root.children()) {
            if (scheme.attribute("name")) {
                setAttribute(scheme, "name", u"Office"_s);
            }
        }
    }
}

/// Names of sections and of custom shows.
void DeckReader::readMain()
{
    DeckTree &tree = *m_model->trees.front();
    const pugi::xml_node root = tree.xml.document.document_element();
    const QString &part = tree.deck.part->name;
    tree.firstUnit = static_cast<int>(m_model->units.size());
    std::vector<std::pair<pugi::xml_node, Place>> named;
    int sections = 0;
    int shows = 0;
    forEachElement(root, [&](pugi::xml_node node) {
        if (is(node, "p14:section")) {
            named.push_back({node, {{PlaceKind::Section, ++sections, {}}}});
        } else if (is(node, "p:custShow")) {
            named.push_back({node, {{PlaceKind::Other, ++shows, u"custom show"_s}}});
        }
    });
    for (const auto &[node, place] : named) {
        m_model->showItem =
            m_inventory.add(HiddenKind::PresentationTraces, 1, part, attributeText(node, "name"),
                            {document::HiddenDefault::Remove, true});
        addNameUnit(tree, node, place, m_model->showItem);
    }
    addTreeUnits(tree);
    addLinks(tree, {});
    addFonts(root, part);
}

void DeckReader::addNameUnit(DeckTree &tree, pugi::xml_node node, const Place &place, int item)
{
    StoryUnit unit;
    unit.text = attributeText(node, "name");
    unit.place = place;
    unit.layer = Layer::Extra;
    unit.paragraph = static_cast<int>(tree.content.story.units.size()) + 1;
    unit.hidden = HiddenKind::PresentationTraces;
    Piece piece;
    piece.kind = PieceKind::Attribute;
    piece.node = node;
    piece.attribute = node.attribute("name");
    piece.end = static_cast<int>(unit.text.size());
    unit.pieces.push_back(piece);
    if (!unit.text.isEmpty()) {
        tree.content.story.units.push_back(std::move(unit));
        tree.content.items.push_back(item);
    }
}

}   // namespace expunge::formats::ooxml
