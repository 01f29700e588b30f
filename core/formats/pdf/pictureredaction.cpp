// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/pictureredaction.h"

#include "core/formats/pdf/picturecolours.h"
#include "core/formats/pdf/picturedrawing.h"
#include "core/formats/pdf/picturesamples.h"

#include <qpdf/Buffer.hh>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace expunge::pdf {

namespace {

// More would be a trap; the largest scans have a tenth of it.
constexpr qint64 mostBytes = 400'000'000;

enum class Role { Picture, SoftMask, Stencil };

int numberAt(QPDFObjectHandle dictionary, const char *key, int otherwise)
{
    QPDFObjectHandle value = dictionary.getKey(key);
    return value.isNumber() ? static_cast<int>(std::clamp(value.getNumericValue(), -1.0, 1e6))
                            : otherwise;
}

bool isTrue(QPDFObjectHandle dictionary, const char *key)
{
    QPDFObjectHandle value = dictionary.getKey(key);
    return value.isBool() && value.getBoolValue();
}

bool endsWith(QPDFObjectHandle dictionary, const std::set<std::string> &filters)
{
    QPDFObjectHandle filter = dictionary.getKey("/Filter");
    if (filter.isArray() && filter.getArrayNItems() > 0) {
        filter = filter.getArrayItem(filter.getArrayNItems() - 1);
    }
    return filter.isName() && filters.contains(filter.getName());
}

std::optional<PictureSamples> decoded(QPDFObjectHandle picture, int components)
{
    QPDFObjectHandle dictionary = picture.getDict();
    PictureSamples samples;
    samples.width = numberAt(dictionary, "/Width", 0);
    samples.height = numberAt(dictionary, "/Height", 0);
    const bool jpeg = endsWith(dictionary, {"/DCTDecode", "/DCT"});
    samples.bits = isTrue(dictionary, "/ImageMask") ? 1
                   : jpeg                           ? 8
                                                    : numberAt(dictionary, "/BitsPerComponent", 0);
    samples.components = components;
    const std::set<int> depths{1, 2, 4, 8, 16};
    if (samples.width < 1 || samples.height < 1 || components < 1 || !depths.contains(samples.bits)
        || samples.rowBytes() * samples.height > mostBytes) {
        return std::nullopt;
    }
    try {
        const auto buffer = picture.getStreamData(qpdf_dl_all);
        samples.bytes = QByteArray(reinterpret_cast<const char *>(buffer->getBuffer()),
                                   static_cast<qsizetype>(buffer->getSize()));
    } catch (const std::exception &) {
        return std::nullopt;
    }
    const qsizetype size = samples.rowBytes() * samples.height;
    if (jpeg && samples.bytes.size() != size) {
        return std::nullopt;   // other components than its colour space says
    }
    samples.bytes.resize(size);
    return samples;
}

int componentsOf(QPDFObjectHandle picture)
{
    QPDFObjectHandle dictionary = picture.getDict();
    return PictureColours(dictionary, isTrue(dictionary, "/ImageMask")).components();
}

/// Redacts one picture with its masks.
class PictureRedaction
{
public:
    PictureRedaction(QPDF &file, const Matrix &toPage, const std::vector<Rect> &areas)
        : m_file(file)
        , m_toPage(toPage)
        , m_areas(areas)
    {
    }

    QPDFObjectHandle redacted(QPDFObjectHandle picture, Role role);

private:
    bool maskTo(QPDFObjectHandle from, QPDFObjectHandle to);

    QPDF &m_file;
    Matrix m_toPage;
    const std::vector<Rect> &m_areas;
};

QPDFObjectHandle PictureRedaction::redacted(QPDFObjectHandle picture, Role role)
{
    auto samples = decoded(picture, componentsOf(picture));
    if (!samples) {
        picture = drawnPicture(m_file, picture);
        if (!picture.isStream() || !(samples = decoded(picture, componentsOf(picture)))) {
            return QPDFObjectHandle::newNull();
        }
    }
    QPDFObjectHandle from = picture.getDict();
    const PictureColours colours(from, isTrue(from, "/ImageMask"));
    // In a mask the flat colour has to show, a stencil on the page shows nothing there.
    const std::vector<quint32> colour = role == Role::Picture
                                            ? colours.flat(samples->bits)
                                            : colours.solid(samples->bits, role == Role::SoftMask);
    for (const Rect &area : m_areas) {
        if (!samples->overwrite(area, m_toPage, colour)) {
            return QPDFObjectHandle::newNull();
        }
    }
    QPDFObjectHandle copy = m_file.newStream(
        std::string(samples->bytes.constData(), static_cast<std::size_t>(samples->bytes.size())));
    QPDFObjectHandle to = copy.getDict();
    for (const char *key :
         {"/Type", "/Subtype", "/Width", "/Height", "/ImageMask", "/ColorSpace", "/Decode",
          "/Interpolate", "/Intent", "/OC", "/StructParent", "/Matte"}) {
        if (from.hasKey(key)) {
            to.replaceKey(key, from.getKey(key));
        }
    }
    to.replaceKey("/BitsPerComponent", QPDFObjectHandle::newInteger(samples->bits));
    return maskTo(from, to) ? copy : QPDFObjectHandle::newNull();
}

bool PictureRedaction::maskTo(QPDFObjectHandle from, QPDFObjectHandle to)
{
    for (const auto &[key, role] :
         {std::pair{"/SMask", Role::SoftMask}, std::pair{"/Mask", Role::Stencil}}) {
        QPDFObjectHandle mask = from.getKey(key);
        if (mask.isArray()) {
            to.replaceKey(key, mask);   // colours that are not painted
        } else if (mask.isStream()) {
            QPDFObjectHandle copy = redacted(mask, role);
            if (copy.isNull()) {
                return false;
            }
            to.replaceKey(key, copy);
        }
    }
    return true;
}

// Abbreviations of inline images (tables 93 and 94).
std::string fullName(const std::string &name, bool isKey)
{
    static const std::map<std::string, std::string> keys{
        {"/BPC", "/BitsPerComponent"}, {"/CS", "/ColorSpace"}, {"/D", "/Decode"},
        {"/DP", "/DecodeParms"},       {"/F", "/Filter"},      {"/H", "/Height"},
        {"/IM", "/ImageMask"},         {"/I", "/Interpolate"}, {"/W", "/Width"},
    };
    static const std::map<std::string, std::string> values{
        {"/G", "/DeviceGray"},       {"/RGB", "/DeviceRGB"},      {"/CMYK", "/DeviceCMYK"},
        {"/I", "/Indexed"},          {"/AHx", "/ASCIIHexDecode"}, {"/A85", "/ASCII85Decode"},
        {"/LZW", "/LZWDecode"},      {"/Fl", "/FlateDecode"},     {"/RL", "/RunLengthDecode"},
        {"/CCF", "/CCITTFaxDecode"}, {"/DCT", "/DCTDecode"},
    };
    const auto &names = isKey ? keys : values;
    const auto found = names.find(name);
    return found == names.end() ? name : found->second;
}

QPDFObjectHandle fullValue(QPDFObjectHandle value)
{
    if (value.isName()) {
        return QPDFObjectHandle::newName(fullName(value.getName(), false));
    }
    if (value.isArray()) {
        QPDFObjectHandle array = QPDFObjectHandle::newArray();
        for (const QPDFObjectHandle &item : value.getArrayAsVector()) {
            array.appendItem(fullValue(item));
        }
        return array;
    }
    return value;
}

}   // namespace

QPDFObjectHandle redactPicture(QPDF &file, const QPDFObjectHandle &picture, const Matrix &toPage,
                               const std::vector<Rect> &areas)
{
    const Rect all = toPage.bounds({0, 0, 1, 1});
    const bool whole = std::any_of(areas.begin(), areas.end(), [&](const Rect &area) {
        return all.left >= area.left && all.right <= area.right && all.bottom >= area.bottom
               && all.top <= area.top;
    });
    QPDFObjectHandle stream = picture;
    if (whole || !stream.isStream()) {
        return QPDFObjectHandle::newNull();
    }
    return PictureRedaction(file, toPage, areas).redacted(stream, Role::Picture);
}

QPDFObjectHandle pictureOfInline(QPDF &file, const ContentStream &content,
                                 const Operation &operation, const QPDFObjectHandle &resources)
{
    const Token *first = content.operand(operation, 0);
    const Token *last = content.operand(operation, operation.tokens - 1);
    if (!first || !last || operation.dataEnd < operation.dataBegin) {
        return QPDFObjectHandle::newNull();
    }
    const QByteArray entries = content.bytes.mid(first->begin, last->end - first->begin);
    const QByteArray data =
        content.bytes.mid(operation.dataBegin, operation.dataEnd - operation.dataBegin);
    try {
        QPDFObjectHandle brief = QPDFObjectHandle::parse("<<" + entries.toStdString() + ">>");
        QPDFObjectHandle stream = file.newStream(data.toStdString());
        QPDFObjectHandle dictionary = stream.getDict();
        for (const std::string &key : brief.getKeys()) {
            dictionary.replaceKey(fullName(key, true), fullValue(brief.getKey(key)));
        }
        QPDFObjectHandle all = resources;
        QPDFObjectHandle space = dictionary.getKey("/ColorSpace");
        if (space.isName() && all.isInitialized() && all.isDictionary()) {
            QPDFObjectHandle named = all.getKey("/ColorSpace");
            if (named.isDictionary() && named.hasKey(space.getName())) {
                dictionary.replaceKey("/ColorSpace", named.getKey(space.getName()));
            }
        }
        dictionary.replaceKey("/Type", QPDFObjectHandle::newName("/XObject"));
        dictionary.replaceKey("/Subtype", QPDFObjectHandle::newName("/Image"));
        dictionary.removeKey("/L");
        dictionary.removeKey("/Length1");
        return stream;
    } catch (const std::exception &) {
        return QPDFObjectHandle::newNull();
    }
}

}   // namespace expunge::pdf
