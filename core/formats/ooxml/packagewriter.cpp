// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/package.h"
#include "core/formats/ooxml/ziparchive.h"

#include <QUrl>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using base::ErrorCode;

namespace {

constexpr auto declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr auto relationshipsType = "application/vnd.openxmlformats-package.relationships+xml";

QByteArray escaped(const QString &text)
{
    return text.toHtmlEscaped().toUtf8();
}

/// "word/media/image1.png" as it must stand in a target or a PartName: percent-encoded where a URI
/// needs it.
QByteArray encodedName(const QString &name)
{
    return QUrl::toPercentEncoding(name, "/[]:@!$&'()*+,;=%");
}

QByteArray contentTypes(const std::vector<Part> &parts)
{
    std::map<QByteArray, QByteArray> overrides;
    for (const Part &part : parts) {
        overrides.emplace("/" + encodedName(part.name), part.contentType.toUtf8());
    }
    QByteArray xml = declaration;
    xml += "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
           "<Default Extension=\"rels\" ContentType=\"";
    xml += relationshipsType;
    xml += "\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>";
    for (const auto &[name, type] : overrides) {
        xml += "<Override PartName=\"" + escaped(QString::fromUtf8(name)) + "\" ContentType=\""
               + escaped(QString::fromUtf8(type)) + "\"/>";
    }
    return xml + "</Types>";
}

/// From part to part as a relative target, as Word writes it: some readers only know those.
QByteArray relativeTarget(const QString &source, const QString &target)
{
    const QStringList from = source.split(u'/').mid(0, source.count(u'/'));
    const QStringList to = target.split(u'/');
    qsizetype shared = 0;
    while (shared < from.size() && shared < to.size() - 1 && from[shared] == to[shared]) {
        ++shared;
    }
    QStringList steps(from.size() - shared, u".."_s);
    steps += to.mid(shared);
    return encodedName(steps.join(u'/'));
}

QByteArray relationshipsXml(const QString &source, const std::vector<Relationship> &relationships)
{
    QByteArray xml = declaration;
    xml += "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    for (const Relationship &relationship : relationships) {
        const QByteArray target =
            relationship.external
                ? escaped(relationship.target)
                : escaped(QString::fromUtf8(relativeTarget(source, relationship.target)));
        xml += "<Relationship Id=\"" + escaped(relationship.id) + "\" Type=\""
               + escaped(relationship.type) + "\" Target=\"" + target + "\""
               + (relationship.external ? " TargetMode=\"External\"/>" : "/>");
    }
    return xml + "</Relationships>";
}

QString relationshipsName(const QString &part)
{
    const qsizetype slash = part.lastIndexOf(u'/') + 1;
    return part.left(slash) + u"_rels/"_s + part.mid(slash) + u".rels"_s;
}

/// Everything that a package consists of, in the order in which it is written.
std::vector<ZipOutput> entriesOf(const OutputPackage &package)
{
    std::map<QByteArray, QByteArray> sorted;
    for (const Part &part : package.parts) {
        sorted.emplace(encodedName(part.name), part.bytes);
        if (!part.relationships.empty()) {
            sorted.emplace(encodedName(relationshipsName(part.name)),
                           relationshipsXml(part.name, part.relationships));
        }
    }
    std::vector<ZipOutput> entries{{"[Content_Types].xml", contentTypes(package.parts)},
                                   {"_rels/.rels", relationshipsXml(QString(), package.root)}};
    for (const auto &[name, bytes] : sorted) {
        entries.push_back({name, bytes});
    }
    return entries;
}

base::Result<> checkOutput(const OutputPackage &package)
{
    QStringList keys;
    for (const Part &part : package.parts) {
        const QString key = partKey(part.name);
        if (part.name.isEmpty() || part.contentType.isEmpty() || keys.contains(key)) {
            return base::failure(ErrorCode::Internal, {}, part.name);
        }
        keys.append(key);
    }
    const auto leadsSomewhere = [&keys](const Relationship &relationship) {
        return relationship.external || keys.contains(partKey(relationship.target));
    };
    const auto &root = package.root;
    if (!std::all_of(root.begin(), root.end(), leadsSomewhere)) {
        return base::failure(ErrorCode::Internal, {}, u"_rels/.rels"_s);
    }
    for (const Part &part : package.parts) {
        if (!std::all_of(part.relationships.begin(), part.relationships.end(), leadsSomewhere)) {
            return base::failure(ErrorCode::Internal, {}, relationshipsName(part.name));
        }
    }
    return {};
}

}   // namespace

base::Result<QByteArray> writePackage(const OutputPackage &package, const base::JobContext &job)
{
    if (const auto sound = checkOutput(package); !sound) {
        return tl::unexpected(sound.error());
    }
    return writeZip(entriesOf(package), job);
}

}   // namespace expunge::formats::ooxml
