// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/outputname.h"

#include <QFileInfo>

namespace expunge::cli {

using detect::Candidate;
using namespace Qt::StringLiterals;

namespace {

// bytes; leaves room for a number, the suffix and ".manifest.json" in the 255 bytes of a name
constexpr qsizetype stemLimit = 200;

document::TextUnit nameUnit(const QString &text)
{
    document::TextUnit unit;
    unit.place = {{document::PlaceKind::FileName, 0, {}}};
    unit.text = text;
    return unit;
}

/// Marks the characters of the name that go.
void cover(QString &mask, const std::vector<Candidate> &candidates, const AcceptPolicy &policy)
{
    for (const Candidate &candidate : candidates) {
        if (policy.accepts(candidate)) {
            for (int i = candidate.span.begin; i < candidate.span.end; ++i) {
                mask[i] = u'x';
            }
        }
    }
}

/// The name without the marked stretches; each leaves one "redacted".
QString withoutMarked(const QString &name, const QString &mask)
{
    QString left;
    for (qsizetype i = 0; i < name.size(); ++i) {
        if (mask[i] == u' ') {
            left += name[i];
        } else if (i == 0 || mask[i - 1] == u' ') {
            left += u"redacted"_s;
        }
    }
    return left;
}

QString fitForFileName(const QString &name)
{
    QString fit;
    for (const QChar c : name) {
        const bool odd =
            c == u'/' || c == u'\\' || c == u':' || c.category() == QChar::Other_Control;
        fit += odd ? QChar(u'_') : c;
    }
    while (fit.toUtf8().size() > stemLimit) {
        fit.chop(fit.back().isLowSurrogate() ? 2 : 1);
    }
    while (fit.startsWith(u'.')) {
        fit.remove(0, 1);
    }
    return fit.trimmed().isEmpty() ? u"file"_s : fit.trimmed();
}

}   // namespace

QString scrubbedStem(Context &context, const QString &path,
                     const std::vector<QString> &redactedTexts,
                     const detect::AnalyzerOptions &options, const AcceptPolicy &policy)
{
    const QString name = path == u"-"_s ? u"text"_s : QFileInfo(path).completeBaseName();
    // names are written with underscores, dots and dashes where a text has spaces; the length
    // stays, so offsets do
    QString spaced = name;
    for (QChar &c : spaced) {
        c = c == u'_' || c == u'-' || c == u'.' || c == u'+' ? QChar(u' ') : c;
    }
    QString mask(name.size(), u' ');
    detect::TermList redacted;
    for (const QString &text : redactedTexts) {
        redacted.terms.push_back({text, false, true});
    }
    for (const QString &form : {name, spaced}) {
        const std::vector<document::TextUnit> units{nameUnit(form)};
        const auto found = context.composition().analyzer().analyze(units, options, {});
        if (!found) {
            return u"file"_s;   // a name that could not be looked through is not used
        }
        cover(mask, *found, policy);
        cover(mask, detect::findTerms(units, redacted), policy);
    }
    return fitForFileName(withoutMarked(name, mask));
}

}   // namespace expunge::cli
