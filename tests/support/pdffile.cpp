// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pdffile.h"

#include <hb-subset.h>
#include <hb.h>

#include <memory>

namespace expunge::testing {

namespace {

constexpr const char *kSystemFont =
    "/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf";

template<typename T, void (*destroy)(T *)>
struct Destroyer
{
    void operator()(T *object) const { destroy(object); }
};
using Blob = std::unique_ptr<hb_blob_t, Destroyer<hb_blob_t, hb_blob_destroy>>;
using Face = std::unique_ptr<hb_face_t, Destroyer<hb_face_t, hb_face_destroy>>;
using HbFont = std::unique_ptr<hb_font_t, Destroyer<hb_font_t, hb_font_destroy>>;
using Input =
    std::unique_ptr<hb_subset_input_t, Destroyer<hb_subset_input_t, hb_subset_input_destroy>>;

QByteArray utf16Hex(char32_t character)
{
    QByteArray hex;
    for (const QChar unit : QString::fromUcs4(&character, 1)) {
        hex += QByteArray::number(unit.unicode(), 16).rightJustified(4, '0');
    }
    return hex;
}

QByteArray hexCode(quint16 code)
{
    return QByteArray::number(code, 16).rightJustified(4, '0');
}

}   // namespace

QByteArray CompositeFont::hex(const QString &text) const
{
    QByteArray bytes = "<";
    for (const char32_t character : text.toUcs4()) {
        bytes += hexCode(glyphs.value(character));
    }
    return bytes + '>';
}

PdfFile::PdfFile() = default;

int PdfFile::add(const QByteArray &object)
{
    m_objects += object;
    return static_cast<int>(m_objects.size()) + 2;
}

int PdfFile::addStream(const QByteArray &data, const QByteArray &entries)
{
    return add("<< " + entries + " /Length " + QByteArray::number(data.size()) + " >>\nstream\n"
               + data + "\nendstream");
}

void PdfFile::replace(int number, const QByteArray &object)
{
    m_objects[number - 3] = object;
}

int PdfFile::addPage(const QByteArray &content, const QByteArray &resources,
                     const QByteArray &extra)
{
    QByteArray page = "<< /Type /Page /Parent 2 0 R /Resources << " + resources + " >> " + extra;
    if (!extra.contains("/MediaBox")) {
        page += " /MediaBox [0 0 612 792]";
    }
    if (!extra.contains("/Contents")) {
        page += " /Contents " + ref(addStream(content));
    }
    const int number = add(page + " >>");
    m_pages += ref(number);
    return number;
}

int PdfFile::addBaseFont(const QByteArray &name, const QByteArray &more)
{
    return add("<< /Type /Font /Subtype /Type1 /BaseFont /" + name + ' ' + more + " >>");
}

int PdfFile::addTrueTypeFont(const QString &text)
{
    QMap<char32_t, int> widths;
    const QByteArray program = cutSystemFont(text, nullptr, &widths);
    const int file = addStream(program, "/Length1 " + QByteArray::number(program.size()));
    const int descriptor =
        add("<< /Type /FontDescriptor /FontName /ABCDEF+LiberationSerif /Flags 32 /ItalicAngle 0 "
            "/FontBBox [-176 -303 1006 981] /Ascent 891 /Descent -216 /CapHeight 660 /StemV 80 "
            "/FontFile2 "
            + ref(file) + " >>");
    QByteArray array;
    for (char32_t character = 32; character < 127; ++character) {
        array += ' ' + QByteArray::number(widths.value(character));
    }
    return add("<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+LiberationSerif /FirstChar 32 "
               "/LastChar 126 /Encoding /WinAnsiEncoding /FontDescriptor "
               + ref(descriptor) + " /Widths [" + array + " ] >>");
}

CompositeFont PdfFile::addCompositeFont(const QString &text, bool toUnicode)
{
    CompositeFont font;
    QMap<char32_t, int> widths;
    const QByteArray program = cutSystemFont(text, &font.glyphs, &widths);
    const int file = addStream(program, "/Length1 " + QByteArray::number(program.size()));
    const int descriptor =
        add("<< /Type /FontDescriptor /FontName /ABCDEF+LiberationSerif /Flags 4 /ItalicAngle 0 "
            "/FontBBox [-176 -303 1006 981] /Ascent 891 /Descent -216 /CapHeight 660 /StemV 80 "
            "/FontFile2 "
            + ref(file) + " >>");
    QByteArray array;
    QByteArray map;
    for (auto it = font.glyphs.cbegin(); it != font.glyphs.cend(); ++it) {
        array += QByteArray::number(it.value()) + " [" + QByteArray::number(widths.value(it.key()))
                 + "] ";
        map += '<' + hexCode(it.value()) + "> <" + utf16Hex(it.key()) + ">\n";
    }
    const int descendant = add(
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+LiberationSerif /CIDToGIDMap "
        "/Identity /DW 1000 /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 "
        ">> /FontDescriptor "
        + ref(descriptor) + " /W [" + array + "] >>");
    QByteArray entries = "<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+LiberationSerif "
                         "/Encoding /Identity-H /DescendantFonts ["
                         + ref(descendant) + ']';
    if (toUnicode) {
        entries += " /ToUnicode "
                   + ref(addStream("/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
                                   "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
                                   + QByteArray::number(font.glyphs.size()) + " beginbfchar\n" + map
                                   + "endbfchar\nendcmap end end"));
    }
    font.object = add(entries + " >>");
    return font;
}

int PdfFile::addType3Font(const QByteArray &letters)
{
    QByteArray procedures;
    QByteArray differences;
    QByteArray widths;
    for (int code = 32; code < 127; ++code) {
        const bool used = letters.contains(static_cast<char>(code));
        widths += used ? " 600" : " 0";
        if (used) {
            const QByteArray name = "g" + QByteArray::number(code);
            procedures +=
                '/' + name + ' ' + ref(addStream("600 0 0 0 500 700 d1 50 0 400 700 re f")) + ' ';
            differences += ' ' + QByteArray::number(code) + " /" + name;
        }
    }
    return add(
        "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 600 700] /FontMatrix [0.001 0 0 0.001 "
        "0 0] /Resources << >> /FirstChar 32 /LastChar 126 /CharProcs << "
        + procedures + ">> /Encoding << /Differences [" + differences + " ] >> /Widths [" + widths
        + " ] >>");
}

int PdfFile::addGreyImage(int width, int height, const QByteArray &pixels, const QByteArray &more)
{
    return addStream(pixels, "/Type /XObject /Subtype /Image /Width " + QByteArray::number(width)
                                 + " /Height " + QByteArray::number(height) + ' ' + more);
}

int PdfFile::addForm(const QByteArray &content, const QByteArray &entries, const QByteArray &box)
{
    return addStream(content, "/Type /XObject /Subtype /Form /BBox [" + box + "] " + entries);
}

QByteArray PdfFile::bytes() const
{
    QByteArrayList objects{"<< /Type /Catalog /Pages 2 0 R" + m_catalog + " >>",
                           "<< /Type /Pages /Kids [" + m_pages.join(' ') + "] /Count "
                               + QByteArray::number(m_pages.size()) + " >>"};
    objects += m_objects;
    QByteArray file = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
    QByteArray table;
    for (qsizetype i = 0; i < objects.size(); ++i) {
        table += QByteArray::number(file.size()).rightJustified(10, '0') + " 00000 n \n";
        file += QByteArray::number(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const QByteArray size = QByteArray::number(objects.size() + 1);
    const QByteArray start = QByteArray::number(file.size());
    return file + "xref\n0 " + size + "\n0000000000 65535 f \n" + table
           + "trailer << /Root 1 0 R /Size " + size + m_trailer + " >>\nstartxref\n" + start
           + "\n%%EOF\n";
}

QByteArray pdfOfLines(const QStringList &lines)
{
    PdfFile file;
    const int font = file.addBaseFont();
    QByteArray content = "BT /F1 12 Tf 20 TL 72 700 Td";
    for (const QString &line : lines) {
        QByteArray text = line.toLatin1();
        text.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)");
        content += " (" + text + ") Tj T*";
    }
    file.addPage(content + " ET", "/Font << /F1 " + PdfFile::ref(font) + " >>");
    return file.bytes();
}

QByteArray cutSystemFont(const QString &text, QMap<char32_t, quint16> *glyphs,
                         QMap<char32_t, int> *widths)
{
    const Blob blob(hb_blob_create_from_file(kSystemFont));
    const Face face(hb_face_create(blob.get(), 0));
    const Input input(hb_subset_input_create_or_fail());
    for (const char32_t character : text.toUcs4()) {
        hb_set_add(hb_subset_input_unicode_set(input.get()), character);
    }
    const Face cut(hb_subset_or_fail(face.get(), input.get()));
    const HbFont font(hb_font_create(cut.get()));
    const unsigned perEm = hb_face_get_upem(cut.get());
    for (const char32_t character : text.toUcs4()) {
        hb_codepoint_t glyph = 0;
        if (!hb_font_get_nominal_glyph(font.get(), character, &glyph)) {
            continue;
        }
        if (glyphs) {
            glyphs->insert(character, static_cast<quint16>(glyph));
        }
        if (widths) {
            widths->insert(character, hb_font_get_glyph_h_advance(font.get(), glyph) * 1000
                                          / static_cast<int>(perEm));
        }
    }
    const Blob bytes(hb_face_reference_blob(cut.get()));
    unsigned length = 0;
    const char *data = hb_blob_get_data(bytes.get(), &length);
    return {data, static_cast<qsizetype>(length)};
}

}   // namespace expunge::testing
