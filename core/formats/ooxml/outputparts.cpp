// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/outputparts.h"

#include "core/formats/image/picturecrop.h"
#include "core/formats/image/picturescrub.h"

#include <map>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;

namespace {

/// How a role is written: its name with a place for the number, and its content type (ECMA-376 part
/// 1, clauses 11, 14, 15).
struct RoleWords
{
    QString name;
    QString contentType;
};

const std::map<PartRole, RoleWords> &roleWords()
{
    static const QString word =
        u"application/vnd.openxmlformats-officedocument.wordprocessingml."_s;
    static const QString drawing = u"application/vnd.openxmlformats-officedocument.drawingml."_s;
    static const std::map<PartRole, RoleWords> words{
        {PartRole::Document, {u"word/document.xml"_s, word + u"document.main+xml"_s}},
        {PartRole::Header, {u"word/header#.xml"_s, word + u"header+xml"_s}},
        {PartRole::Footer, {u"word/footer#.xml"_s, word + u"footer+xml"_s}},
        {PartRole::Footnotes, {u"word/footnotes.xml"_s, word + u"footnotes+xml"_s}},
        {PartRole::Endnotes, {u"word/endnotes.xml"_s, word + u"endnotes+xml"_s}},
        {PartRole::Comments, {u"word/comments.xml"_s, word + u"comments+xml"_s}},
        {PartRole::Styles, {u"word/styles.xml"_s, word + u"styles+xml"_s}},
        {PartRole::Numbering, {u"word/numbering.xml"_s, word + u"numbering+xml"_s}},
        {PartRole::Settings, {u"word/settings.xml"_s, word + u"settings+xml"_s}},
        {PartRole::FontTable, {u"word/fontTable.xml"_s, word + u"fontTable+xml"_s}},
        {PartRole::Theme,
         {u"word/theme/theme#.xml"_s,
          u"application/vnd.openxmlformats-officedocument.theme+xml"_s}},
        {PartRole::Chart, {u"word/charts/chart#.xml"_s, drawing + u"chart+xml"_s}},
        {PartRole::DiagramData, {u"word/diagrams/data#.xml"_s, drawing + u"diagramData+xml"_s}},
        {PartRole::DiagramLayout,
         {u"word/diagrams/layout#.xml"_s, drawing + u"diagramLayout+xml"_s}},
        {PartRole::DiagramStyle,
         {u"word/diagrams/quickStyle#.xml"_s, drawing + u"diagramStyle+xml"_s}},
        {PartRole::DiagramColours,
         {u"word/diagrams/colors#.xml"_s, drawing + u"diagramColors+xml"_s}},
        {PartRole::DiagramDrawing,
         {u"word/diagrams/drawing#.xml"_s,
          u"application/vnd.ms-office.drawingml.diagramDrawing+xml"_s}},
        {PartRole::CoreProperties,
         {u"docProps/core.xml"_s, u"application/vnd.openxmlformats-package.core-properties+xml"_s}},
        {PartRole::AppProperties,
         {u"docProps/app.xml"_s,
          u"application/vnd.openxmlformats-officedocument.extended-properties+xml"_s}},
    };
    return words;
}

/// Suffix and content type of a cleaned picture, by its first bytes.
RoleWords pictureWords(const QByteArray &bytes)
{
    if (bytes.startsWith("\x89PNG")) {
        return {u"png"_s, u"image/png"_s};
    }
    if (bytes.startsWith("\xff\xd8")) {
        return {u"jpeg"_s, u"image/jpeg"_s};
    }
    if (bytes.startsWith("GIF8")) {
        return {u"gif"_s, u"image/gif"_s};
    }
    return {u"bmp"_s, u"image/bmp"_s};
}

/// One grey pixel; drawn at the size of the picture that it stands for.
QByteArray greyPixel()
{
    return QByteArray::fromBase64(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mO4CQAA2wDayV3H9QAAAABJRU5E"
        "rkJggg==");
}

}   // namespace

QString relationshipType(const QString &kind, bool strict)
{
    if (kind == u"core-properties"_s) {
        return u"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"_s;
    }
    if (kind == u"diagramDrawing"_s) {
        return u"http://schemas.microsoft.com/office/2007/relationships/diagramDrawing"_s;
    }
    const QString base =
        strict ? u"http://purl.oclc.org/ooxml/officeDocument/relationships/"_s
               : u"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"_s;
    if (strict && kind == u"extended-properties"_s) {
        return base + u"extendedProperties"_s;
    }
    return base + kind;
}

QString contentTypeOf(PartRole role)
{
    const auto words = roleWords().find(role);
    return words == roleWords().end() ? QString() : words->second.contentType;
}

OutputNames::OutputNames(const std::vector<RoledPart> &parts)
{
    std::map<PartRole, int> counts;
    for (const RoledPart &roled : parts) {
        const auto words = roleWords().find(roled.role);
        if (words == roleWords().end()) {
            continue;
        }
        QString name = words->second.name;
        name.replace(u'#', QString::number(++counts[roled.role]));
        m_names.insert(roled.part->name, name);
    }
}

QString OutputNames::of(const QString &partName) const
{
    return m_names.value(partName);
}

QString PictureStore::store(const QByteArray &bytes)
{
    const RoleWords words = pictureWords(bytes);
    Part part;
    part.name = u"word/media/image%1.%2"_s.arg(m_parts.size() + 1).arg(words.name);
    part.contentType = words.contentType;
    part.bytes = bytes;
    m_parts.push_back(std::move(part));
    return m_parts.back().name;
}

QString PictureStore::placeholder()
{
    if (m_placeholder.isEmpty()) {
        m_placeholder = store(greyPixel());
    }
    return m_placeholder;
}

/// Nothing when the picture cannot be cleaned, or not be cut.
std::optional<QByteArray> PictureStore::cleaned(const Part &part,
                                                const std::array<double, 4> &shares)
{
    const auto clean = image::scrubPicture(part.bytes);
    if (!clean) {
        return std::nullopt;
    }
    m_metadata += clean->removed;
    if (!cutsOff(shares)) {
        return clean->bytes;
    }
    const auto [left, top, right, bottom] = shares;
    return image::cropPicture(clean->bytes, {left, top, right, bottom});
}

QString PictureStore::add(const Part &part, const std::array<double, 4> &shares)
{
    const std::array<double, 4> cut = m_keepCrops ? std::array<double, 4>{} : shares;
    QString key = part.name;
    if (cutsOff(cut)) {
        for (const double share : cut) {
            key += u'|' + QString::number(share, 'f', 5);
        }
    }
    const auto known = m_names.constFind(key);
    if (known != m_names.cend()) {
        return known.value();
    }
    const auto bytes = cleaned(part, cut);
    m_replaced += bytes ? 0 : 1;
    const QString name = bytes ? store(*bytes) : placeholder();
    m_names.insert(key, name);
    return name;
}

QString PictureStore::add(const Part *part, pugi::xml_node source)
{
    if (part == nullptr) {
        return placeholder();
    }
    PictureCrop crop(source);
    if (crop.cuts() && !m_keepCrops) {
        crop.settle();
    }
    return add(*part, crop.shares());
}

}   // namespace expunge::formats::ooxml
