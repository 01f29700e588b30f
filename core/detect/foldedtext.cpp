// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/foldedtext.h"

namespace expunge::detect {

namespace {

struct Point
{
    char32_t value = 0;
    qsizetype length = 1;
};

Point pointAt(QStringView text, qsizetype at)
{
    if (text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate()) {
        return {QChar::surrogateToUcs4(text[at], text[at + 1]), 2};
    }
    return {text[at].unicode(), 1};
}

void appendPoint(std::u16string &out, char32_t c)
{
    if (QChar::requiresSurrogates(c)) {
        out.push_back(QChar::highSurrogate(c));
        out.push_back(QChar::lowSurrogate(c));
    } else {
        out.push_back(static_cast<char16_t>(c));
    }
}

void appendFolded(std::u16string &out, char32_t c, Case letters)
{
    if (letters == Case::Keep) {
        appendPoint(out, c);
    } else if (c == 0x00DF || c == 0x1E9E) {   // full folding of sharp s (CaseFolding.txt)
        out += u"ss";
    } else if (c == 0x0130) {   // capital I with dot
        out += u'i';
    } else {
        appendPoint(out, QChar::toCaseFolded(c));
    }
}

/// Calls `put(character, begin, end)` for each character that counts in a comparison.
template<typename Put>
void walk(QStringView text, Put &&put)
{
    qsizetype at = 0;
    while (at < text.size()) {
        const Point point = pointAt(text, at);
        qsizetype end = at + point.length;
        if (QChar::isSpace(point.value)) {
            while (end < text.size() && text[end].isSpace()) {
                ++end;
            }
            put(U' ', at, end);
        } else if (point.value != '-' || at == 0 || end >= text.size() || !text[at - 1].isLetter()
                   || !text[end].isLetter()) {
            put(point.value, at, end);
        }
        at = end;
    }
}

bool isAlone(QStringView text, qsizetype at)
{
    return text[at].isLetterOrNumber() && (at == 0 || !text[at - 1].isLetterOrNumber())
           && (at + 1 >= text.size() || !text[at + 1].isLetterOrNumber());
}

}   // namespace

FoldedText foldText(const NormalizedText &normalized)
{
    FoldedText result;
    result.text = QString::fromUtf8(normalized.utf8);
    result.bytes.reserve(static_cast<std::size_t>(result.text.size() + 1));
    int byte = 0;
    for (qsizetype at = 0; at < result.text.size();) {
        const Point point = pointAt(result.text, at);
        result.bytes.insert(result.bytes.end(), static_cast<std::size_t>(point.length), byte);
        byte += point.value < 0x80 ? 1 : point.value < 0x800 ? 2 : point.value < 0x10000 ? 3 : 4;
        at += point.length;
    }
    result.bytes.push_back(byte);
    result.folded.reserve(static_cast<std::size_t>(result.text.size()));
    walk(result.text, [&](char32_t c, qsizetype begin, qsizetype end) {
        appendFolded(result.folded, c, Case::Fold);
        result.begins.resize(result.folded.size(), static_cast<int>(begin));
        result.ends.resize(result.folded.size(), static_cast<int>(end));
    });
    return result;
}

std::u16string comparedForm(QStringView text, Case letters)
{
    std::u16string result;
    walk(text, [&](char32_t c, qsizetype, qsizetype) { appendFolded(result, c, letters); });
    return result;
}

std::u16string withoutSpace(const std::u16string &text)
{
    std::u16string result = text;
    std::erase(result, u' ');
    return result;
}

std::vector<LetterSpacedRun> letterSpacedRuns(const FoldedText &folded)
{
    std::vector<LetterSpacedRun> runs;
    LetterSpacedRun run;
    const QString &text = folded.text;
    const auto finish = [&] {
        if (run.begins.size() >= 3) {
            runs.push_back(std::move(run));
        }
        run = {};
    };
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (isAlone(text, at)) {
            appendFolded(run.folded, text[at].unicode(), Case::Fold);
            run.begins.resize(run.folded.size(), static_cast<int>(at));
            run.ends.resize(run.folded.size(), static_cast<int>(at + 1));
        } else if (!text[at].isSpace()) {
            finish();
        }
    }
    finish();
    return runs;
}

}   // namespace expunge::detect
