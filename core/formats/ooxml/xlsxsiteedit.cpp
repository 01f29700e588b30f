// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/domedit.h"
#include "core/formats/ooxml/numberformat.h"
#include "core/formats/ooxml/xlsxsites.h"

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;

namespace {

QString headerCodeText(QChar c)
{
    return c == u'&' ? u"&"_s : QString();
}

/// Length of the code that begins with "&" at `at`.
qsizetype headerCodeLength(const QString &markup, qsizetype at)
{
    const QChar code = at + 1 < markup.size() ? markup[at + 1] : QChar();
    if (code == u'"') {
        const qsizetype stop = markup.indexOf(u'"', at + 2);
        return (stop < 0 ? markup.size() : stop + 1) - at;
    }
    if (code.isDigit()) {
        qsizetype stop = at + 1;
        while (stop < markup.size() && markup[stop].isDigit()) {
            ++stop;
        }
        return stop - at;
    }
    constexpr qsizetype colourLength = 8;   // &KRRGGBB, &K01+000
    return code == u'K' ? std::min(colourLength, markup.size() - at)
                        : std::min<qsizetype>(2, markup.size() - at);
}

QString editHeader(const QString &markup, const std::vector<TextEdit> &edits)
{
    std::vector<int> positions;
    const QString shown = headerText(markup, &positions);
    QString result = markup;
    for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
        // From right to left, one stretch between codes at a time; the leftmost takes the
        // replacement.
        for (int end = std::min<int>(edit->end, static_cast<int>(shown.size()));
             end > edit->begin;) {
            int begin = end - 1;
            while (begin > edit->begin
                   && positions[static_cast<size_t>(begin)]
                          == positions[static_cast<size_t>(begin) - 1] + 1) {
                --begin;
            }
            const int from = positions[static_cast<size_t>(begin)];
            const int last = positions[static_cast<size_t>(end) - 1];
            const int length = last - from + (markup[last] == u'&' ? 2 : 1);
            QString text = begin == edit->begin ? QString(edit->replacement).replace(u'&', u"&&"_s)
                                                : QString();
            if (!text.isEmpty() && text.front().isDigit() && from > 0
                && markup[from - 1].isDigit()) {
                text.prepend(u' ');   // would be read as a part of a size
            }
            result.replace(from, length, text);
            end = begin;
        }
    }
    return result;
}

void setSiteText(TextSite &site, const QString &text)
{
    if (site.attribute) {
        site.attribute.set_value(text.toUtf8().constData());
    } else {
        putText(site.node, text);
    }
}

QString rawText(const TextSite &site)
{
    return site.attribute ? QString::fromUtf8(site.attribute.value()) : textOf(site.node);
}

void editParagraph(TextSite &site, const std::vector<TextEdit> &edits)
{
    const bool note = is(site.node, "x:comment");
    RichText text;
    for (const pugi::xml_node piece : site.pieces) {
        text.runs.push_back({{}, note ? decodeSheetEscapes(textOf(piece)) : textOf(piece)});
    }
    text.edit(edits);
    for (size_t i = 0; i < site.pieces.size(); ++i) {
        const QString &piece = text.runs[i].text;
        putText(site.pieces[i], note ? encodeSheetEscapes(piece) : piece);
    }
}

}   // namespace

void putText(pugi::xml_node element, const QString &text)
{
    element.remove_children();
    element.remove_attribute("xml:space");
    if (!text.isEmpty()) {
        element.append_child(pugi::node_pcdata).set_value(text.toUtf8().constData());
    }
}

QString headerText(const QString &markup, std::vector<int> *positions)
{
    QString text;
    for (qsizetype at = 0; at < markup.size();) {
        const bool code = markup[at] == u'&';
        const qsizetype length = code ? headerCodeLength(markup, at) : 1;
        const QString shown =
            code ? headerCodeText(at + 1 < markup.size() ? markup[at + 1] : QChar())
                 : QString(markup[at]);
        if (!shown.isEmpty() && positions != nullptr) {
            positions->push_back(static_cast<int>(at));
        }
        text += shown;
        at += length;
    }
    return text;
}

SiteResult editSite(TextSite &site, const std::vector<TextEdit> &edits,
                    const FormulaRenames &renames, QString &text)
{
    text = applyTextEdits(site.text, edits);
    switch (site.form) {
    case SiteForm::Plain:
        setSiteText(site, text);
        break;
    case SiteForm::Escaped:
    case SiteForm::TableColumn:
    case SiteForm::TotalsLabel:
        setSiteText(site, encodeSheetEscapes(text));
        break;
    case SiteForm::Formula: {
        const auto edited = editFormula(site.text, edits, renames);
        if (!edited) {
            text.clear();
            return SiteResult::Gone;
        }
        text = *edited;
        setSiteText(site, text);
        break;
    }
    case SiteForm::NumberFormat: {
        const QString code = NumberFormat::withLiterals(rawText(site), text.split(u'\n'));
        setSiteText(site, code);
        text = NumberFormat::literalText(code);
        break;
    }
    case SiteForm::HeaderFooter: {
        const QString markup = editHeader(decodeSheetEscapes(rawText(site)), edits);
        text = headerText(markup);
        setSiteText(site, encodeSheetEscapes(markup));
        break;
    }
    case SiteForm::Paragraph:
        editParagraph(site, edits);
        break;
    case SiteForm::DefinedName:
    case SiteForm::TableName:
    case SiteForm::StyleName:
        text = validName(text);
        setSiteText(site, text);
        break;
    case SiteForm::FontName:
        setSiteText(site, u"Arial"_s);   // a part of the name would be no font
        text.clear();
        return SiteResult::Gone;
    case SiteForm::ChartPoint:
        setSiteText(site, text);
        break;
    case SiteForm::Target:
        text.clear();
        return SiteResult::Gone;
    }
    return text.isEmpty() ? SiteResult::Gone : SiteResult::Edited;
}

}   // namespace expunge::formats::ooxml
