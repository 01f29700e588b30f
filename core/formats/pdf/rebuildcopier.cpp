// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/rebuildcopier.h"

#include "core/formats/pdf/pdffile.h"
#include "core/formats/pdf/rebuildbytes.h"

#include <array>
#include <cmath>

namespace expunge::pdf {

using QPDFObject = QPDFObjectHandle;

namespace {

constexpr int deepest = 40;   // nesting of dictionaries and forms

QPDFObject number(QPDFObject source)
{
    if (source.isInteger()) {
        return QPDFObject::newInteger(source.getIntValue());
    }
    if (!source.isNumber() || !std::isfinite(source.getNumericValue())) {
        return QPDFObject::newNull();
    }
    return QPDFObject::newReal(writeNumber(source.getNumericValue(), 6).toStdString());
}

QPDFObject numbers(QPDFObject source, int depth)
{
    if (!source.isArray() || depth > 3) {
        return QPDFObject::newNull();
    }
    QPDFObject copy = QPDFObject::newArray();
    for (QPDFObject item : source.aitems()) {
        QPDFObject value = item.isArray() ? numbers(item, depth + 1) : number(item);
        if (item.isBool()) {
            value = QPDFObject::newBool(item.getBoolValue());
        }
        if (value.isNull()) {
            return value;   // half a list means something else
        }
        copy.appendItem(value);
    }
    return copy;
}

QPDFObject rectangle(QPDFObject source)
{
    QPDFObject copy = numbers(source, 0);
    return copy.isArray() && copy.getArrayNItems() == 4 ? copy : QPDFObject::newNull();
}

QPDFObject knownName(QPDFObject source)
{
    return source.isName() && isKnownName(source.getName().c_str())
               ? QPDFObject::newName(source.getName())
               : QPDFObject::newNull();
}

QPDFObject knownNames(QPDFObject source)
{
    if (!source.isArray()) {
        return knownName(source);
    }
    QPDFObject copy = QPDFObject::newArray();
    for (const QPDFObject &item : source.aitems()) {
        if (QPDFObject name = knownName(item); name.isName()) {
            copy.appendItem(name);
        }
    }
    return copy;
}

}   // namespace

ObjectCopier::ObjectCopier(QPDF &out, CopyRules rules)
    : m_out(out)
    , m_rules(std::move(rules))
    , m_caller(QPDFObject::newNull())
{
}

bool ObjectCopier::takeLosses()
{
    return std::exchange(m_losses, false);
}

QPDFObject ObjectCopier::lost()
{
    m_losses = true;
    return QPDFObject::newNull();
}

QPDFObject ObjectCopier::stream(const QByteArray &bytes)
{
    return m_out.newStream(std::string(bytes.constData(), static_cast<size_t>(bytes.size())));
}

QPDFObject ObjectCopier::known(const QPDFObject &source, Slot slot) const
{
    if (!source.isIndirect()) {
        return {};
    }
    const auto found = m_copies.find({source.getObjGen(), slot});
    return found == m_copies.end() ? QPDFObject() : found->second;
}

QPDFObject ObjectCopier::keep(const QPDFObject &source, Slot slot, QPDFObject copy)
{
    if (source.isIndirect() && !copy.isNull()) {
        if (!copy.isIndirect()) {
            copy = m_out.makeIndirectObject(copy);
        }
        m_copies[{source.getObjGen(), slot}] = copy;
    }
    return copy;
}

QPDFObject ObjectCopier::freeName(const std::string &name)
{
    const QByteArray bytes = QByteArray::fromStdString(name);
    if (m_rules.sweep == nullptr || !m_rules.sweep->touchesName(bytes)) {
        return QPDFObject::newName(name);
    }
    QByteArray &neutral = m_freeNames[bytes];
    if (neutral.isEmpty()) {
        neutral = "/Name" + QByteArray::number(m_freeNames.size());
    }
    return QPDFObject::newName(neutral.toStdString());
}

QPDFObject ObjectCopier::value(QPDFObject source, const KeyRule &rule)
{
    switch (rule.kind) {
    case ValueKind::Boolean:
        return source.isBool() ? QPDFObject::newBool(source.getBoolValue()) : QPDFObject::newNull();
    case ValueKind::Integer:
        return source.isNumber() && std::isfinite(source.getNumericValue())
                   ? QPDFObject::newInteger(static_cast<long long>(source.getNumericValue()))
                   : QPDFObject::newNull();
    case ValueKind::Number:
        return number(source);
    case ValueKind::Numbers:
        return numbers(source, 0);
    case ValueKind::Rectangle:
        return rectangle(source);
    case ValueKind::KnownName:
        return knownName(source);
    case ValueKind::KnownNames:
        return knownNames(source);
    case ValueKind::FreeName:
        return source.isName() ? freeName(source.getName()) : QPDFObject::newNull();
    case ValueKind::Dictionary:
        return dictionary(source, rule.dictionary);
    case ValueKind::Dictionaries: {
        QPDFObject copy = QPDFObject::newArray();
        for (const QPDFObject &item :
             source.isArray() ? source.getArrayAsVector() : std::vector<QPDFObject>()) {
            copy.appendItem(dictionary(item, rule.dictionary));
        }
        return copy;
    }
    case ValueKind::ColourSpace:
        return colourSpace(source, 0);
    case ValueKind::Function:
        return function(source, 0);
    case ValueKind::Functions:
        return functions(source);
    case ValueKind::Form:
        return form(source, m_caller);
    case ValueKind::Font:
        return font(source);
    case ValueKind::FontAndSize: {
        if (!source.isArray() || source.getArrayNItems() != 2) {
            return QPDFObject::newNull();
        }
        QPDFObject copy = QPDFObject::newArray();
        copy.appendItem(font(source.getArrayItem(0)));
        copy.appendItem(number(source.getArrayItem(1)));
        return copy;
    }
    case ValueKind::SoftMask:
        return softMask(source);
    case ValueKind::Shading:
        return shading(source);
    }
    Q_UNREACHABLE();
}

void ObjectCopier::fill(QPDFObject target, QPDFObject source, DictKind kind)
{
    for (const KeyRule &rule : keysOf(kind)) {
        if (!source.hasKey(rule.key)) {
            continue;
        }
        QPDFObject copy = value(source.getKey(rule.key), rule);
        if (!copy.isNull()) {
            target.replaceKey(rule.key, copy);
        }
    }
}

QPDFObject ObjectCopier::dictionary(QPDFObject source, DictKind kind)
{
    if (!source.isDictionary() || m_depth > deepest) {
        return QPDFObject::newNull();
    }
    ++m_depth;
    QPDFObject copy = QPDFObject::newDictionary();
    fill(copy, source, kind);
    if (kind == DictKind::FontDescriptor) {
        fontProgram(source, copy);
    } else if (kind == DictKind::CidFont) {
        cidParts(source, copy);
    }
    --m_depth;
    return copy;
}

ObjectCopier::Content ObjectCopier::content(const QByteArray &bytes, const QPDFObject &resources_)
{
    const CleaningRules rules{resources_, m_rules.cutFonts, m_rules.fonts, nullptr, m_rules.tagged};
    const CleanContent clean = cleanContent(readContent(bytes), rules);
    m_losses = m_losses || !clean.understood;
    const QPDFObject caller = std::exchange(m_caller, resources_);
    Content copy;
    copy.resources = resources(resources_, clean.names);
    copy.bytes = clean.bytes;
    m_caller = caller;
    return copy;
}

QPDFObject ObjectCopier::resources(QPDFObject source, const ResourceNames &names)
{
    QPDFObject copy = QPDFObject::newDictionary();
    if (!source.isDictionary()) {
        return copy;
    }
    for (const auto &[category, renamed] : names) {
        QPDFObject given = source.getKey("/" + category.toStdString());
        QPDFObject kept = QPDFObject::newDictionary();
        // in the order of the new names, which is that of their use
        std::map<std::pair<qsizetype, QByteArray>, QByteArray> byNew;
        for (const auto &[before, after] : renamed) {
            byNew.emplace(std::pair(after.size(), after), before);
        }
        for (const auto &[after, before] : byNew) {
            QPDFObject one = given.isDictionary() ? given.getKey("/" + before.toStdString())
                                                  : QPDFObject::newNull();
            QPDFObject resourceCopy = resource(category, one, source);
            if (!resourceCopy.isNull()) {
                kept.replaceKey("/" + after.second.toStdString(), resourceCopy);
            }
        }
        copy.replaceKey("/" + category.toStdString(), kept);
    }
    // defaults are used without being named (8.6.5.6)
    QPDFObject spaces = source.getKey("/ColorSpace");
    for (const char *key : {"/DefaultGray", "/DefaultRGB", "/DefaultCMYK"}) {
        QPDFObject space = spaces.isDictionary() && spaces.hasKey(key)
                               ? colourSpace(spaces.getKey(key), 0)
                               : QPDFObject::newNull();
        if (!space.isNull()) {
            if (!copy.hasKey("/ColorSpace")) {
                copy.replaceKey("/ColorSpace", QPDFObject::newDictionary());
            }
            copy.getKey("/ColorSpace").replaceKey(key, space);
        }
    }
    return copy;
}

QPDFObject ObjectCopier::resource(const QByteArray &category, QPDFObject source,
                                  const QPDFObject &callerResources)
{
    if (category == "Font") {
        return font(source);
    }
    if (category == "XObject") {
        QPDFObject subtype =
            source.isStream() ? source.getDict().getKey("/Subtype") : QPDFObject::newNull();
        const bool isForm = subtype.isNameAndEquals("/Form");
        return isForm ? form(source, callerResources) : image(source);
    }
    if (category == "ExtGState") {
        if (QPDFObject copy = known(source, Slot::State); copy.isInitialized()) {
            return copy;
        }
        return keep(source, Slot::State, dictionary(source, DictKind::GraphicsState));
    }
    if (category == "ColorSpace") {
        return colourSpace(source, 0);
    }
    if (category == "Pattern") {
        return pattern(source, callerResources);
    }
    if (category == "Shading") {
        return shading(source);
    }
    return category == "Properties" ? layer(source) : QPDFObject::newNull();
}

QPDFObject ObjectCopier::form(QPDFObject source, const QPDFObject &callerResources)
{
    if (!source.isStream()) {
        return lost();
    }
    if (QPDFObject copy = known(source, Slot::Form); copy.isInitialized()) {
        return copy;
    }
    if (m_depth > deepest) {
        return lost();
    }
    QPDFObject dict = source.getDict();
    QPDFObject copy = m_out.newStream(std::string());
    keep(source, Slot::Form, copy);   // before its content, which may paint the form itself
    ++m_depth;
    QPDFObject target = copy.getDict();
    fill(target, dict, DictKind::Form);
    target.replaceKey("/Type", QPDFObject::newName("/XObject"));
    target.replaceKey("/Subtype", QPDFObject::newName("/Form"));
    QPDFObject own = dict.getKey("/Resources");
    const QByteArray bytes = readStream(source).value_or(QByteArray());
    const Content clean = content(bytes, own.isDictionary() ? own : callerResources);
    target.replaceKey("/Resources", clean.resources);
    if (QPDFObject oc = layer(dict.getKey("/OC")); oc.isDictionary()) {
        target.replaceKey("/OC", oc);
    }
    copy.replaceStreamData(clean.bytes.toStdString(), QPDFObject::newNull(), QPDFObject::newNull());
    --m_depth;
    return copy;
}

QPDFObject ObjectCopier::softMask(QPDFObject source)
{
    return source.isName() ? knownName(source) : dictionary(source, DictKind::SoftMask);
}

QPDFObject ObjectCopier::pattern(QPDFObject source, const QPDFObject &callerResources)
{
    if (QPDFObject copy = known(source, Slot::Pattern); copy.isInitialized()) {
        return copy;
    }
    if (source.isDictionary()) {
        return keep(source, Slot::Pattern, dictionary(source, DictKind::ShadingPattern));
    }
    if (!source.isStream() || m_depth > deepest) {
        return lost();
    }
    QPDFObject copy = m_out.newStream(std::string());
    keep(source, Slot::Pattern, copy);
    ++m_depth;
    fill(copy.getDict(), source.getDict(), DictKind::TilingPattern);
    QPDFObject own = source.getDict().getKey("/Resources");
    const Content clean = content(readStream(source).value_or(QByteArray()),
                                  own.isDictionary() ? own : callerResources);
    copy.getDict().replaceKey("/Resources", clean.resources);
    copy.replaceStreamData(clean.bytes.toStdString(), QPDFObject::newNull(), QPDFObject::newNull());
    --m_depth;
    return copy;
}

bool ObjectCopier::isGone(const QPDFObject &layer) const
{
    return m_rules.layers != nullptr && !m_rules.layers->isShown(layer);
}

QPDFObject ObjectCopier::layer(QPDFObject source)
{
    if (!source.isDictionary()) {
        return QPDFObject::newNull();
    }
    if (QPDFObject copy = known(source, Slot::Layer); copy.isInitialized()) {
        return copy;
    }
    QPDFObject copy = QPDFObject::newDictionary();
    if (isGone(source)) {   // a membership of nothing shows what little is left (8.11.2.2)
        copy.replaceKey("/Type", QPDFObject::newName("/OCMD"));
        return keep(source, Slot::Layer, copy);
    }
    if (source.isDictionaryOfType("/OCMD")) {
        return keep(source, Slot::Layer, membership(source));
    }
    copy.replaceKey("/Type", QPDFObject::newName("/OCG"));
    copy = keep(source, Slot::Layer, copy);
    m_layers.push_back({source, copy});
    return copy;
}

/// A membership without its expressions (8.11.2.2, table 99).
QPDFObject ObjectCopier::membership(QPDFObject source)
{
    QPDFObject copy = QPDFObject::newDictionary();
    copy.replaceKey("/Type", QPDFObject::newName("/OCMD"));
    QPDFObject groups = source.getKey("/OCGs");
    QPDFObject kept = QPDFObject::newArray();
    for (QPDFObject group :
         groups.isArray() ? groups.getArrayAsVector() : std::vector<QPDFObject>{groups}) {
        if (group.isDictionary() && !group.isDictionaryOfType("/OCMD") && !isGone(group)) {
            kept.appendItem(layer(group));
        }
    }
    copy.replaceKey("/OCGs", kept);
    static const std::set<std::string> policies{"/AllOn", "/AnyOn", "/AnyOff", "/AllOff"};
    QPDFObject policy = source.getKey("/P");
    if (policy.isName() && policies.contains(policy.getName())) {
        copy.replaceKey("/P", policy);
    }
    return copy;
}

}   // namespace expunge::pdf
