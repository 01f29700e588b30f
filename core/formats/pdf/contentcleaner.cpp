// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/contentcleaner.h"

#include "core/formats/pdf/cleanfonts.h"
#include "core/formats/pdf/cleaninline.h"
#include "core/formats/pdf/cleanoperands.h"
#include "core/formats/pdf/cleantags.h"

#include <algorithm>
#include <array>

namespace expunge::pdf {
namespace {

/// Categories of resources, and what their new names begin with (ISO 32000-1, table 33).
struct Category
{
    const char *name;
    char letter;
};

constexpr Category Fonts{"Font", 'F'};
constexpr Category XObjects{"XObject", 'X'};
constexpr Category States{"ExtGState", 'G'};
constexpr Category Spaces{"ColorSpace", 'C'};
constexpr Category Patterns{"Pattern", 'P'};
constexpr Category Shadings{"Shading", 'S'};
constexpr Category Layers{"Properties", 'M'};

constexpr std::array Intents{"AbsoluteColorimetric", "RelativeColorimetric", "Saturation",
                             "Perceptual"};
// Colour spaces that need no entry in the resources (8.6.3).
constexpr std::array DeviceSpaces{"DeviceGray", "DeviceRGB", "DeviceCMYK", "Pattern",
                                  "CalGray",    "CalRGB",    "CalCMYK"};

template<std::size_t Count>
bool isOneOf(const QByteArray &name, const std::array<const char *, Count> &list)
{
    return std::any_of(list.begin(), list.end(), [&](const char *entry) { return name == entry; });
}

/// Copies one stream.
class Cleaner
{
public:
    Cleaner(const ContentStream &content, const CleaningRules &rules)
        : m_content(content)
        , m_rules(rules)
        , m_lookup(rules.resources)
        , m_fonts(m_lookup)
    {
        m_clean.bytes.reserve(content.bytes.size() + content.bytes.size() / 8);
    }

    CleanContent run();

private:
    void copy(const Operation &operation);
    void copyPlain(const Operation &operation, const OperatorForm &form);
    void copyFont(const Operation &operation, int first);
    void copyNamed(const Operation &operation, int first, const Category &category);
    void copyColour(const Operation &operation, bool named);
    void copySpace(const Operation &operation);
    void copyIntent(const Operation &operation);
    void copyImage(const Operation &operation);
    void copyShown(const Operation &operation, int first);
    void beginMarked(const Operation &operation);
    bool beginLayer(const Token &properties);
    int contentId(const Operation &operation);

    const Token &token(const Operation &operation, int index) const
    {
        return *m_content.operand(operation, index);
    }
    QByteArray renamed(const Category &category, const QByteArray &name);
    void appendToken(const Token &token);
    void appendOperands(const Operation &operation, int first);
    void end(const char *word);
    bool isCut();
    QByteArray recoded(const QByteArray &string) const;

    const ContentStream &m_content;
    const CleaningRules &m_rules;
    ResourceLookup m_lookup;
    FontTracker m_fonts;
    CleanContent m_clean;
    const CutFont *m_cut = nullptr;   // of the font in which text is shown now
    std::shared_ptr<const Font> m_font;
    QPDFObjGen m_cutId;
    std::vector<bool> m_marks;   // open ones; whether they were copied
    int m_saved = 0;             // open q
};

QByteArray Cleaner::renamed(const Category &category, const QByteArray &name)
{
    auto &names = m_clean.names[category.name];
    const auto [place, isNew] = names.try_emplace(name);
    if (isNew) {
        place->second = category.letter + QByteArray::number(qulonglong(names.size()));
    }
    return place->second;
}

void Cleaner::appendToken(const Token &token)
{
    if (token.kind == TokenKind::Number) {
        appendNumber(m_clean.bytes, m_content, token);
        m_clean.bytes += ' ';
    } else if (token.kind == TokenKind::String) {
        if (m_cut != nullptr) {
            m_clean.bytes += writeString(recoded(m_content.string(token)));
        } else {
            appendString(m_clean.bytes, m_content, token);
        }
    } else if (token.kind == TokenKind::ArrayBegin) {
        m_clean.bytes += '[';
    } else if (token.kind == TokenKind::ArrayEnd) {
        m_clean.bytes += ']';
    }
}

void Cleaner::appendOperands(const Operation &operation, int first)
{
    for (int index = first; index < operation.tokens; ++index) {
        appendToken(token(operation, index));
    }
}

void Cleaner::end(const char *word)
{
    m_clean.bytes += word;
    m_clean.bytes += '\n';
}

// Whether the font that is set has been cut: then m_cut and m_font are its.
bool Cleaner::isCut()
{
    m_cut = nullptr;
    if (m_rules.cutFonts == nullptr || !m_fonts.font().isInitialized()) {
        return false;
    }
    const QPDFObjGen id = QPDFObjectHandle(m_fonts.font()).getObjGen();
    const auto cut = m_rules.cutFonts->find(id);
    if (cut == m_rules.cutFonts->end()) {
        return false;
    }
    if (!m_font || id != m_cutId) {
        m_font = m_rules.fonts->font(m_fonts.font());
        m_cutId = id;
    }
    m_cut = &cut->second;
    return true;
}

QByteArray Cleaner::recoded(const QByteArray &string) const
{
    QByteArray bytes;
    for (QByteArrayView rest(string); !rest.isEmpty();) {
        const FontCode code = m_font->next(rest);
        rest = rest.sliced(std::clamp<qsizetype>(code.bytes, 1, rest.size()));
        if (const auto found = m_cut->codes.find(code.code); found != m_cut->codes.end()) {
            bytes += found->second;
        }
    }
    return bytes;
}

void Cleaner::copyShown(const Operation &operation, int first)
{
    if (!m_fonts.isSet()) {
        // In the font of whoever paints this stream. Its codes are known only if no font was cut.
        if (m_rules.cutFonts != nullptr && !m_rules.cutFonts->empty()) {
            m_clean.understood = false;
            return;
        }
    } else if (!m_fonts.font().isInitialized()) {
        return;   // a font that does not exist: viewers draw nothing
    }
    isCut();
    appendOperands(operation, first);
    m_cut = nullptr;
    end(operatorForm(operation.op).word);
}

void Cleaner::copyFont(const Operation &operation, int first)
{
    const QByteArray name = m_content.name(token(operation, first));
    if (m_lookup.find(Fonts.name, name).exists) {
        m_clean.bytes += '/' + renamed(Fonts, name) + ' ';
        appendToken(token(operation, first + 1));
        end("Tf");
    }
}

void Cleaner::copyNamed(const Operation &operation, int first, const Category &category)
{
    const QByteArray name = m_content.name(token(operation, first));
    if (m_lookup.find(category.name, name).exists) {
        m_clean.bytes += '/' + renamed(category, name) + ' ';
        end(operatorForm(operation.op).word);
    }
}

void Cleaner::copySpace(const Operation &operation)
{
    if (operation.tokens < 1 || token(operation, operation.tokens - 1).kind != TokenKind::Name) {
        return;
    }
    const QByteArray name = m_content.name(token(operation, operation.tokens - 1));
    if (m_lookup.find(Spaces.name, name).exists && !isOneOf(name, DeviceSpaces)) {
        m_clean.bytes += '/' + renamed(Spaces, name) + ' ';
    } else if (isOneOf(name, DeviceSpaces)) {
        m_clean.bytes += '/' + name + ' ';
    } else {
        return;
    }
    end(operatorForm(operation.op).word);
}

void Cleaner::copyColour(const Operation &operation, bool named)
{
    constexpr int MostComponents = 32;   // ISO 32000-1, annex C
    int count = operation.tokens;
    QByteArray pattern;
    if (named && count > 0 && token(operation, count - 1).kind == TokenKind::Name) {
        --count;
        const QByteArray name = m_content.name(token(operation, count));
        if (!m_lookup.find(Patterns.name, name).exists) {
            return;
        }
        pattern = '/' + renamed(Patterns, name) + ' ';
    }
    if (count > MostComponents || (count == 0 && pattern.isEmpty())) {
        return;
    }
    for (int index = 0; index < count; ++index) {
        if (token(operation, index).kind != TokenKind::Number) {
            return;
        }
    }
    for (int index = 0; index < count; ++index) {
        appendToken(token(operation, index));
    }
    m_clean.bytes += pattern;
    end(operatorForm(operation.op).word);
}

void Cleaner::copyIntent(const Operation &operation)
{
    const Token *last = m_content.operand(operation, operation.tokens - 1);
    if (last != nullptr && last->kind == TokenKind::Name
        && isOneOf(m_content.name(*last), Intents)) {
        m_clean.bytes += '/' + m_content.name(*last) + ' ';
        end("ri");
    }
}

void Cleaner::copyImage(const Operation &operation)
{
    const auto image = cleanInlineImage(m_content, operation, [this](const QByteArray &name) {
        return m_lookup.find(Spaces.name, name).exists ? renamed(Spaces, name) : QByteArray();
    });
    if (!image) {
        m_clean.understood = false;
        return;
    }
    m_clean.bytes += *image;
    m_clean.bytes += '\n';
}

// Number of marked content in its property list, written in place or named; -1: none.
int Cleaner::contentId(const Operation &operation)
{
    const Token &properties = token(operation, operation.tokens - 1);
    if (properties.kind == TokenKind::Name) {
        QPDFObjectHandle list = m_lookup.find(Layers.name, m_content.name(properties)).object;
        QPDFObjectHandle id = list.isInitialized() && list.isDictionary()
                                  ? list.getKey("/MCID")
                                  : QPDFObjectHandle::newNull();
        return id.isInteger() ? id.getIntValueAsInt() : -1;
    }
    int depth = 0;
    for (int index = 1; index + 1 < operation.tokens; ++index) {
        const Token &found = token(operation, index);
        depth += found.kind == TokenKind::DictBegin ? 1 : found.kind == TokenKind::DictEnd ? -1 : 0;
        const Token &next = token(operation, index + 1);
        if (depth == 1 && found.kind == TokenKind::Name && next.kind == TokenKind::Number
            && m_content.name(found) == "MCID") {
            return int(std::clamp(next.number, -1.0, 1e8));
        }
    }
    return -1;
}

bool Cleaner::beginLayer(const Token &properties)
{
    if (properties.kind != TokenKind::Name) {
        return false;
    }
    const QByteArray name = m_content.name(properties);
    if (!m_lookup.find(Layers.name, name).exists) {
        return false;
    }
    m_clean.bytes += "/OC /" + renamed(Layers, name) + ' ';
    end("BDC");
    return true;
}

void Cleaner::beginMarked(const Operation &operation)
{
    bool copied = false;
    if (operation.tokens > 0 && token(operation, 0).kind == TokenKind::Name) {
        const QByteArray tag = m_content.name(token(operation, 0));
        const bool hasList =
            operation.op == Operator::BeginMarkedProperties && operation.tokens > 1;
        if (tag == "OC") {
            copied = hasList && beginLayer(token(operation, operation.tokens - 1));
        } else if (m_rules.keepMarkedContent) {
            const bool kept =
                m_rules.keptTags != nullptr ? m_rules.keptTags->contains(tag) : isStandardTag(tag);
            const int id = hasList ? contentId(operation) : -1;
            m_clean.bytes += kept ? writeName(tag) : QByteArray("/Span");
            if (id >= 0) {
                m_clean.bytes += " <</MCID " + QByteArray::number(id) + ">> ";
            } else {
                m_clean.bytes += ' ';
            }
            end(id >= 0 ? "BDC" : "BMC");
            copied = true;
        }
    }
    m_marks.push_back(copied);
}

void Cleaner::copyPlain(const Operation &operation, const OperatorForm &form)
{
    if (operation.op == Operator::Save) {
        ++m_saved;
    } else if (operation.op == Operator::Restore && --m_saved < 0) {
        m_saved = 0;   // viewers pass over it
        return;
    }
    const int first = fittingOperands(m_content, operation, form.operands);
    if (first < 0) {
        return;   // viewers leave it out as well
    }
    if (showsText(operation.op)) {
        copyShown(operation, first);
        return;
    }
    const Token *token = m_content.operand(operation, first);
    if (token != nullptr && token->kind == TokenKind::Name) {
        if (operation.op == Operator::Font) {
            copyFont(operation, first);
        } else {
            copyNamed(operation, first,
                      operation.op == Operator::Paint   ? XObjects
                      : operation.op == Operator::State ? States
                                                        : Shadings);
        }
        return;
    }
    appendOperands(operation, first);
    end(form.word);
}

void Cleaner::copy(const Operation &operation)
{
    const OperatorForm form = operatorForm(operation.op);
    if (form.word == nullptr) {
        return;
    }
    if (form.operands != nullptr) {
        copyPlain(operation, form);
        return;
    }
    const Operator op = operation.op;
    if (op == Operator::BeginMarked || op == Operator::BeginMarkedProperties) {
        beginMarked(operation);
    } else if (op == Operator::EndMarked) {
        if (!m_marks.empty() && m_marks.back()) {
            end("EMC");
        }
        if (!m_marks.empty()) {
            m_marks.pop_back();
        }
    } else if (op == Operator::InlineImage) {
        copyImage(operation);
    } else if (op == Operator::StrokeSpace || op == Operator::FillSpace) {
        copySpace(operation);
    } else if (op == Operator::StrokeColour || op == Operator::FillColour) {
        copyColour(operation, false);
    } else if (op == Operator::StrokeColourNamed || op == Operator::FillColourNamed) {
        copyColour(operation, true);
    } else if (op == Operator::Intent) {
        copyIntent(operation);
    }
}

CleanContent Cleaner::run()
{
    for (const Operation &operation : m_content.operations) {
        m_fonts.follow(m_content, operation);
        copy(operation);
    }
    for (; !m_marks.empty(); m_marks.pop_back()) {
        if (m_marks.back()) {
            end("EMC");
        }
    }
    return std::move(m_clean);
}

}   // namespace

CleanContent cleanContent(const ContentStream &content, const CleaningRules &rules)
{
    return Cleaner(content, rules).run();
}

}   // namespace expunge::pdf
