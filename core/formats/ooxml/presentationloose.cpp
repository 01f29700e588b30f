// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/presentationloose.h"

#include "core/formats/ooxml/domedit.h"
#include "core/formats/ooxml/loosetexts.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using document::HiddenKind;
using document::PlaceKind;

namespace {

/// Parts whose namespaces are their own are read as they stand.
bool loadRaw(const Part &part, pugi::xml_document &document)
{
    return checkMarkup(part.bytes, part.name, {})
           && document.load_buffer(part.bytes.constData(), static_cast<size_t>(part.bytes.size()));
}

QString localName(const char *name)
{
    return QString::fromUtf8(name).section(QChar(u':'), -1);
}

bool hasLetters(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
}

QString stepName(HiddenKind kind)
{
    return kind == HiddenKind::Comments           ? u"comment"_s
           : kind == HiddenKind::People           ? u"author"_s
           : kind == HiddenKind::CustomXml        ? u"custom XML"_s
           : kind == HiddenKind::UnreachableParts ? u"unused slide"_s
                                                  : u"hidden data"_s;
}

bool isRead(HiddenKind kind)
{
    return kind == HiddenKind::Comments || kind == HiddenKind::People
           || kind == HiddenKind::CustomXml || kind == HiddenKind::UnreachableParts
           || kind == HiddenKind::PresentationTraces || kind == HiddenKind::SensitivityLabel;
}

/// Texts, and attributes in which programs write names, paths and words.
std::vector<LooseDeckText> rawTexts(const DeckPart &deck)
{
    static const QSet<QString> words{u"name"_s,   u"initials"_s, u"userId"_s, u"val"_s,
                                     u"author"_s, u"title"_s,    u"path"_s,   u"url"_s,
                                     u"user"_s,   u"userName"_s, u"key"_s,    u"href"_s};
    std::vector<LooseDeckText> texts;
    pugi::xml_document document;
    if (!isRead(deck.kind) || !loadRaw(*deck.part, document)) {
        return texts;
    }
    QSet<QString> known;
    const auto add = [&](const QString &text) {
        if (hasLetters(text) && !known.contains(text)) {
            known.insert(text);
            texts.push_back({text, {PlaceKind::Other, 0, stepName(deck.kind)}});
        }
    };
    forEachElement(document, [&](pugi::xml_node node) {
        add(textOf(node));
        for (const pugi::xml_attribute attribute : node.attributes()) {
            const bool wanted = words.contains(localName(attribute.name()))
                                && deck.kind != HiddenKind::UnreachableParts;
            const bool any = deck.kind == HiddenKind::CustomXml
                             && std::string_view(attribute.name()).substr(0, 5) != "xmlns";
            if (wanted || any) {
                add(QString::fromUtf8(attribute.value()));
            }
        }
    });
    return texts;
}

}   // namespace

std::vector<LooseDeckText> looseDeckTexts(const DeckPart &deck)
{
    const bool custom = deck.role == DeckRole::Removed && deck.kind == HiddenKind::CustomProperties;
    if (deck.role != DeckRole::Properties && !custom) {
        return deck.role == DeckRole::Removed ? rawTexts(deck) : std::vector<LooseDeckText>();
    }
    std::vector<LooseDeckText> texts;
    const PartRole role = custom ? PartRole::Removed : PartRole::CoreProperties;
    for (LooseText &loose : looseTexts({deck.part, role, HiddenKind::CustomProperties})) {
        texts.push_back({std::move(loose.text), loose.place.front()});
    }
    return texts;
}

int looseDeckCount(const DeckPart &deck)
{
    const QString counted = deck.kind == HiddenKind::Comments ? u"cm"_s
                            : deck.kind == HiddenKind::People ? u"Author"_s
                                                              : QString();
    pugi::xml_document document;
    if (counted.isEmpty() || !loadRaw(*deck.part, document)) {
        return 1;
    }
    int count = 0;
    forEachElement(document, [&](pugi::xml_node node) {
        const QString name = localName(node.name());
        count += name == counted || name == u"author"_s || name == u"cmAuthor"_s ? 1 : 0;
    });
    return std::max(1, count);
}

bool isUsualLayoutName(const QString &name)
{
    static const QRegularExpression usual(
        u"^(Title Slide|Title and Content|Section Header|Two Content|Comparison|Title Only|Blank|"
        "Content with Caption|Picture with Caption|Title and Vertical Text|"
        "Vertical Title and Text|Title, Content|Centered Text|Title, 2 Content|"
        "(Slide|Layout) ?[0-9]*)$"_s);
    return usual.match(name).hasMatch();
}

bool isUsualTableStyleName(const QString &name)
{
    static const QRegularExpression usual(
        u"^(|Table Style|No Style, (No|Table) Grid|(Themed|Light|Medium|Dark) Style [1-4]"
        "( - Accent [1-6](/Accent [1-6])?)?)$"_s);
    return usual.match(name).hasMatch();
}

}   // namespace expunge::formats::ooxml
