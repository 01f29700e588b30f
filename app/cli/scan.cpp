// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/intake.h"
#include "app/cli/jsonlines.h"
#include "app/cli/resultlines.h"

#include <QJsonArray>

namespace expunge::cli {

using namespace Qt::StringLiterals;

namespace {

/// What is left of an input once it was looked through; its document is let go.
struct Scanned
{
    QJsonObject line;
    QJsonArray places;   // of the candidates, in their order
    std::vector<detect::Candidate> candidates;
};

Scanned scan(Context &context, const QString &path, const detect::AnalyzerOptions &options)
{
    Scanned scanned;
    auto intake = takeIn(context, path, options);
    if (!intake) {
        context.fail(intake.error());
        scanned.line = failedLine(u"expunge.scan/1"_s, path, intake.error());
        return scanned;
    }
    scanned.line = inventoryLine(u"expunge.scan/1"_s, *intake);
    for (const detect::Candidate &candidate : intake->candidates) {
        scanned.places.append(locationObject(*intake->document, candidate.span));
    }
    scanned.candidates = std::move(intake->candidates);
    return scanned;
}

void printScanned(const Scanned &scanned, bool json)
{
    QJsonArray candidates;
    for (size_t i = 0; i < scanned.candidates.size(); ++i) {
        const detect::Candidate &candidate = scanned.candidates[i];
        QJsonObject object = candidateObject(candidate);
        object.insert(u"location"_s, scanned.places.at(static_cast<qsizetype>(i)));
        candidates.append(object);
    }
    QJsonObject line = scanned.line;
    line.insert(u"candidates"_s, candidates);
    if (json) {
        printJson(line);
    } else if (line.value(u"error"_s).isNull()) {
        printCandidates(line);
        printHidden(line);
    }
}

}   // namespace

void runScan(Context &context)
{
    const auto options = analyzerOptions(context);
    if (!options) {
        return;
    }
    std::vector<Scanned> results;
    const QStringList &inputs = context.arguments().operands;
    for (const QString &path : inputs) {
        context.showProgress(std::ssize(results) + 1, inputs.size(), path);
        results.push_back(scan(context, path, *options));
    }
    // an entity is the same in all inputs, so it is known only when all were read
    std::vector<std::vector<detect::Candidate> *> files;
    files.reserve(results.size());
    for (Scanned &scanned : results) {
        files.push_back(&scanned.candidates);
    }
    detect::linkEntities(files);
    std::vector<const detect::Candidate *> found;
    for (const Scanned &scanned : results) {
        for (const detect::Candidate &candidate : scanned.candidates) {
            found.push_back(&candidate);
        }
    }
    warnOfMissingTypes(u"--types"_s, options->types, found);
    for (const Scanned &scanned : results) {
        printScanned(scanned, context.arguments().has(u"--json"_s));
    }
}

}   // namespace expunge::cli
