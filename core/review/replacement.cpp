// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/replacement.h"

#include "core/base/digest.h"
#include "core/detect/normalizedtext.h"
#include "core/review/inventedvalues.h"

#include <QRegularExpression>
#include <QSet>
#include <QtEndian>

namespace expunge::review {

namespace {

using namespace Qt::StringLiterals;

/// What all candidates of one entity and type share. One without entity stands for itself.
QString groupOf(const detect::Candidate &candidate)
{
    const QString entity =
        candidate.entity.isEmpty() ? detect::valueKey(candidate.text) : candidate.entity;
    return candidate.type + u'\n' + entity;
}

QStringList wordsOf(const QString &text)
{
    static const QRegularExpression separators(u"[^\\p{L}\\p{N}]+"_s);
    return text.toCaseFolded().split(separators, Qt::SkipEmptyParts);
}

/// Picks made-up values so that no two groups get the same and none has a word of a real one.
class Inventor
{
public:
    Inventor(QByteArray key, QSet<QString> realWords)
        : m_key(std::move(key))
        , m_realWords(std::move(realWords))
    {
    }

    /// Empty when there is no value left, or none of this type.
    QString pick(const QString &type, const QString &value)
    {
        const quint64 count = inventedValueCount(type);
        if (count == 0) {
            return {};
        }
        const QByteArray seed = base::hmacSha256(m_key, (type + u'\n' + value).toUtf8());
        Pool &pool = m_pools[type];
        quint64 at = qFromLittleEndian<quint64>(seed.constData()) % count;
        while (pool.gone < count) {
            at = pool.untried(at);
            pool.next.insert(at, (at + 1) % count);
            ++pool.gone;
            const QString text = inventedValue(type, at);
            if (!m_used.contains(text) && !isReal(type, text)) {
                m_used.insert(text);
                return text;
            }
        }
        return {};
    }

private:
    /// Values of one type that were given away or refused, which they stay.
    struct Pool
    {
        /// The first one from `at` on that was not. There must be one.
        quint64 untried(quint64 at)
        {
            std::vector<quint64> passed;
            for (auto found = next.constFind(at); found != next.constEnd();
                 found = next.constFind(at)) {
                passed.push_back(at);
                at = *found;
            }
            for (const quint64 place : passed) {   // the way is short next time
                next.insert(place, at);
            }
            return at;
        }

        QHash<quint64, quint64> next;   // for each that is gone, where to look further
        quint64 gone = 0;
    };

    bool isReal(const QString &type, const QString &text) const
    {
        if (type != "PERSON"_L1 && type != "ORGANIZATION"_L1 && type != "ORG"_L1) {
            return false;
        }
        const QStringList words = wordsOf(text);
        return std::any_of(words.begin(), words.end(),
                           [this](const QString &word) { return m_realWords.contains(word); });
    }

    QByteArray m_key;
    QSet<QString> m_realWords;
    QSet<QString> m_used;
    QHash<QString, Pool> m_pools;   // by type
};

}   // namespace

QString styleName(Style style)
{
    switch (style) {
    case Style::Label:
        return u"label"_s;
    case Style::Pseudonym:
        return u"pseudonym"_s;
    case Style::Block:
        return u"block"_s;
    case Style::Blank:
        return u"blank"_s;
    }
    Q_UNREACHABLE();
}

std::optional<Style> styleFromName(const QString &name)
{
    for (const Style style : {Style::Label, Style::Pseudonym, Style::Block, Style::Blank}) {
        if (styleName(style) == name) {
            return style;
        }
    }
    return std::nullopt;
}

Replacements::Replacements(std::span<const std::vector<detect::Candidate> *const> files,
                           QByteArray key)
{
    QSet<QString> realWords;
    for (const auto *candidates : files) {
        for (const detect::Candidate &candidate : *candidates) {
            for (const QString &word : wordsOf(candidate.text)) {
                realWords.insert(word);
            }
        }
    }
    Inventor inventor(std::move(key), std::move(realWords));
    QHash<QString, int> lastNumber;
    for (const auto *candidates : files) {
        for (const detect::Candidate &candidate : *candidates) {
            const QString group = groupOf(candidate);
            if (m_numbers.contains(group)) {
                continue;
            }
            m_numbers.insert(group, ++lastNumber[candidate.type]);
            // Seeded by the value and not by the entity's number, which changes when something is
            // marked before it.
            const QString invented =
                inventor.pick(candidate.type, detect::valueKey(candidate.text));
            if (!invented.isEmpty()) {
                m_pseudonyms.insert(group, invented);
            }
        }
    }
}

QString Replacements::text(const detect::Candidate &candidate, Style style) const
{
    const QString group = groupOf(candidate);
    switch (style) {
    case Style::Blank:
        return {};
    case Style::Block:
        return QString(10, QChar(0x2588));
    case Style::Pseudonym:
        if (const QString invented = m_pseudonyms.value(group); !invented.isEmpty()) {
            return invented;
        }
        break;
    case Style::Label:
        break;
    }
    const int number = m_numbers.value(group);
    return number > 0 ? u"[%1-%2]"_s.arg(candidate.type).arg(number)
                      : u"[%1]"_s.arg(candidate.type);
}

}   // namespace expunge::review
