// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/sheettext.h"

#include "core/formats/ooxml/fontnames.h"

#include <QSet>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype escapeLength = 7;   // _xHHHH_

/// The character that an escape at `at` stands for; -1 if there is none.
int escapeAt(QStringView text, qsizetype at)
{
    if (at + escapeLength > text.size() || text[at] != u'_' || text[at + 1] != u'x'
        || text[at + escapeLength - 1] != u'_') {
        return -1;
    }
    bool ok = false;
    const int value = text.sliced(at + 2, 4).toInt(&ok, 16);
    const auto isHex = [](QChar c) {
        return c.isDigit() || (c.toLower() >= u'a' && c.toLower() <= u'f');
    };
    const QStringView digits = text.sliced(at + 2, 4);
    return ok && std::all_of(digits.begin(), digits.end(), isHex) ? value : -1;
}

QString reference(QByteArrayView body)
{
    if (body == "amp") {
        return u"&"_s;
    }
    if (body == "lt") {
        return u"<"_s;
    }
    if (body == "gt") {
        return u">"_s;
    }
    if (body == "quot") {
        return u"\""_s;
    }
    if (body == "apos") {
        return u"'"_s;
    }
    const bool hex = body.size() > 1 && body[1] == 'x';
    bool ok = false;
    const uint code = body.sliced(std::min<qsizetype>(body.size(), hex ? 2 : 1))
                          .toByteArray()
                          .toUInt(&ok, hex ? 16 : 10);
    const bool valid =
        ok && code > 0 && code <= QChar::LastValidCodePoint && !QChar::isSurrogate(code);
    const char32_t character = valid ? code : char32_t{QChar::ReplacementCharacter};
    return QString::fromUcs4(&character, 1);
}

}   // namespace

QString unescapeMarkup(QByteArrayView raw, bool literal)
{
    if (literal || !raw.contains('&')) {
        QString text = QString::fromUtf8(raw);
        if (raw.contains('\r')) {   // XML 1.0, 2.11
            text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
        }
        return text;
    }
    QString text;
    qsizetype at = 0;
    while (at < raw.size()) {
        const qsizetype mark = raw.indexOf('&', at);
        const qsizetype stop = mark < 0 ? -1 : raw.indexOf(';', mark);
        if (stop < 0) {
            break;
        }
        text += unescapeMarkup(raw.sliced(at, mark - at), true);
        text += reference(raw.sliced(mark + 1, stop - mark - 1));
        at = stop + 1;
    }
    return text + unescapeMarkup(raw.sliced(at), true);
}

QByteArray escapeMarkup(const QString &text)
{
    QByteArray result;
    const QByteArray bytes = text.toUtf8();
    result.reserve(bytes.size());
    for (const char c : bytes) {
        switch (c) {
        case '&':
            result += "&amp;";
            break;
        case '<':
            result += "&lt;";
            break;
        case '>':
            result += "&gt;";
            break;
        case '"':
            result += "&quot;";
            break;
        case '\r':
            result += "&#13;";
            break;
        default:
            result += c;
        }
    }
    return result;
}

QString decodeSheetEscapes(const QString &text)
{
    if (!text.contains(u"_x"_s)) {
        return text;
    }
    QString result;
    for (qsizetype at = 0; at < text.size();) {
        const int character = escapeAt(text, at);
        if (character >= 0) {
            result += QChar(static_cast<char16_t>(character));
            at += escapeLength;
        } else {
            result += text[at++];
        }
    }
    return result;
}

QString encodeSheetEscapes(const QString &text)
{
    const auto needsEscape = [](QChar c) {
        const char16_t code = c.unicode();
        return (code < u' ' && code != u'\t' && code != u'\n') || code >= 0xfffe;
    };
    if (!text.contains(u"_x"_s) && std::none_of(text.begin(), text.end(), needsEscape)) {
        return text;
    }
    QString result;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (escapeAt(text, at) >= 0) {
            result += u"_x005F_"_s;
        } else if (needsEscape(text[at])) {
            result += u"_x%1_"_s.arg(uint{text[at].unicode()}, 4, 16, QChar(u'0'))
                          .toUpper()
                          .replace(u'X', u'x');
        } else {
            result += text[at];
        }
    }
    return result;
}

QString applyTextEdits(const QString &text, std::span<const TextEdit> edits)
{
    QString result;
    qsizetype copied = 0;
    for (const TextEdit &edit : edits) {
        const qsizetype begin = std::clamp<qsizetype>(edit.begin, copied, text.size());
        result += QStringView(text).sliced(copied, begin - copied);
        result += edit.replacement;
        copied = std::clamp<qsizetype>(edit.end, begin, text.size());
    }
    return result + QStringView(text).sliced(copied);
}

QString RichText::plain() const
{
    if (runs.size() == 1) {
        return runs.front().text;
    }
    QString text;
    for (const RichRun &run : runs) {
        text += run.text;
    }
    return text;
}

void RichText::edit(std::span<const TextEdit> edits)
{
    int start = 0;
    for (RichRun &run : runs) {
        const int stop = start + static_cast<int>(run.text.size());
        std::vector<TextEdit> own;
        for (const TextEdit &edit : edits) {
            const int begin = std::max(edit.begin, start);
            const int end = std::min(edit.end, stop);
            if (begin < end) {
                own.push_back({begin - start, end - start,
                               edit.begin >= start ? edit.replacement : QString()});
            }
        }
        run.text = applyTextEdits(run.text, own);
        start = stop;
    }
}

QByteArray textElement(const QString &text)
{
    const bool ends = !text.isEmpty() && (text.front().isSpace() || text.back().isSpace());
    return (ends ? "<t xml:space=\"preserve\">" : "<t>") + escapeMarkup(encodeSheetEscapes(text))
           + "</t>";
}

QByteArray RichText::markup() const
{
    if (isPlain()) {
        return textElement(plain());
    }
    QByteArray result;
    for (const RichRun &run : runs) {
        if (!run.text.isEmpty() || runs.size() == 1) {
            result += "<r>" + run.properties + textElement(run.text) + "</r>";
        }
    }
    return result.isEmpty() ? QByteArray("<t></t>") : result;
}

QByteArrayView localName(QByteArrayView name, QByteArrayView prefix)
{
    return name.startsWith(prefix) && name.indexOf(':', prefix.size()) < 0
               ? name.sliced(prefix.size())
               : QByteArrayView();
}

bool isInertValue(QByteArrayView value)
{
    constexpr qsizetype longest = 24;
    const bool hex =
        value.size() == 8 && std::all_of(value.begin(), value.end(), [](char c) {
            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        });
    const bool number =
        value.size() <= longest && std::all_of(value.begin(), value.end(), [](char c) {
            return (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'E'
                   || c == 'e';
        });
    return hex || number;
}

namespace {

/// Enumerations of ECMA-376 part 1, 18.18.81, 22.9.2.17, 18.18.33 and xsd:boolean.
bool isRunKeyword(QByteArrayView value)
{
    static const QSet<QByteArray> words{"true",
                                        "false",
                                        "single",
                                        "double",
                                        "singleAccounting",
                                        "doubleAccounting",
                                        "none",
                                        "baseline",
                                        "superscript",
                                        "subscript",
                                        "major",
                                        "minor"};
    return words.contains(value.toByteArray());
}

/// Fonts that not everybody has may be called after a firm; runs of a text go without them.
bool isFontName(QByteArrayView value)
{
    constexpr qsizetype longest = 64;
    return value == "Calibri" || value == "Arial"   // nearly all
           || (value.size() <= longest && isUsualFont(unescapeMarkup(value)));
}

/// The properties of a run (ECMA-376 part 1, 18.4.7), rebuilt from what is known.
bool readRunProperties(SheetTokens &tokens, QByteArrayView prefix, RichText &text,
                       QByteArray &markup)
{
    static const QSet<QByteArray> known{"rFont",  "charset", "family", "b",         "i",
                                        "strike", "outline", "shadow", "condense",  "extend",
                                        "color",  "sz",      "u",      "vertAlign", "scheme"};
    static const QSet<QByteArray> attributes{"val", "auto", "indexed", "rgb", "theme", "tint"};
    const int depth = tokens.depth();
    QByteArray inner;
    for (;;) {
        const SheetToken token = tokens.next();
        if (token == SheetToken::Failed || token == SheetToken::Finished) {
            return false;
        }
        if (token == SheetToken::End && tokens.depth() == depth) {
            break;
        }
        if (token != SheetToken::Start) {
            continue;
        }
        const QByteArray name = localName(tokens.name(), prefix).toByteArray();
        if (!known.contains(name)) {
            ++text.unknown;
        } else {
            inner += "<" + name;
            for (const SheetTokens::Attribute &attribute : tokens.attributes()) {
                const bool fits = name == "rFont" ? isFontName(attribute.value)
                                                  : isInertValue(attribute.value)
                                                        || isRunKeyword(attribute.value);
                if (attributes.contains(attribute.name.toByteArray()) && fits) {
                    inner += " " + attribute.name.toByteArray() + "=\""
                             + escapeMarkup(unescapeMarkup(attribute.value)) + "\"";
                } else {
                    ++text.unknown;
                }
            }
            inner += "/>";
        }
        if (!tokens.skip()) {
            return false;
        }
    }
    markup = inner.isEmpty() ? QByteArray() : "<rPr>" + inner + "</rPr>";
    return true;
}

/// Character data up to the end of the element.
bool readText(SheetTokens &tokens, RichText &text, QString &into)
{
    const int depth = tokens.depth();
    for (;;) {
        switch (tokens.next()) {
        case SheetToken::Text:
            into += unescapeMarkup(tokens.text(), tokens.literal());
            break;
        case SheetToken::Start:
            ++text.unknown;
            if (!tokens.skip()) {
                return false;
            }
            break;
        case SheetToken::End:
            if (tokens.depth() == depth) {
                into = decodeSheetEscapes(into);
                return true;
            }
            break;
        case SheetToken::Finished:
        case SheetToken::Failed:
            return false;
        }
    }
}

bool readRun(SheetTokens &tokens, QByteArrayView prefix, RichText &text, RichRun &run)
{
    const int depth = tokens.depth();
    for (;;) {
        const SheetToken token = tokens.next();
        if (token == SheetToken::Failed || token == SheetToken::Finished) {
            return false;
        }
        if (token == SheetToken::End && tokens.depth() == depth) {
            return true;
        }
        if (token != SheetToken::Start) {
            continue;
        }
        const QByteArrayView name = localName(tokens.name(), prefix);
        bool sound = true;
        if (name == "t") {
            QString part;
            sound = readText(tokens, text, part);
            run.text += part;
        } else if (name == "rPr") {
            sound = readRunProperties(tokens, prefix, text, run.properties);
        } else {
            ++text.unknown;
            sound = tokens.skip();
        }
        if (!sound) {
            return false;
        }
    }
}

}   // namespace

bool readRichText(SheetTokens &tokens, QByteArrayView prefix, RichText &text)
{
    text.runs.clear();
    text.phonetics.clear();
    text.unknown = 0;
    text.rich = false;
    const int depth = tokens.depth();
    for (;;) {
        const SheetToken token = tokens.next();
        if (token == SheetToken::Failed || token == SheetToken::Finished) {
            return false;
        }
        if (token == SheetToken::End && tokens.depth() == depth) {
            return true;
        }
        if (token != SheetToken::Start) {
            continue;
        }
        const QByteArrayView name = localName(tokens.name(), prefix);
        bool sound = true;
        if (name == "t") {
            sound = readText(tokens, text, text.runs.emplace_back().text);
        } else if (name == "r") {
            text.rich = true;
            sound = readRun(tokens, prefix, text, text.runs.emplace_back());
        } else if (name == "rPh") {
            RichRun reading;
            sound = readRun(tokens, prefix, text, reading);
            text.phonetics.append(reading.text);
        } else {
            text.unknown += name == "phoneticPr" ? 0 : 1;
            sound = tokens.skip();
        }
        if (!sound) {
            return false;
        }
    }
}

}   // namespace expunge::formats::ooxml
