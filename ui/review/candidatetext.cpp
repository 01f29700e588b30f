// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/candidatetext.h"

#include "ui/text/evidencetext.h"
#include "ui/text/placetext.h"
#include "ui/text/typetext.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStringList>

#include <cmath>

namespace expunge::ui {

namespace {

/// Translation context of what is said about candidates.
class CandidateText
{
    Q_DECLARE_TR_FUNCTIONS(CandidateText)
};

}   // namespace

MarkState markStateOf(review::Decision decision)
{
    switch (decision) {
    case review::Decision::Pending:
        return MarkState::Pending;
    case review::Decision::Redact:
        return MarkState::Redact;
    case review::Decision::Keep:
        return MarkState::Keep;
    }
    return MarkState::Pending;
}

QString decisionText(review::Decision decision)
{
    switch (decision) {
    case review::Decision::Pending:
        return CandidateText::tr("pending");
    case review::Decision::Redact:
        return CandidateText::tr("redact");
    case review::Decision::Keep:
        return CandidateText::tr("keep");
    }
    return {};
}

QString oneLine(const QString &text, int most)
{
    QString line = text.simplified();
    if (line.size() > most) {
        line = line.left(most - 1) + QChar(0x2026);
    }
    // FIRST STRONG ISOLATE … POP DIRECTIONAL ISOLATE (Unicode Standard Annex 9)
    return line.isRightToLeft() ? QChar(0x2068) + line + QChar(0x2069) : line;
}

QString candidatePlace(const review::ReviewSession &session, review::CandidateRef ref)
{
    const review::ReviewFile &file = session.files().at(static_cast<size_t>(ref.file));
    const int unit = session.candidate(ref).span.unit;
    return placeText(file.document->textUnits().at(static_cast<size_t>(unit)).place);
}

QString fileTitle(const review::ReviewFile &file)
{
    return QFileInfo(file.path).fileName();
}

QString candidateDescription(const review::ReviewSession &session, review::CandidateRef ref)
{
    const detect::Candidate &candidate = session.candidate(ref);
    QStringList lines;
    lines << CandidateText::tr("%1: %2", "type, text")
                 .arg(typeText(candidate.type), oneLine(candidate.text));
    lines << CandidateText::tr("%1, %2 % sure, %3", "place, number, tier")
                 .arg(candidatePlace(session, ref))
                 .arg(std::lround(candidate.score * 100))
                 .arg(tierText(candidate.tier));
    QStringList reasons;
    for (const detect::Evidence &evidence : candidate.evidence) {
        reasons << evidenceSentence(evidence);
    }
    if (!reasons.isEmpty()) {
        lines << CandidateText::tr("Why: %1").arg(reasons.join(QStringLiteral("; ")));
    }
    lines << CandidateText::tr("Decision: %1").arg(decisionText(session.decision(ref)));
    const QString replacement = session.replacement(ref);
    if (!replacement.isEmpty()) {
        lines << CandidateText::tr("If redacted: %1").arg(replacement);
    }
    return lines.join(u'\n');
}

}   // namespace expunge::ui
