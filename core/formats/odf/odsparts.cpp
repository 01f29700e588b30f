// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/odf/odsparts.h"

#include "core/formats/image/picturescrub.h"
#include "core/formats/odf/odfcrop.h"
#include "core/formats/odf/odfinventory.h"
#include "core/formats/ooxml/domedit.h"

#include <algorithm>

namespace expunge::formats::odf {

using namespace Qt::StringLiterals;
using document::HiddenKind;
using ooxml::attributeText;
using ooxml::is;

namespace {

QString folderOf(const QString &part)
{
    return part.contains(u'/') ? part.section(u'/', 0, 0) : QString();
}

QString folderOfMarkup(const QString &part)
{
    return part.contains(u'/') ? part.section(u'/', 0, -2) : QString();
}

/// Calls `found` with every picture in the package that a frame below `root` shows, and what of it
/// is cut off.
template<typename Found>
void forEachFramed(pugi::xml_node root, const QString &folder, const OdfPackage &package,
                   const OdfStyles &styles, const Found &found)
{
    ooxml::forEachElement(root, [&](pugi::xml_node node) {
        if (is(node, "draw:image")) {
            const OdfPart *part =
                package.find(package.resolve(folder, attributeText(node, "xlink:href")));
            if (part != nullptr) {
                found(node, clippedShares(node, styles, part->bytes));
            }
        }
    });
}

/// The parts of a chart that say nothing beside its markup.
bool isOfChart(const QString &part, const std::vector<QString> &charts)
{
    const QString folder = folderOf(part);
    const QString shown = folder == u"ObjectReplacements"_s ? part.mid(folder.size() + 1) : folder;
    return std::find(charts.begin(), charts.end(), shown) != charts.end();
}

}   // namespace

std::vector<OdsFoundPart> hiddenParts(const OdfPackage &package, const OdsBook &book)
{
    std::vector<OdsFoundPart> found;
    const std::vector<QString> charts = chartFolders(package);
    for (const OdfPart &part : package.parts()) {
        if (part.name == u"content.xml"_s || part.name == u"styles.xml"_s
            || isOfChart(part.name, charts)) {
            continue;
        }
        const auto shown = [&part](const QByteArray &markup) {
            return markup.contains(part.name.toHtmlEscaped().toUtf8());
        };
        const bool reached =
            (part.name.startsWith(u"Pictures/"_s) || part.name.startsWith(u"ObjectReplacements/"_s))
            && (shown(book.content.xml)
                || std::any_of(package.parts().begin(), package.parts().end(),
                               [&](const OdfPart &other) {
                                   return other.name.endsWith(u".xml"_s) && shown(other.bytes);
                               }));
        if (!reached) {
            const auto kind = removedPartKind(part, {});
            found.push_back({kind.value_or(HiddenKind::UnknownParts), 1, part.name});
            continue;
        }
        const auto clean = image::scrubPicture(part.bytes);
        if (!clean) {
            found.push_back({HiddenKind::PictureFormats, 1, part.name});
        } else if (clean->removed > 0) {
            found.push_back({HiddenKind::PictureMetadata, clean->removed, part.name});
        }
    }
    if (package.archiveTraces() > 0) {
        found.push_back({HiddenKind::ArchiveTraces, package.archiveTraces(), {}});
    }
    return found;
}

int croppedPictures(pugi::xml_node root, const QString &part, const OdfPackage &package,
                    const OdfStyles &styles)
{
    int count = 0;
    forEachFramed(
        root, folderOfMarkup(part), package, styles,
        [&count](pugi::xml_node, const auto &shares) { count += ooxml::cutsOff(shares) ? 1 : 0; });
    return count;
}

void OdsLinks::noteCrops(pugi::xml_node root, const QString &part, const OdfStyles &styles)
{
    forEachFramed(root, folderOfMarkup(part), m_package, styles,
                  [this](pugi::xml_node node, const auto &shares) {
                      m_shares.insert(node.internal_object(), shares);
                  });
}

QString OdsLinks::chartOf(pugi::xml_node object) const
{
    QString target = attributeText(object, "xlink:href");
    target = target.startsWith(u"./"_s) ? target.mid(2) : target;
    return std::find(m_charts.begin(), m_charts.end(), target) == m_charts.end() ? QString()
                                                                                 : target;
}

/// False if the element goes.
bool OdsLinks::settleOne(pugi::xml_node node, const QString &folder)
{
    const pugi::xml_attribute link = node.attribute("xlink:href");
    if (!link || is(node, "text:a") || is(node, "draw:a")) {
        return true;
    }
    if (is(node, "draw:object") || is(node, "draw:object-ole")) {
        const QString chart = folder.isEmpty() ? chartOf(node) : QString();
        if (chart.isEmpty()) {
            return false;
        }
        const auto [used, isNew] =
            m_usedCharts.emplace(chart, u"Object %1"_s.arg(m_usedCharts.size() + 1));
        ooxml::setAttribute(node, "xlink:href", u"./"_s + used->second);
        return true;
    }
    const pugi::xml_node object = node.parent().child("draw:object");
    if (is(node, "draw:image") && object && !chartOf(object).isEmpty()) {
        return false;   // a picture of the chart as it was
    }
    const QString name = m_package.resolve(folder, attributeText(node, "xlink:href"));
    const OdfPart *part = name.isEmpty() ? nullptr : m_package.find(name);
    ooxml::Part picture;
    if (part != nullptr) {
        picture.name = part->name;
        picture.bytes = part->bytes;
    }
    const QString stored = part == nullptr
                               ? m_pictures.add(nullptr)
                               : m_pictures.add(picture, m_shares.take(node.internal_object()));
    const QString up = folder.isEmpty() ? QString() : u"../"_s;
    ooxml::setAttribute(node, "xlink:href", up + u"Pictures/"_s + stored.section(u'/', -1));
    return true;
}

std::vector<OdfPart> OdsLinks::pictures() const
{
    std::vector<OdfPart> result;
    for (const ooxml::Part &picture : m_pictures.parts()) {
        result.push_back(
            {u"Pictures/"_s + picture.name.section(u'/', -1), picture.contentType, picture.bytes});
    }
    return result;
}

void OdsLinks::settle(pugi::xml_node root, const QString &part)
{
    const QString folder = folderOfMarkup(part);
    ooxml::DomEdits edits;
    // A chart's picture is judged by the chart's own reference, so pictures go first.
    std::vector<pugi::xml_node> objects;
    ooxml::forEachElement(root, [&](pugi::xml_node node) {
        if (is(node, "draw:object") || is(node, "draw:object-ole")) {
            objects.push_back(node);
        } else if (!settleOne(node, folder)) {
            edits.remove(node);
        }
    });
    for (const pugi::xml_node object : objects) {
        if (!settleOne(object, folder)) {
            edits.remove(object);
        }
    }
    edits.run(root);
}

}   // namespace expunge::formats::odf
