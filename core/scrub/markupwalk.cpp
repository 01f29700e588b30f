// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scrub/markupreader.h"
#include "core/scrub/markuptokens.h"

#include <QXmlStreamReader>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace expunge::scrub {

namespace {

constexpr QByteArrayView textNamespace("urn:oasis:names:tc:opendocument:xmlns:text:1.0");

/// Elements whose text reads as one, in WordprocessingML, DrawingML, SpreadsheetML, charts, SVG,
/// HTML and OpenDocument.
bool isParagraph(QByteArrayView name)
{
    constexpr std::array<QByteArrayView, 10> names{"p",  "h",  "si", "is",   "pt",
                                                   "li", "td", "th", "text", "cmtText"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// What an element without text reads as.
QByteArrayView readsAs(QByteArrayView name)
{
    if (name == "tab" || name == "br" || name == "cr" || name == "ptab" || name == "line-break") {
        return " ";
    }
    return name == "noBreakHyphen" ? QByteArrayView("-") : QByteArrayView();
}

/// Text of these elements is not read with that of its paragraph: deleted text, and the
/// instructions of fields.
bool isApart(QByteArrayView name)
{
    return name == "delText" || name == "instrText" || name == "delInstrText";
}

/// Puts the texts of one XML part together and hands them over.
class TextGatherer
{
public:
    explicit TextGatherer(MarkupTaker &taker)
        : m_taker(taker)
    {
    }

    void report(MarkupText::Kind kind, QByteArrayView name, QByteArrayView text,
                QByteArrayView element = {})
    {
        if (!text.isEmpty() && m_taker.wants(name, text)) {
            m_taker.take({kind, QString::fromUtf8(name), QString::fromUtf8(text),
                          QString::fromUtf8(element)});
        }
    }

    /// `isSpace`: the element stands for a space (OpenDocument 1.3 part 3, 6.1.3).
    void open(QByteArrayView name, bool holdsIndex, bool isSpace)
    {
        addText(isSpace ? QByteArrayView(" ") : readsAs(name));
        if (m_depth == m_open.size()) {
            m_open.emplace_back();
        }
        Open &opened = m_open[m_depth];
        opened.name.resize(0);   // keeps its memory
        opened.name.append(name);
        opened.holdsIndex = holdsIndex;
        opened.text.resize(0);
        opened.apart.clear();
        if (isParagraph(name)) {
            m_paragraphs.push_back(m_depth);
        }
        ++m_depth;
    }

    void addText(QByteArrayView text)
    {
        if (text.isEmpty() || m_depth == 0) {
            return;
        }
        if (m_paragraphs.empty()) {
            m_open[m_depth - 1].text.append(text);
            return;
        }
        Open &paragraph = m_open[m_paragraphs.back()];
        const QByteArray &name = m_open[m_depth - 1].name;
        if (isApart(name)) {
            paragraph.addApart(name, text);
        } else {
            paragraph.text.append(text);
        }
    }

    void close()
    {
        --m_depth;
        const Open &closed = m_open[m_depth];
        const bool paragraph = !m_paragraphs.empty() && m_paragraphs.back() == m_depth;
        if (paragraph) {
            m_paragraphs.pop_back();
        }
        const auto kind = paragraph ? MarkupText::Kind::Paragraph : MarkupText::Kind::Element;
        const bool isIndex = closed.name == "v" && m_depth > 0 && m_open[m_depth - 1].holdsIndex;
        if (!isIndex) {
            report(kind, closed.name, closed.text);
        }
        for (const auto &[name, text] : closed.apart) {
            report(kind, name, text);
        }
    }

    void closeAll()
    {
        while (m_depth > 0) {
            close();
        }
    }

private:
    struct Open
    {
        QByteArray name;
        // a cell whose value is the number of a shared string (ECMA-376 part 1, 18.3.1.4): no text
        bool holdsIndex = false;
        QByteArray text;
        std::vector<std::pair<QByteArray, QByteArray>> apart;   // by element

        void addApart(const QByteArray &element, QByteArrayView more)
        {
            auto found = std::find_if(apart.begin(), apart.end(),
                                      [&](const auto &entry) { return entry.first == element; });
            if (found == apart.end()) {
                apart.emplace_back(element, QByteArray());
                found = std::prev(apart.end());
            }
            found->second.append(more);
        }
    };

    MarkupTaker &m_taker;
    std::vector<Open> m_open;   // those behind m_depth wait to be used again
    size_t m_depth = 0;
    std::vector<size_t> m_paragraphs;   // positions of the open ones
};

/// Reads parts in UTF-8 without document type.
class PlainWalk
{
public:
    PlainWalk(const QByteArray &xml, MarkupTaker &taker)
        : m_tokens(xml)
        , m_texts(taker)
    {
    }

    bool read()
    {
        using Token = MarkupTokens::Token;
        for (Token token = m_tokens.next(); token != Token::Finished; token = m_tokens.next()) {
            if (token == Token::Failed || !take(token)) {
                m_texts.closeAll();
                return false;
            }
        }
        return true;
    }

private:
    bool take(MarkupTokens::Token token)
    {
        using Token = MarkupTokens::Token;
        switch (token) {
        case Token::Start:
            return open();
        case Token::End:
            m_texts.close();
            while (!m_spaces.empty() && m_spaces.back().depth == m_depth) {
                m_spaces.pop_back();
            }
            --m_depth;
            break;
        case Token::Text:
            return withText(m_tokens.text(), m_tokens.hasReferences(),
                            [&](QByteArrayView text) { m_texts.addText(text); });
        case Token::Comment:
            m_texts.report(MarkupText::Kind::Comment, {}, m_tokens.text());
            break;
        case Token::Instruction:
            if (!isDeclaration(m_tokens.text())) {
                m_texts.report(MarkupText::Kind::Instruction, target(m_tokens.text()),
                               m_tokens.text());
            }
            break;
        case Token::Finished:
        case Token::Failed:
            break;
        }
        return true;
    }

    static QByteArrayView target(QByteArrayView instruction)
    {
        const auto end = std::find_if(instruction.begin(), instruction.end(),
                                      [](char c) { return static_cast<unsigned char>(c) <= ' '; });
        return instruction.first(end - instruction.begin());
    }

    static bool isDeclaration(QByteArrayView instruction) { return target(instruction) == "xml"; }

    template<typename Use>
    static bool withText(QByteArrayView markup, bool hasReferences, Use &&use)
    {
        if (!hasReferences) {
            use(markup);
            return true;
        }
        const auto text = withoutReferences(markup);
        if (text) {
            use(*text);
        }
        return text.has_value();
    }

    bool open()
    {
        ++m_depth;
        const QByteArrayView name = m_tokens.name();
        bool holdsIndex = false;
        for (const MarkupTokens::Attribute &attribute : m_tokens.attributes()) {
            const bool sound =
                withText(attribute.value, attribute.value.contains('&'),
                         [&](QByteArrayView value) { this->attribute(attribute, value); });
            if (!sound) {
                return false;
            }
            holdsIndex = holdsIndex
                         || (name == "c" && attribute.name == "t" && attribute.prefix.isEmpty()
                             && attribute.value == "s");
        }
        m_texts.open(name, holdsIndex, name == "s" && isTextPrefix(m_tokens.prefix()));
        return true;
    }

    void attribute(const MarkupTokens::Attribute &attribute, QByteArrayView value)
    {
        const bool standard = attribute.prefix.isEmpty() && attribute.name == "xmlns";
        if (!standard && attribute.prefix != "xmlns") {
            m_texts.report(MarkupText::Kind::Attribute, attribute.name, value, m_tokens.name());
            return;
        }
        m_texts.report(MarkupText::Kind::Declaration, "xmlns", value);
        m_spaces.push_back(
            {standard ? QByteArrayView() : attribute.name, value == textNamespace, m_depth});
    }

    /// Whether elements with this prefix are of OpenDocument's texts.
    bool isTextPrefix(QByteArrayView prefix) const
    {
        const auto found = std::find_if(m_spaces.rbegin(), m_spaces.rend(),
                                        [&](const Space &s) { return s.prefix == prefix; });
        return found != m_spaces.rend() && found->isText;
    }

    struct Space
    {
        QByteArrayView prefix;
        bool isText = false;   // stands for textNamespace
        int depth = 0;         // of the element that declares it
    };

    MarkupTokens m_tokens;
    TextGatherer m_texts;
    int m_depth = 0;
    std::vector<Space> m_spaces;   // of the elements that are open
};

/// Reads all other parts.
class GeneralWalk
{
public:
    GeneralWalk(const QByteArray &xml, MarkupTaker &taker)
        : m_reader(xml)
        , m_texts(taker)
    {
    }

    bool read()
    {
        while (!m_reader.atEnd()) {
            take(m_reader.readNext());
        }
        m_texts.closeAll();
        return !m_reader.hasError();
    }

private:
    void take(QXmlStreamReader::TokenType token)
    {
        if (token == QXmlStreamReader::StartElement) {
            open();
        } else if (token == QXmlStreamReader::EndElement) {
            m_texts.close();
        } else if (token == QXmlStreamReader::Characters
                   || token == QXmlStreamReader::EntityReference) {
            m_texts.addText(m_reader.text().toUtf8());
        } else if (token == QXmlStreamReader::Comment) {
            m_texts.report(MarkupText::Kind::Comment, {}, m_reader.text().toUtf8());
        } else if (token == QXmlStreamReader::DTD) {
            m_texts.report(MarkupText::Kind::Declaration, {}, m_reader.text().toUtf8());
        } else if (token == QXmlStreamReader::ProcessingInstruction) {
            const QByteArray target = m_reader.processingInstructionTarget().toUtf8();
            m_texts.report(
                MarkupText::Kind::Instruction, target,
                QByteArray(target + ' ' + m_reader.processingInstructionData().toUtf8()));
        }
    }

    void open()
    {
        const QByteArray name = m_reader.name().toUtf8();
        for (const QXmlStreamAttribute &attribute : m_reader.attributes()) {
            m_texts.report(MarkupText::Kind::Attribute, attribute.name().toUtf8(),
                           attribute.value().toUtf8(), name);
        }
        for (const auto &declared : m_reader.namespaceDeclarations()) {
            m_texts.report(MarkupText::Kind::Declaration, "xmlns",
                           declared.namespaceUri().toUtf8());
        }
        const bool isSpace =
            name == "s" && m_reader.namespaceUri() == QLatin1StringView(textNamespace);
        const bool holdsIndex =
            name == "c" && m_reader.attributes().value(QLatin1StringView("t")) == u's';
        m_texts.open(name, holdsIndex, isSpace);
    }

    QXmlStreamReader m_reader;
    TextGatherer m_texts;
};

/// True for UTF-8 without a document type, which may define what other text stands for.
bool isPlainMarkup(const QByteArray &xml)
{
    constexpr qsizetype headSize = 256;
    const QByteArray head = xml.left(headSize).toLower();
    const qsizetype encoding = head.indexOf("encoding");
    const qsizetype end = head.indexOf("?>");
    const bool declared = encoding >= 0 && encoding < end;
    const bool isUtf8 = !head.contains('\0') && !head.startsWith("\xff\xfe")
                        && !head.startsWith("\xfe\xff")
                        && (!declared || head.left(end).contains("utf-8"));
    return isUtf8 && !xml.contains("<!DOCTYPE");
}

}   // namespace

MarkupTaker::~MarkupTaker() = default;

bool readMarkup(const QByteArray &xml, MarkupTaker &taker)
{
    return isPlainMarkup(xml) ? PlainWalk(xml, taker).read() : GeneralWalk(xml, taker).read();
}

}   // namespace expunge::scrub
