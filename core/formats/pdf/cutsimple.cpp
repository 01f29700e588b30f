// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/cutsimple.h"

#include "core/formats/pdf/cutcff.h"
#include "core/formats/pdf/cutcodes.h"
#include "core/formats/pdf/cutdictionary.h"
#include "core/formats/pdf/cutglyphs.h"
#include "core/formats/pdf/cutnamed.h"
#include "core/formats/pdf/cuttruetype.h"
#include "core/formats/pdf/cuttype1.h"
#include "core/formats/pdf/fonttables.h"

namespace expunge::pdf {
namespace {

/// What embedding a cut program says about the font around it.
struct Embedded
{
    const char *subtype = "/Type1";
    std::vector<QByteArray> names;   // of each code's glyph; empty: found by the program's own map
};

/// The glyphs of codes, each once, numbered from 1.
struct GlyphSlots
{
    std::vector<int> glyphs;
    std::vector<int> slotOf;   // of each code

    explicit GlyphSlots(const std::vector<int> &glyphOfCode)
    {
        std::map<int, int> slots;
        for (const int glyph : glyphOfCode) {
            const auto [place, isNew] = slots.try_emplace(glyph, int(glyphs.size()) + 1);
            if (isNew) {
                glyphs.push_back(glyph);
            }
            slotOf.push_back(place->second);
        }
    }
};

/// Cuts one font.
class SimpleCutter
{
public:
    SimpleCutter(QPDF &file, const Font &font, const std::vector<FontCode> &codes)
        : m_file(file)
        , m_font(font)
        , m_codes(codes)
        , m_numbers(numberSimpleCodes(codes))
    {
    }

    base::Result<CutFont> run();

private:
    std::optional<Embedded> embed(const QByteArray &program, QPDFObjectHandle &descriptor);
    std::optional<Embedded> embedTrueType(const SfntProgram &program, QPDFObjectHandle &descriptor);
    std::optional<Embedded> embedCff(const std::optional<CffProgram> &program,
                                     QPDFObjectHandle &descriptor);
    std::optional<Embedded> embedType1(const QByteArray &program, QPDFObjectHandle &descriptor);
    CutFont assemble(const Embedded &embedded, QPDFObjectHandle &descriptor,
                     const QPDFObjectHandle &name);

    QPDF &m_file;
    const Font &m_font;
    const std::vector<FontCode> &m_codes;
    std::vector<int> m_numbers;   // new codes
    FontTables m_tables;
};

std::optional<Embedded> SimpleCutter::embedTrueType(const SfntProgram &program,
                                                    QPDFObjectHandle &descriptor)
{
    const GlyphSlots slots(trueTypeGlyphs(program, m_font, m_codes, m_tables));
    TrueTypeCut cut;
    cut.isSubset = hasSubsetTag(m_font);
    cut.glyphs = slots.glyphs;
    for (std::size_t index = 0; index < m_codes.size(); ++index) {
        cut.codes.emplace_back(m_numbers[index], slots.slotOf[index]);
    }
    const std::optional<QByteArray> bytes = cutTrueType(program, cut);
    if (!bytes) {
        return std::nullopt;
    }
    descriptor.replaceKey("/FontFile2", programStream(m_file, *bytes, nullptr));
    return Embedded{"/TrueType", {}};
}

std::optional<Embedded> SimpleCutter::embedCff(const std::optional<CffProgram> &program,
                                               QPDFObjectHandle &descriptor)
{
    if (!program) {
        return std::nullopt;
    }
    std::vector<int> glyphs;
    for (const FontCode &code : m_codes) {
        const QByteArray name = m_font.glyphName(code.code);
        const int glyph = program->glyphOfName(name, m_tables);
        glyphs.push_back(glyph != 0 ? glyph : program->glyphOfName(ligatureName(name), m_tables));
    }
    const GlyphSlots slots(glyphs);
    const std::optional<CffResult> result = program->cut(slots.glyphs, m_tables);
    // A font of characters has no names that codes could find them by.
    if (!result || result->names.size() < slots.glyphs.size()) {
        return std::nullopt;
    }
    descriptor.replaceKey("/FontFile3", programStream(m_file, result->bytes, "/Type1C"));
    Embedded embedded;
    for (const int slot : slots.slotOf) {
        embedded.names.push_back(result->names[std::size_t(slot) - 1]);
    }
    return embedded;
}

std::optional<Embedded> SimpleCutter::embedType1(const QByteArray &program,
                                                 QPDFObjectHandle &descriptor)
{
    std::vector<QByteArray> names;
    for (const FontCode &code : m_codes) {
        names.push_back(m_font.glyphName(code.code));
    }
    const std::optional<Type1Result> result = cutType1(program, names, m_tables);
    if (!result) {
        return std::nullopt;
    }
    QPDFObjectHandle stream =
        programStream(m_file, result->clear + result->encrypted + result->trailer, nullptr);
    QPDFObjectHandle dictionary = stream.getDict();
    const auto setLength = [&](const char *key, const QByteArray &piece) {
        dictionary.replaceKey(key, QPDFObjectHandle::newInteger(piece.size()));
    };
    setLength("/Length1", result->clear);
    setLength("/Length2", result->encrypted);
    setLength("/Length3", result->trailer);
    descriptor.replaceKey("/FontFile", stream);
    return Embedded{"/Type1", result->names};
}

// What a program is, is read from itself: keys and subtypes in files are often wrong.
std::optional<Embedded> SimpleCutter::embed(const QByteArray &program, QPDFObjectHandle &descriptor)
{
    if (const std::optional<SfntProgram> sfnt = SfntProgram::read(program)) {
        if (sfnt->hasOutlines()) {
            return embedTrueType(*sfnt, descriptor);
        }
        return embedCff(CffProgram::read(*sfnt), descriptor);
    }
    return program.startsWith('\1') ? embedCff(CffProgram::read(program), descriptor)
                                    : embedType1(program, descriptor);
}

CutFont SimpleCutter::assemble(const Embedded &embedded, QPDFObjectHandle &descriptor,
                               const QPDFObjectHandle &name)
{
    QPDFObjectHandle font = newDictionary("/Font", embedded.subtype);
    font.replaceKey("/BaseFont", name);
    font.replaceKey("/FontDescriptor", m_file.makeIndirectObject(descriptor));
    std::map<int, QPDFObjectHandle> widths;
    std::map<int, QByteArray> names;
    std::vector<std::pair<quint32, QString>> texts;
    CutFont cut;
    for (std::size_t index = 0; index < m_codes.size(); ++index) {
        const FontCode &code = m_codes[index];
        const int number = m_numbers[index];
        widths.emplace(number, thousandths(code.advance));
        texts.emplace_back(number, code.text);
        cut.codes.emplace(code.code, QByteArray(1, char(number)));
        if (!embedded.names.empty()) {
            names.emplace(number, embedded.names[index]);
        }
    }
    setWidths(font, widths);
    if (!names.empty()) {
        font.replaceKey("/Encoding", differences(names));
    }
    const QPDFObjectHandle unicode = toUnicodeStream(m_file, 1, texts);
    if (!QPDFObjectHandle(unicode).isNull()) {
        font.replaceKey("/ToUnicode", unicode);
    }
    cut.object = m_file.makeIndirectObject(font);
    return cut;
}

base::Result<CutFont> SimpleCutter::run()
{
    QPDFObjectHandle old = m_font.object().getKey("/FontDescriptor");
    const QByteArray program = fontProgram(old);
    const QPDFObjectHandle name = cutFontName(m_font);
    if (program.isEmpty()) {
        return base::failure(base::ErrorCode::UnsupportedFormat);
    }
    QPDFObjectHandle descriptor = cutDescriptor(old, name, true);
    const std::optional<Embedded> embedded = embed(program, descriptor);
    if (!embedded) {
        return base::failure(base::ErrorCode::UnsupportedFormat);
    }
    return assemble(*embedded, descriptor, name);
}

}   // namespace

base::Result<CutFont> cutSimpleFont(QPDF &file, const Font &font,
                                    const std::vector<FontCode> &codes)
{
    if (!font.isEmbedded()) {
        return cutNamedFont(file, font, codes);
    }
    return SimpleCutter(file, font, codes).run();
}

}   // namespace expunge::pdf
