// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/odf/odfmodel.h"

#include "core/formats/odf/odfcrop.h"
#include "core/formats/odf/odfnames.h"
#include "core/formats/ooxml/picturecrop.h"

namespace expunge::formats::odf {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::failure;
using base::Result;
using document::HiddenKind;
using ooxml::attributeText;
using ooxml::is;

namespace {

/// Reads a package into a model.
class ModelReader
{
public:
    ModelReader(const OdfPackage &package, const QString &path)
        : m_package(package)
        , m_path(path)
    {
    }

    Result<OdfModel> run(const base::JobContext &job);

private:
    Result<> addTree(const QString &name, const QString &folder);
    Result<> addObjects();
    void completeStyles();
    void markUsed();
    void listTrees();
    Result<> addMeta();
    void listSettings();
    void addUnits();

    const OdfPackage &m_package;
    const QString &m_path;
    OdfModel m_model;
    QSet<QString> m_used;
    ooxml::HiddenInventory m_inventory;
    std::vector<MetaText> m_meta;
};

Result<> ModelReader::addTree(const QString &name, const QString &folder)
{
    const OdfPart *part = m_package.find(name);
    if (part == nullptr || m_used.contains(name)) {
        return {};
    }
    auto tree = std::make_unique<OdfTree>();
    tree->part = part;
    tree->folder = folder;
    if (const auto done = parseTree(*tree, m_path); !done) {
        return done;
    }
    m_used.insert(name);
    m_model.trees.push_back(std::move(tree));
    return {};
}

/// Charts and formulas that the document shows; an object in an object is not one of these.
Result<> ModelReader::addObjects()
{
    QStringList folders;
    for (const auto &tree : m_model.trees) {
        ooxml::forEachElement(tree->root(), [&](pugi::xml_node node) {
            if (is(node, "draw:object")) {
                folders.append(objectFolder(m_package, *tree, node));
            }
        });
    }
    for (const QString &folder : std::as_const(folders)) {
        if (folder.isEmpty()) {
            continue;
        }
        for (const char *name : {"/content.xml", "/styles.xml"}) {
            if (const auto done = addTree(folder + QLatin1StringView(name), folder); !done) {
                return done;
            }
        }
    }
    return {};
}

void ModelReader::completeStyles()
{
    for (const auto &tree : m_model.trees) {
        const QString prefix = tree->folder.isEmpty() ? QString() : tree->folder + u'/';
        if (const OdfTree *styles = m_model.treeOf(prefix + u"styles.xml"_s)) {
            tree->styles.add(styles->root());
        }
        tree->styles.add(tree->root());
        if (const OdfPart *settings = m_package.find(u"settings.xml"_s)) {
            tree->styles.hideLayers(visibleLayers(*settings, m_path));
        }
    }
}

void ModelReader::markUsed()
{
    for (const auto &tree : m_model.trees) {
        ooxml::forEachElement(tree->root(), [&](pugi::xml_node node) {
            const std::string_view name = node.name();
            if (name == "draw:image" || name == "draw:fill-image"
                || name == "style:background-image" || name == "text:list-level-style-image") {
                const OdfPart *part = referredPart(m_package, *tree, node);
                const bool replacement =
                    node.parent().child("draw:object")
                    && !objectFolder(m_package, *tree, node.parent().child("draw:object"))
                            .isEmpty();
                if (part != nullptr && !replacement) {
                    m_used.insert(part->name);
                    const bool cut =
                        name == "draw:image"
                        && ooxml::cutsOff(clippedShares(node, tree->styles, part->bytes));
                    m_inventory.add(HiddenKind::CroppedAreas, cut ? 1 : 0, tree->part->name);
                } else if (part == nullptr && node.attribute("xlink:href")) {
                    m_inventory.add(HiddenKind::LinkedFiles, 1, tree->part->name,
                                    attributeText(node, "xlink:href"));
                }
            }
        });
    }
}

void ModelReader::listTrees()
{
    for (const auto &tree : m_model.trees) {
        for (const auto &[kind, count] : tree->counts) {
            m_inventory.add(kind, count.first, tree->part->name, count.second);
        }
        ooxml::forEachElement(tree->root(), [&](pugi::xml_node node) {
            if (is(node, "draw:object") && objectFolder(m_package, *tree, node).isEmpty()
                && node.attribute("xlink:href")) {
                const QString target = attributeText(node, "xlink:href");
                const bool inside = !m_package.resolve(tree->folder, target).isEmpty();
                m_inventory.add(inside ? HiddenKind::EmbeddedFiles : HiddenKind::LinkedFiles, 1,
                                tree->part->name, target);
            }
        });
    }
    const NameCounts names = countNames(m_model.trees);
    m_inventory.add(HiddenKind::StyleNames, names.styles, u"styles.xml"_s, names.firstStyle);
    m_inventory.add(HiddenKind::AltText, names.objects, u"content.xml"_s, names.firstObject);
}

Result<> ModelReader::addMeta()
{
    const OdfPart *meta = m_package.find(u"meta.xml"_s);
    if (meta == nullptr) {
        return {};
    }
    m_used.insert(meta->name);
    auto texts = readMeta(*meta, m_path);
    if (!texts) {
        return tl::unexpected(texts.error());
    }
    m_inventory.add(HiddenKind::Properties, 1, meta->name);
    for (const MetaText &text : *texts) {
        m_inventory.add(text.kind, 1, meta->name, text.text);
    }
    m_meta = std::move(*texts);
    return {};
}

void ModelReader::listSettings()
{
    if (const OdfPart *settings = m_package.find(u"settings.xml"_s)) {
        int dropped = 0;
        const QByteArray kept = layoutSettings(*settings, m_path, dropped);
        m_inventory.add(HiddenKind::ViewSettings, kept.isEmpty() ? dropped + 1 : dropped,
                        settings->name);
        m_used.insert(settings->name);
    }
}

void ModelReader::addUnits()
{
    for (size_t t = 0; t < m_model.trees.size(); ++t) {
        const OdfTree &tree = *m_model.trees[t];
        m_model.offsets.push_back(static_cast<int>(m_model.units.size()));
        for (size_t u = 0; u < tree.units.size(); ++u) {
            const OdfUnit &read = tree.units[u];
            document::TextUnit unit;
            unit.index = static_cast<int>(m_model.units.size());
            unit.part = tree.part->name;
            unit.place = read.place;
            unit.text = read.read.text;
            if (read.hidden) {
                unit.hiddenItem = ooxml::HiddenInventory::idOf(m_model.hidden, *read.hidden);
            }
            m_model.units.push_back(std::move(unit));
            m_model.origins.emplace_back(static_cast<int>(t), static_cast<int>(u));
        }
    }
    for (const MetaText &text : m_meta) {
        document::TextUnit unit;
        unit.index = static_cast<int>(m_model.units.size());
        unit.part = u"meta.xml"_s;
        unit.place = {{document::PlaceKind::MetaData, 0, text.name}};
        unit.text = text.text;
        unit.hiddenItem = ooxml::HiddenInventory::idOf(m_model.hidden, text.kind);
        m_model.units.push_back(std::move(unit));
        m_model.origins.emplace_back(-1, -1);
    }
}

Result<OdfModel> ModelReader::run(const base::JobContext &job)
{
    auto done = addTree(u"content.xml"_s, {});
    done = done ? addTree(u"styles.xml"_s, {}) : done;
    // templates that hold nothing but styles have no content.xml
    if (done && m_model.trees.empty()) {
        return failure(ErrorCode::Damaged, m_path, u"content.xml is missing"_s);
    }
    done = done ? addObjects() : done;
    done = done ? addMeta() : done;
    if (!done) {
        return tl::unexpected(done.error());
    }
    completeStyles();
    for (const auto &tree : m_model.trees) {
        for (const auto &picture : tree->inlinePictures) {
            listPicture(*picture, tree->part->name, m_inventory);
        }
    }
    for (const auto &tree : m_model.trees) {
        if (job.cancelled()) {
            return failure(ErrorCode::Cancelled, m_path);
        }
        readTree(*tree, m_package.kind());
    }
    markUsed();
    listTrees();
    listSettings();
    listParts(m_package, m_used, m_inventory);
    m_model.hidden = m_inventory.items();
    for (document::HiddenItem &item : m_model.hidden) {
        item.canKeep = mayStay(item.kind);
    }
    addUnits();
    return std::move(m_model);
}

}   // namespace

const OdfTree *OdfModel::treeOf(const QString &partName) const
{
    const auto found = std::find_if(trees.begin(), trees.end(),
                                    [&](const auto &tree) { return tree->part->name == partName; });
    return found == trees.end() ? nullptr : found->get();
}

const OdfPart *referredPart(const OdfPackage &package, const OdfTree &tree, pugi::xml_node node)
{
    const QString target = attributeText(node, "xlink:href");
    for (const auto &picture : tree.inlinePictures) {
        if (picture->name == target) {
            return picture.get();
        }
    }
    const QString name = package.resolve(tree.folder, target);
    return name.isEmpty() ? nullptr : package.find(name);
}

QString objectFolder(const OdfPackage &package, const OdfTree &tree, pugi::xml_node object)
{
    if (!tree.folder.isEmpty()) {
        return {};
    }
    const QString folder = package.resolve({}, attributeText(object, "xlink:href"));
    const OdfKind kind = kindOf(package.folderType(folder));
    const bool shown = kind == OdfKind::Chart || kind == OdfKind::Formula;
    return shown && package.find(folder + u"/content.xml"_s) != nullptr ? folder : QString();
}

Result<OdfModel> readModel(const OdfPackage &package, const QString &path,
                           const base::JobContext &job)
{
    return ModelReader(package, path).run(job);
}

}   // namespace expunge::formats::odf
