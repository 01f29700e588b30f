// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/pdffile.h"
#include "core/formats/pdf/rebuildbytes.h"
#include "core/formats/pdf/rebuildcopier.h"
#include "core/formats/pdf/rebuildimages.h"

namespace expunge::pdf {

using QPDFObject = QPDFObjectHandle;

namespace {

constexpr int deepest = 12;   // of colour spaces and functions in each other

/// Names of colour spaces that need no parameters, long and as inline images abbreviate them
/// (8.6.3, 8.9.7).
bool isPlainSpace(const std::string &name)
{
    static const std::set<std::string> names{"/DeviceGray", "/DeviceRGB", "/DeviceCMYK", "/Pattern",
                                             "/CalGray",    "/CalRGB",    "/CalCMYK",    "/G",
                                             "/RGB",        "/CMYK"};
    return names.contains(name);
}

/// How many colours a copied space has; 0: not known.
int componentsOf(QPDFObject space, int depth)
{
    const QPDFObject first =
        space.isArray() && space.getArrayNItems() > 0 ? space.getArrayItem(0) : space;
    const std::string name = QPDFObject(first).isName() ? QPDFObject(first).getName() : "";
    if (name == "/DeviceGray" || name == "/CalGray" || name == "/G" || name == "/Indexed"
        || name == "/Separation") {
        return 1;
    }
    if (name == "/DeviceRGB" || name == "/CalRGB" || name == "/Lab" || name == "/RGB") {
        return 3;
    }
    if (name == "/DeviceCMYK" || name == "/CMYK" || name == "/CalCMYK") {
        return 4;
    }
    if (name == "/ICCBased" && depth < deepest && space.getArrayItem(1).isStream()) {
        return static_cast<int>(space.getArrayItem(1).getDict().getKey("/N").getIntValueAsInt());
    }
    if (name == "/DeviceN") {
        return space.getArrayItem(1).getArrayNItems();
    }
    return 0;
}

/// How many bytes the samples of a function take (7.10.2); as many as there are when not known.
qsizetype sampledBytes(QPDFObject function)
{
    constexpr double most = 1e9;
    QPDFObject sizes = function.getKey("/Size");
    QPDFObject range = function.getKey("/Range");
    QPDFObject bits = function.getKey("/BitsPerSample");
    if (!sizes.isArray() || !range.isArray() || !bits.isInteger()) {
        return static_cast<qsizetype>(most);
    }
    double count = range.getArrayNItems() / 2 * bits.getNumericValue();
    for (QPDFObject size : sizes.aitems()) {
        count *= size.isNumber() ? std::max(size.getNumericValue(), 0.0) : most;
    }
    return static_cast<qsizetype>(std::min((count + 7) / 8, most));
}

QPDFObject deviceSpace(int components)
{
    return QPDFObject::newName(components == 1   ? "/DeviceGray"
                               : components == 3 ? "/DeviceRGB"
                                                 : "/DeviceCMYK");
}

}   // namespace

int colourCount(const QPDFObjectHandle &space)
{
    return space.isInitialized() ? componentsOf(space, 0) : 0;
}

QPDFObject ObjectCopier::colourSpace(QPDFObject source, int depth)
{
    if (source.isName()) {
        return isPlainSpace(source.getName()) ? QPDFObject::newName(source.getName())
                                              : QPDFObject::newNull();
    }
    if (!source.isArray() || source.getArrayNItems() == 0 || depth > deepest) {
        return lost();
    }
    if (QPDFObject copy = known(source, Slot::ColourSpace); copy.isInitialized()) {
        return copy;
    }
    return keep(source, Slot::ColourSpace, colourArray(source, depth));
}

QPDFObject ObjectCopier::colourArray(QPDFObject source, int depth)
{
    QPDFObject kind = source.getArrayItem(0);
    const std::string name = kind.isName() ? kind.getName() : "";
    const int count = source.getArrayNItems();
    if (count == 1 && isPlainSpace(name)) {
        return QPDFObject::newName(name);
    }
    if (name == "/Indexed" || name == "/I") {
        return count >= 4 ? indexed(source, depth) : lost();
    }
    QPDFObject copy = QPDFObject::newArray();
    copy.appendItem(QPDFObject::newName(name));
    if (name == "/CalGray" || name == "/CalRGB" || name == "/Lab") {
        copy.appendItem(dictionary(source.getArrayItem(1), DictKind::CalibratedColour));
        return copy.getArrayItem(1).isDictionary() ? copy : lost();
    }
    if (name == "/ICCBased") {
        QPDFObject stream = profile(source.getArrayItem(1));
        if (stream.isName()) {   // the profile cannot be read, but what it stands for is known
            return stream;
        }
        copy.appendItem(stream);
        return stream.isStream() ? copy : lost();
    }
    if (name == "/Pattern" && count >= 2) {
        copy.appendItem(colourSpace(source.getArrayItem(1), depth + 1));
        return copy;
    }
    if ((name != "/Separation" && name != "/DeviceN") || count < 4) {
        return lost();
    }
    // what the colourants are called; attributes (8.6.6.5) only say how to show them elsewhere
    QPDFObject names = source.getArrayItem(1);
    if (name == "/Separation") {
        copy.appendItem(names.isName() ? freeName(names.getName()) : QPDFObject::newName("/All"));
    } else {
        QPDFObject list = QPDFObject::newArray();
        for (QPDFObject one :
             names.isArray() ? names.getArrayAsVector() : std::vector<QPDFObject>()) {
            list.appendItem(one.isName() ? freeName(one.getName()) : QPDFObject::newName("/None"));
        }
        copy.appendItem(list);
    }
    QPDFObject alternate = colourSpace(source.getArrayItem(2), depth + 1);
    QPDFObject tint = function(source.getArrayItem(3), depth + 1);
    if (alternate.isNull() || tint.isNull()) {
        return lost();
    }
    copy.appendItem(alternate);
    copy.appendItem(tint);
    return copy;
}

/// A palette, with as many colours as it says and not a byte more (8.6.6.3).
QPDFObject ObjectCopier::indexed(QPDFObject source, int depth)
{
    QPDFObject base = colourSpace(source.getArrayItem(1), depth + 1);
    QPDFObject last = source.getArrayItem(2);
    QPDFObject table = source.getArrayItem(3);
    const int components = base.isNull() ? 0 : componentsOf(base, 0);
    if (components == 0 || !last.isNumber()) {
        return lost();
    }
    QByteArray colours = table.isString()   ? QByteArray::fromStdString(table.getStringValue())
                         : table.isStream() ? readStream(table).value_or(QByteArray())
                                            : QByteArray();
    const int high = std::clamp(static_cast<int>(last.getNumericValue()), 0, 255);
    const qsizetype size = static_cast<qsizetype>(high + 1) * components;
    colours.truncate(size);
    colours += QByteArray(size - colours.size(), '\0');
    QPDFObject copy = QPDFObject::newArray();
    copy.appendItem(QPDFObject::newName("/Indexed"));
    copy.appendItem(base);
    copy.appendItem(QPDFObject::newInteger(high));
    copy.appendItem(stream(colours));
    return copy;
}

QPDFObject ObjectCopier::profile(QPDFObject source)
{
    if (!source.isStream()) {
        return QPDFObject::newNull();
    }
    if (QPDFObject copy = known(source, Slot::Function); copy.isInitialized()) {
        return copy;
    }
    QPDFObject n = source.getDict().getKey("/N");
    const int components = n.isInteger() ? n.getIntValueAsInt() : 0;
    if (components != 1 && components != 3 && components != 4) {
        return QPDFObject::newNull();
    }
    const auto clean = cleanProfile(readStream(source).value_or(QByteArray()), components);
    if (!clean) {
        QPDFObject alternate = source.getDict().getKey("/Alternate");
        QPDFObject other = alternate.isName() ? colourSpace(alternate, 0) : QPDFObject::newNull();
        return other.isName() ? other : deviceSpace(components);
    }
    QPDFObject copy = stream(*clean);
    copy.getDict().replaceKey("/N", QPDFObject::newInteger(components));
    copy.getDict().replaceKey("/Alternate", deviceSpace(components));
    QPDFObject range = value(source.getDict().getKey("/Range"), {"/Range", ValueKind::Numbers});
    if (!range.isNull()) {
        copy.getDict().replaceKey("/Range", range);
    }
    return keep(source, Slot::Function, copy);
}

QPDFObject ObjectCopier::functions(QPDFObject source)
{
    if (!source.isArray()) {
        return function(source, 0);
    }
    QPDFObject copy = QPDFObject::newArray();
    for (const QPDFObject &item : source.aitems()) {
        copy.appendItem(function(item, 0));
    }
    return copy;
}

QPDFObject ObjectCopier::function(QPDFObject source, int depth)
{
    if (source.isName()) {
        return source.isNameAndEquals("/Identity") || source.isNameAndEquals("/Default")
                   ? QPDFObject::newName(source.getName())
                   : lost();
    }
    if (QPDFObject copy = known(source, Slot::Function); copy.isInitialized()) {
        return copy;
    }
    if (m_depth + depth > deepest * 4) {
        return lost();
    }
    if (source.isDictionary()) {
        return keep(source, Slot::Function, dictionary(source, DictKind::Function));
    }
    if (!source.isStream()) {
        return lost();
    }
    QPDFObject type = source.getDict().getKey("/FunctionType");
    std::optional<QByteArray> bytes;
    if (auto read = readStream(source)) {
        bytes = std::move(*read);
    }
    if (bytes && type.isInteger() && type.getIntValue() == 0) {
        bytes->truncate(std::min(bytes->size(), sampledBytes(source.getDict())));
    }
    if (bytes && type.isInteger() && type.getIntValue() == 4) {
        bytes = cleanCalculator(*bytes);
    }
    if (!bytes) {
        return lost();
    }
    QPDFObject copy = stream(*bytes);
    ++m_depth;
    fill(copy.getDict(), source.getDict(), DictKind::Function);
    --m_depth;
    return keep(source, Slot::Function, copy);
}

QPDFObject ObjectCopier::shading(QPDFObject source)
{
    if (QPDFObject copy = known(source, Slot::Shading); copy.isInitialized()) {
        return copy;
    }
    if (source.isDictionary()) {
        return keep(source, Slot::Shading, dictionary(source, DictKind::Shading));
    }
    if (!source.isStream()) {
        return lost();
    }
    const auto bytes = readStream(source);
    if (!bytes) {
        return lost();
    }
    QPDFObject copy = stream(*bytes);
    fill(copy.getDict(), source.getDict(), DictKind::Shading);
    return keep(source, Slot::Shading, copy);
}

}   // namespace expunge::pdf
