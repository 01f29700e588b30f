// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/formatregistry.h"
#include "core/scrub/leakcheck.h"
#include "tests/support/fakedocument.h"
#include "tests/support/zipbuilder.h"

#include <QStringList>

namespace expunge::testing {

/// The XML of a part with one paragraph a text.
QByteArray paragraphsXml(const QStringList &texts);

/// A zip with a document part of these paragraphs, and a comments part if there are comments; a
/// test may add to it.
ZipBuilder fakePackage(const QStringList &texts, const QStringList &comments = {});

/// Opens what fakePackage() makes: a unit a paragraph, and comments as hidden item "h1".
formats::FormatRegistry fakeRegistry();

/// The document of a package of fakePackage(); its apply() does what the plan says.
std::shared_ptr<FakeDocument> openFakePackage(const QByteArray &bytes);

/// The work of redacting every occurrence of `values` but those of `kept` (index of the unit), each
/// replaced by "[PERSON-n]".
scrub::Expectation expectationFor(std::shared_ptr<const document::Document> original,
                                  const QStringList &values, const QList<int> &kept = {});

/// True if one of the leaks has this id and names this way of finding it.
bool hasLeak(const scrub::LeakReport &report, const QString &id, const QString &how);

/// All leaks as text, for messages.
QString describeLeaks(const scrub::LeakReport &report);

}   // namespace expunge::testing
