// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/textunit.h"

#include <QStringList>

namespace expunge::document {

namespace {

QString kindWord(PlaceKind kind)
{
    switch (kind) {
    case PlaceKind::File:
        return QStringLiteral("file");
    case PlaceKind::Paragraph:
        return QStringLiteral("paragraph");
    case PlaceKind::Table:
        return QStringLiteral("table");
    case PlaceKind::Row:
        return QStringLiteral("row");
    case PlaceKind::Cell:
        return QStringLiteral("cell");
    case PlaceKind::Header:
        return QStringLiteral("header");
    case PlaceKind::Footer:
        return QStringLiteral("footer");
    case PlaceKind::Footnote:
        return QStringLiteral("footnote");
    case PlaceKind::Endnote:
        return QStringLiteral("endnote");
    case PlaceKind::Comment:
        return QStringLiteral("comment");
    case PlaceKind::TextBox:
        return QStringLiteral("text box");
    case PlaceKind::Field:
        return QStringLiteral("field code");
    case PlaceKind::Link:
        return QStringLiteral("link");
    case PlaceKind::ToolTip:
        return QStringLiteral("tooltip");
    case PlaceKind::AltText:
        return QStringLiteral("alternative text");
    case PlaceKind::Picture:
        return QStringLiteral("picture");
    case PlaceKind::Chart:
        return QStringLiteral("chart");
    case PlaceKind::Diagram:
        return QStringLiteral("diagram");
    case PlaceKind::Equation:
        return QStringLiteral("equation");
    case PlaceKind::ContentControl:
        return QStringLiteral("content control");
    case PlaceKind::Property:
        return QStringLiteral("property");
    case PlaceKind::Deletion:
        return QStringLiteral("deletion");
    case PlaceKind::FileName:
        return QStringLiteral("file name");
    case PlaceKind::Other:
        return QStringLiteral("item");
    case PlaceKind::Sheet:
        return QStringLiteral("sheet");
    case PlaceKind::Formula:
        return QStringLiteral("formula");
    case PlaceKind::DefinedName:
        return QStringLiteral("defined name");
    case PlaceKind::Column:
        return QStringLiteral("column");
    case PlaceKind::Rule:
        return QStringLiteral("rule");
    case PlaceKind::Slide:
        return QStringLiteral("slide");
    case PlaceKind::Notes:
        return QStringLiteral("notes");
    case PlaceKind::Master:
        return QStringLiteral("master");
    case PlaceKind::Layout:
        return QStringLiteral("layout");
    case PlaceKind::Title:
        return QStringLiteral("title");
    case PlaceKind::Shape:
        return QStringLiteral("shape");
    case PlaceKind::Section:
        return QStringLiteral("section");
    case PlaceKind::MetaData:
        return QStringLiteral("property");
    case PlaceKind::Page:
        return QStringLiteral("page");
    case PlaceKind::Block:
        return QStringLiteral("block");
    case PlaceKind::Bookmark:
        return QStringLiteral("bookmark");
    case PlaceKind::Annotation:
        return QStringLiteral("annotation");
    case PlaceKind::FormField:
        return QStringLiteral("form field");
    case PlaceKind::Layer:
        return QStringLiteral("layer");
    case PlaceKind::Attachment:
        return QStringLiteral("attachment");
    case PlaceKind::Tag:
        return QStringLiteral("tag");
    }
    Q_UNREACHABLE();
}

}   // namespace

QString placeLabel(const Place &place)
{
    QStringList steps;
    const PlaceStep *last = nullptr;
    for (const PlaceStep &step : place) {
        if (step.kind == PlaceKind::Cell && last != nullptr && last->kind == PlaceKind::Sheet) {
            steps.last() +=
                QStringLiteral("!%1%2").arg(step.name).arg(step.number);   // sheet 'Q3'!B7
            last = &step;
            continue;
        }
        last = &step;
        QString text =
            step.kind == PlaceKind::Other && !step.name.isEmpty() ? step.name : kindWord(step.kind);
        if (step.kind != PlaceKind::Other && !step.name.isEmpty()) {
            text += QStringLiteral(" '%1'").arg(step.name);
        }
        if (step.number > 0) {
            text += QStringLiteral(" %1").arg(step.number);
        }
        steps.append(text);
    }
    return steps.join(QStringLiteral(", "));
}

bool isSpanOf(const std::vector<TextUnit> &units, const Span &span)
{
    return span.unit >= 0 && static_cast<size_t>(span.unit) < units.size() && span.begin >= 0
           && span.begin < span.end
           && span.end <= units[static_cast<size_t>(span.unit)].text.size();
}

}   // namespace expunge::document
