// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/odf/odfparagraph.h"

#include "core/formats/odf/odfvocabulary.h"

#include <algorithm>
#include <map>

namespace expunge::formats::odf {

using namespace Qt::StringLiterals;
using document::HiddenKind;
using ooxml::is;

namespace {

bool isBlank(QChar letter)
{
    return letter == u' ' || letter == u'\t' || letter == u'\n' || letter == u'\r';
}

/// Elements inside a paragraph that hold paragraphs of their own.
bool isNested(pugi::xml_node node)
{
    const std::string_view name = node.name();
    return name == "text:note" || name == "text:ruby-text" || name == "office:annotation"
                   || name.starts_with("draw:")
               ? name != "draw:a"
               : name.starts_with("dr3d:") || name == "table:table" || isParagraph(node)
                     || name == "text:tracked-changes";
}

/// Elements that stand for characters: how many, and which.
QString charactersOf(pugi::xml_node node)
{
    if (is(node, "text:s")) {
        const int count = node.attribute("text:c").as_int(1);
        constexpr int most = 4096;
        return QString(std::clamp(count, 1, most), u' ');
    }
    if (is(node, "text:tab")) {
        return u"\t"_s;
    }
    if (is(node, "text:line-break")) {
        return u"\n"_s;
    }
    return {};
}

/// Calls `data` with every piece of character data of a paragraph, and `mark` with every element
/// that is not entered, in order.
template<typename Data, typename Mark>
void forEachInline(pugi::xml_node parent, const Data &data, const Mark &mark)
{
    for (pugi::xml_node node = parent.first_child(), next; node; node = next) {
        next = node.next_sibling();
        if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
            data(node);
        } else if (isNested(node) || !charactersOf(node).isEmpty()) {
            mark(node);
        } else {
            forEachInline(node, data, mark);
        }
    }
}

/// Reads one paragraph into its layers.
class ParagraphReader
{
public:
    explicit ParagraphReader(const HiddenTest &hidden)
        : m_hidden(hidden)
    {
        m_result.texts.emplace_back();
    }

    ParagraphTexts read(pugi::xml_node paragraph)
    {
        Context context;
        if (m_hidden) {
            context.hidden = m_hidden(paragraph, {});
        }
        walk(paragraph, context);
        return std::move(m_result);
    }

private:
    struct Context
    {
        std::optional<HiddenKind> hidden;
        QString style;
        bool link = false;
    };

    void walk(pugi::xml_node parent, const Context &context);
    void enter(pugi::xml_node node, Context context);
    void add(const Context &context, pugi::xml_node node, const QString &text);
    ReadText &layer(const std::optional<HiddenKind> &hidden);

    const HiddenTest &m_hidden;
    ParagraphTexts m_result;
    bool m_inserted = false;
    int m_order = 0;
};

ReadText &ParagraphReader::layer(const std::optional<HiddenKind> &hidden)
{
    for (ReadText &text : m_result.texts) {
        if (text.hidden == hidden) {
            return text;
        }
    }
    m_result.texts.emplace_back();
    m_result.texts.back().hidden = hidden;
    return m_result.texts.back();
}

void ParagraphReader::add(const Context &context, pugi::xml_node node, const QString &text)
{
    if (text.isEmpty()) {
        return;
    }
    ReadText &target = layer(context.hidden);
    const int begin = static_cast<int>(target.text.size());
    target.text += text;
    const int end = static_cast<int>(target.text.size());
    target.pieces.push_back({node, {}, begin, end, ++m_order});
    StyledRange range{begin, end, context.style, context.link, m_inserted};
    if (!target.ranges.empty() && target.ranges.back().style == range.style
        && target.ranges.back().link == range.link
        && target.ranges.back().inserted == range.inserted) {
        target.ranges.back().end = end;
    } else {
        target.ranges.push_back(range);
    }
}

void ParagraphReader::enter(pugi::xml_node node, Context context)
{
    if (is(node, "text:span") || is(node, "text:a")) {
        const QString style = ooxml::attributeText(node, "text:style-name");
        context.style = style.isEmpty() ? context.style : style;
        context.link = context.link || is(node, "text:a");
    }
    if (m_hidden) {
        context.hidden = m_hidden(node, context.hidden);
    }
    walk(node, context);
}

void ParagraphReader::walk(pugi::xml_node parent, const Context &context)
{
    for (const pugi::xml_node node : parent.children()) {
        if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
            add(context, node, QString::fromUtf8(node.value()));
        } else if (isNested(node)) {
            m_result.nested.push_back(node);
        } else if (const QString characters = charactersOf(node); !characters.isEmpty()) {
            add(context, node, characters);
        } else if (is(node, "text:change-start")) {
            m_inserted = true;
        } else if (is(node, "text:change-end")) {
            m_inserted = false;
        } else {
            enter(node, context);
        }
    }
}

/// What is cut from one piece, in offsets of the piece.
struct Cut
{
    int begin = 0;
    int end = 0;
    QString insert;
};

void cutPiece(const TextPiece &piece, std::vector<Cut> &cuts, ooxml::DomEdits &removals)
{
    const bool attribute = !piece.attribute.empty();
    const bool mark = !attribute && piece.node.type() == pugi::node_element;
    QString text = attribute ? QString::fromUtf8(piece.attribute.value())
                   : mark    ? charactersOf(piece.node)
                             : QString::fromUtf8(piece.node.value());
    std::sort(cuts.begin(), cuts.end(),
              [](const Cut &a, const Cut &b) { return a.begin > b.begin; });
    for (const Cut &cut : cuts) {
        text.replace(cut.begin, cut.end - cut.begin, cut.insert);
    }
    if (attribute) {
        pugi::xml_attribute target = piece.attribute;
        target.set_value(text.toUtf8().constData());
    } else if (mark) {
        pugi::xml_node parent = piece.node.parent();
        if (!text.isEmpty()) {   // encodeSpaces makes elements of it again
            parent.insert_child_before(pugi::node_pcdata, piece.node)
                .set_value(text.toUtf8().constData());
        }
        removals.remove(piece.node);
    } else {
        pugi::xml_node target = piece.node;
        target.set_value(text.toUtf8().constData());
    }
}

/// Writes the spaces of one paragraph.
class SpaceEncoder
{
public:
    void run(pugi::xml_node paragraph)
    {
        forEachInline(
            paragraph, [this](pugi::xml_node node) { encode(node); },
            [this](pugi::xml_node node) {
                // only white space between characters is collapsed; behind these, one may begin
                if (!isNested(node)) {
                    m_afterSpace =
                        is(node, "text:line-break") || is(node, "text:tab") || is(node, "text:s");
                }
            });
    }

private:
    void encode(pugi::xml_node node);
    void flush(pugi::xml_node before, QString &text);
    void mark(pugi::xml_node before, const char *name, int count);

    bool m_afterSpace = true;
};

void SpaceEncoder::flush(pugi::xml_node before, QString &text)
{
    if (!text.isEmpty()) {
        before.parent()
            .insert_child_before(pugi::node_pcdata, before)
            .set_value(text.toUtf8().constData());
        text.clear();
    }
}

void SpaceEncoder::mark(pugi::xml_node before, const char *name, int count)
{
    pugi::xml_node element = before.parent().insert_child_before(name, before);
    if (count > 1) {
        element.append_attribute("text:c") = count;
    }
}

void SpaceEncoder::encode(pugi::xml_node node)
{
    const QString text = QString::fromUtf8(node.value());
    QString plain;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'\t' || text[i] == u'\n') {
            flush(node, plain);
            mark(node, text[i] == u'\t' ? "text:tab" : "text:line-break", 1);
            m_afterSpace = true;
        } else if (text[i] == u' ' && m_afterSpace) {
            qsizetype end = i;
            while (end < text.size() && text[end] == u' ') {
                ++end;
            }
            flush(node, plain);
            mark(node, "text:s", static_cast<int>(end - i));
            i = end - 1;
        } else {
            m_afterSpace = text[i] == u' ';
            plain += text[i];
        }
    }
    if (plain == text) {
        return;
    }
    flush(node, plain);
    node.parent().remove_child(node);
}

template<typename Visit>
void forEachParagraph(pugi::xml_node root, const Visit &visit)
{
    if (isParagraph(root)) {
        visit(root);
    }
    ooxml::forEachElement(root, [&](pugi::xml_node node) {
        if (isParagraph(node)) {
            visit(node);
        }
    });
}

void collapseParagraph(pugi::xml_node paragraph)
{
    bool afterSpace = true;
    forEachInline(
        paragraph,
        [&](pugi::xml_node node) {
            QString text;
            for (const QChar letter : QString::fromUtf8(node.value())) {
                const bool blank = isBlank(letter);
                if (!blank || !afterSpace) {
                    text += blank ? QChar(u' ') : letter;
                }
                afterSpace = blank;
            }
            node.set_value(text.toUtf8().constData());
        },
        [&](pugi::xml_node node) {
            if (!isNested(node)) {
                afterSpace = false;
            }
        });
}

}   // namespace

void collapseSpaces(pugi::xml_node root)
{
    forEachParagraph(root, collapseParagraph);
}

ParagraphTexts readParagraph(pugi::xml_node paragraph, const HiddenTest &hidden)
{
    return ParagraphReader(hidden).read(paragraph);
}

ReadText readAttribute(pugi::xml_attribute attribute)
{
    ReadText result;
    result.text = QString::fromUtf8(attribute.value());
    result.pieces.push_back({{}, attribute, 0, static_cast<int>(result.text.size()), 0});
    return result;
}

ReadText readElement(pugi::xml_node element)
{
    ReadText result;
    for (const pugi::xml_node node : element.children()) {
        if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
            const int begin = static_cast<int>(result.text.size());
            result.text += QString::fromUtf8(node.value());
            result.pieces.push_back({node, {}, begin, static_cast<int>(result.text.size()), 0});
        }
    }
    return result;
}

void editText(const ReadText &text, const std::vector<SpanEdit> &edits, ooxml::DomEdits &removals)
{
    std::map<size_t, std::vector<Cut>> cuts;
    for (const SpanEdit &edit : edits) {
        bool received = false;
        for (size_t i = 0; i < text.pieces.size(); ++i) {
            const TextPiece &piece = text.pieces[i];
            if (piece.begin < edit.end && piece.end > edit.begin) {
                cuts[i].push_back({std::max(edit.begin, piece.begin) - piece.begin,
                                   std::min(edit.end, piece.end) - piece.begin,
                                   received ? QString() : edit.replacement});
                received = true;
            }
        }
    }
    for (auto &[index, list] : cuts) {
        cutPiece(text.pieces[index], list, removals);
    }
}

void encodeSpaces(pugi::xml_node root)
{
    forEachParagraph(root, [](pugi::xml_node paragraph) { SpaceEncoder().run(paragraph); });
}

}   // namespace expunge::formats::odf
