// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/placetext.h"

#include <QCoreApplication>
#include <QStringList>

namespace expunge::ui {

namespace {

/// Translation context of the words for places.
class PlaceText
{
    Q_DECLARE_TR_FUNCTIONS(PlaceText)
};

QString word(document::PlaceKind kind)
{
    using document::PlaceKind;
    switch (kind) {
    case PlaceKind::File:
        return PlaceText::tr("file");
    case PlaceKind::Paragraph:
        return PlaceText::tr("paragraph");
    case PlaceKind::Table:
        return PlaceText::tr("table");
    case PlaceKind::Row:
        return PlaceText::tr("row");
    case PlaceKind::Cell:
        return PlaceText::tr("cell");
    case PlaceKind::Header:
        return PlaceText::tr("header");
    case PlaceKind::Footer:
        return PlaceText::tr("footer");
    case PlaceKind::Footnote:
        return PlaceText::tr("footnote");
    case PlaceKind::Endnote:
        return PlaceText::tr("endnote");
    case PlaceKind::Comment:
        return PlaceText::tr("comment");
    case PlaceKind::TextBox:
        return PlaceText::tr("text box");
    case PlaceKind::Field:
        return PlaceText::tr("field code");
    case PlaceKind::Link:
        return PlaceText::tr("link target");
    case PlaceKind::ToolTip:
        return PlaceText::tr("tooltip");
    case PlaceKind::AltText:
        return PlaceText::tr("alternative text");
    case PlaceKind::Picture:
        return PlaceText::tr("picture");
    case PlaceKind::Chart:
        return PlaceText::tr("chart");
    case PlaceKind::Diagram:
        return PlaceText::tr("diagram");
    case PlaceKind::Equation:
        return PlaceText::tr("equation");
    case PlaceKind::ContentControl:
        return PlaceText::tr("content control");
    case PlaceKind::Property:
        return PlaceText::tr("property");
    case PlaceKind::Deletion:
        return PlaceText::tr("tracked deletion");
    case PlaceKind::FileName:
        return PlaceText::tr("file name");
    case PlaceKind::Sheet:
        return PlaceText::tr("sheet");
    case PlaceKind::Formula:
        return PlaceText::tr("formula");
    case PlaceKind::DefinedName:
        return PlaceText::tr("defined name");
    case PlaceKind::Column:
        return PlaceText::tr("column");
    case PlaceKind::Rule:
        return PlaceText::tr("rule");
    case PlaceKind::Slide:
        return PlaceText::tr("slide");
    case PlaceKind::Notes:
        return PlaceText::tr("notes");
    case PlaceKind::Master:
        return PlaceText::tr("master");
    case PlaceKind::Layout:
        return PlaceText::tr("layout");
    case PlaceKind::Title:
        return PlaceText::tr("title");
    case PlaceKind::Shape:
        return PlaceText::tr("shape");
    case PlaceKind::Section:
        return PlaceText::tr("section");
    case PlaceKind::MetaData:
        return PlaceText::tr("property");
    case PlaceKind::Page:
        return PlaceText::tr("page");
    case PlaceKind::Block:
        return PlaceText::tr("block");
    case PlaceKind::Bookmark:
        return PlaceText::tr("bookmark");
    case PlaceKind::Annotation:
        return PlaceText::tr("annotation");
    case PlaceKind::FormField:
        return PlaceText::tr("form field");
    case PlaceKind::Layer:
        return PlaceText::tr("layer");
    case PlaceKind::Attachment:
        return PlaceText::tr("attachment");
    case PlaceKind::Tag:
        return PlaceText::tr("tag");
    case PlaceKind::Other:
        break;
    }
    return {};
}

QString stepText(const document::PlaceStep &step)
{
    QString text = word(step.kind);
    if (!step.name.isEmpty()) {
        text = text.isEmpty() ? step.name : PlaceText::tr("%1 “%2”").arg(text, step.name);
    }
    if (step.number > 0) {
        text = PlaceText::tr("%1 %2", "kind of place, number").arg(text).arg(step.number);
    }
    return text;
}

}   // namespace

QString placeText(const document::Place &place)
{
    QStringList steps;
    const document::PlaceStep *last = nullptr;
    for (const document::PlaceStep &step : place) {
        const bool cellOfSheet = step.kind == document::PlaceKind::Cell && last != nullptr
                                 && last->kind == document::PlaceKind::Sheet;
        if (cellOfSheet) {
            steps.last() += u'!' + step.name + QString::number(step.number);
        } else {
            steps << stepText(step);
        }
        last = &step;
    }
    return steps.join(PlaceText::tr(", ", "between the steps of a place"));
}

}   // namespace expunge::ui
