// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QMap>
#include <QString>

namespace expunge::testing {

/// A composite font in a file, and how texts are written in it.
struct CompositeFont
{
    int object = 0;                   // number of the Type0 dictionary
    QMap<char32_t, quint16> glyphs;   // character -> code, two bytes each

    QByteArray hex(const QString &text) const;   // "<00010002>"
};

/// Makes small PDF files, object by object as text, with a writer of its own. Objects are numbered
/// from 1; 1 is the catalog and 2 the page tree.
class PdfFile
{
public:
    PdfFile();

    /// Puts an object in, such as "<< /Type /Font >>", and returns its number.
    int add(const QByteArray &object);
    /// A stream; `entries` are those of its dictionary, without << >> and /Length.
    int addStream(const QByteArray &data, const QByteArray &entries = {});
    void replace(int number, const QByteArray &object);

    /// A page of 612 by 792 points. `resources` is what stands between << and >>; `extra` are more
    /// entries of the page ("/Rotate 90"), which may hold a /MediaBox or /Contents of its own.
    int addPage(const QByteArray &content, const QByteArray &resources = {},
                const QByteArray &extra = {});

    /// Entries for the catalog or the trailer.
    void addToCatalog(const QByteArray &entries) { m_catalog += ' ' + entries; }
    void addToTrailer(const QByteArray &entries) { m_trailer += ' ' + entries; }

    /// One of the 14 standard fonts, not embedded; `more` such as "/Encoding /WinAnsiEncoding".
    int addBaseFont(const QByteArray &name = "Helvetica",
                    const QByteArray &more = "/Encoding /WinAnsiEncoding");
    /// A simple TrueType font with the glyphs of `text` of Liberation Serif embedded, in WinAnsi.
    int addTrueTypeFont(const QString &text);
    /// A Type0 font, Identity-H, with the glyphs of `text` embedded.
    CompositeFont addCompositeFont(const QString &text, bool toUnicode = true);
    /// A Type 3 font with one filled square a character, whose codes are those of `letters`.
    int addType3Font(const QByteArray &letters);
    /// A picture with one byte of grey a pixel.
    int addGreyImage(int width, int height, const QByteArray &pixels,
                     const QByteArray &more = "/ColorSpace /DeviceGray /BitsPerComponent 8");
    /// A form; `entries` such as "/Matrix [1 0 0 1 5 5] /Resources << … >>".
    int addForm(const QByteArray &content, const QByteArray &entries = {},
                const QByteArray &box = "0 0 612 792");

    /// The whole file, the same for the same calls.
    QByteArray bytes() const;

    static QByteArray ref(int number) { return QByteArray::number(number) + " 0 R"; }

private:
    QByteArrayList m_objects;   // 0: object 3
    QByteArrayList m_pages;
    QByteArray m_catalog;
    QByteArray m_trailer;
};

/// One page of `lines` in Helvetica 12, 20 points apart from 72, 700 down; the font is /F1.
QByteArray pdfOfLines(const QStringList &lines);

/// Liberation Serif cut down to the characters of `text`, as a TrueType file; the numbers of its
/// glyphs and their widths in thousandths of an em.
QByteArray cutSystemFont(const QString &text, QMap<char32_t, quint16> *glyphs = nullptr,
                         QMap<char32_t, int> *widths = nullptr);

}   // namespace expunge::testing
