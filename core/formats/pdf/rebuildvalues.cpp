// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/rebuildvalues.h"

#include <algorithm>

namespace expunge::pdf {

namespace {

/// Letters and digits alone, in one case and in their compatibility forms: "Qui-x vane" is
/// "quixvane".
QString folded(const QString &text)
{
    QString result;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD)) {
        if (c.isLetterOrNumber() || c.isSurrogate()) {
            result += c.toCaseFolded();
        }
    }
    return result;
}

}   // namespace

void ValueSweep::add(const QString &value)
{
    QString plain = folded(value);
    if (plain.size() > 1 && std::find(m_values.begin(), m_values.end(), plain) == m_values.end()) {
        m_values.push_back(std::move(plain));
        constexpr qsizetype shortest = 4;   // shorter ones turn up by chance
        if (const QByteArray lower = value.toLower().toUtf8(); value.size() >= shortest) {
            QByteArray wide;
            for (const QChar c : value.toLower()) {
                wide += static_cast<char>(c.unicode() >> 8);
                wide += static_cast<char>(c.unicode() & 0xff);
            }
            m_spellings.push_back(lower);
            m_spellings.push_back(wide);
        }
    }
}

bool ValueSweep::touches(const QString &text) const
{
    if (m_values.empty()) {
        return false;
    }
    constexpr qsizetype shortest = 4;   // shorter values count only when they are all there is
    const QString plain = folded(text);
    return std::any_of(m_values.begin(), m_values.end(), [&](const QString &value) {
        return value.size() < shortest ? plain == value : plain.contains(value);
    });
}

bool ValueSweep::touchesName(const QByteArray &name) const
{
    return touches(QString::fromUtf8(name)) || touches(QString::fromLatin1(name));
}

bool ValueSweep::touchesBytes(const QByteArray &bytes) const
{
    if (m_spellings.empty()) {
        return false;
    }
    const QByteArray lower = bytes.toLower();
    return std::any_of(m_spellings.begin(), m_spellings.end(),
                       [&](const QByteArray &spelling) { return lower.contains(spelling); });
}

}   // namespace expunge::pdf
