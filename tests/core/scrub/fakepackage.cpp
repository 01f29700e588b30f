// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/scrub/fakepackage.h"

#include "core/scrub/archivereader.h"

#include <QXmlStreamReader>

namespace expunge::testing {

using namespace Qt::StringLiterals;

namespace {

const QString documentPart = u"word/document.xml"_s;
const QString commentsPart = u"word/comments.xml"_s;

QStringList paragraphsOf(const QByteArray &xml)
{
    QStringList texts;
    QXmlStreamReader reader(xml);
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement() && reader.name() == "p"_L1) {
            texts += QString();
        } else if (reader.isCharacters() && !texts.isEmpty()) {
            texts.back() += reader.text();
        }
    }
    return texts;
}

}   // namespace

QByteArray paragraphsXml(const QStringList &texts)
{
    QByteArray xml =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
        "<w:document "
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";
    for (const QString &text : texts) {
        xml += "<w:p><w:r><w:t>" + text.toHtmlEscaped().toUtf8() + "</w:t></w:r></w:p>";
    }
    return xml + "</w:body></w:document>";
}

ZipBuilder fakePackage(const QStringList &texts, const QStringList &comments)
{
    ZipBuilder zip;
    zip.add(documentPart.toUtf8(), paragraphsXml(texts));
    if (!comments.isEmpty()) {
        zip.add(commentsPart.toUtf8(), paragraphsXml(comments));
    }
    return zip;
}

std::shared_ptr<FakeDocument> openFakePackage(const QByteArray &bytes)
{
    scrub::ReadBudget budget;
    const auto archive = scrub::readArchive(bytes, budget);
    std::vector<document::TextUnit> units;
    std::vector<document::HiddenItem> items;
    for (const scrub::ArchiveEntry &entry : archive.value_or(scrub::Archive()).entries) {
        const bool comments = entry.name == commentsPart;
        if (comments) {
            items.push_back({u"h1"_s, document::HiddenKind::Comments, 1, entry.name, {}, {}, true});
        } else if (entry.name != documentPart) {
            continue;
        }
        for (const QString &text : paragraphsOf(entry.data)) {
            units.push_back(
                fakeUnit(static_cast<int>(units.size()), text, comments ? u"h1"_s : QString()));
            units.back().part = entry.name;
        }
    }
    auto document = std::make_shared<FakeDocument>(units, items);
    document->setApply(
        [units](const document::RedactionPlan &plan) -> base::Result<document::Document::Output> {
            const auto action = plan.hidden.find(u"h1"_s);
            const bool keepsComments =
                action != plan.hidden.end() && action->second == document::HiddenAction::Keep;
            QStringList texts;
            QStringList comments;
            for (const document::TextUnit &unit : units) {
                (unit.hiddenItem.isEmpty() ? texts : comments) += redactedText(unit, plan);
            }
            document::Document::Output output;
            output.bytes = fakePackage(texts, keepsComments ? comments : QStringList()).build();
            return output;
        });
    return document;
}

formats::FormatRegistry fakeRegistry()
{
    std::vector<std::unique_ptr<formats::FormatHandler>> handlers;
    handlers.push_back(std::make_unique<FakeHandler>(
        [](const QByteArray &bytes) -> base::Result<std::shared_ptr<const document::Document>> {
            return openFakePackage(bytes);
        }));
    return formats::FormatRegistry(std::move(handlers));
}

scrub::Expectation expectationFor(std::shared_ptr<const document::Document> original,
                                  const QStringList &values, const QList<int> &kept)
{
    scrub::Expectation work;
    for (const document::TextUnit &unit : original->textUnits()) {
        if (kept.contains(unit.index)) {
            work.kept.push_back({unit.index, 0, static_cast<int>(unit.text.size())});
        }
        for (int n = 0; n < values.size() && !kept.contains(unit.index); ++n) {
            const auto length = static_cast<int>(values[n].size());
            for (auto at = unit.text.indexOf(values[n]); at >= 0;
                 at = unit.text.indexOf(values[n], at + length)) {
                const auto begin = static_cast<int>(at);
                work.plan.spans.push_back({u"c%1"_s.arg(n + 1),
                                           {unit.index, begin, begin + length},
                                           u"[PERSON-%1]"_s.arg(n + 1)});
            }
        }
    }
    std::sort(work.plan.spans.begin(), work.plan.spans.end(),
              [](const auto &left, const auto &right) { return left.span < right.span; });
    for (int n = 0; n < values.size(); ++n) {
        work.values.push_back({u"c%1"_s.arg(n + 1), values[n]});
    }
    work.original = std::move(original);
    return work;
}

bool hasLeak(const scrub::LeakReport &report, const QString &id, const QString &how)
{
    return std::any_of(report.leaks.begin(), report.leaks.end(), [&](const scrub::Leak &leak) {
        return leak.id == id && leak.how.contains(how);
    });
}

QString describeLeaks(const scrub::LeakReport &report)
{
    QStringList lines;
    for (const scrub::Leak &leak : report.leaks) {
        lines += u"%1 in '%2': %3"_s.arg(leak.id, leak.part, leak.how);
    }
    return lines.join(u"; "_s);
}

}   // namespace expunge::testing
