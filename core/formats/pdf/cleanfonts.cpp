// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/cleanfonts.h"

#include "core/formats/pdf/contentcleaner.h"

#include <unordered_set>

namespace expunge::pdf {
namespace {

constexpr std::size_t MaxSaved = 100'000;

/// Appends codes to the list of one font, each once.
class CodeList
{
public:
    explicit CodeList(std::vector<quint32> &codes)
        : m_codes(&codes)
        , m_seen(codes.begin(), codes.end())
    {
    }

    void add(const Font &font, const QByteArray &string)
    {
        for (QByteArrayView rest(string); !rest.isEmpty();) {
            const FontCode code = font.next(rest);
            rest = rest.sliced(std::min<qsizetype>(code.bytes, rest.size()));
            if (m_seen.insert(code.code).second) {
                m_codes->push_back(code.code);
            }
        }
    }

private:
    std::vector<quint32> *m_codes;
    std::unordered_set<quint32> m_seen;
};

}   // namespace

const NamedObject &ResourceLookup::find(const char *category, const QByteArray &name)
{
    const auto [place, isNew] = m_known.try_emplace({category, name});
    if (isNew && m_resources.isDictionary()) {
        QPDFObjectHandle all = m_resources.getKey(std::string("/") + category);
        if (all.isDictionary()) {
            place->second.object = all.getKey("/" + name.toStdString());
            place->second.exists = !place->second.object.isNull();
        }
    }
    return place->second;
}

void FontTracker::choose(const NamedObject &found)
{
    m_font = found.exists ? found.object : QPDFObjectHandle();
    m_isSet = true;
}

void FontTracker::follow(const ContentStream &content, const Operation &operation)
{
    if (operation.op == Operator::Save && m_saved.size() < MaxSaved) {
        m_saved.emplace_back(m_font, m_isSet);
    } else if (operation.op == Operator::Restore && !m_saved.empty()) {
        std::tie(m_font, m_isSet) = m_saved.back();
        m_saved.pop_back();
    } else if (operation.op == Operator::Font && operation.tokens >= 2) {
        const Token *name = content.operand(operation, operation.tokens - 2);
        if (name->kind == TokenKind::Name) {
            choose(m_lookup.find("Font", content.name(*name)));
        }
    } else if (operation.op == Operator::State && operation.tokens >= 1) {
        const Token *name = content.operand(operation, operation.tokens - 1);
        if (name->kind != TokenKind::Name) {
            return;
        }
        QPDFObjectHandle state = m_lookup.find("ExtGState", content.name(*name)).object;
        QPDFObjectHandle font = state.isInitialized() && state.isDictionary()
                                    ? state.getKey("/Font")
                                    : QPDFObjectHandle::newNull();
        if (font.isArray() && font.getArrayNItems() == 2) {
            choose({font.getArrayItem(0), true});
        }
    }
}

bool showsText(Operator op)
{
    return op == Operator::Show || op == Operator::ShowAdjusted || op == Operator::NextLineShow
           || op == Operator::NextLineShowSpaced;
}

void collectCodes(const ContentStream &content, const QPDFObjectHandle &resources, FontStore &store,
                  const std::set<QPDFObjGen> &fonts,
                  std::map<QPDFObjGen, std::vector<quint32>> &codes)
{
    ResourceLookup lookup(resources);
    FontTracker tracker(lookup);
    std::map<QPDFObjGen, CodeList> lists;
    for (const Operation &operation : content.operations) {
        tracker.follow(content, operation);
        if (!showsText(operation.op) || !tracker.font().isInitialized()) {
            continue;
        }
        const QPDFObjGen id = QPDFObjectHandle(tracker.font()).getObjGen();
        if (!fonts.contains(id)) {
            continue;
        }
        CodeList &list = lists.try_emplace(id, codes[id]).first->second;
        const std::shared_ptr<const Font> font = store.font(tracker.font());
        for (int index = 0; index < operation.tokens; ++index) {
            const Token *token = content.operand(operation, index);
            if (token->kind == TokenKind::String) {
                list.add(*font, content.string(*token));
            }
        }
    }
}

}   // namespace expunge::pdf
