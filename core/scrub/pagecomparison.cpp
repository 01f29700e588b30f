// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scrub/pagecomparison.h"

#include <set>

namespace expunge::scrub {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostLines = 8;   // that a redacted text goes across

/// Letters and digits in their plain forms: a ligature and its letters are the same.
void count(QHash<char32_t, int> &letters, QStringView text, int times = 1)
{
    const QString plain = text.toString().normalized(QString::NormalizationForm_KC);
    for (const uint c : plain.toUcs4()) {
        if (QChar::isLetterOrNumber(c)) {
            letters[c] += times;
        }
    }
}

bool goes(const document::RedactionPlan &plan, const QString &hiddenItem)
{
    const auto action = plan.hidden.find(hiddenItem);
    return !hiddenItem.isEmpty()
           && (action == plan.hidden.end() || action->second == document::HiddenAction::Remove);
}

bool overlap(const document::PageRegion &one, const document::PageRegion &other)
{
    return one.page == other.page && one.x < other.x + other.width && other.x < one.x + one.width
           && one.y < other.y + other.height && other.y < one.y + one.height;
}

}   // namespace

PageComparison::PageComparison(const Expectation &work)
{
    const auto &units = work.original->textUnits();
    std::map<int, std::vector<document::SpanRedaction>> spans;
    std::set<int> cut;
    for (const document::SpanRedaction &redaction : work.plan.spans) {
        if (document::isSpanOf(units, redaction.span)) {
            spans[redaction.span.unit].push_back(redaction);
            const document::TextUnit &unit = units[static_cast<size_t>(redaction.span.unit)];
            const bool onPage =
                !unit.place.empty() && unit.place.front().kind == document::PlaceKind::Page;
            cut.insert(onPage ? unit.place.front().number : 0);
            if (onPage && document::pageOf(unit) == 0) {   // words of a block, read otherwise
                Page &page = m_pages[unit.part];
                count(page.mayLack,
                      QStringView(unit.text).mid(redaction.span.begin, redaction.span.length()),
                      mostLines);
                count(page.mayRepeat, redaction.replacement, mostLines);
            }
        }
    }
    for (const document::TextUnit &unit : units) {
        if (document::pageOf(unit) > 0 && !goes(work.plan, unit.hiddenItem)) {
            expectUnit(unit, spans[unit.index]);
        }
    }
    for (const document::PageRegion &region : work.plan.regions) {
        cut.insert(region.page);
    }
    const auto pages = work.original->pages();
    for (size_t i = 0; i < pages.size(); ++i) {
        m_pages[u"page %1"_s.arg(i + 1)].readable = !pages[i].unreadable;
    }
    for (const int number : cut) {
        allowCut(work, number);
    }
}

void PageComparison::expectUnit(const document::TextUnit &unit,
                                const std::vector<document::SpanRedaction> &spans)
{
    Page &page = m_pages[unit.part];
    qsizetype copied = 0;
    for (const document::SpanRedaction &redaction : spans) {
        const auto begin = std::max<qsizetype>(redaction.span.begin, copied);
        count(page.expected, QStringView(unit.text).mid(copied, begin - copied));
        count(page.expected, redaction.replacement);
        count(page.mayLack, redaction.replacement);
        count(page.mayRepeat, redaction.replacement, mostLines);
        copied = std::max<qsizetype>(redaction.span.end, copied);
    }
    count(page.expected, QStringView(unit.text).mid(copied));
}

/// A glyph goes as a whole, so letters beside a redaction and at the rim of a region may go.
void PageComparison::allowCut(const Expectation &work, int number)
{
    if (number <= 0) {
        return;
    }
    const auto &units = work.original->textUnits();
    Page &page = m_pages[u"page %1"_s.arg(number)];
    page.cut = true;
    for (const document::CharacterBox &box : work.original->charactersOn(number)) {
        const bool inRegion =
            std::any_of(work.plan.regions.begin(), work.plan.regions.end(),
                        [&](const auto &region) { return overlap(box.box, region); });
        const bool shared = box.span.length() > 1
                            && std::any_of(work.plan.spans.begin(), work.plan.spans.end(),
                                           [&](const document::SpanRedaction &redaction) {
                                               return redaction.span.unit == box.span.unit
                                                      && redaction.span.begin < box.span.end
                                                      && box.span.begin < redaction.span.end;
                                           });
        if (inRegion || shared) {
            const QString &text = units[static_cast<size_t>(box.span.unit)].text;
            count(page.mayLack, QStringView(text).mid(box.span.begin, box.span.length()));
        }
    }
}

void PageComparison::take(const document::TextUnit &unit)
{
    if (document::pageOf(unit) > 0) {
        count(m_pages[unit.part].found, unit.text);
    }
}

std::vector<document::HiddenItem>
PageComparison::standing(const std::vector<document::HiddenItem> &hidden) const
{
    using document::HiddenKind;
    std::vector<document::HiddenItem> rest;
    std::copy_if(hidden.begin(), hidden.end(), std::back_inserter(rest),
                 [this](const document::HiddenItem &item) {
                     const auto page = m_pages.find(item.part);
                     const bool byLayout = item.kind == HiddenKind::InvisibleText
                                           || item.kind == HiddenKind::OffPageContent;
                     return !byLayout || page == m_pages.end() || !page->second.cut;
                 });
    return rest;
}

std::vector<Leak> PageComparison::differences() const
{
    std::vector<Leak> leaks;
    for (const auto &[part, page] : m_pages) {
        bool lacks = false;
        bool extra = false;
        for (auto it = page.expected.begin(); it != page.expected.end(); ++it) {
            lacks = lacks || page.found.value(it.key()) + page.mayLack.value(it.key()) < it.value();
        }
        for (auto it = page.found.begin(); it != page.found.end(); ++it) {
            extra = extra
                    || it.value() > page.expected.value(it.key()) + page.mayRepeat.value(it.key());
        }
        if (extra) {
            leaks.push_back({{}, part, u"unit differs"_s});
        } else if (lacks && page.readable) {
            leaks.push_back({{}, part, u"text is missing"_s});
        }
    }
    return leaks;
}

}   // namespace expunge::scrub
