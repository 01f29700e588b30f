// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/odf/odfwriter.h"

#include "core/formats/odf/odfcrop.h"
#include "core/formats/odf/odfnames.h"
#include "core/formats/odf/odfscrub.h"
#include "core/formats/ooxml/outputparts.h"
#include "core/formats/ooxml/valuenames.h"

#include <algorithm>
#include <map>

namespace expunge::formats::odf {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::failure;
using base::Result;
using document::HiddenKind;
using ooxml::attributeText;
using ooxml::is;

namespace {

/// Carries out one plan.
class OdfWriter
{
public:
    OdfWriter(OdfModel &model, const OdfPackage &package, const document::RedactionPlan &plan,
              const QString &path)
        : m_model(model)
        , m_package(package)
        , m_plan(plan)
        , m_path(path)
        , m_choices(model.hidden, plan.hidden)
        , m_edits(model.trees.size())
    {
    }

    Result<document::Document::Output> run(const base::JobContext &job);

private:
    Result<> distribute();
    void scrubTrees();
    void settleReferences(OdfTree &tree);
    void settleImage(OdfTree &tree, pugi::xml_node node);
    void settleObject(OdfTree &tree, pugi::xml_node node, ooxml::DomEdits &edits);
    QString folderName(const QString &folder);
    QStringList values() const;
    void writeParts(const QStringList &redacted);
    document::Applied applied() const;

    OdfModel &m_model;
    const OdfPackage &m_package;
    const document::RedactionPlan &m_plan;
    const QString &m_path;
    ooxml::ScrubChoices m_choices;
    std::vector<TreeEdits> m_edits;
    std::map<int, int> m_gone;   // unit -> 1
    ooxml::PictureStore m_pictures;
    QHash<QString, QString> m_folders;   // old -> new
    OdfOutput m_output;
};

Result<> OdfWriter::distribute()
{
    for (const document::SpanRedaction &redaction : m_plan.spans) {
        const document::Span &span = redaction.span;
        if (!document::isSpanOf(m_model.units, span)) {
            return failure(ErrorCode::Internal, m_path, u"a span outside of the document"_s);
        }
        const auto [tree, unit] = m_model.origins[static_cast<size_t>(span.unit)];
        if (tree >= 0) {
            m_edits[static_cast<size_t>(tree)][unit].push_back(
                {span.begin, span.end, redaction.replacement});
        }
    }
    return {};
}

void OdfWriter::scrubTrees()
{
    OdfAuthors authors;
    for (size_t i = 0; i < m_model.trees.size(); ++i) {
        std::vector<int> gone;
        scrubTree(*m_model.trees[i], m_edits[i], m_choices, authors, gone);
        for (const int unit : gone) {
            m_gone[m_model.offsets[i] + unit] = 1;
        }
    }
}

/// Charts and formulas are numbered anew in the order in which they are shown.
QString OdfWriter::folderName(const QString &folder)
{
    const auto found = m_folders.constFind(folder);
    if (found != m_folders.cend()) {
        return *found;
    }
    return *m_folders.insert(folder, u"Object %1"_s.arg(m_folders.size() + 1));
}

void OdfWriter::settleImage(OdfTree &tree, pugi::xml_node node)
{
    if (!node.attribute("xlink:href")) {
        return;
    }
    const OdfPart *part = referredPart(m_package, tree, node);
    ooxml::Part picture;
    if (part != nullptr) {
        picture.name = part->name;
        picture.bytes = part->bytes;
    }
    const QString name =
        picture.name.isEmpty()
            ? m_pictures.add(nullptr)
            : m_pictures.add(picture, is(node, "draw:image")
                                          ? clippedShares(node, tree.styles, picture.bytes)
                                          : std::array<double, 4>{});
    const QString up = tree.folder.isEmpty() ? QString() : u"../"_s;
    ooxml::setAttribute(node, "xlink:href", up + u"Pictures/"_s + name.section(u'/', -1));
}

/// A chart or formula stays, and is drawn from its own data; anything else gives way to the picture
/// of it that the frame holds.
void OdfWriter::settleObject(OdfTree &tree, pugi::xml_node node, ooxml::DomEdits &edits)
{
    const QString folder = objectFolder(m_package, tree, node);
    const bool inlined = node.child("math:math");
    if (folder.isEmpty() && !inlined) {
        edits.remove(node);
        return;
    }
    if (!folder.isEmpty()) {
        ooxml::setAttribute(node, "xlink:href", u"./"_s + folderName(folder));
    }
    for (const pugi::xml_node image : node.parent().children("draw:image")) {
        edits.remove(image);
    }
}

void OdfWriter::settleReferences(OdfTree &tree)
{
    ooxml::DomEdits edits;
    ooxml::forEachElement(tree.root(), [&](pugi::xml_node node) {
        if (is(node, "draw:object")) {
            settleObject(tree, node, edits);
        }
    });
    edits.run(tree.root());
    ooxml::forEachElement(tree.root(), [&](pugi::xml_node node) {
        const bool link = is(node, "text:a") || is(node, "draw:a") || is(node, "draw:object");
        const bool image = is(node, "draw:image") || is(node, "draw:fill-image")
                           || is(node, "style:background-image")
                           || is(node, "text:list-level-style-image");
        if (image) {
            settleImage(tree, node);
        } else if (!link) {
            node.remove_attribute("xlink:href");
        }
    });
}

/// Redacted values that stand nowhere else, and so must not stand in names either.
QStringList OdfWriter::values() const
{
    std::vector<bool> content;
    for (const document::TextUnit &unit : m_model.units) {
        content.push_back(unit.hiddenItem.isEmpty());
    }
    return ooxml::ValueNames(m_model.units, content, m_plan).values();
}

QString mediaTypeOf(const QString &name)
{
    return name.endsWith(u".xml"_s) ? u"text/xml"_s : QString();
}

void OdfWriter::writeParts(const QStringList &redacted)
{
    m_output.mediaType = m_package.mediaType();
    for (const auto &tree : m_model.trees) {
        QString name = tree->part->name;
        if (!tree->folder.isEmpty()) {
            if (!m_folders.contains(tree->folder)) {
                continue;   // the frame that showed it is gone
            }
            const QString folder = folderName(tree->folder);
            name = folder + name.mid(tree->folder.size());
            const std::pair<QString, QString> entry{folder, m_package.folderType(tree->folder)};
            auto &folders = m_output.folders;
            if (std::find(folders.begin(), folders.end(), entry) == folders.end()) {
                folders.push_back(entry);
            }
        }
        // programs refuse a package whose files and manifest are of different versions
        if (tree->root().attribute("office:version") || tree->folder.isEmpty()) {
            ooxml::setAttribute(tree->root(), "office:version", u"1.3"_s);
        }
        // formulas refer to functions by a namespace of their own
        tree->xml.alsoDeclared = {"ooo", "of"};
        m_output.parts.push_back({name, mediaTypeOf(name), ooxml::writeXmlPart(tree->xml)});
    }
    for (const ooxml::Part &picture : m_pictures.parts()) {
        m_output.parts.push_back(
            {u"Pictures/"_s + picture.name.section(u'/', -1), picture.contentType, picture.bytes});
    }
    if (const OdfPart *settings = m_package.find(u"settings.xml"_s)) {
        int dropped = 0;
        const QByteArray kept = layoutSettings(*settings, m_path, dropped, redacted);
        if (!kept.isEmpty()) {
            m_output.parts.push_back({settings->name, u"text/xml"_s, kept});
        }
    }
}

document::Applied OdfWriter::applied() const
{
    document::Applied result;
    for (const document::SpanRedaction &redaction : m_plan.spans) {
        const document::TextUnit &unit = m_model.units[static_cast<size_t>(redaction.span.unit)];
        result.spans.push_back({redaction.id, unit.part, document::placeLabel(unit.place), 1});
    }
    for (const document::HiddenItem &item : m_model.hidden) {
        if (!item.canKeep || m_choices.of(item.kind) != document::HiddenAction::Keep) {
            result.hidden.push_back({item.kind, item.count});
        }
    }
    for (const auto &[unit, gone] : m_gone) {
        result.adjusted.push_back({unit, gone == 1, {}});
    }
    return result;
}

Result<document::Document::Output> OdfWriter::run(const base::JobContext &job)
{
    if (const auto fits = distribute(); !fits) {
        return tl::unexpected(fits.error());
    }
    const QStringList redacted = values();
    scrubTrees();
    if (job.cancelled()) {
        return failure(ErrorCode::Cancelled, m_path);
    }
    const bool keepCrops = m_choices.of(HiddenKind::CroppedAreas) == document::HiddenAction::Keep;
    if (keepCrops) {
        m_pictures.keepCrops();
    }
    for (const auto &tree : m_model.trees) {
        settleReferences(*tree);
    }
    for (const auto &tree : m_model.trees) {
        if (!keepCrops) {
            settleClips(tree->root());
        }
    }
    NeutralNames(m_model.trees, redacted).run();
    for (const auto &tree : m_model.trees) {
        removeValues(tree->root(), redacted);
    }
    writeParts(redacted);
    auto bytes = writeOdfPackage(m_output, job);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    return document::Document::Output{std::move(*bytes), applied()};
}

}   // namespace

Result<document::Document::Output> writeOdf(OdfModel &model, const OdfPackage &package,
                                            const document::RedactionPlan &plan,
                                            const QString &path, const base::JobContext &job)
{
    return OdfWriter(model, package, plan, path).run(job);
}

}   // namespace expunge::formats::odf
