// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scrub/needles.h"

#include "core/base/codepoints.h"
#include "core/scrub/encodings.h"
#include "core/scrub/textforms.h"

namespace expunge::scrub {

namespace {

using namespace Qt::StringLiterals;

/// Every character that is not ASCII counts as a part of a word.
bool isWordByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')
           || (static_cast<unsigned char>(c) & 0x80) != 0;
}

bool standsAsWord(const QByteArray &text, qsizetype begin, qsizetype end)
{
    const bool opens = begin == 0 || !isWordByte(text[begin - 1]) || !isWordByte(text[begin]);
    const bool closes = end == text.size() || !isWordByte(text[end]) || !isWordByte(text[end - 1]);
    return opens && closes;
}

void takeLarger(NeedleCounts &counts, const NeedleCounts &others)
{
    for (const auto &[needle, count] : others) {
        int &known = counts[needle];
        known = std::max(known, count);
    }
}

}   // namespace

void Needles::add(const QString &id, const QString &value)
{
    const QString folded = foldText(value);
    if (folded.isEmpty() || m_byFolded.contains(folded)) {
        return;
    }
    m_byFolded.insert(folded, static_cast<int>(m_needles.size()));
    m_needles.push_back(
        {id, value, folded, static_cast<int>(base::codePointsBefore(folded, folded.size()))});
}

void Needles::prepare()
{
    for (int number = 0; number < static_cast<int>(m_needles.size()); ++number) {
        const Needle &needle = m_needles[static_cast<size_t>(number)];
        m_sieve.add(needle.folded);
        m_folded.add(needle.folded.toUtf8(), number);
        m_spaceless.add(QString(needle.folded).remove(u' ').toUtf8(), number);
        m_digits.add(numberDigits(needle.folded).toUtf8(), number);
        for (const Encoded &form : encodingsOf(needle.value)) {
            const int tag = static_cast<int>(m_forms.size());
            m_forms.push_back({number, form.name});
            m_sieve.add(QString::fromLatin1(form.bytes));
            (form.anyCase ? m_anyCase : m_exactCase)
                .add(form.anyCase ? lowerAscii(form.bytes) : form.bytes, tag);
        }
    }
}

bool Needles::mayStandIn(QByteArrayView text) const
{
    return text.contains('%') || text.contains("&#") || m_sieve.mayStandIn(text);
}

bool Needles::mayStandIn(QStringView text) const
{
    return text.contains(u'%') || text.contains(u"&#") || m_sieve.mayStandIn(text);
}

NeedleCounts Needles::countText(const QString &text) const
{
    if (!mayStandIn(QStringView(text))) {
        return {};
    }
    NeedleCounts counts = countFolded(foldText(text), false);
    if (const QString decoded = decodeEscapes(text); decoded != text) {
        takeLarger(counts, countFolded(foldText(decoded), false));
    }
    if (const QString joined = joinedLines(text); joined != text) {
        takeLarger(counts, countFolded(foldText(joined), false));
    }
    return counts;
}

NeedleCounts Needles::countWords(const QString &text, int shortest) const
{
    if (!mayStandIn(QStringView(text))) {
        return {};
    }
    NeedleCounts counts = countFolded(foldText(text), true);
    if (const QString decoded = decodeEscapes(text); decoded != text) {
        takeLarger(counts, countFolded(foldText(decoded), true));
    }
    std::erase_if(counts, [&](const auto &count) {
        return m_needles[static_cast<size_t>(count.first)].codePoints < shortest;
    });
    return counts;
}

NeedleCounts Needles::countFolded(const QString &folded, bool words) const
{
    // A longer value counts in markup even inside a word ("xLovelacex"): nothing of the format's
    // own is like it.
    constexpr int unlikelyByChance = 8;
    NeedleCounts counts;
    const QByteArray utf8 = folded.toUtf8();
    m_folded.scan(utf8, [&](int needle, qsizetype begin, qsizetype end) {
        if (!words || m_needles[static_cast<size_t>(needle)].codePoints >= unlikelyByChance
            || standsAsWord(utf8, begin, end)) {
            ++counts[needle];
        }
    });
    m_spaceless.scan(joinedLetters(folded).toUtf8(),
                     [&](int needle, qsizetype, qsizetype) { ++counts[needle]; });
    if (!m_digits.isEmpty()) {
        NeedleCounts numbers;
        const QByteArray digits = joinedDigits(folded).toUtf8();
        m_digits.scan(digits, [&](int needle, qsizetype begin, qsizetype end) {
            if (!words || standsAsWord(digits, begin, end)) {
                ++numbers[needle];
            }
        });
        takeLarger(counts, numbers);
    }
    return counts;
}

std::map<std::pair<int, QString>, int> Needles::countBytes(const QByteArray &bytes, bool text) const
{
    std::map<std::pair<int, QString>, int> counts;
    const auto take = [&](int tag, qsizetype, qsizetype) {
        const ByteForm &form = m_forms[static_cast<size_t>(tag)];
        const bool seenAsText = form.encoding == "UTF-8"_L1 || form.encoding == "percent"_L1
                                || form.encoding == "references"_L1;
        if (!text || !seenAsText) {
            ++counts[{form.needle, form.encoding}];
        }
    };
    m_anyCase.scan(lowerAscii(bytes), take);
    m_exactCase.scan(bytes, take);
    return counts;
}

}   // namespace expunge::scrub
