// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/rebuildimages.h"
#include "core/formats/image/picturescrub.h"
#include "core/formats/pdf/pdffile.h"
#include "core/formats/pdf/rebuildbytes.h"
#include "core/formats/pdf/rebuildcopier.h"
#include "core/formats/pdf/rebuildmasks.h"
#include "core/formats/pdf/rebuildpictures.h"

namespace expunge::pdf {

using QPDFObject = QPDFObjectHandle;

namespace {

std::shared_ptr<Buffer> bufferOf(const QByteArray &bytes)
{
    auto buffer = std::make_shared<Buffer>(static_cast<size_t>(bytes.size()));
    std::copy(bytes.begin(), bytes.end(), reinterpret_cast<char *>(buffer->getBuffer()));
    return buffer;
}

/// Parameters of the filter at `index` (7.4.2).
QPDFObject parametersOf(QPDFObject stream, size_t index)
{
    QPDFObject given = stream.getDict().getKey("/DecodeParms");
    if (given.isArray()) {
        const int at = static_cast<int>(index);
        return at < given.getArrayNItems() ? given.getArrayItem(at) : QPDFObject::newNull();
    }
    return index == 0 ? given : QPDFObject::newNull();
}

QPDFObject faxParameters(QPDFObject source)
{
    QPDFObject copy = QPDFObject::newDictionary();   // 7.4.6, table 11
    for (const char *key : {"/K", "/Columns", "/Rows", "/DamagedRowsBeforeError"}) {
        if (source.isDictionary() && source.getKey(key).isInteger()) {
            copy.replaceKey(key, QPDFObject::newInteger(source.getKey(key).getIntValue()));
        }
    }
    for (const char *key : {"/EndOfLine", "/EncodedByteAlign", "/EndOfBlock", "/BlackIs1"}) {
        if (source.isDictionary() && source.getKey(key).isBool()) {
            copy.replaceKey(key, QPDFObject::newBool(source.getKey(key).getBoolValue()));
        }
    }
    return copy;
}

int integerOf(QPDFObject dictionary, const char *key, int otherwise)
{
    QPDFObject value = dictionary.getKey(key);
    return value.isInteger() ? value.getIntValueAsInt() : otherwise;
}

/// Bytes of an image's samples, rows padded to whole bytes (8.9.3); 0: not known.
qsizetype sampleBytes(QPDFObject image)
{
    const bool mask =
        image.getKey("/ImageMask").isBool() && image.getKey("/ImageMask").getBoolValue();
    const int components = mask ? 1 : colourCount(image.getKey("/ColorSpace"));
    const int bits = mask ? 1 : integerOf(image, "/BitsPerComponent", 8);
    const qint64 width = integerOf(image, "/Width", 0);
    const qint64 height = integerOf(image, "/Height", 0);
    if (components <= 0 || bits <= 0 || bits > 16 || width <= 0 || height <= 0) {
        return 0;
    }
    return static_cast<qsizetype>((width * components * bits + 7) / 8 * height);
}

/// One grey sample in place of all.
void blankPicture(QPDFObject target)
{
    QPDFObject dict = target.getDict();
    for (const char *key : {"/Decode", "/Matte", "/Mask", "/SMaskInData", "/ImageMask"}) {
        if (dict.getKey(key).isArray() || dict.getKey(key).isScalar()) {
            dict.removeKey(key);
        }
    }
    dict.replaceKey("/Width", QPDFObject::newInteger(1));
    dict.replaceKey("/Height", QPDFObject::newInteger(1));
    dict.replaceKey("/BitsPerComponent", QPDFObject::newInteger(8));
    dict.replaceKey("/ColorSpace", QPDFObject::newName("/DeviceGray"));
    target.replaceStreamData(std::string(1, '\0'), QPDFObject::newNull(), QPDFObject::newNull());
}

}   // namespace

QPDFObject ObjectCopier::image(QPDFObject source)
{
    if (!source.isStream() || m_depth > 40) {
        return lost();
    }
    if (QPDFObject copy = known(source, Slot::Image); copy.isInitialized()) {
        return copy;
    }
    QPDFObject dict = source.getDict();
    QPDFObject copy = m_out.newStream(std::string());
    keep(source, Slot::Image, copy);   // before its masks, which may name it
    QPDFObject target = copy.getDict();
    ++m_depth;
    fill(target, dict, DictKind::Image);
    target.replaceKey("/Type", QPDFObject::newName("/XObject"));
    target.replaceKey("/Subtype", QPDFObject::newName("/Image"));
    for (const char *key : {"/Mask", "/SMask"}) {   // 8.9.6
        QPDFObject mask = dict.getKey(key);
        QPDFObject kept = mask.isStream()  ? image(mask)
                          : mask.isArray() ? value(mask, {key, ValueKind::Numbers})
                                           : QPDFObject::newNull();
        if (!kept.isNull()) {
            target.replaceKey(key, kept);
        }
    }
    if (QPDFObject oc = layer(dict.getKey("/OC")); oc.isDictionary()) {
        target.replaceKey("/OC", oc);
    }
    --m_depth;
    if (!imageData(source, copy)) {
        m_copies.erase({source.getObjGen(), Slot::Image});
        return lost();
    }
    return copy;
}

bool ObjectCopier::imageData(QPDFObject source, QPDFObject target)
{
    const auto bytes = readStream(source);
    if (!bytes) {
        return false;
    }
    const auto masked = maskedOut(source);
    if (masked && masked->hidesAll()) {   // a picture that nobody sees
        blankPicture(target);
        return true;
    }
    const std::vector<QByteArray> filters = filtersOf(source);
    const QByteArray last = filters.empty() ? QByteArray() : filters.back();
    QPDFObject parameters =
        filters.empty() ? QPDFObject::newNull() : parametersOf(source, filters.size() - 1);
    QPDFObject kept = QPDFObject::newNull();
    QByteArray data = *bytes;
    QByteArray filter = last;
    if (last == "DCTDecode") {
        auto clean = formats::image::scrubPicture(data);
        if (!clean) {
            return false;
        }
        data = std::move(clean->bytes);
        QPDFObject transform = parameters.isDictionary() ? parameters.getKey("/ColorTransform")
                                                         : QPDFObject::newNull();
        if (transform.isInteger()) {
            kept = QPDFObject::newDictionary();
            kept.replaceKey("/ColorTransform", QPDFObject::newInteger(transform.getIntValue()));
        }
    } else if (last == "JPXDecode") {
        auto clean = cleanJpeg2000(data);
        if (!clean) {
            return false;
        }
        data = std::move(*clean);
    } else if (last == "CCITTFaxDecode") {
        kept = faxParameters(parameters);
        data = trimmedFax(data, kept.isDictionary() ? integerOf(kept, "/K", 0) : 0);
    } else if (last == "JBIG2Decode") {
        data = cleanJbig2(data);
        QPDFObject globals =
            parameters.isDictionary() ? parameters.getKey("/JBIG2Globals") : QPDFObject::newNull();
        if (globals.isStream()) {
            const auto shared = readStream(globals);
            if (!shared) {
                return false;
            }
            QPDFObject copy = known(globals, Slot::Function);
            if (!copy.isInitialized()) {
                copy = keep(globals, Slot::Function, stream(cleanJbig2(*shared)));
            }
            kept = QPDFObject::newDictionary();
            kept.replaceKey("/JBIG2Globals", copy);
        }
    } else {
        // what stands behind the last row is not part of the picture
        if (const qsizetype size = sampleBytes(target.getDict()); size > 0) {
            data.truncate(size);
        }
        if (masked) {
            QPDFObject dict = target.getDict();
            const int bits =
                colourCount(dict.getKey("/ColorSpace")) * integerOf(dict, "/BitsPerComponent", 8);
            blankHidden(data, integerOf(dict, "/Width", 0), integerOf(dict, "/Height", 0), bits,
                        *masked);
        }
        data = deflated(data);
        filter = "FlateDecode";
    }
    target.replaceStreamData(bufferOf(data), QPDFObject::newName("/" + filter.toStdString()), kept);
    return true;
}

}   // namespace expunge::pdf
