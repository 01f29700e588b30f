// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/detect/candidate.h"
#include "core/document/document.h"
#include "core/review/reviewsession.h"

#include <QHash>
#include <QJsonObject>

#include <optional>

namespace expunge::cli {

/// What a person wrote into a decisions file about one input.
struct DecisionsFile
{
    struct CandidateDecision
    {
        QString text;
        review::Decision decision = review::Decision::Redact;
        std::optional<QString> replacement;   // instead of the style's
    };

    QString location;                                // of the file itself
    QString path;                                    // of the input that it was made for
    QHash<QString, CandidateDecision> candidates;    // by candidate id
    QHash<QString, document::HiddenAction> hidden;   // by hidden item id
};

/// The form that `decisions` prints: everything suggested, to be edited.
QJsonObject decisionsObject(const QString &path, const document::Document &document,
                            const std::vector<detect::Candidate> &candidates);

/// Reads it back. DecisionsInvalid for anything that is not understood: what a person decided is
/// never passed over.
base::Result<DecisionsFile> parseDecisions(const QByteArray &json, const QString &location);

/// DecisionsInvalid if the file names candidates or hidden items that this input does not have, or
/// has with another text.
base::Result<> checkDecisions(const DecisionsFile &decisions, const document::Document &document,
                              const std::vector<detect::Candidate> &candidates);

}   // namespace expunge::cli
