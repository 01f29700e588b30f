// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scrub/markupreader.h"

#include <QSet>
#include <QXmlStreamReader>

#include <array>
#include <map>
#include <vector>

namespace expunge::scrub {

namespace {

using namespace Qt::StringLiterals;

/// Elements whose text reads as one, in WordprocessingML, DrawingML, SpreadsheetML, charts, SVG, HTML and OpenDocument.
bool isParagraph(QStringView name)
{
    static const QSet<QString> names{u"p"_s,  u"h"_s,  u"si"_s, u"is"_s,   u"pt"_s,
                                     u"li"_s, u"td"_s, u"th"_s, u"text"_s, u"cmtText"_s};
    return names.contains(name.toString());
}

/// What an element without text reads as.
QStringView readsAs(QStringView name)
{
    if (name == "tab"_L1 || name == "br"_L1 || name == "cr"_L1 || name == "ptab"_L1
        || name == "line-break"_L1) {
        return u" ";
    }
    return name == "noBreakHyphen"_L1 ? QStringView(u"-") : QStringView();
}

/// Text of these elements is not read with that of its paragraph: deleted text, and the instructions of fields.
bool isApart(QStringView name)
{
    return name == "delText"_L1 || name == "instrText"_L1 || name == "delInstrText"_L1;
}

/// Gathers the texts of one XML part.
class MarkupWalk
{
public:
    MarkupWalk(const QByteArray &xml, const std::function<void(const MarkupText &)> &found)
        : m_reader(xml)
        , m_found(found)
    {
    }

    bool read()
    {
        while (!m_reader.atEnd()) {
            take(m_reader.readNext());
        }
        const bool whole = !m_reader.hasError();
        while (!m_open.empty()) {
            close();
        }
        return whole;
    }

private:
    struct Open
    {
        QString name;
        bool paragraph = false;
        std::map<QString, QString> texts;   // by the name of what is apart; "" for the rest
    };

    void take(QXmlStreamReader::TokenType token)
    {
        if (token == QXmlStreamReader::StartElement) {
            open();
        } else if (token == QXmlStreamReader::EndElement) {
            close();
        } else if (token == QXmlStreamReader::Characters
                   || token == QXmlStreamReader::EntityReference) {
            addText(m_reader.text());
        } else if (token == QXmlStreamReader::Comment) {
            report(MarkupText::Kind::Comment, {}, m_reader.text().toString());
        } else if (token == QXmlStreamReader::DTD) {
            report(MarkupText::Kind::Declaration, {}, m_reader.text().toString());
        } else if (token == QXmlStreamReader::ProcessingInstruction) {
            report(MarkupText::Kind::Instruction, m_reader.processingInstructionTarget().toString(),
                   m_reader.processingInstructionTarget() + u' '
                       + m_reader.processingInstructionData());
        }
    }

    void open()
    {
        const QStringView name = m_reader.name();
        for (const QXmlStreamAttribute &attribute : m_reader.attributes()) {
            report(MarkupText::Kind::Attribute, attribute.name().toString(),
                   attribute.value().toString());
        }
        for (const auto &declared : m_reader.namespaceDeclarations()) {
            report(MarkupText::Kind::Declaration, u"xmlns"_s, declared.namespaceUri().toString());
        }
        addText(readsAs(name));
        m_open.push_back({name.toString(), isParagraph(name), {}});
    }

    void close()
    {
        const Open closed = std::move(m_open.back());
        m_open.pop_back();
        for (const auto &[apart, text] : closed.texts) {
            report(closed.paragraph ? MarkupText::Kind::Paragraph : MarkupText::Kind::Element,
                   apart.isEmpty() ? closed.name : apart, text);
        }
    }

    void addText(QStringView text)
    {
        if (text.isEmpty() || m_open.empty()) {
            return;
        }
        const QString &name = m_open.back().name;
        const QString apart = isApart(name) ? name : QString();
        for (auto open = m_open.rbegin(); open != m_open.rend(); ++open) {
            if (open->paragraph) {
                open->texts[apart] += text;
                return;
            }
        }
        m_open.back().texts[QString()] += text;
    }

    void report(MarkupText::Kind kind, const QString &name, const QString &text)
    {
        if (!text.isEmpty()) {
            m_found({kind, name, text});
        }
    }

    QXmlStreamReader m_reader;
    const std::function<void(const MarkupText &)> &m_found;
    std::vector<Open> m_open;
};

/// Values of ECMA-376 enumerations and built-in names (part 1, 17.18, 20.1.10; part 1, 17.7.4.9) that are words of daily life as well.
const QSet<QString> &schemaWords()
{
    static const QSet<QString> words = [] {
        constexpr std::array list{
            "accent",    "always",    "around",      "auto",      "bar",      "baseline",
            "behind",    "black",     "blue",        "body",      "bold",     "both",
            "bottom",    "bullet",    "calibri",     "cambria",   "arial",    "capital",
            "caption",   "cell",      "center",      "character", "clear",    "closing",
            "column",    "comment",   "continuous",  "cross",     "cyan",     "dark",
            "dash",      "date",      "decimal",     "default",   "document", "dotted",
            "double",    "east",      "emphasis",    "english",   "even",     "exact",
            "false",     "field",     "first",       "footer",    "footnote", "gray",
            "green",     "grid",      "hair",        "header",    "heading",  "horizontal",
            "hyperlink", "image",     "inline",      "inside",    "justify",  "landscape",
            "last",      "left",      "light",       "line",      "link",     "list",
            "lower",     "magenta",   "margin",      "maximum",   "medium",   "middle",
            "minor",     "major",     "name",        "next",      "none",     "normal",
            "north",     "number",    "office",      "orange",    "outside",  "page",
            "paragraph", "picture",   "plain",       "portrait",  "preserve", "purple",
            "quote",     "reference", "relative",    "restart",   "right",    "roman",
            "rose",      "round",     "salutation",  "section",   "shape",    "sharp",
            "signature", "silver",    "simple",      "single",    "solid",    "south",
            "space",     "square",    "start",       "strong",    "style",    "subtitle",
            "symbol",    "table",     "text",        "theme",     "thick",    "thin",
            "through",   "tight",     "times",       "title",     "topic",    "triple",
            "true",      "turquoise", "unknown",     "upper",     "vertical", "violet",
            "wave",      "west",      "white",       "wide",      "window",   "word",
            "wrap",      "yellow",    "application", "microsoft"};
        QSet<QString> set;
        for (const char *word : list) {
            set.insert(QString::fromLatin1(word));
        }
        return set;
    }();
    return words;
}

/// Attributes that a person's words stand in, so that no value of theirs is the format's own.
bool holdsWords(const QString &attribute)
{
    static const QSet<QString> names{u"author"_s, u"initials"_s, u"descr"_s,
                                     u"title"_s,  u"alt"_s,      u"tooltip"_s,
                                     u"userId"_s, u"creator"_s,  u"lastModifiedBy"_s};
    return names.contains(attribute);
}

bool isIdentifier(const QString &attribute, const QString &text)
{
    static const QSet<QString> names{u"Type"_s, u"ContentType"_s, u"uri"_s, u"xmlns"_s};
    if (!names.contains(attribute)) {
        return false;
    }
    constexpr std::array starts{"http://schemas.openxmlformats.org/",
                                "http://schemas.microsoft.com/",
                                "http://purl.oclc.org/ooxml/",
                                "http://purl.org/dc/",
                                "http://www.w3.org/",
                                "urn:schemas-microsoft-com:",
                                "application/vnd.openxmlformats-",
                                "application/vnd.ms-",
                                "application/xml",
                                "image/"};
    return text.size() < 160 && !text.contains(u' ')
           && std::any_of(starts.begin(), starts.end(), [&](const char *start) {
                  return text.startsWith(QLatin1StringView(start));
              });
}

/// A position, a size, a number of something: up to six digits, where the format has its numbers.
bool isMeasure(const MarkupText &found)
{
    static const QSet<QString> elements{u"posOffset"_s, u"pctWidth"_s, u"pctHeight"_s,
                                        u"pctPosHOffset"_s, u"pctPosVOffset"_s};
    const bool place = found.kind == MarkupText::Kind::Attribute || elements.contains(found.name);
    return place && found.text.size() <= 7
           && std::all_of(found.text.begin(), found.text.end(), [](QChar c) {
                  return (c >= u'0' && c <= u'9') || c == u'-' || c == u'.';
              });
}

}   // namespace

bool readMarkup(const QByteArray &xml, const std::function<void(const MarkupText &)> &found)
{
    return MarkupWalk(xml, found).read();
}

bool isFormatWord(const MarkupText &found)
{
    if (isIdentifier(found.name, found.text)) {
        return true;
    }
    return !holdsWords(found.name)
           && (isMeasure(found) || schemaWords().contains(found.text.toLower()));
}

bool isFormatEntryName(const QString &name)
{
    static const QSet<QString> words{u"[content_types].xml"_s,
                                     u"_rels"_s,
                                     u"word"_s,
                                     u"xl"_s,
                                     u"ppt"_s,
                                     u"docprops"_s,
                                     u"media"_s,
                                     u"theme"_s,
                                     u"charts"_s,
                                     u"embeddings"_s,
                                     u"customxml"_s,
                                     u"document"_s,
                                     u"header"_s,
                                     u"footer"_s,
                                     u"styles"_s,
                                     u"settings"_s,
                                     u"numbering"_s,
                                     u"fonttable"_s,
                                     u"footnotes"_s,
                                     u"endnotes"_s,
                                     u"comments"_s,
                                     u"websettings"_s,
                                     u"image"_s,
                                     u"core"_s,
                                     u"app"_s,
                                     u"custom"_s,
                                     u"item"_s,
                                     u"itemprops"_s,
                                     u"chart"_s,
                                     u"diagrams"_s,
                                     u"people"_s,
                                     u"commentsextended"_s,
                                     u"drawing"_s,
                                     u"drawings"_s,
                                     u"fonts"_s};
    for (const QString &segment : name.toLower().split(u'/', Qt::SkipEmptyParts)) {
        QString stem = segment.section(u'.', 0, 0);
        while (!stem.isEmpty() && stem.back().isDigit()) {
            stem.chop(1);
        }
        if (!stem.isEmpty() && !words.contains(stem) && !words.contains(segment)) {
            return false;
        }
    }
    return true;
}

}   // namespace expunge::scrub
