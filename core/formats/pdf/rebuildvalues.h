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

    bool isEmpty() const { return m_values.empty(); }
    /// Whether a value stands in the text, whatever its case and spacing.
    bool touches(const QString &text) const;
    bool touchesName(const QByteArray &name) const;
    /// Whether a value stands among bytes, in ASCII or UTF-16, whatever the case.
    bool touchesBytes(const QByteArray &bytes) const;

private:
    std::vector<QString> m_values;         // folded
    std::vector<QByteArray> m_spellings;   // lower case, as bytes
};

}   // namespace expunge::pdf
