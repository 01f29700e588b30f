// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/resultlines.h"

#include "app/cli/jsonlines.h"
#include "core/base/codepoints.h"

#include <QJsonArray>

#include <cmath>

namespace expunge::cli {

using namespace Qt::StringLiterals;

namespace {

/// A hundredth of a point is finer than any screen.
double rounded(double points)
{
    return std::round(points * 100) / 100;
}

QString defaultName(document::HiddenDefault byDefault)
{
    switch (byDefault) {
    case document::HiddenDefault::Remove:
        return u"remove"_s;
    case document::HiddenDefault::Keep:
        return u"keep"_s;
    case document::HiddenDefault::Review:
        return u"review"_s;
    }
    Q_UNREACHABLE();
}

}   // namespace

QJsonObject candidateObject(const detect::Candidate &candidate)
{
    QJsonArray sources;
    for (const detect::Evidence &evidence : candidate.evidence) {
        sources.append(detect::evidenceText(evidence));
    }
    // three digits say all that a probability says, and keep the lines readable
    const double score = qRound(candidate.score * 1000) / 1000.0;
    return {{u"id"_s, candidate.id},
            {u"type"_s, candidate.type},
            {u"category"_s, detect::categoryName(candidate.category)},
            {u"text"_s, candidate.text},
            {u"score"_s, score},
            {u"entity"_s, candidate.entity},
            {u"sources"_s, sources}};
}

QJsonObject locationObject(const document::Document &document, const document::Span &span)
{
    const document::TextUnit &unit = document.textUnits().at(static_cast<size_t>(span.unit));
    QJsonObject location{{u"part"_s, unit.part},
                         {u"unit"_s, span.unit},
                         {u"start"_s, base::codePointsBefore(unit.text, span.begin)},
                         {u"end"_s, base::codePointsBefore(unit.text, span.end)},
                         {u"label"_s, document::placeLabel(unit.place)}};
    const std::vector<document::PageRegion> regions = document.regionsOf(span);
    QJsonArray boxes;
    for (const document::PageRegion &region : regions) {
        boxes.append(QJsonArray{rounded(region.x), rounded(region.y), rounded(region.width),
                                rounded(region.height)});
    }
    if (!boxes.isEmpty()) {
        location.insert(u"page"_s, regions.front().page);
        location.insert(u"boxes"_s, boxes);
    }
    return location;
}

QJsonObject hiddenObject(const document::HiddenItem &item)
{
    return {{u"id"_s, item.id},
            {u"kind"_s, document::hiddenKindName(item.kind)},
            {u"count"_s, item.count},
            {u"part"_s, item.part},
            {u"label"_s, document::hiddenLabel(item)},
            {u"default"_s, defaultName(item.byDefault)}};
}

QJsonObject inventoryLine(const QString &schema, const Intake &intake)
{
    QJsonArray hidden;
    for (const document::HiddenItem &item : intake.document->hiddenItems()) {
        hidden.append(hiddenObject(item));
    }
    const document::DocumentInfo &info = intake.document->info();
    QJsonArray warnings;
    for (const QString &warning : info.warnings) {
        warnings.append(warning);
    }
    return {{u"schema"_s, schema},         {u"path"_s, intake.path}, {u"format"_s, info.format},
            {u"bytes"_s, info.bytes},      {u"hidden"_s, hidden},    {u"warnings"_s, warnings},
            {u"error"_s, QJsonValue::Null}};
}

QJsonObject failedLine(const QString &schema, const QString &path, const base::Error &error)
{
    return {{u"schema"_s, schema},           {u"path"_s, path},
            {u"format"_s, QJsonValue::Null}, {u"bytes"_s, QJsonValue::Null},
            {u"hidden"_s, QJsonArray()},     {u"warnings"_s, QJsonArray()},
            {u"error"_s, errorObject(error)}};
}

void printCandidates(const QJsonObject &line)
{
    const QJsonArray candidates = line.value(u"candidates"_s).toArray();
    printLine(u"%1: %2 candidates"_s.arg(line.value(u"path"_s).toString()).arg(candidates.size()));
    for (const auto &value : candidates) {
        const QJsonObject candidate = value.toObject();
        QStringList sources;
        for (const auto &source : candidate.value(u"sources"_s).toArray()) {
            sources.append(source.toString());
        }
        const QString score = QString::number(candidate.value(u"score"_s).toDouble(), 'f', 2);
        const QString label =
            candidate.value(u"location"_s).toObject().value(u"label"_s).toString();
        printLine(u"  %1 %2 %3: %4 (%5)"_s.arg(score, candidate.value(u"type"_s).toString(), label,
                                               candidate.value(u"text"_s).toString(),
                                               sources.join(u", "_s)));
    }
}

void printHidden(const QJsonObject &line)
{
    const QJsonArray hidden = line.value(u"hidden"_s).toArray();
    printLine(u"%1: %2 hidden items"_s.arg(line.value(u"path"_s).toString()).arg(hidden.size()));
    for (const auto &value : hidden) {
        const QJsonObject item = value.toObject();
        printLine(u"  %1: %2 (by default: %3)"_s.arg(item.value(u"kind"_s).toString(),
                                                     item.value(u"label"_s).toString(),
                                                     item.value(u"default"_s).toString()));
    }
}

}   // namespace expunge::cli
