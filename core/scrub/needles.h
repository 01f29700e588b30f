// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/termsieve.h"
#include "core/scrub/patternset.h"

#include <QString>
#include <QStringList>

#include <map>
#include <vector>

namespace expunge::scrub {

/// A value that is looked for.
struct Needle
{
    QString id;
    QString value;   // as found
    QString folded;
    int codePoints = 0;   // of the folded value
};

/// How often each needle stands in a text; those that do not stand in it are missing.
using NeedleCounts = std::map<int, int>;

/// All values that a check looks for, in every form that text and bytes can have.
class Needles
{
public:
    /// Values that differ only in case, spacing or invisible characters are one; the first one's id
    /// stands for all.
    void add(const QString &id, const QString &value);

    /// To be called once, when all values are there.
    void prepare();

    const std::vector<Needle> &all() const { return m_needles; }

    /// False: no needle stands in the text (UTF-8 or QString) in any form that the counts below
    /// know.
    bool mayStandIn(QByteArrayView text) const;
    bool mayStandIn(QStringView text) const;

    /// Counts in running text, inside words too: whatever spelling, letter spacing or division of
    /// digits.
    NeedleCounts countText(const QString &text) const;

    /// Counts where a word begins and ends (values of eight characters and more: anywhere); values
    /// of fewer than `shortest` characters are left out, because markup is full of them.
    NeedleCounts countWords(const QString &text, int shortest = 4) const;

    /// Counts in bytes, by needle and encoding ("UTF-16"); with `text` set, plain UTF-8 and
    /// escapes, which countText sees, are left out.
    std::map<std::pair<int, QString>, int> countBytes(const QByteArray &bytes, bool text) const;

private:
    struct ByteForm
    {
        int needle = 0;
        QString encoding;
    };

    NeedleCounts countFolded(const QString &folded, bool words) const;

    std::vector<Needle> m_needles;
    QHash<QString, int> m_byFolded;
    detect::TermSieve m_sieve;   // for texts and for bytes
    PatternSet m_folded;
    PatternSet m_spaceless;   // for words whose letters are set apart
    PatternSet m_digits;
    PatternSet m_anyCase;
    PatternSet m_exactCase;
    std::vector<ByteForm> m_forms;
};

}   // namespace expunge::scrub
