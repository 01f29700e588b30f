// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/nametitles.h"

#include "core/detect/namelexicon.h"

#include <algorithm>
#include <array>

namespace expunge::detect {

namespace {

bool isLetterByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
           || static_cast<unsigned char>(c) >= 0x80;
}

/// Whether a title may be written with a small letter; "judge" and "lady" then are everyday words.
bool isShort(const QString &folded)
{
    return folded.size() <= 3 && folded != u"sir" && folded != u"don";
}

}   // namespace

bool isNameTitle(const QString &folded)
{
    constexpr std::array<QStringView, 62> titles{
        u"mr",      u"mrs",          u"ms",        u"mx",      u"miss",       u"mister",
        u"dr",      u"prof",         u"professor", u"doctor",  u"sir",        u"dame",
        u"lord",    u"lady",         u"judge",     u"justice", u"rev",        u"reverend",
        u"hon",     u"capt",         u"captain",   u"lt",      u"lieutenant", u"col",
        u"colonel", u"sgt",          u"sergeant",  u"maj",     u"inspector",  u"detective",
        u"senator", u"herr",         u"herrn",     u"frau",    u"mme",        u"madame",
        u"mlle",    u"mademoiselle", u"monsieur",  u"maitre",  u"sr",         u"sra",
        u"srta",    u"senor",        u"senora",    u"dona",    u"sig",        u"signora",
        u"signor",  u"signore",      u"dott",      u"dottssa", u"avv",        u"dhr",
        u"mevr",    u"mevrouw",      u"pani",      u"fru",     u"senhor",     u"senhora",
        u"mag",     u"ing"};
    return std::find(titles.begin(), titles.end(), folded) != titles.end();
}

qsizetype titleBegin(const QByteArray &utf8, qsizetype begin)
{
    while (begin > 2 && (utf8[begin - 1] == ' ' || utf8[begin - 1] == '\n')) {
        qsizetype end = begin - 1;
        if (utf8[end - 1] == '.') {
            --end;
        }
        qsizetype start = end;
        while (start > 0 && isLetterByte(utf8[start - 1])) {
            --start;
        }
        if (start == end || (start > 0 && utf8[start - 1] >= '0' && utf8[start - 1] <= '9')) {
            break;
        }
        const QString word = QString::fromUtf8(utf8.sliced(start, end - start));
        const QString folded = foldedWord(word);
        if (!isNameTitle(folded) || (!word[0].isUpper() && !isShort(folded))) {
            break;
        }
        begin = start;
    }
    return begin;
}

}   // namespace expunge::detect
