// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scrub/ledger.h"

#include "core/scrub/textforms.h"

namespace expunge::scrub {

namespace {

constexpr size_t mostPlaces = 20;   // that a report names for one value

/// Elements and attributes that hold formulas of spreadsheets, as a scan calls them.
bool isFormula(const QString &how)
{
    static const QSet<QString> places{
        QStringLiteral("text of <f>"),
        QStringLiteral("text of <formula>"),
        QStringLiteral("text of <formula1>"),
        QStringLiteral("text of <formula2>"),
        QStringLiteral("text of <definedName>"),
        QStringLiteral("text of <calculatedColumnFormula>"),
        QStringLiteral("text of <totalsRowFormula>"),
        QStringLiteral("attribute location"),
        QStringLiteral("attribute textlink"),
        QStringLiteral("attribute formula"),
        QStringLiteral("attribute condition"),
        QStringLiteral("attribute expression"),
        QStringLiteral("attribute base-cell-address"),
        QStringLiteral("attribute cell-address"),
        QStringLiteral("attribute cell-range-address"),
        QStringLiteral("attribute end-cell-address"),
        QStringLiteral("attribute target-range-address"),
        QStringLiteral("attribute print-ranges"),
        QStringLiteral("attribute label-cell-address"),
        QStringLiteral("attribute values-cell-range-address"),
    };
    return places.contains(how);
}

bool isWordAt(const QString &text, qsizetype at)
{
    return at >= 0 && at < text.size() && (text[at].isLetterOrNumber() || text[at] == u'_');
}

}   // namespace

Ledger::Ledger(const Needles &needles)
    : m_needles(needles)
{
}

bool Ledger::wants(QByteArrayView text) const
{
    return m_needles.mayStandIn(text);
}

void Ledger::expect(const QString &text)
{
    if (!m_needles.mayStandIn(QStringView(text))) {
        return;
    }
    for (const auto &[form, count] : m_needles.countBytes(text.toUtf8(), true)) {
        m_expectedEncoded[form] += count;
    }
    NeedleCounts counts = m_needles.countText(text);
    if (counts.empty()) {
        return;
    }
    Expected &expected = m_expected[foldText(text)];
    ++expected.left;
    expected.counts = std::move(counts);
}

void Ledger::expectName(const QString &name)
{
    if (!m_needles.countText(name).empty() && !m_names.contains(name)) {
        m_names.append(name);
    }
}

/// A formula without the names that stay; what it holds between quotation marks is no name.
QString Ledger::withoutNames(const QString &formula) const
{
    QStringList pieces = formula.split(u'"');
    for (qsizetype i = 0; i < pieces.size(); i += 2) {
        QString &piece = pieces[i];
        for (const QString &name : m_names) {
            for (qsizetype at = piece.indexOf(name, 0, Qt::CaseInsensitive); at >= 0;
                 at = piece.indexOf(name, at + 1, Qt::CaseInsensitive)) {
                if (!isWordAt(piece, at - 1) && !isWordAt(piece, at + name.size())) {
                    piece.replace(at, name.size(), u' ');
                }
            }
        }
    }
    return pieces.join(u'"');
}

/// True if the text is one that is expected. A copy of an expected text, such as the name that
/// repeats an alternative text, is as good as the text itself: it tells nothing new.
bool Ledger::account(const QString &folded, bool asCopy)
{
    const auto expected = m_expected.find(folded);
    if (expected == m_expected.end() || (expected->left == 0 && !asCopy)) {
        return false;
    }
    expected->left = std::max(0, expected->left - 1);
    return true;
}

void Ledger::text(const QString &part, const QString &text)
{
    const NeedleCounts counts = m_needles.countText(text);
    if (counts.empty() || account(foldText(text), false)) {
        return;
    }
    for (const auto &[needle, count] : counts) {
        note(m_seen[needle], count, part, QStringLiteral("text"));
    }
}

void Ledger::markup(const QString &part, const QString &how, const QString &text)
{
    NeedleCounts counts = m_needles.countWords(text);
    if (counts.empty() || account(foldText(text), true)) {
        return;
    }
    if (!m_names.isEmpty() && isFormula(how)) {
        counts = m_needles.countWords(withoutNames(text));
    }
    for (const auto &[needle, count] : counts) {
        note(m_seen[needle], count, part, how);
    }
}

void Ledger::bytes(const QString &part, const QByteArray &bytes, bool isText)
{
    for (const auto &[form, count] : m_needles.countBytes(bytes, isText)) {
        note(m_encoded[form], count, part, form.second);
    }
}

void Ledger::unreadable(const QString &part, const QString &what)
{
    m_unreadable.push_back({{}, part.isEmpty() ? what : part, QStringLiteral("cannot be read")});
}

void Ledger::note(Seen &seen, int count, const QString &part, const QString &how)
{
    seen.count += count;
    const Place place{part, how};
    if (seen.places.size() < mostPlaces
        && std::find(seen.places.begin(), seen.places.end(), place) == seen.places.end()) {
        seen.places.push_back(place);
    }
}

std::vector<Leak> Ledger::leaks() const
{
    std::vector<Leak> leaks = m_unreadable;
    const auto add = [&](int needle, const Seen &seen) {
        for (const Place &place : seen.places) {
            leaks.push_back({m_needles.all()[static_cast<size_t>(needle)].id,
                             place.part.isEmpty() ? QStringLiteral("the file's bytes") : place.part,
                             place.how});
        }
    };
    NeedleCounts left;
    for (const Expected &expected : m_expected) {
        for (const auto &[needle, count] : expected.counts) {
            left[needle] += count * expected.left;
        }
    }
    for (const auto &[needle, seen] : m_seen) {
        if (const auto allowed = left.find(needle);
            seen.count > (allowed == left.end() ? 0 : allowed->second)) {
            add(needle, seen);
        }
    }
    for (const auto &[form, seen] : m_encoded) {
        const auto allowed = m_expectedEncoded.find(form);
        if (seen.count > (allowed == m_expectedEncoded.end() ? 0 : allowed->second)) {
            add(form.first, seen);
        }
    }
    return leaks;
}

}   // namespace expunge::scrub
