// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/docxbuilder.h"

#include "tests/support/zipbuilder.h"

namespace expunge::testing {

namespace {

const QByteArray wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
const QByteArray transitional = "http://schemas.openxmlformats.org/";
const QByteArray strictNames = "http://purl.oclc.org/ooxml/";

QByteArray strictForm(QByteArray xml)
{
    // the two editions differ in the start of these names, and in the year that Strict leaves out
    for (const char *name : {"wordprocessingml", "officeDocument", "drawingml"}) {
        const QByteArray old = transitional + name + "/2006/";
        const QByteArray now = strictNames + name + "/";
        xml.replace(old, now);
    }
    return xml;
}

}   // namespace

QByteArray DocxBuilder::wrap(const QByteArray &root, const QByteArray &xml) const
{
    const QByteArray whole =
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><" + root
        + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
          " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
          " xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\""
          " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
          " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
          " xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\""
          " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
          " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
          " xmlns:v=\"urn:schemas-microsoft-com:vml\""
          " xmlns:o=\"urn:schemas-microsoft-com:office:office\""
          " xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\""
          " xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\""
          " mc:Ignorable=\"w14 w15\">"
        + xml + "</" + root.left(root.indexOf(' ') < 0 ? root.size() : root.indexOf(' ')) + '>';
    return m_strict ? strictForm(whole) : whole;
}

void DocxBuilder::link(const QByteArray &id, const QByteArray &kind, const QByteArray &target,
                       bool external)
{
    const QByteArray type =
        kind.startsWith("http") ? kind : transitional + "officeDocument/2006/relationships/" + kind;
    m_relationships += "<Relationship Id=\"" + id + "\" Type=\""
                       + (m_strict ? strictForm(type) : type) + "\" Target=\"" + target + '"'
                       + (external ? " TargetMode=\"External\"" : "") + "/>";
}

DocxBuilder &DocxBuilder::strict()
{
    m_strict = true;
    return *this;
}

DocxBuilder &DocxBuilder::mainType(const QByteArray &contentType)
{
    m_mainType = contentType;
    return *this;
}

DocxBuilder &DocxBuilder::body(const QByteArray &xml)
{
    m_body += xml;
    return *this;
}

DocxBuilder &DocxBuilder::part(const QByteArray &name, const QByteArray &contentType,
                               const QByteArray &content, const QByteArray &id,
                               const QByteArray &kind)
{
    link(id, kind, '/' + name, false);
    m_parts.push_back({name, contentType, content});
    return *this;
}

DocxBuilder &DocxBuilder::external(const QByteArray &id, const QByteArray &kind,
                                   const QByteArray &target)
{
    link(id, kind, target, true);
    return *this;
}

DocxBuilder &DocxBuilder::stray(const QByteArray &name, const QByteArray &contentType,
                                const QByteArray &content)
{
    m_parts.push_back({name, contentType, content});
    return *this;
}

DocxBuilder &DocxBuilder::styles(const QByteArray &xml)
{
    return part("word/styles.xml", wordType + "styles+xml", wrap("w:styles", xml), "rIdStyles",
                "styles");
}

DocxBuilder &DocxBuilder::numbering(const QByteArray &xml)
{
    return part("word/numbering.xml", wordType + "numbering+xml", wrap("w:numbering", xml),
                "rIdNumbering", "numbering");
}

DocxBuilder &DocxBuilder::settings(const QByteArray &xml)
{
    return part("word/settings.xml", wordType + "settings+xml", wrap("w:settings", xml),
                "rIdSettings", "settings");
}

DocxBuilder &DocxBuilder::header(const QByteArray &xml)
{
    m_section += "<w:headerReference w:type=\"default\" r:id=\"rIdHeader\"/>";
    return part("word/header7.xml", wordType + "header+xml", wrap("w:hdr", xml), "rIdHeader",
                "header");
}

DocxBuilder &DocxBuilder::footer(const QByteArray &xml)
{
    m_section += "<w:footerReference w:type=\"default\" r:id=\"rIdFooter\"/>";
    return part("word/footer3.xml", wordType + "footer+xml", wrap("w:ftr", xml), "rIdFooter",
                "footer");
}

DocxBuilder &DocxBuilder::footnote(int id, const QByteArray &xml)
{
    m_footnotes += "<w:footnote w:id=\"" + QByteArray::number(id) + "\">" + xml + "</w:footnote>";
    return *this;
}

DocxBuilder &DocxBuilder::endnote(int id, const QByteArray &xml)
{
    m_endnotes += "<w:endnote w:id=\"" + QByteArray::number(id) + "\">" + xml + "</w:endnote>";
    return *this;
}

DocxBuilder &DocxBuilder::comment(int id, const QByteArray &author, const QByteArray &xml)
{
    m_comments += "<w:comment w:id=\"" + QByteArray::number(id) + "\" w:author=\"" + author
                  + "\" w:initials=\"" + author.left(1) + "\" w:date=\"2026-01-01T00:00:00Z\">"
                  + xml + "</w:comment>";
    return *this;
}

QByteArray DocxBuilder::build() const
{
    DocxBuilder whole = *this;
    const QByteArray separator = "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p/></w:footnote>";
    if (!m_footnotes.isEmpty()) {
        whole.part("word/footnotes.xml", wordType + "footnotes+xml",
                   wrap("w:footnotes", separator + m_footnotes), "rIdFootnotes", "footnotes");
    }
    if (!m_endnotes.isEmpty()) {
        whole.part("word/endnotes.xml", wordType + "endnotes+xml", wrap("w:endnotes", m_endnotes),
                   "rIdEndnotes", "endnotes");
    }
    if (!m_comments.isEmpty()) {
        whole.part("word/comments.xml", wordType + "comments+xml", wrap("w:comments", m_comments),
                   "rIdComments", "comments");
    }
    QByteArray types =
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        "<Default Extension=\"rels\" ContentType=\""
        "application/vnd.openxmlformats-package.relationships+xml\"/>"
        "<Override PartName=\"/word/document.xml\" ContentType=\""
        + (m_mainType.isEmpty() ? wordType + "document.main+xml" : m_mainType) + "\"/>";
    ZipBuilder zip;
    for (const Part &part : whole.m_parts) {
        types +=
            "<Override PartName=\"/" + part.name + "\" ContentType=\"" + part.contentType + "\"/>";
    }
    const QByteArray relations =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    const QByteArray office = transitional + "officeDocument/2006/relationships/officeDocument";
    zip.add("[Content_Types].xml", types + "</Types>");
    zip.add("_rels/.rels", relations + "<Relationship Id=\"rId1\" Type=\""
                               + (m_strict ? strictForm(office) : office)
                               + "\" Target=\"word/document.xml\"/></Relationships>");
    zip.add("word/document.xml", wrap("w:document", "<w:body>" + m_body + "<w:sectPr>" + m_section
                                                        + "</w:sectPr></w:body>"));
    zip.add("word/_rels/document.xml.rels", relations + whole.m_relationships + "</Relationships>");
    for (const Part &part : whole.m_parts) {
        zip.add(part.name, part.content);
    }
    return zip.build();
}

QByteArray paragraph(const QByteArray &content, const QByteArray &properties)
{
    return "<w:p>" + (properties.isEmpty() ? QByteArray() : "<w:pPr>" + properties + "</w:pPr>")
           + content + "</w:p>";
}

QByteArray run(const QByteArray &text, const QByteArray &properties)
{
    return "<w:r>" + (properties.isEmpty() ? QByteArray() : "<w:rPr>" + properties + "</w:rPr>")
           + "<w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}

QByteArray field(const QByteArray &code, const QByteArray &result)
{
    const QByteArray mark = "<w:r><w:fldChar w:fldCharType=\"";
    const QByteArray instruction =
        code.startsWith('<')
            ? code
            : "<w:r><w:instrText xml:space=\"preserve\">" + code + "</w:instrText></w:r>";
    return mark + "begin\"/></w:r>" + instruction + mark + "separate\"/></w:r>" + result + mark
           + "end\"/></w:r>";
}

}   // namespace expunge::testing
