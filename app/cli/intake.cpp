// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/intake.h"

#include "app/cli/jsonlines.h"
#include "core/base/digest.h"
#include "core/base/fileio.h"
#include "ui/text/errortext.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace expunge::cli {

using base::ErrorCode;
using base::failure;
using base::Result;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 listLimit = qint64{64} << 20;   // bytes of a term list

Result<QByteArray> readStandardInput()
{
    QFile in;
    if (!in.open(stdin, QIODevice::ReadOnly)) {
        return failure(ErrorCode::Unreadable, u"-"_s, in.errorString());
    }
    QByteArray bytes;
    while (bytes.size() <= formats::FormatRegistry::inputLimit) {
        const QByteArray block = in.read(1 << 20);
        if (block.isEmpty()) {
            return bytes;
        }
        bytes += block;
    }
    return failure(ErrorCode::ExpansionLimit, u"-"_s, u"file size"_s);
}

Result<formats::Source> readInput(const QString &path)
{
    if (path == u"-"_s) {
        auto bytes = readStandardInput();
        if (!bytes) {
            return tl::unexpected(bytes.error());
        }
        return formats::Source{std::move(*bytes), u"-.txt"_s};   // the suffix says plain text
    }
    if (QFileInfo(path).isDir()) {
        return failure(ErrorCode::UnsupportedFormat, path, u"folder"_s);
    }
    auto bytes = base::readFile(path, formats::FormatRegistry::inputLimit);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    return formats::Source{std::move(*bytes), path};
}

Result<detect::TermList> readTerms(const QString &path)
{
    const auto bytes = base::readFile(path, listLimit);
    if (!bytes && bytes.error().code == ErrorCode::EmptyFile) {
        return detect::TermList{};
    }
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    return detect::parseTermList(*bytes, path);
}

/// False, after a message, if the list that an option names cannot be used.
bool readList(Context &context, const QString &option, detect::TermList &list)
{
    if (!context.arguments().has(option)) {
        return true;
    }
    auto terms = readTerms(context.arguments().value(option));
    if (!terms) {
        refuseUsage(context, ui::errorSentence(terms.error()));
        return false;
    }
    list = std::move(*terms);
    return true;
}

}   // namespace

void refuseUsage(Context &context, const QString &sentence)
{
    printMessage(sentence);
    context.note(Exit::WrongUsage);
}

QStringList parseTypes(const QString &value)
{
    static const QRegularExpression form(u"\\A[A-Z][A-Z0-9_]*\\z"_s);
    const QStringList types = value.split(u',');
    const bool sound = std::all_of(types.begin(), types.end(),
                                   [](const QString &type) { return form.match(type).hasMatch(); });
    return sound ? types : QStringList();
}

void warnOfMissingTypes(const QString &option, const QStringList &types,
                        const std::vector<const detect::Candidate *> &candidates)
{
    for (const QString &type : types) {
        if (std::none_of(candidates.begin(), candidates.end(),
                         [&](const detect::Candidate *one) { return one->type == type; })) {
            printMessage(
                u"%1: no candidate of type %2 was found; is it spelled right?"_s.arg(option, type));
        }
    }
}

std::optional<double> parseScore(const QString &value)
{
    bool ok = false;
    const double score = value.toDouble(&ok);
    if (!ok || !(score >= 0 && score <= 1)) {
        return std::nullopt;
    }
    return score;
}

std::optional<detect::AnalyzerOptions> analyzerOptions(Context &context)
{
    const Arguments &arguments = context.arguments();
    detect::AnalyzerOptions options;
    if (arguments.has(u"--min-score"_s)) {
        const auto score = parseScore(arguments.value(u"--min-score"_s));
        if (!score) {
            refuseUsage(context, u"--min-score needs a number from 0 to 1."_s);
            return std::nullopt;
        }
        options.minimumScore = *score;
    }
    if (arguments.has(u"--types"_s)) {
        options.types = parseTypes(arguments.value(u"--types"_s));
        if (options.types.isEmpty()) {
            refuseUsage(context, u"--types needs names of types such as PERSON,EMAIL."_s);
            return std::nullopt;
        }
    }
    if (!readList(context, u"--terms"_s, options.terms)
        || !readList(context, u"--keep"_s, options.keep)) {
        return std::nullopt;
    }
    return options;
}

Result<Intake> openInput(Context &context, const QString &path)
{
    auto source = readInput(path);
    if (!source) {
        return tl::unexpected(source.error());
    }
    source->passwords = context.passwords();
    auto document = context.composition().formats().open(*source, {});
    if (!document) {
        base::Error error = document.error();
        error.location = path == u"-"_s ? path : error.location;
        return tl::unexpected(error);
    }
    return Intake{path, base::sha256Hex(source->bytes), std::move(*document), {}, {}};
}

Result<Intake> takeIn(Context &context, const QString &path, const detect::AnalyzerOptions &options)
{
    auto intake = openInput(context, path);
    if (!intake) {
        return intake;
    }
    auto candidates =
        context.composition().analyzer().analyze(intake->document->textUnits(), options, {});
    if (!candidates) {
        base::Error error = candidates.error();
        error.location = path;
        return tl::unexpected(error);
    }
    intake->candidates = std::move(*candidates);
    intake->keepListed = detect::keptSpans(intake->document->textUnits(), options.keep);
    return intake;
}

}   // namespace expunge::cli
