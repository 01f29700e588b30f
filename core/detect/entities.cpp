// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/analyzer.h"
#include "core/detect/nametitles.h"
#include "core/detect/normalizedtext.h"

#include <QHash>
#include <QSet>

#include <optional>

using namespace Qt::StringLiterals;

namespace expunge::detect {

namespace {

/// What two spellings of one value have in common: letters and digits, folded, in order.
QString spellingKey(const QString &text)
{
    QString key;
    for (const QChar c : valueKey(text)) {
        if (c.isLetterOrNumber() || c.isSurrogate() || c.isMark()) {
            key += c;
        }
    }
    return key.isEmpty() ? text : key;
}

bool isName(const Candidate &candidate)
{
    return candidate.type == u"PERSON"_s;
}

/// The words of a person's name, folded and without titles; "Doe, Jane" and "Jane Doe" have the
/// same set.
QStringList nameWords(const QString &text)
{
    QStringList words;
    QString word;
    const QString key = valueKey(text) + u' ';
    for (const QChar c : key) {
        if (c.isLetter() || c.isMark()) {
            word += c;
        } else if (!word.isEmpty()) {
            if (word != u"s"_s || c == u'.') {
                words.append(word);
            }
            word.clear();
        }
    }
    while (words.size() > 1 && isNameTitle(words.front())) {
        words.removeFirst();
    }
    words.sort();
    return words;
}

/// Whether a short form ("Doe", "J. Doe") can stand for a full name: each word is one of its words,
/// or an initial of one.
bool canStandFor(const QStringList &shorter, const QStringList &full)
{
    if (shorter.isEmpty() || shorter.size() > full.size()) {
        return false;
    }
    bool wholeWord = false;
    for (const QString &word : shorter) {
        const bool whole = full.contains(word);
        wholeWord = wholeWord || (whole && word.size() > 1);
        const bool initial =
            word.size() == 1
            && std::any_of(full.begin(), full.end(),
                           [&word](const QString &other) { return other.startsWith(word); });
        if (!whole && !initial) {
            return false;
        }
    }
    return wholeWord;
}

/// Groups of candidates; each group gets one entity.
class Linker
{
public:
    void addName(const QString &text) { m_names.insert(nameWords(text).join(u' ')); }

    /// Must be called when all names are known: gives each short form the one full name that it can
    /// stand for.
    void settleNames()
    {
        QList<QStringList> names;
        for (const QString &name : m_names) {
            names.append(name.split(u' '));
        }
        // Those with most whole words first: a form with initials can only stand for one without.
        const auto wholeWords = [](const QStringList &name) {
            return std::count_if(name.begin(), name.end(),
                                 [](const QString &word) { return word.size() > 1; });
        };
        const auto rank = [&wholeWords](const QStringList &name) {
            return std::make_pair(-static_cast<qsizetype>(wholeWords(name)), -name.size());
        };
        std::sort(names.begin(), names.end(), [&rank](const QStringList &a, const QStringList &b) {
            return rank(a) != rank(b) ? rank(a) < rank(b) : a < b;
        });
        QHash<QString, QList<QStringList>> byWord;
        for (const QStringList &name : names) {
            settle(name, byWord);
            for (const QString &word : name) {
                byWord[word].append(name);
            }
        }
    }

    QString keyOf(const Candidate &candidate) const
    {
        if (!isName(candidate)) {
            return spellingKey(candidate.text);
        }
        const QString own = nameWords(candidate.text).join(u' ');
        return u"person "_s + m_fullName.value(own, own);
    }

private:
    /// All names that a short form can stand for are among these: they have all its whole words, so
    /// those with its rarest word will do.
    static QList<QStringList> candidatesFor(const QStringList &name,
                                            const QHash<QString, QList<QStringList>> &byWord)
    {
        std::optional<QList<QStringList>> fewest;
        for (const QString &word : name) {
            if (word.size() > 1) {
                QList<QStringList> having = byWord.value(word);
                if (!fewest || having.size() < fewest->size()) {
                    fewest = std::move(having);
                }
            }
        }
        return fewest.value_or(QList<QStringList>());
    }

    void settle(const QStringList &name, const QHash<QString, QList<QStringList>> &byWord)
    {
        QSet<QString> fullNames;
        for (const QStringList &full : candidatesFor(name, byWord)) {
            if ((full.size() > name.size() || (full.size() == name.size() && name != full))
                && canStandFor(name, full)) {
                const QString whole = full.join(u' ');
                fullNames.insert(m_fullName.value(whole, whole));
            }
        }
        // Two people of one surname: the short form stays on its own, so that nobody is taken for
        // another.
        if (fullNames.size() == 1) {
            m_fullName.insert(name.join(u' '), *fullNames.begin());
        }
    }

    QSet<QString> m_names;
    QHash<QString, QString> m_fullName;
};

}   // namespace

void linkEntities(std::span<std::vector<Candidate> *const> files)
{
    Linker linker;
    for (const std::vector<Candidate> *file : files) {
        for (const Candidate &candidate : *file) {
            if (isName(candidate)) {
                linker.addName(candidate.text);
            }
        }
    }
    linker.settleNames();
    QHash<QString, QString> entities;
    for (std::vector<Candidate> *file : files) {
        for (Candidate &candidate : *file) {
            QString &entity = entities[linker.keyOf(candidate)];
            if (entity.isEmpty()) {
                entity = u"e%1"_s.arg(entities.size());
            }
            candidate.entity = entity;
        }
    }
}

}   // namespace expunge::detect
