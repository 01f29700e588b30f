// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/training/inventedtexts.h"

#include "core/detect/training/inventedpatterns.h"

#include <QStringList>

#include <random>

using namespace Qt::StringLiterals;

namespace expunge::detect::training {

namespace {

/// Fills patterns with invented names; the same seed gives the same texts.
class Inventor
{
public:
    explicit Inventor(const QByteArray &givenNames)
    {
        for (const QByteArray &line : givenNames.split('\n')) {
            if (!line.startsWith('#')) {
                m_givenNames +=
                    QString::fromUtf8(line).simplified().split(u' ', Qt::SkipEmptyParts);
            }
        }
    }

    LabelledDocument document()
    {
        LabelledDocument units;
        m_people.clear();
        m_firms.clear();
        const std::size_t count = 3 + below(10);
        for (std::size_t i = 0; i < count; ++i) {
            units.push_back(unit(one(kPatterns)));
        }
        return units;
    }

private:
    struct Person
    {
        QString given;
        QString family;
    };

    std::size_t below(std::size_t limit) { return m_random() % limit; }

    template<std::size_t N>
    std::string_view one(const std::array<std::string_view, N> &list)
    {
        return list.at(below(N));
    }

    static QString text(std::string_view view)
    {
        return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
    }

    QString coined(std::size_t syllables)
    {
        QString word;
        for (std::size_t i = 0; i < syllables; ++i) {
            word += text(one(kSyllables));
        }
        return word.first(1).toUpper() + word.sliced(1);
    }

    QString familyName() { return below(3) == 0 ? coined(2) : text(one(kFamilyNames)); }

    /// Most people of a document are named more than once.
    Person person()
    {
        if (m_people.empty() || below(3) == 0) {
            QString given = m_givenNames.at(
                static_cast<qsizetype>(below(static_cast<std::size_t>(m_givenNames.size()))));
            given[0] = given[0].toUpper();
            m_people.push_back({given, familyName()});
        }
        return m_people[below(m_people.size())];
    }

    QString fullName()
    {
        const Person who = person();
        switch (below(8)) {
        case 0:
            return who.given.first(1) + u". "_s + who.family;
        case 1:
            return who.given + u' ' + QChar(static_cast<char16_t>('A' + below(26))) + u". "_s
                   + who.family;
        case 2:
            return who.given + u' ' + who.family + u'-' + familyName();
        default:
            return who.given + u' ' + who.family;
        }
    }

    QString firm()
    {
        if (!m_firms.empty() && below(3) != 0) {
            return m_firms[below(m_firms.size())];
        }
        QString name = below(3) == 0 ? familyName() : coined(2 + below(2));
        switch (below(5)) {
        case 0:
            name += u' ' + text(one(kLegalForms));
            break;
        case 1:
            name += u' ' + text(one(kFirmWords)) + u' ' + text(one(kLegalForms));
            break;
        case 2:
            name += u" & "_s + familyName();
            break;
        case 3:
            name += u' ' + text(one(kFirmWords));
            break;
        default:
            break;
        }
        m_firms.push_back(name);
        return name;
    }

    LabelledUnit unit(std::string_view view)
    {
        const QString pattern = text(view);
        QString filled;
        std::vector<Label> labels;
        const auto name = [&](const QString &value, std::size_t nameClass) {
            const auto begin = static_cast<std::size_t>(filled.size());
            filled += value;
            labels.push_back({begin, static_cast<std::size_t>(filled.size()), nameClass});
        };
        for (qsizetype i = 0; i < pattern.size(); ++i) {
            if (pattern[i] != u'%') {
                filled += pattern[i];
                continue;
            }
            switch (pattern[++i].unicode()) {
            case u'P':
                name(fullName(), 0);
                break;
            case u'F':
                name(person().given, 0);
                break;
            case u'S':
                name(person().family, 0);
                break;
            case u'O':
                name(firm(), 1);
                break;
            case u'L':
                name(text(one(kPlaces)), 2);
                break;
            case u'J':
                filled += text(one(kJobs));
                break;
            default:
                filled += QString::number(below(900) + 3);
                break;
            }
        }
        return {narrowed(filled), std::move(labels)};
    }

    std::mt19937 m_random{11};   // NOLINT(bugprone-random-generator-seed): always the same texts
    QStringList m_givenNames;
    std::vector<Person> m_people;
    std::vector<QString> m_firms;
};

}   // namespace

std::vector<LabelledDocument> inventedTexts(const QByteArray &givenNames, int count)
{
    Inventor inventor(givenNames);
    std::vector<LabelledDocument> documents;
    for (int i = 0; i < count; ++i) {
        documents.push_back(inventor.document());
    }
    return documents;
}

}   // namespace expunge::detect::training
