// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/sharedstrings.h"

#include "core/formats/ooxml/namespaces.h"

#include <algorithm>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;

std::optional<QByteArray> mainPrefix(const SheetTokens &atRoot)
{
    for (const SheetTokens::Attribute &attribute : atRoot.attributes()) {
        const bool plain = attribute.name == "xmlns";
        if (!plain && !attribute.name.startsWith("xmlns:")) {
            continue;
        }
        const QByteArray prefix =
            plain ? QByteArray() : attribute.name.sliced(6).toByteArray() + ':';
        if (namespaceMeaning(unescapeMarkup(attribute.value)).prefix == "x"
            && !localName(atRoot.name(), prefix).isEmpty()) {
            return prefix;
        }
    }
    return std::nullopt;
}

base::Result<SharedStrings> SharedStrings::read(QByteArrayView xml, Texts texts,
                                                const QString &part, const QString &path)
{
    const auto damaged = [&] { return base::failure(base::ErrorCode::Damaged, path, part); };
    SharedStrings strings;
    strings.m_xml = xml;
    SheetTokens tokens(xml);
    if (tokens.next() != SheetToken::Start) {
        return tokens.forbidden() ? base::failure(base::ErrorCode::ForbiddenMarkup, path, part)
                                  : damaged();
    }
    const QByteArrayView root = tokens.name();
    strings.m_prefix = root.first(root.indexOf(':') + 1);
    if (!mainPrefix(tokens)) {
        return damaged();
    }
    RichText text;
    for (SheetToken token = tokens.next(); token != SheetToken::Finished; token = tokens.next()) {
        if (token == SheetToken::Failed) {
            return tokens.forbidden() ? base::failure(base::ErrorCode::ForbiddenMarkup, path, part)
                                      : damaged();
        }
        if (token != SheetToken::Start) {
            continue;
        }
        if (localName(tokens.name(), strings.m_prefix) != "si") {
            ++strings.m_unknown;
            if (!tokens.skip()) {
                return damaged();
            }
            continue;
        }
        const qsizetype begin = tokens.begin();
        if (!readRichText(tokens, strings.m_prefix, text)) {
            return damaged();
        }
        if (!text.phonetics.isEmpty()) {
            strings.m_phonetics.push_back(strings.count());
        }
        strings.m_unknown += text.unknown;
        strings.m_begins.push_back(begin);
        strings.m_rich.push_back(text.rich || text.runs.size() != 1 || !text.phonetics.isEmpty());
        strings.m_empty.push_back(
            std::all_of(text.runs.begin(), text.runs.end(),
                        [](const RichRun &run) { return run.text.isEmpty(); }));
        if (texts == Texts::Held) {
            strings.m_texts.push_back(text.plain());
        }
    }
    strings.m_comments = tokens.comments();
    return strings;
}

QString SharedStrings::text(int index) const
{
    return m_texts.empty() ? rich(index).plain() : m_texts[static_cast<size_t>(index)];
}

RichText SharedStrings::rich(int index) const
{
    RichText text;
    const auto position = static_cast<size_t>(index);
    const qsizetype begin = m_begins[position];
    const qsizetype end = position + 1 < m_begins.size() ? m_begins[position + 1] : m_xml.size();
    SheetTokens tokens(m_xml.sliced(begin, end - begin));
    if (tokens.next() == SheetToken::Start) {
        readRichText(tokens, m_prefix, text);
    }
    return text;
}

SharedStringWriter::SharedStringWriter(const SharedStrings &strings)
    : m_strings(strings)
    , m_used(static_cast<size_t>(strings.count()))
{
}

void SharedStringWriter::keep(int index)
{
    m_used[static_cast<size_t>(index)] = true;
    ++m_uses;
}

int SharedStringWriter::edited(int index, std::span<const TextEdit> edits)
{
    RichText text = m_strings.rich(index);
    text.edit(edits);
    const QByteArray markup = text.markup();
    ++m_uses;
    const auto found = m_positions.constFind(markup);
    if (found != m_positions.constEnd()) {
        return *found;
    }
    const int position = m_strings.count() + static_cast<int>(m_added.size());
    m_added.push_back(markup);
    m_positions.insert(markup, position);
    return position;
}

QByteArray SharedStringWriter::write(const QByteArray &mainNamespace,
                                     const std::vector<QStringList> &phonetics) const
{
    const qsizetype total = m_strings.count() + std::ssize(m_added);
    QByteArray xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<sst xmlns=\""
                     + mainNamespace + "\" count=\"" + QByteArray::number(m_uses)
                     + "\" uniqueCount=\"" + QByteArray::number(total) + "\">";
    xml.reserve(m_strings.size() + m_strings.size() / 8);
    for (int i = 0; i < m_strings.count(); ++i) {
        if (!m_used[static_cast<size_t>(i)]) {
            xml += "<si><t></t></si>";
            continue;
        }
        if (m_strings.isPlain(i)) {
            xml += "<si>";
            xml += textElement(m_strings.text(i));
            xml += "</si>";
            continue;
        }
        const RichText text = m_strings.rich(i);
        xml += "<si>";
        xml += text.markup();
        if (static_cast<size_t>(i) < phonetics.size()) {
            for (const QString &reading : phonetics[static_cast<size_t>(i)]) {
                const auto end = QByteArray::number(text.plain().size());
                xml += "<rPh sb=\"0\" eb=\"" + end + "\">" + textElement(reading) + "</rPh>";
            }
        }
        xml += "</si>";
    }
    for (const QByteArray &markup : m_added) {
        xml += "<si>";
        xml += markup;
        xml += "</si>";
    }
    return xml + "</sst>";
}

}   // namespace expunge::formats::ooxml
