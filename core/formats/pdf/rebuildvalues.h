// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace expunge::pdf {

/// Finds redacted values in strings and names that stay for another reason: titles, font names,
/// colourants.
class ValueSweep
{
public:
    /// Values of one letter are not looked for.
    void add(const QString &value);

    /// Whether a value stands in the text, whatever its case and spacing.
    bool touches(const QString &text) const;
    bool touchesName(const QByteArray &name) const;

private:
    std::vector<QString> m_values;   // folded
};

}   // namespace expunge::pdf
