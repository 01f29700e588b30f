// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/pdf/scrubbing.h"

#include <QFile>

namespace expunge::testing {

using namespace Qt::StringLiterals;

namespace {

const formats::FormatRegistry &registry()
{
    static const formats::FormatRegistry formats = formats::builtinFormats();
    return formats;
}

bool goes(const document::Document &document, const QString &item)
{
    return std::any_of(document.hiddenItems().begin(), document.hiddenItems().end(),
                       [&](const document::HiddenItem &one) {
                           return one.id == item && one.byDefault != document::HiddenDefault::Keep;
                       });
}

}   // namespace

QByteArray pdfSample(const QString &name)
{
    QFile file(QStringLiteral(EXPUNGE_SOURCE_DIR "/tests/data/pdf/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

DocumentPtr openPdf(const QByteArray &bytes, const QStringList &passwords)
{
    auto opened = registry().open({bytes, u"file.pdf"_s, passwords}, {});
    return opened ? *opened : nullptr;
}

document::RedactionPlan planFor(const document::Document &document, const QString &text)
{
    document::RedactionPlan plan;
    for (const document::TextUnit &unit : document.textUnits()) {
        for (auto at = unit.text.indexOf(text); at >= 0 && !goes(document, unit.hiddenItem);
             at = unit.text.indexOf(text, at + 1)) {
            const document::Span span{unit.index, static_cast<int>(at),
                                      static_cast<int>(at + text.size())};
            plan.spans.push_back({u"c%1"_s.arg(plan.spans.size()), span, u"[GONE-1]"_s});
        }
    }
    for (const document::HiddenItem &item : document.hiddenItems()) {
        plan.hidden[item.id] = item.byDefault == document::HiddenDefault::Keep
                                   ? document::HiddenAction::Keep
                                   : document::HiddenAction::Remove;
    }
    return plan;
}

QByteArray scrubbed(const document::Document &document, const document::RedactionPlan &plan)
{
    auto output = document.apply(plan, {});
    return output ? output->bytes : QByteArray();
}

base::Result<scrub::LeakReport> checked(const DocumentPtr &original, const QByteArray &output,
                                        const document::RedactionPlan &plan, const QString &value)
{
    scrub::Expectation expected;
    expected.original = original;
    expected.plan = plan;
    expected.values = {{u"c0"_s, value, true}};
    return scrub::LeakCheck(registry()).run({output, u"output.pdf"_s}, expected, {});
}

bool isGone(const QByteArray &file, const QString &text)
{
    detect::TermList terms;
    detect::Term term;
    term.text = text;
    term.insideWords = true;
    terms.terms.push_back(term);
    const auto report = scrub::LeakCheck(registry()).findTerms({file, u"output.pdf"_s}, terms, {});
    return report && report->clean();
}

}   // namespace expunge::testing
