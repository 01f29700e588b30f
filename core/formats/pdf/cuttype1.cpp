// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/cuttype1.h"

#include "core/formats/pdf/cuttype1code.h"
#include "core/formats/pdf/cuttype1program.h"
#include "core/formats/pdf/fonttables.h"

#include <algorithm>

namespace expunge::pdf {
namespace {

const QByteArray Missing = ".notdef";

QByteArray entry(const QByteArray &name, const QByteArray &code, const char *end)
{
    const QByteArray cipher = type1Encrypt(code, true);
    return name + ' ' + QByteArray::number(cipher.size()) + " RD " + cipher + ' ' + end + '\n';
}

/// The glyphs of a cut program, in their new order.
struct Chosen
{
    std::vector<QByteArray> old;
    std::vector<QByteArray> names;
    std::vector<QByteArray> codes;

    std::size_t slot(const QByteArray &name)
    {
        const auto found = std::find(old.begin(), old.end(), name);
        if (found == old.end()) {
            old.push_back(name);
            names.push_back('g' + QByteArray::number(qulonglong(old.size())));
            return old.size() - 1;
        }
        return std::size_t(found - old.begin());
    }
};

QByteArray clearText(const Type1Program &program)
{
    QByteArray text = "%!PS-AdobeFont-1.0: Font\n9 dict begin\n/FontName /Font def\n"
                      "/FontType 1 def\n/Encoding StandardEncoding def\n";
    for (const auto &[key, value] : program.header) {
        text += '/' + key + ' ' + value + " def\n";
    }
    return text + "currentdict end\ncurrentfile eexec\n";
}

QByteArray privateText(const Type1Program &program, const std::vector<QByteArray> &subroutines,
                       const Chosen &chosen)
{
    QByteArray text = "dup /Private 24 dict dup begin\n"
                      "/RD {string currentfile exch readstring pop} executeonly def\n"
                      "/ND {noaccess def} executeonly def\n"
                      "/NP {noaccess put} executeonly def\n"
                      "/MinFeature {16 16} def\n/password 5839 def\n";
    for (const auto &[key, value] : program.hints) {
        text += '/' + key + ' ' + value + " def\n";
    }
    text += "/Subrs " + QByteArray::number(qulonglong(subroutines.size())) + " array\n";
    for (std::size_t number = 0; number < subroutines.size(); ++number) {
        text += entry("dup " + QByteArray::number(qulonglong(number)), subroutines[number], "NP");
    }
    text += "ND\n2 index /CharStrings " + QByteArray::number(qulonglong(chosen.codes.size() + 1))
            + " dict dup begin\n";
    const QByteArray nothing("\x8B\x8B\x0D\x0E", 4);   // 0 0 hsbw endchar
    text += entry('/' + Missing, nothing, "ND");
    for (std::size_t slot = 0; slot < chosen.codes.size(); ++slot) {
        text += entry('/' + chosen.names[slot], chosen.codes[slot], "ND");
    }
    return text
           + "end\nend\nreadonly put\nnoaccess put\ndup /FontName get exch definefont pop\n"
             "mark currentfile closefile\n";
}

QByteArray trailerText()
{
    QByteArray text;
    for (int line = 0; line < 8; ++line) {
        text += QByteArray(64, '0') + '\n';
    }
    return text + "cleartomark\n";
}

}   // namespace

std::optional<Type1Result> cutType1(const QByteArray &bytes, const std::vector<QByteArray> &glyphs,
                                    const FontTables &tables)
{
    const std::optional<Type1Program> program = Type1Program::read(bytes);
    if (!program) {
        return std::nullopt;
    }
    Chosen chosen;
    std::vector<std::size_t> slots;
    for (const QByteArray &glyph : glyphs) {
        slots.push_back(chosen.slot(program->charstrings.contains(glyph) ? glyph : Missing));
    }
    Type1Flattener flattener(*program);
    for (std::size_t slot = 0; slot < chosen.old.size(); ++slot) {
        const QByteArray code = program->charstrings.value(chosen.old[slot]);
        const auto flat =
            code.isEmpty() ? Type1Code{QByteArray("\x8B\x8B\x0D\x0E", 4)} : flattener.flatten(code);
        if (!flat) {
            return std::nullopt;
        }
        chosen.codes.push_back(flat->bytes);
        // The parts of composed glyphs must be found by their standard names (6.2, seac).
        for (const int part : {flat->base, flat->accent}) {
            const QByteArray name =
                part < 0 ? QByteArray() : tables.glyphName(BaseEncoding::Standard, part);
            if (!name.isEmpty() && program->charstrings.contains(name)) {
                chosen.names[chosen.slot(name)] = name;
            }
        }
    }
    Type1Result result;
    for (const std::size_t slot : slots) {
        result.names.push_back(chosen.names[slot]);
    }
    result.clear = clearText(*program);
    result.encrypted = type1Encrypt(privateText(*program, flattener.subroutines(), chosen), false);
    result.trailer = trailerText();
    return result;
}

}   // namespace expunge::pdf
