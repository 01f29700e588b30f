// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/intake.h"

#include <QJsonObject>

namespace expunge::cli {

/// A candidate without its place, as scan prints it.
QJsonObject candidateObject(const detect::Candidate &candidate);

/// Where a span is, in code points of its unit.
QJsonObject locationObject(const document::Document &document, const document::Span &span);

/// A hidden item, as scan and inspect print it.
QJsonObject hiddenObject(const document::HiddenItem &item);

/// The line of an opened input, with its hidden items and warnings.
QJsonObject inventoryLine(const QString &schema, const Intake &intake);

/// The line of an input that could not be opened.
QJsonObject failedLine(const QString &schema, const QString &path, const base::Error &error);

/// The same lines for people.
void printCandidates(const QJsonObject &line);
void printHidden(const QJsonObject &line);

}   // namespace expunge::cli
