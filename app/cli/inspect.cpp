// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/intake.h"
#include "app/cli/jsonlines.h"
#include "app/cli/resultlines.h"

namespace expunge::cli {

using namespace Qt::StringLiterals;

void runInspect(Context &context)
{
    const QString schema = u"expunge.inspect/1"_s;
    const bool json = context.arguments().has(u"--json"_s);
    for (const QString &path : context.arguments().operands) {
        const auto intake = openInput(context, path);
        if (!intake) {
            context.fail(intake.error());
            if (json) {
                printJson(failedLine(schema, path, intake.error()));
            }
            continue;
        }
        const QJsonObject line = inventoryLine(schema, *intake);
        if (json) {
            printJson(line);
        } else {
            printHidden(line);
        }
    }
}

}   // namespace expunge::cli
