// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scrub/termsightings.h"

#include "core/detect/analyzer.h"
#include "core/scrub/encodings.h"
#include "core/scrub/textforms.h"

namespace expunge::scrub {

TermSightings::TermSightings(const detect::TermList &terms)
    : m_terms(terms.terms)
{
    for (const detect::Term &term : m_terms) {
        m_needles.add({}, term.text);
    }
    m_needles.prepare();
    m_termsOf.resize(m_needles.all().size());
    QHash<QString, size_t> needles;
    for (size_t i = 0; i < m_needles.all().size(); ++i) {
        needles.insert(m_needles.all()[i].folded, i);
    }
    for (size_t term = 0; term < m_terms.size(); ++term) {
        const auto needle = needles.constFind(foldText(m_terms[term].text));
        if (needle != needles.cend()) {
            m_termsOf[*needle].push_back(term);
        }
    }
}

bool TermSightings::wants(QByteArrayView text) const
{
    return m_needles.mayStandIn(text);
}

void TermSightings::text(const QString &part, const QString &text)
{
    for (const auto &[needle, count] : m_needles.countText(text)) {
        for (const size_t term : m_termsOf[static_cast<size_t>(needle)]) {
            if (stands(term, text)) {
                note(term, part, QStringLiteral("text"));
            }
        }
    }
}

void TermSightings::markup(const QString &part, const QString &how, const QString &text)
{
    for (const auto &[needle, count] : m_needles.countText(text)) {
        for (const size_t term : m_termsOf[static_cast<size_t>(needle)]) {
            if (stands(term, text)) {
                note(term, part, how);
            }
        }
    }
}

void TermSightings::bytes(const QString &part, const QByteArray &bytes, bool isText)
{
    for (const auto &[form, count] : m_needles.countBytes(bytes, isText)) {
        for (const size_t term : m_termsOf[static_cast<size_t>(form.first)]) {
            note(term, part, form.second);
        }
    }
}

void TermSightings::unreadable(const QString &part, const QString &what)
{
    m_unreadable.push_back({{}, part.isEmpty() ? what : part, QStringLiteral("cannot be read")});
}

bool TermSightings::stands(size_t term, const QString &text) const
{
    detect::TermList list;
    list.terms = {m_terms[term]};
    std::vector<document::TextUnit> units(1);
    units.front().text = text;
    if (const QString decoded = decodeEscapes(text); decoded != text) {
        units.emplace_back();
        units.back().index = 1;
        units.back().text = decoded;
    }
    return !detect::findTerms(units, list).empty();
}

void TermSightings::note(size_t term, const QString &part, const QString &how)
{
    m_places.emplace(term, part.isEmpty() ? QStringLiteral("the file's bytes") : part, how);
}

std::vector<Leak> TermSightings::leaks() const
{
    std::vector<Leak> leaks = m_unreadable;
    for (const auto &[term, part, how] : m_places) {
        leaks.push_back({QLatin1Char('t') + QString::number(term + 1), part, how});
    }
    return leaks;
}

}   // namespace expunge::scrub
