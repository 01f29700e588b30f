// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/termlist.h"
#include "core/scrub/leakcheck.h"
#include "core/scrub/needles.h"
#include "core/scrub/partscanner.h"

#include <set>

namespace expunge::scrub {

/// Notes where the terms of a list stand in a file, by the rules that terms have: case, and where
/// words begin and end.
class TermSightings final : public ScanSink
{
public:
    explicit TermSightings(const detect::TermList &terms);

    bool wants(QByteArrayView text) const override;
    void text(const QString &part, const QString &text) override;
    void markup(const QString &part, const QString &how, const QString &text) override;
    void bytes(const QString &part, const QByteArray &bytes, bool isText) override;
    void unreadable(const QString &part, const QString &what) override;

    /// In order of the terms; their ids are "t1", "t2" …
    std::vector<Leak> leaks() const;

private:
    bool stands(size_t term, const QString &text) const;
    void note(size_t term, const QString &part, const QString &how);

    std::vector<detect::Term> m_terms;
    Needles m_needles;
    std::vector<std::vector<size_t>>
        m_termsOf;   // needle -> terms, as two terms may differ in case only
    std::set<std::tuple<size_t, QString, QString>> m_places;
    std::vector<Leak> m_unreadable;
};

}   // namespace expunge::scrub
