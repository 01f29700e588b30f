// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakedocument.h"

namespace expunge::testing {

using namespace Qt::StringLiterals;

document::TextUnit fakeUnit(int index, const QString &text, const QString &hiddenItem, int copyOf)
{
    document::TextUnit unit;
    unit.index = index;
    unit.part = u"body"_s;
    unit.place = {{document::PlaceKind::Paragraph, index + 1, {}}};
    unit.text = text;
    unit.hiddenItem = hiddenItem;
    unit.copyOf = copyOf;
    return unit;
}

QString redactedText(const document::TextUnit &unit, const document::RedactionPlan &plan)
{
    QString text = unit.text;
    for (auto span = plan.spans.rbegin(); span != plan.spans.rend(); ++span) {
        if (span->span.unit == unit.index) {
            text.replace(span->span.begin, span->span.length(), span->replacement);
        }
    }
    return text;
}

FakeDocument::FakeDocument(const QStringList &texts)
{
    for (const QString &text : texts) {
        m_units.push_back(fakeUnit(static_cast<int>(m_units.size()), text));
    }
    m_info = {u"fake"_s, u"application/x-fake"_s, u"fake"_s, 0, {}};
}

FakeDocument::FakeDocument(std::vector<document::TextUnit> units,
                           std::vector<document::HiddenItem> hidden)
    : m_info{u"fake"_s, u"application/x-fake"_s, u"fake"_s, 0, {}}
    , m_units(std::move(units))
    , m_hidden(std::move(hidden))
{
}

base::Result<>
FakeDocument::visitParts(const std::function<void(const document::PartView &)> &visit) const
{
    for (const document::TextUnit &unit : m_units) {
        const QByteArray bytes = unit.text.toUtf8();
        visit({unit.part, bytes});
    }
    return {};
}

base::Result<document::Document::Output> FakeDocument::apply(const document::RedactionPlan &plan,
                                                             const base::JobContext &job) const
{
    if (job.cancelled()) {
        return base::failure(base::ErrorCode::Cancelled);
    }
    if (m_apply) {
        return m_apply(plan);
    }
    QStringList lines;
    for (const document::TextUnit &unit : m_units) {
        lines += redactedText(unit, plan);
    }
    Output output;
    output.bytes = lines.join(u'\n').toUtf8();
    return output;
}

FakeHandler::FakeHandler(Open open)
    : m_open(std::move(open))
{
}

formats::FormatInfo FakeHandler::info() const
{
    return {u"fake"_s, {u"fake"_s}};
}

int FakeHandler::probe(const formats::Source &) const
{
    return 90;
}

base::Result<std::shared_ptr<const document::Document>>
FakeHandler::open(const formats::Source &source, const base::JobContext &) const
{
    return m_open(source.bytes);
}

}   // namespace expunge::testing
