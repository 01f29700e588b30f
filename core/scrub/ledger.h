// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scrub/leakcheck.h"
#include "core/scrub/needles.h"
#include "core/scrub/partscanner.h"

#include <QSet>

namespace expunge::scrub {

/// Compares what is seen in a file with what may be there: texts that are expected as a whole are
/// accounted for; in the rest, each value may stand as often as in the expected texts that were not
/// seen as a whole, and no more.
class Ledger final : public ScanSink
{
public:
    explicit Ledger(const Needles &needles);

    /// A text that is to be left in the output.
    void expect(const QString &text);

    /// A name that is to be left, in the formulas that speak of what has it as well.
    void expectName(const QString &name);

    bool wants(QByteArrayView text) const override;
    void text(const QString &part, const QString &text) override;
    void markup(const QString &part, const QString &how, const QString &text) override;
    void bytes(const QString &part, const QByteArray &bytes, bool isText) override;
    void unreadable(const QString &part, const QString &what) override;

    /// Everything that is in the file and not accounted for.
    std::vector<Leak> leaks() const;

private:
    struct Expected
    {
        int left = 0;   // not seen yet
        NeedleCounts counts;
    };

    struct Place
    {
        QString part;
        QString how;

        friend bool operator==(const Place &, const Place &) = default;
    };

    struct Seen
    {
        int count = 0;
        std::vector<Place> places;
    };

    static void note(Seen &seen, int count, const QString &part, const QString &how);
    bool account(const QString &folded, bool asCopy);
    QString withoutNames(const QString &formula) const;

    const Needles &m_needles;
    QHash<QString, Expected> m_expected;   // by folded text; only those with a needle in them
    QStringList m_names;                   // only those with a needle in them
    std::map<int, Seen> m_seen;
    std::map<std::pair<int, QString>, Seen> m_encoded;
    std::map<std::pair<int, QString>, int> m_expectedEncoded;
    std::vector<Leak> m_unreadable;
};

}   // namespace expunge::scrub
