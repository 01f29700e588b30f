// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace expunge::testing {

/// What a slide of a test's presentation is made of.
struct PptxSlide
{
    QByteArray shapes;       // what stands in p:spTree
    QByteArray attributes;   // of p:sld: show="0"
    QByteArray after;        // elements behind p:clrMapOvr: p:timing …
    QByteArray notes;        // shapes of its notes; empty: it has none
};

/// Writes presentations (ECMA-376 PresentationML) from pieces of markup: one master, one layout,
/// one theme, and what a test asks for. Slide N is related as "rIdSlideN" and has the id 255 + N.
class PptxBuilder
{
public:
    PptxBuilder &slide(PptxSlide slide);
    PptxBuilder &slide(const QByteArray &shapes) { return slide(PptxSlide{shapes, {}, {}, {}}); }

    /// Shapes of the layout and the master, beside the placeholders for title and body.
    PptxBuilder &layout(const QByteArray &shapes, const QByteArray &name = "Title Only");
    PptxBuilder &master(const QByteArray &shapes);

    /// Elements of the presentation behind p:notesSz.
    PptxBuilder &presentation(const QByteArray &markup);

    PptxBuilder &part(const QByteArray &name, const QByteArray &type, const QByteArray &content);

    /// A relationship of a part ("" for the package) by the last segment of its type, or its whole
    /// type; `external` for targets outside of the file.
    PptxBuilder &relate(const QByteArray &source, const QByteArray &id, const QByteArray &kind,
                        const QByteArray &target, bool external = false);

    PptxBuilder &mainType(const QByteArray &type);
    PptxBuilder &strict();

    QByteArray build() const;

    /// Declarations of the usual prefixes.
    QByteArray namespaces() const;

private:
    struct Piece
    {
        QByteArray name;
        QByteArray type;
        QByteArray content;
    };
    struct Link
    {
        QByteArray source;
        QByteArray markup;
    };

    void addFrame(std::vector<Piece> &parts, std::vector<Link> &links) const;
    void addSlides(std::vector<Piece> &parts, std::vector<Link> &links) const;
    Link link(const QByteArray &source, const QByteArray &id, const QByteArray &kind,
              const QByteArray &target, bool external) const;

    std::vector<PptxSlide> m_slides;
    std::vector<Piece> m_parts;
    std::vector<Link> m_links;
    QByteArray m_layoutShapes;
    QByteArray m_layoutName = "Title Only";
    QByteArray m_masterShapes;
    QByteArray m_presentation;
    QByteArray m_mainType =
        "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml";
    bool m_strict = false;
};

/// A text box; places are in points.
QByteArray textBox(int id, const QByteArray &paragraphs, const QByteArray &identity = {},
                   int x = 50, int y = 50, int width = 300, int height = 40,
                   const QByteArray &fill = {});

/// A placeholder without a place of its own.
QByteArray placeholder(int id, const QByteArray &type, const QByteArray &paragraphs);

QByteArray slideParagraph(const QByteArray &text, const QByteArray &runProperties = {});

}   // namespace expunge::testing
