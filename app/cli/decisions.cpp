// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/decisionsfile.h"
#include "app/cli/intake.h"

#include <QJsonDocument>

#include <cstdio>

namespace expunge::cli {

void runDecisions(Context &context)
{
    const auto options = analyzerOptions(context);
    if (!options) {
        return;
    }
    const QString &path = context.arguments().operands.first();
    auto intake = takeIn(context, path, *options);
    if (!intake) {
        context.fail(intake.error());
        return;
    }
    const QJsonObject object = decisionsObject(path, *intake->document, intake->candidates);
    const QByteArray json = QJsonDocument(object).toJson(QJsonDocument::Indented);
    std::fwrite(json.constData(), 1, static_cast<size_t>(json.size()), stdout);
}

}   // namespace expunge::cli
