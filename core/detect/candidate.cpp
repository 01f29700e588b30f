// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/candidate.h"

#include "core/base/digest.h"

using namespace Qt::StringLiterals;

namespace expunge::detect {

QString categoryName(Category category)
{
    switch (category) {
    case Category::Personal:
        return u"personal"_s;
    case Category::Secret:
        return u"secret"_s;
    case Category::Proprietary:
        return u"proprietary"_s;
    case Category::Custom:
        return u"custom"_s;
    }
    Q_UNREACHABLE();
}

QString evidenceText(const Evidence &evidence)
{
    const QString &detail = evidence.detail;
    switch (evidence.kind) {
    case EvidenceKind::Pattern:
        return detail;
    case EvidenceKind::Validator:
        return u"check '%1' passed"_s.arg(detail);
    case EvidenceKind::Context:
        return u"near '%1'"_s.arg(detail);
    case EvidenceKind::Term:
        return detail.isEmpty() ? u"on a term list"_s : u"on the term list '%1'"_s.arg(detail);
    case EvidenceKind::Title:
        return u"title '%1'"_s.arg(detail);
    case EvidenceKind::Greeting:
        return u"greeting or closing '%1'"_s.arg(detail);
    case EvidenceKind::Label:
        return u"label '%1'"_s.arg(detail);
    case EvidenceKind::Lexicon:
        return u"%1 lexicon"_s.arg(detail);
    case EvidenceKind::Seed:
        return u"named in %1"_s.arg(detail);
    case EvidenceKind::SameEntity:
        return u"same name elsewhere"_s;
    case EvidenceKind::Marked:
        return u"marked by a person"_s;
    }
    Q_UNREACHABLE();
}

QString candidateId(const document::TextUnit &unit, const document::Span &span, const QString &type)
{
    const QString place =
        u"%1\n%2\n%3\n%4\n%5"_s.arg(unit.part, QString::number(span.unit),
                                    QString::number(span.begin), QString::number(span.end), type);
    return u'c' + base::sha256Hex(place.toUtf8()).first(12);
}

}   // namespace expunge::detect
