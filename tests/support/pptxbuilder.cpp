// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pptxbuilder.h"

#include "tests/support/zipbuilder.h"

#include <map>

namespace expunge::testing {

namespace {

constexpr auto presentationTypes = "application/vnd.openxmlformats-officedocument.presentationml.";

constexpr auto themeMarkup =
    "<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"Office "
    "Theme\"><a:themeElements><a:clrScheme name=\"Office\"><a:dk1><a:srgbClr val=\"000000\"/>"
    "</a:dk1><a:lt1><a:srgbClr val=\"FFFFFF\"/></a:lt1><a:dk2><a:srgbClr val=\"1F497D\"/></a:dk2>"
    "<a:lt2><a:srgbClr val=\"EEECE1\"/></a:lt2><a:accent1><a:srgbClr val=\"4F81BD\"/></a:accent1>"
    "<a:accent2><a:srgbClr val=\"C0504D\"/></a:accent2><a:accent3><a:srgbClr val=\"9BBB59\"/>"
    "</a:accent3><a:accent4><a:srgbClr val=\"8064A2\"/></a:accent4><a:accent5><a:srgbClr "
    "val=\"4BACC6\"/></a:accent5><a:accent6><a:srgbClr val=\"F79646\"/></a:accent6><a:hlink>"
    "<a:srgbClr val=\"0000FF\"/></a:hlink><a:folHlink><a:srgbClr val=\"800080\"/></a:folHlink>"
    "</a:clrScheme><a:fontScheme name=\"Office\"><a:majorFont><a:latin typeface=\"Calibri\"/><a:ea "
    "typeface=\"\"/><a:cs typeface=\"\"/></a:majorFont><a:minorFont><a:latin "
    "typeface=\"Calibri\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/></a:minorFont></a:fontScheme>"
    "<a:fmtScheme name=\"Office\"><a:fillStyleLst><a:solidFill><a:schemeClr val=\"phClr\"/>"
    "</a:solidFill><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill><a:solidFill>"
    "<a:schemeClr val=\"phClr\"/></a:solidFill></a:fillStyleLst><a:lnStyleLst><a:ln/><a:ln/><a:ln/>"
    "</a:lnStyleLst><a:effectStyleLst><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle>"
    "<a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle>"
    "</a:effectStyleLst><a:bgFillStyleLst><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>"
    "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill><a:solidFill><a:schemeClr "
    "val=\"phClr\"/></a:solidFill></a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>";

constexpr auto colourMap =
    "<p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" "
    "accent2=\"accent2\" accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" "
    "accent6=\"accent6\" hlink=\"hlink\" folHlink=\"folHlink\"/>";

QByteArray points(int value)
{
    return QByteArray::number(value * 12700);
}

QByteArray transform(int x, int y, int width, int height)
{
    return "<a:xfrm><a:off x=\"" + points(x) + "\" y=\"" + points(y) + "\"/><a:ext cx=\""
           + points(width) + "\" cy=\"" + points(height) + "\"/></a:xfrm>";
}

QByteArray masterPlaceholder(int id, const QByteArray &type, int y, int height)
{
    return "<p:sp><p:nvSpPr><p:cNvPr id=\"" + QByteArray::number(id)
           + "\" name=\"Title 1\"/><p:cNvSpPr/><p:nvPr><p:ph type=\"" + type
           + "\"/></p:nvPr></p:nvSpPr><p:spPr>" + transform(40, y, 640, height)
           + "</p:spPr><p:txBody><a:bodyPr/><a:p/></p:txBody></p:sp>";
}

/// The common data of a page (19.3.1.16).
QByteArray page(const QByteArray &shapes, const QByteArray &name = {})
{
    return "<p:cSld" + (name.isEmpty() ? QByteArray() : " name=\"" + name + "\"")
           + "><p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/>"
             "</p:nvGrpSpPr><p:grpSpPr/>"
           + shapes + "</p:spTree></p:cSld>";
}

}   // namespace

PptxBuilder &PptxBuilder::slide(PptxSlide slide)
{
    m_slides.push_back(std::move(slide));
    return *this;
}

PptxBuilder &PptxBuilder::layout(const QByteArray &shapes, const QByteArray &name)
{
    m_layoutShapes = shapes;
    m_layoutName = name;
    return *this;
}

PptxBuilder &PptxBuilder::master(const QByteArray &shapes)
{
    m_masterShapes = shapes;
    return *this;
}

PptxBuilder &PptxBuilder::presentation(const QByteArray &markup)
{
    m_presentation = markup;
    return *this;
}

PptxBuilder &PptxBuilder::part(const QByteArray &name, const QByteArray &type,
                               const QByteArray &content)
{
    m_parts.push_back({name, type, content});
    return *this;
}

PptxBuilder::Link PptxBuilder::link(const QByteArray &source, const QByteArray &id,
                                    const QByteArray &kind, const QByteArray &target,
                                    bool external) const
{
    const QByteArray base =
        m_strict ? "http://purl.oclc.org/ooxml/officeDocument/relationships/"
                 : "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    const QByteArray type = kind.contains("://") ? kind : base + kind;
    return {source, "<Relationship Id=\"" + id + "\" Type=\"" + type + "\" Target=\""
                        + (external ? target : "/" + target) + "\""
                        + (external ? " TargetMode=\"External\"/>" : "/>")};
}

PptxBuilder &PptxBuilder::relate(const QByteArray &source, const QByteArray &id,
                                 const QByteArray &kind, const QByteArray &target, bool external)
{
    m_links.push_back(link(source, id, kind, target, external));
    return *this;
}

PptxBuilder &PptxBuilder::mainType(const QByteArray &type)
{
    m_mainType = type;
    return *this;
}

PptxBuilder &PptxBuilder::strict()
{
    m_strict = true;
    return *this;
}

QByteArray PptxBuilder::namespaces() const
{
    const QByteArray base =
        m_strict ? "http://purl.oclc.org/ooxml/" : "http://schemas.openxmlformats.org/";
    const QByteArray year = m_strict ? "/" : "/2006/";
    return " xmlns:a=\"" + base + "drawingml" + year + "main\" xmlns:r=\"" + base + "officeDocument"
           + year + "relationships\" xmlns:p=\"" + base + "presentationml" + year
           + "main\" xmlns:c=\"" + base + "drawingml" + year + "chart\" xmlns:dgm=\"" + base
           + "drawingml" + year
           + "diagram\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
             "xmlns:p14=\"http://schemas.microsoft.com/office/powerpoint/2010/main\"";
}

void PptxBuilder::addFrame(std::vector<Piece> &parts, std::vector<Link> &links) const
{
    const QByteArray types = presentationTypes;
    const QByteArray master = "ppt/slideMasters/slideMaster1.xml";
    const QByteArray layout = "ppt/slideLayouts/slideLayout1.xml";
    QByteArray slides;
    for (size_t i = 1; i <= m_slides.size(); ++i) {
        const QByteArray number = QByteArray::number(i);
        slides +=
            "<p:sldId id=\"" + QByteArray::number(255 + i) + "\" r:id=\"rIdSlide" + number + "\"/>";
        links.push_back(link("ppt/presentation.xml", "rIdSlide" + number, "slide",
                             "ppt/slides/slide" + number + ".xml", false));
    }
    parts.push_back({"ppt/presentation.xml", m_mainType,
                     "<p:presentation" + namespaces()
                         + "><p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" "
                           "r:id=\"rIdMaster\"/></p:sldMasterIdLst><p:sldIdLst>"
                         + slides
                         + "</p:sldIdLst><p:sldSz cx=\"9144000\" cy=\"6858000\"/><p:notesSz "
                           "cx=\"6858000\" cy=\"9144000\"/>"
                         + m_presentation + "</p:presentation>"});
    parts.push_back({master, types + "slideMaster+xml",
                     "<p:sldMaster" + namespaces() + ">"
                         + page(masterPlaceholder(2, "title", 30, 60)
                                + masterPlaceholder(3, "body", 120, 360) + m_masterShapes)
                         + colourMap
                         + "<p:sldLayoutIdLst><p:sldLayoutId id=\"2147483649\" "
                           "r:id=\"rId1\"/></p:sldLayoutIdLst></p:sldMaster>"});
    parts.push_back(
        {layout, types + "slideLayout+xml",
         "<p:sldLayout" + namespaces() + ">"
             + page(masterPlaceholder(2, "title", 40, 70) + m_layoutShapes, m_layoutName)
             + "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"});
    QByteArray theme = themeMarkup;
    if (m_strict) {
        theme.replace("http://schemas.openxmlformats.org/drawingml/2006/main",
                      "http://purl.oclc.org/ooxml/drawingml/main");
    }
    parts.push_back(
        {"ppt/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml", theme});
    links.push_back(link("", "rId1", "officeDocument", "ppt/presentation.xml", false));
    links.push_back(link("ppt/presentation.xml", "rIdMaster", "slideMaster", master, false));
    links.push_back(link(master, "rId1", "slideLayout", layout, false));
    links.push_back(link(master, "rId2", "theme", "ppt/theme/theme1.xml", false));
    links.push_back(link(layout, "rId1", "slideMaster", master, false));
}

void PptxBuilder::addSlides(std::vector<Piece> &parts, std::vector<Link> &links) const
{
    const QByteArray types = presentationTypes;
    for (size_t i = 0; i < m_slides.size(); ++i) {
        const QByteArray number = QByteArray::number(i + 1);
        const QByteArray name = "ppt/slides/slide" + number + ".xml";
        const QByteArray notes = "ppt/notesSlides/notesSlide" + number + ".xml";
        parts.push_back({name, types + "slide+xml",
                         "<p:sld" + namespaces() + " " + m_slides[i].attributes + ">"
                             + page(m_slides[i].shapes)
                             + "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
                             + m_slides[i].after + "</p:sld>"});
        links.push_back(
            link(name, "rIdLayout", "slideLayout", "ppt/slideLayouts/slideLayout1.xml", false));
        if (!m_slides[i].notes.isEmpty()) {
            parts.push_back(
                {notes, types + "notesSlide+xml",
                 "<p:notes" + namespaces() + ">" + page(m_slides[i].notes) + "</p:notes>"});
            links.push_back(link(name, "rIdNotes", "notesSlide", notes, false));
            links.push_back(link(notes, "rId1", "slide", name, false));
        }
    }
}

QByteArray PptxBuilder::build() const
{
    std::vector<Piece> parts;
    std::vector<Link> links;
    addFrame(parts, links);
    addSlides(parts, links);
    parts.insert(parts.end(), m_parts.begin(), m_parts.end());
    links.insert(links.end(), m_links.begin(), m_links.end());
    QByteArray types =
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default "
        "Extension=\"rels\" "
        "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>";
    ZipBuilder zip;
    for (const Piece &piece : parts) {
        types += "<Override PartName=\"/" + piece.name + "\" ContentType=\"" + piece.type + "\"/>";
        zip.add(piece.name, piece.content);
    }
    zip.add("[Content_Types].xml", types + "</Types>");
    std::map<QByteArray, QByteArray> bySource;
    for (const Link &one : links) {
        bySource[one.source] += one.markup;
    }
    for (const auto &[source, markup] : bySource) {
        const qsizetype slash = source.lastIndexOf('/') + 1;
        const QByteArray name = source.left(slash) + "_rels/" + source.mid(slash) + ".rels";
        zip.add(name, "<Relationships "
                      "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                          + markup + "</Relationships>");
    }
    return zip.build();
}

QByteArray textBox(int id, const QByteArray &paragraphs, const QByteArray &identity, int x, int y,
                   int width, int height, const QByteArray &fill)
{
    return "<p:sp><p:nvSpPr><p:cNvPr id=\"" + QByteArray::number(id) + "\" "
           + (identity.contains("name=") ? QByteArray() : QByteArray("name=\"TextBox 1\" "))
           + identity + "/><p:cNvSpPr txBox=\"1\"/><p:nvPr/></p:nvSpPr><p:spPr>"
           + transform(x, y, width, height) + "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>"
           + fill + "</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/>" + paragraphs
           + "</p:txBody></p:sp>";
}

QByteArray placeholder(int id, const QByteArray &type, const QByteArray &paragraphs)
{
    return "<p:sp><p:nvSpPr><p:cNvPr id=\"" + QByteArray::number(id)
           + "\" name=\"Title 1\"/><p:cNvSpPr/><p:nvPr><p:ph type=\"" + type
           + "\"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>" + paragraphs
           + "</p:txBody></p:sp>";
}

QByteArray slideParagraph(const QByteArray &text, const QByteArray &runProperties)
{
    return "<a:p><a:r>" + runProperties + "<a:t>" + text + "</a:t></a:r></a:p>";
}

}   // namespace expunge::testing
