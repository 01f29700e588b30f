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
    }
    Q_UNREACHABLE();
}

}   // namespace

QString placeLabel(const Place &place)
{
    QStringList steps;
    for (const PlaceStep &step : place) {
        QString text = step.kind == PlaceKind::Other && !step.name.isEmpty() ? step.name
                                                                              : kindWord(step.kind);
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

}   // namespace expunge::document
