// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/intake.h"
#include "app/cli/jsonlines.h"
#include "core/base/fileio.h"

#include <QJsonArray>

namespace expunge::cli {

using namespace Qt::StringLiterals;

namespace {

void printReport(const scrub::LeakReport &report, const QString &path, bool json)
{
    QJsonArray leaks;
    for (const scrub::Leak &leak : report.leaks) {
        if (json) {
            leaks.append(
                QJsonObject{{u"term"_s, leak.id}, {u"part"_s, leak.part}, {u"how"_s, leak.how}});
        } else {
            printLine(u"%1: %2 can be read in %3 (%4)"_s.arg(path, leak.id, leak.part, leak.how));
        }
    }
    if (json) {
        printJson({{u"schema"_s, u"expunge.check/1"_s},
                   {u"path"_s, path},
                   {u"terms"_s, report.values},
                   {u"parts"_s, report.parts},
                   {u"leaks"_s, leaks},
                   {u"error"_s, QJsonValue::Null}});
    } else if (report.clean()) {
        printLine(u"%1: none of %2 terms can be read in its %3 parts"_s.arg(path)
                      .arg(report.values)
                      .arg(report.parts));
    }
}

}   // namespace

void runCheck(Context &context)
{
    const Arguments &arguments = context.arguments();
    if (!arguments.has(u"--terms"_s)) {
        refuseUsage(context, u"check needs --terms FILE."_s);
        return;
    }
    const auto options = analyzerOptions(context);
    if (!options) {
        return;
    }
    const QString &path = arguments.operands.first();
    auto bytes = base::readFile(path, formats::FormatRegistry::inputLimit);
    if (!bytes) {
        context.fail(bytes.error());
        return;
    }
    const auto report =
        context.composition().leakCheck().findTerms({std::move(*bytes), path}, options->terms, {});
    if (!report) {
        context.fail(report.error());
        return;
    }
    printReport(*report, path, arguments.has(u"--json"_s));
    if (!report->clean()) {
        context.note(Exit::No);
    }
}

}   // namespace expunge::cli
