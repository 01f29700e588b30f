// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/evidencetext.h"

#include <QCoreApplication>

namespace expunge::ui {

namespace {

/// Translation context of reasons.
class EvidenceText
{
    Q_DECLARE_TR_FUNCTIONS(EvidenceText)
};

}   // namespace

QString evidenceSentence(const detect::Evidence &evidence)
{
    using detect::EvidenceKind;
    const QString &detail = evidence.detail;
    switch (evidence.kind) {
    case EvidenceKind::Pattern:
        return detail.isEmpty() ? EvidenceText::tr("has the shape of one")
                                : EvidenceText::tr("looks like this: %1").arg(detail);
    case EvidenceKind::Validator:
        return EvidenceText::tr("passes its check (%1)").arg(detail);
    case EvidenceKind::Context:
        return EvidenceText::tr("“%1” stands near it").arg(detail);
    case EvidenceKind::Term:
        return EvidenceText::tr("is on the term list %1").arg(detail);
    case EvidenceKind::Title:
        return EvidenceText::tr("the title “%1” stands before it").arg(detail);
    case EvidenceKind::Greeting:
        return EvidenceText::tr("stands in a greeting or closing (“%1”)").arg(detail);
    case EvidenceKind::Label:
        return EvidenceText::tr("the label “%1” stands before it").arg(detail);
    case EvidenceKind::Lexicon:
        return EvidenceText::tr("is on a list of names (%1)").arg(detail);
    case EvidenceKind::Seed:
        return EvidenceText::tr("also stands in the file’s %1").arg(detail);
    case EvidenceKind::SameEntity:
        return EvidenceText::tr("was found elsewhere too");
    case EvidenceKind::Marked:
        return EvidenceText::tr("you marked it");
    }
    return {};
}

QString tierText(detect::Tier tier)
{
    switch (tier) {
    case detect::Tier::Certain:
        return EvidenceText::tr("certain");
    case detect::Tier::Suggested:
        return EvidenceText::tr("suggested");
    case detect::Tier::Possible:
        return EvidenceText::tr("possible");
    }
    return {};
}

}   // namespace expunge::ui
