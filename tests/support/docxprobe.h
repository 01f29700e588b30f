// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/document.h"

#include <QStringList>

#include <map>
#include <memory>

namespace expunge::testing {

using OpenDocument = std::shared_ptr<const document::Document>;

/// Opens a Word document; null if it is refused.
OpenDocument openDocx(const QByteArray &bytes);

/// Unit with exactly this text; null if there is none.
const document::TextUnit *unitWith(const document::Document &document, const QString &text);

/// Texts of the units that a reader of the pages sees, copies and codes of fields left out.
QStringList visibleTexts(const document::Document &document);

/// Item of a kind; null if there is none.
const document::HiddenItem *hiddenOf(const document::Document &document, document::HiddenKind kind);

/// A plan that redacts every occurrence of the keys with their values, in every unit that is no
/// copy.
document::RedactionPlan planFor(const document::Document &document,
                                const std::map<QString, QString> &values);

/// Adds a decision for every hidden item of a kind.
void decide(document::RedactionPlan &plan, const document::Document &document,
            document::HiddenKind kind, document::HiddenAction action);

/// What applying a plan gives: the bytes, each part, and the document read again.
struct Written
{
    QByteArray bytes;
    std::map<QString, QByteArray> parts;
    QStringList targets;   // of all relationships
    OpenDocument document;
    document::Applied applied;

    bool contains(const QByteArray &text) const;   // in any part, its name or a relationship
    QByteArray part(const QString &name) const;
};

Written applied(const document::Document &document, const document::RedactionPlan &plan = {});

}   // namespace expunge::testing
