// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/document.h"
#include "core/formats/formathandler.h"

#include <QStringList>

#include <functional>

namespace expunge::testing {

/// A document that is whatever a test says, without a file.
class FakeDocument final : public document::Document
{
public:
    using Apply = std::function<base::Result<Output>(const document::RedactionPlan &)>;

    /// One unit a text, all of part "body".
    explicit FakeDocument(const QStringList &texts);
    FakeDocument(std::vector<document::TextUnit> units, std::vector<document::HiddenItem> hidden);

    /// What apply() does; without it, the units' new texts are joined by line feeds.
    void setApply(Apply apply) { m_apply = std::move(apply); }
    void setInfo(document::DocumentInfo info) { m_info = std::move(info); }

    const document::DocumentInfo &info() const override { return m_info; }
    const std::vector<document::TextUnit> &textUnits() const override { return m_units; }
    const std::vector<document::HiddenItem> &hiddenItems() const override { return m_hidden; }
    base::Result<>
    visitParts(const std::function<void(const document::PartView &)> &visit) const override;
    base::Result<Output> apply(const document::RedactionPlan &plan,
                               const base::JobContext &job) const override;

private:
    document::DocumentInfo m_info;
    std::vector<document::TextUnit> m_units;
    std::vector<document::HiddenItem> m_hidden;
    Apply m_apply;
};

/// A text unit of a fake document.
document::TextUnit fakeUnit(int index, const QString &text, const QString &hiddenItem = {},
                            int copyOf = -1);

/// The text of a unit after the plan's redactions in it.
QString redactedText(const document::TextUnit &unit, const document::RedactionPlan &plan);

/// A format of suffix "fake" whose files a function opens.
class FakeHandler final : public formats::FormatHandler
{
public:
    using Open =
        std::function<base::Result<std::shared_ptr<const document::Document>>(const QByteArray &)>;

    explicit FakeHandler(Open open);

    formats::FormatInfo info() const override;
    int probe(const formats::Source &source) const override;
    base::Result<std::shared_ptr<const document::Document>>
    open(const formats::Source &source, const base::JobContext &job) const override;

private:
    Open m_open;
};

}   // namespace expunge::testing
