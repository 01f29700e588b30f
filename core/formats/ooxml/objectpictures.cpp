// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/objectpictures.h"

#include <QRegularExpression>
#include <QXmlStreamReader>

#include <array>
#include <map>
#include <optional>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;

namespace {

/// What shows an object: a picture between two corners, each a column, an offset in it, a row, and
/// an offset in that, in units of drawings.
struct ObjectPicture
{
    QString picture;   // name of its part
    std::array<qint64, 8> corners{};
};

/// One object of a sheet, as far as the sheet tells (ECMA-376 part 1, 18.3.1.59 and 18.3.1.56).
struct SheetObject
{
    QString shape;     // number of its shape in the old drawing
    QString picture;   // relationship of the sheet; empty: only the old drawing shows it
    std::vector<qint64> corners;
};

const Relationship *relationshipOf(const Part &part, const QString &id)
{
    for (const Relationship &relationship : part.relationships) {
        if (relationship.id == id && !relationship.external) {
            return &relationship;
        }
    }
    return nullptr;
}

QString localName(const QXmlStreamReader &reader)
{
    return reader.qualifiedName().toString().section(QChar(u':'), -1);
}

/// The value of an attribute, whatever its prefix.
QString attributeOf(const QXmlStreamReader &reader, const QString &name)
{
    for (const QXmlStreamAttribute &attribute : reader.attributes()) {
        if (attribute.qualifiedName().toString().section(QChar(u':'), -1) == name) {
            return attribute.value().toString();
        }
    }
    return {};
}

/// The objects that a sheet lists; of two forms of one object the one that says more.
std::map<QString, SheetObject> objectsOf(const QByteArray &sheet)
{
    static const QRegularExpression list(u"<(\\w+:)?oleObjects\\b.*</(\\w+:)?oleObjects>"_s,
                                         QRegularExpression::DotMatchesEverythingOption);
    std::map<QString, SheetObject> objects;
    // the list is behind the cells, of which there can be a million
    const qsizetype start = sheet.lastIndexOf('<', sheet.indexOf("oleObjects"));
    const auto match = list.match(QString::fromUtf8(sheet.sliced(std::max<qsizetype>(0, start))));
    QXmlStreamReader reader(match.captured());
    reader.setNamespaceProcessing(false);
    SheetObject object;
    while (!reader.atEnd()) {
        const auto token = reader.readNext();
        const QString name = localName(reader);
        if (token == QXmlStreamReader::StartElement && name == u"oleObject"_s) {
            object = {attributeOf(reader, u"shapeId"_s), {}, {}};
        } else if (token == QXmlStreamReader::StartElement && name == u"objectPr"_s) {
            object.picture = attributeOf(reader, u"id"_s);
        } else if (token == QXmlStreamReader::StartElement
                   && (name == u"col"_s || name == u"colOff"_s || name == u"row"_s
                       || name == u"rowOff"_s)) {
            object.corners.push_back(reader.readElementText().toLongLong());
        } else if (token == QXmlStreamReader::EndElement && name == u"oleObject"_s) {
            SheetObject &known = objects[object.shape];
            known = known.picture.isEmpty() ? object : known;
        }
    }
    return objects;
}

/// The shapes of an old drawing that have a picture, by number (ECMA-376 part 4, 19.2.2.10 and
/// 19.4.2.4: columns and rows with offsets in pixels).
std::map<QString, ObjectPicture> oldShapes(const Package &package, const Part &drawing)
{
    constexpr qint64 unitsPerPixel = 9525;
    std::map<QString, ObjectPicture> shapes;
    QXmlStreamReader reader(drawing.bytes);
    reader.setNamespaceProcessing(false);
    QString shape;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        const QString name = localName(reader);
        if (name == u"shape"_s) {
            const QString spid = attributeOf(reader, u"spid"_s);
            shape = (spid.isEmpty() ? attributeOf(reader, u"id"_s) : spid).section(u"_s"_s, -1);
        } else if (name == u"imagedata"_s) {
            const Relationship *found = relationshipOf(drawing, attributeOf(reader, u"relid"_s));
            const Part *picture = found == nullptr ? nullptr : package.find(found->target);
            shapes[shape].picture = picture == nullptr ? QString() : picture->name;
        } else if (name == u"Anchor"_s) {
            const QStringList numbers = reader.readElementText().split(u',');
            for (qsizetype i = 0; i < std::min<qsizetype>(8, numbers.size()); ++i) {
                const qint64 number = numbers[i].trimmed().toLongLong();
                shapes[shape].corners[static_cast<size_t>(i)] =
                    i % 2 == 0 ? number : number * unitsPerPixel;
            }
        }
    }
    return shapes;
}

std::vector<ObjectPicture> picturesOf(const Package &package, const Part &sheet)
{
    std::map<QString, ObjectPicture> old;
    for (const Relationship &relationship : sheet.relationships) {
        const bool drawing = relationshipKind(relationship.type) == u"vmlDrawing"_s;
        const Part *part =
            drawing && !relationship.external ? package.find(relationship.target) : nullptr;
        if (part != nullptr) {
            old.merge(oldShapes(package, *part));
        }
    }
    std::vector<ObjectPicture> pictures;
    for (const auto &[shape, object] : objectsOf(sheet.bytes)) {
        ObjectPicture picture = old[shape];
        const Relationship *found = relationshipOf(sheet, object.picture);
        if (const Part *part = found == nullptr ? nullptr : package.find(found->target)) {
            picture.picture = part->name;
        }
        if (object.corners.size() == picture.corners.size()) {
            std::copy(object.corners.begin(), object.corners.end(), picture.corners.begin());
        }
        if (!picture.picture.isEmpty()) {
            pictures.push_back(std::move(picture));
        }
    }
    return pictures;
}

QByteArray corner(const char *name, const std::array<qint64, 8> &numbers, size_t at)
{
    const auto element = [](const char *what, qint64 value) -> QByteArray {
        return QByteArray("<xdr:") + what + '>' + QByteArray::number(value) + "</xdr:" + what + '>';
    };
    return QByteArray("<xdr:") + name + '>' + element("col", numbers[at])
           + element("colOff", numbers[at + 1]) + element("row", numbers[at + 2])
           + element("rowOff", numbers[at + 3]) + "</xdr:" + name + '>';
}

/// ECMA-376 part 1, 20.5.2.33
QByteArray anchorOf(const ObjectPicture &picture, const QString &id, int number)
{
    const QByteArray count = QByteArray::number(number);
    return "<xdr:twoCellAnchor xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/"
           "spreadsheetDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
           "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
           + corner("from", picture.corners, 0) + corner("to", picture.corners, 4)
           + "<xdr:pic><xdr:nvPicPr><xdr:cNvPr id=\"" + count + "\" name=\"Picture " + count
           + "\"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed=\"" + id.toUtf8()
           + "\"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:prstGeom "
             "prst=\"rect\"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/>"
             "</xdr:twoCellAnchor>";
}

QString imageType()
{
    return u"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"_s;
}

/// The drawing of a sheet; a new one gets its element where the order of the sheet wants it
/// (18.3.1.99).
QString drawingOf(Package &package, const QString &sheetName)
{
    Part &sheet = *package.edit(sheetName);
    for (const Relationship &relationship : sheet.relationships) {
        const Part *part = relationshipKind(relationship.type) == u"drawing"_s
                               ? package.find(relationship.target)
                               : nullptr;
        if (part != nullptr) {
            return part->name;
        }
    }
    static const QRegularExpression behind(u"<(\\w+:)?(legacyDrawing|oleObjects)\\b"_s);
    const auto place = behind.match(QString::fromLatin1(sheet.bytes));
    if (!place.hasMatch()) {
        return {};
    }
    const QString id = u"rIdObjects"_s;
    sheet.bytes.insert(
        place.capturedStart(),
        "<drawing xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
        " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/"
        "relationships\" r:id=\"rIdObjects\"/>");
    Part drawing;
    drawing.name = sheetName + u".objects.xml"_s;
    drawing.contentType = u"application/vnd.openxmlformats-officedocument.drawing+xml"_s;
    drawing.reachable = true;
    drawing.bytes = "<xdr:wsDr xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/"
                    "spreadsheetDrawing\"></xdr:wsDr>";
    sheet.relationships.push_back(
        {id, u"http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing"_s,
         drawing.name, false});
    const QString name = drawing.name;
    package.add(std::move(drawing));   // `sheet` is not valid any more
    return name;
}

}   // namespace

void showObjectPictures(Package &package)
{
    std::vector<std::pair<QString, std::vector<ObjectPicture>>> sheets;
    for (const Part &part : package.parts()) {
        if (part.reachable && part.bytes.contains("oleObjects")) {
            sheets.emplace_back(part.name, picturesOf(package, part));
        }
    }
    constexpr int firstNumber = 90'000;   // beyond what programs number themselves
    for (const auto &[sheet, pictures] : sheets) {
        const QString name = pictures.empty() ? QString() : drawingOf(package, sheet);
        Part *drawing = name.isEmpty() ? nullptr : package.edit(name);
        const qsizetype end = drawing == nullptr ? -1 : drawing->bytes.lastIndexOf("</");
        QByteArray anchors;
        for (size_t i = 0; i < pictures.size() && end >= 0; ++i) {
            const QString id = u"rIdObject%1"_s.arg(i + 1);
            drawing->relationships.push_back({id, imageType(), pictures[i].picture, false});
            anchors += anchorOf(pictures[i], id, firstNumber + static_cast<int>(i));
        }
        if (!anchors.isEmpty()) {
            drawing->bytes.insert(end, anchors);
        }
    }
}

}   // namespace expunge::formats::ooxml
