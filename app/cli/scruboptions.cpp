// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/scruboptions.h"

#include "app/cli/jsonlines.h"
#include "core/base/fileio.h"
#include "ui/text/errortext.h"

#include <QRegularExpression>

namespace expunge::cli {

using base::Result;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 decisionsLimit = qint64{256} << 20;

std::optional<DecisionsFile> readDecisions(Context &context)
{
    const QString path = context.arguments().value(u"--decisions"_s);
    const auto bytes = base::readFile(path, decisionsLimit);
    auto parsed =
        bytes ? parseDecisions(*bytes, path) : Result<DecisionsFile>(tl::unexpected(bytes.error()));
    if (!parsed) {
        refuseUsage(context, ui::errorSentence(parsed.error()));
        return std::nullopt;
    }
    const QStringList &inputs = context.arguments().operands;
    if (inputs.size() > 1 && inputs.count(parsed->path) != 1) {
        refuseUsage(context, u"%1 was made for an input that is not among these."_s.arg(path));
        return std::nullopt;
    }
    return std::move(*parsed);
}

/// A rectangle on a page, in points from its top left.
std::optional<document::PageRegion> parseRegion(const QString &value)
{
    static const QRegularExpression form(
        u"\\A([1-9][0-9]{0,6}):([0-9.]+),([0-9.]+),([0-9.]+),([0-9.]+)\\z"_s);
    const auto match = form.match(value);
    document::PageRegion region;
    region.page = match.captured(1).toInt();
    bool sound = match.hasMatch();
    for (auto [number, group] : {std::pair{&region.x, 2}, std::pair{&region.y, 3},
                                 std::pair{&region.width, 4}, std::pair{&region.height, 5}}) {
        bool ok = false;
        *number = match.captured(group).toDouble(&ok);
        sound = sound && ok;
    }
    return sound && region.width > 0 && region.height > 0 ? std::optional(region) : std::nullopt;
}

/// Fills in what can be read from words alone; the error is one sentence.
tl::expected<ScrubOptions, QString> parseWords(const Arguments &arguments)
{
    ScrubOptions options;
    options.folder = arguments.value(u"--out"_s);
    if (options.folder.isEmpty()) {
        return tl::unexpected(u"scrub needs --out DIR."_s);
    }
    for (const QString &value : arguments.options.value(u"--region"_s)) {
        const auto region = parseRegion(value);
        if (!region) {
            return tl::unexpected(
                u"--region needs PAGE:X,Y,W,H in points, such as 2:72,100,200,14."_s);
        }
        options.regions.push_back(*region);
    }
    if (arguments.has(u"--accept"_s)) {
        const auto policy = AcceptPolicy::parse(arguments.value(u"--accept"_s));
        if (!policy) {
            return tl::unexpected(
                u"--accept needs all, none, a score from 0 to 1, or names of types."_s);
        }
        options.accept = *policy;
    }
    if (arguments.has(u"--hidden"_s)) {
        const auto policy = HiddenPolicy::parse(arguments.value(u"--hidden"_s));
        if (!policy) {
            return tl::unexpected(policy.error());
        }
        options.hidden = *policy;
    }
    if (arguments.has(u"--style"_s)) {
        const auto style = review::styleFromName(arguments.value(u"--style"_s));
        if (!style) {
            return tl::unexpected(u"--style needs label, pseudonym, block or blank."_s);
        }
        options.style = *style;
    }
    const QString names =
        arguments.has(u"--names"_s) ? arguments.value(u"--names"_s) : u"neutral"_s;
    if (names != u"neutral"_s && names != u"scrubbed"_s) {
        return tl::unexpected(u"--names needs neutral or scrubbed."_s);
    }
    options.scrubbedNames = names == u"scrubbed"_s;
    options.sign = !arguments.has(u"--no-sign"_s);
    return options;
}

}   // namespace

std::optional<ScrubOptions> scrubOptions(Context &context)
{
    auto options = parseWords(context.arguments());
    if (!options) {
        refuseUsage(context, options.error());
        return std::nullopt;
    }
    auto analyzer = analyzerOptions(context);
    if (!analyzer) {
        return std::nullopt;
    }
    options->analyzer = std::move(*analyzer);
    options->analyzer.minimumScore = options->accept.lowestScore(options->analyzer.minimumScore);
    if (context.arguments().has(u"--decisions"_s)) {
        options->decisions = readDecisions(context);
        if (!options->decisions) {
            return std::nullopt;
        }
    }
    return std::move(*options);
}

}   // namespace expunge::cli
