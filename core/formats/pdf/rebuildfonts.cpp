// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/cutsfnt.h"
#include "core/formats/pdf/pdffile.h"
#include "core/formats/pdf/rebuildbytes.h"
#include "core/formats/pdf/rebuildcopier.h"
#include "core/formats/pdf/rebuildnames.h"

#include <QRegularExpression>

namespace expunge::pdf {

using QPDFObject = QPDFObjectHandle;

namespace {

/// Names of encodings and of predefined character maps (9.6.6, 9.7.5.2) are of this form.
bool isEncodingName(const std::string &name)
{
    static const QRegularExpression form(QStringLiteral("\\A/[A-Za-z0-9-]{1,32}\\z"));
    return form.match(QString::fromStdString(name)).hasMatch();
}

/// What simple fonts may name (9.6.6.1); viewers pass over other names.
bool isSimpleEncoding(QPDFObject name)
{
    static const std::set<std::string> names{
        "/StandardEncoding", "/MacRomanEncoding", "/WinAnsiEncoding", "/MacExpertEncoding",
        "/PDFDocEncoding",   "/SymbolEncoding",   "/Identity-H",      "/Identity-V"};
    return name.isName() && names.contains(name.getName());
}

/// A TrueType program with the tables that viewers draw with, and nothing between or behind them;
/// one of another kind as it is.
QByteArray cleanProgram(const QByteArray &bytes)
{
    const auto program = SfntProgram::read(bytes);
    if (!program || !program->hasOutlines()) {
        return bytes;
    }
    std::vector<std::pair<QByteArray, QByteArray>> tables;
    for (const char *tag : {"OS/2", "cmap", "cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca",
                            "maxp", "post", "prep", "vhea", "vmtx"}) {
        const FontBytes table = program->table(tag);
        if (table.size() > 0) {
            tables.emplace_back(tag, table.slice(0, table.size()).toByteArray());
        }
    }
    return writeSfnt(tables);
}

/// Who defines a set of characters, and which: short words (9.7.3).
std::string setWord(QPDFObject source, const ValueSweep *sweep, const char *otherwise)
{
    static const QRegularExpression form(QStringLiteral("\\A[A-Za-z0-9_-]{1,24}\\z"));
    const QString word =
        source.isString() ? QString::fromLatin1(source.getStringValue()) : QString();
    const bool sound = form.match(word).hasMatch() && (sweep == nullptr || !sweep->touches(word));
    return sound ? word.toStdString() : otherwise;
}

}   // namespace

QPDFObject ObjectCopier::font(QPDFObject source)
{
    if (!source.isDictionary() || m_depth > 40) {
        return lost();
    }
    if (m_rules.cutFonts != nullptr) {
        const auto cut = m_rules.cutFonts->find(source.getObjGen());
        source = cut == m_rules.cutFonts->end() ? source : cut->second.object;
    }
    if (QPDFObject copy = known(source, Slot::Font); copy.isInitialized()) {
        return copy;
    }
    QPDFObject subtype = source.getKey("/Subtype");
    if (subtype.isNameAndEquals("/Type3")) {   // its glyphs may be written in it
        QPDFObject copy = m_out.makeIndirectObject(QPDFObject::newDictionary());
        keep(source, Slot::Font, copy);
        return type3Font(source, copy);
    }
    return keep(source, Slot::Font,
                subtype.isNameAndEquals("/Type0") ? compositeFont(source) : simpleFont(source));
}

QPDFObject ObjectCopier::simpleFont(QPDFObject source)
{
    QPDFObject copy = dictionary(source, DictKind::SimpleFont);
    if (copy.isNull()) {
        return lost();
    }
    if (QPDFObject codes = encoding(source.getKey("/Encoding")); !codes.isNull()) {
        copy.replaceKey("/Encoding", codes);
    }
    if (QPDFObject map = characterMap(source.getKey("/ToUnicode")); !map.isNull()) {
        copy.replaceKey("/ToUnicode", map);
    }
    return copy;
}

QPDFObject ObjectCopier::compositeFont(QPDFObject source)
{
    QPDFObject copy = dictionary(source, DictKind::CompositeFont);
    if (copy.isNull()) {
        return lost();
    }
    QPDFObject codes = source.getKey("/Encoding");
    QPDFObject map = codes.isName() && isEncodingName(codes.getName())
                         ? QPDFObject::newName(codes.getName())
                         : characterMap(codes);
    if (map.isNull()) {
        return lost();
    }
    if (map.isStream()) {   // a map of its own needs a name of its own (9.7.5.4)
        map.getDict().replaceKey("/Type", QPDFObject::newName("/CMap"));
        map.getDict().replaceKey("/CMapName", QPDFObject::newName("/Map"));
        QPDFObject mode = codes.getDict().getKey("/WMode");
        if (mode.isInteger()) {
            map.getDict().replaceKey("/WMode", QPDFObject::newInteger(mode.getIntValue()));
        }
        QPDFObject base = codes.getDict().getKey("/UseCMap");
        QPDFObject used = base.isName() && isEncodingName(base.getName())
                              ? QPDFObject::newName(base.getName())
                              : characterMap(base);
        if (!used.isNull()) {
            map.getDict().replaceKey("/UseCMap", used);
        }
        map.getDict().replaceKey(
            "/CIDSystemInfo",
            QPDFObject::parse("<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"));
    }
    copy.replaceKey("/Encoding", map);
    if (QPDFObject unicode = characterMap(source.getKey("/ToUnicode")); !unicode.isNull()) {
        copy.replaceKey("/ToUnicode", unicode);
    }
    return copy;
}

void ObjectCopier::cidParts(QPDFObject source, QPDFObject target)
{
    QPDFObject given = source.getKey("/CIDSystemInfo");
    QPDFObject info = QPDFObject::newDictionary();
    QPDFObject none = QPDFObject::newNull();
    const bool there = given.isDictionary();
    info.replaceKey("/Registry",
                    QPDFObject::newString(
                        setWord(there ? given.getKey("/Registry") : none, m_rules.sweep, "Adobe")));
    info.replaceKey("/Ordering",
                    QPDFObject::newString(setWord(there ? given.getKey("/Ordering") : none,
                                                  m_rules.sweep, "Identity")));
    QPDFObject supplement = there ? given.getKey("/Supplement") : none;
    info.replaceKey("/Supplement",
                    QPDFObject::newInteger(supplement.isInteger() ? supplement.getIntValue() : 0));
    target.replaceKey("/CIDSystemInfo", info);
    QPDFObject glyphs = source.getKey("/CIDToGIDMap");   // 9.7.4.2
    if (glyphs.isNameAndEquals("/Identity")) {
        target.replaceKey("/CIDToGIDMap", glyphs);
    } else if (glyphs.isStream()) {
        target.replaceKey("/CIDToGIDMap",
                          stream(readStream(glyphs).value_or(QByteArray()).left(131072)));
    }
}

void ObjectCopier::fontProgram(QPDFObject source, QPDFObject target)
{
    for (const char *key : {"/FontFile", "/FontFile2", "/FontFile3"}) {   // 9.9, table 126
        QPDFObject program = source.getKey(key);
        if (!program.isStream()) {
            continue;
        }
        QPDFObject copy = known(program, Slot::Font);
        if (!copy.isInitialized()) {
            const auto bytes = readStream(program);
            if (!bytes) {
                continue;   // a viewer could not read it either
            }
            copy = keep(program, Slot::Font, stream(cleanProgram(*bytes)));
            QPDFObject dict = copy.getDict();
            for (const char *length : {"/Length1", "/Length2", "/Length3"}) {
                QPDFObject value = program.getDict().getKey(length);
                if (value.isInteger()) {
                    dict.replaceKey(length, QPDFObject::newInteger(value.getIntValue()));
                }
            }
            QPDFObject subtype = program.getDict().getKey("/Subtype");
            for (const char *name : {"/Type1C", "/CIDFontType0C", "/OpenType"}) {
                if (subtype.isNameAndEquals(name)) {
                    dict.replaceKey("/Subtype", QPDFObject::newName(name));
                }
            }
        }
        target.replaceKey(key, copy);
    }
}

QPDFObject ObjectCopier::encoding(QPDFObject source)
{
    if (source.isName()) {
        return isSimpleEncoding(source) ? QPDFObject::newName(source.getName())
                                        : QPDFObject::newNull();
    }
    if (!source.isDictionary()) {
        return QPDFObject::newNull();
    }
    QPDFObject copy = QPDFObject::newDictionary();   // 9.6.6, table 114
    copy.replaceKey("/Type", QPDFObject::newName("/Encoding"));
    QPDFObject base = source.getKey("/BaseEncoding");
    if (isSimpleEncoding(base)) {
        copy.replaceKey("/BaseEncoding", QPDFObject::newName(base.getName()));
    }
    QPDFObject differences = source.getKey("/Differences");
    if (differences.isArray()) {
        QPDFObject list = QPDFObject::newArray();
        for (QPDFObject item : differences.aitems()) {
            if (item.isNumber()) {
                list.appendItem(
                    QPDFObject::newInteger(static_cast<long long>(item.getNumericValue())));
            } else if (item.isName()) {
                list.appendItem(freeName(item.getName()));
            }
        }
        copy.replaceKey("/Differences", list);
    }
    return copy;
}

QPDFObject ObjectCopier::characterMap(QPDFObject source)
{
    if (source.isName()) {
        return source.isNameAndEquals("/Identity-H") || source.isNameAndEquals("/Identity-V")
                   ? QPDFObject::newName(source.getName())
                   : QPDFObject::newNull();
    }
    if (!source.isStream()) {
        return QPDFObject::newNull();
    }
    if (QPDFObject copy = known(source, Slot::Function); copy.isInitialized()) {
        return copy;
    }
    const auto clean = cleanCharacterMap(readStream(source).value_or(QByteArray()));
    return clean ? keep(source, Slot::Function, stream(*clean)) : QPDFObject::newNull();
}

QPDFObject ObjectCopier::type3Font(QPDFObject source, QPDFObject target)
{
    ++m_depth;
    fill(target, source, DictKind::Type3Font);
    if (QPDFObject codes = encoding(source.getKey("/Encoding")); !codes.isNull()) {
        target.replaceKey("/Encoding", codes);
    }
    if (QPDFObject map = characterMap(source.getKey("/ToUnicode")); !map.isNull()) {
        target.replaceKey("/ToUnicode", map);
    }
    QPDFObject own = source.getKey("/Resources");
    QPDFObject used = own.isDictionary() ? own : m_caller;
    QPDFObject procedures = source.getKey("/CharProcs");
    QPDFObject glyphs = QPDFObject::newDictionary();
    NameMerger names;   // all glyphs share one dictionary of resources
    for (const std::string &key :
         procedures.isDictionary() ? procedures.getKeys() : std::set<std::string>()) {
        QPDFObject procedure = procedures.getKey(key);
        const auto bytes =
            procedure.isStream() ? readStream(procedure) : base::Result<QByteArray>(QByteArray());
        const CleaningRules rules{used, m_rules.cutFonts, m_rules.fonts, nullptr, false};
        const CleanContent clean = cleanContent(readContent(bytes.value_or(QByteArray())), rules);
        m_losses = m_losses || !clean.understood;
        glyphs.replaceKey(freeName(key).getName(), stream(names.merge(clean)));
    }
    target.replaceKey("/CharProcs", glyphs);
    const QPDFObject caller = std::exchange(m_caller, used);
    target.replaceKey("/Resources", resources(used, names.names()));
    m_caller = caller;
    --m_depth;
    return target;
}

}   // namespace expunge::pdf
