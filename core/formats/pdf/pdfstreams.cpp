// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/pdfstreams.h"

#include <qpdf/Pipeline.hh>

#include <zlib.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace expunge::pdf {

using base::ErrorCode;
using base::failure;
using base::Result;

namespace {

/// Deflate makes at most 1032 bytes of one (RFC 1951).
constexpr qint64 deflateRatio = 1032;
/// A stream that is larger than this many times its bytes is bloated.
constexpr qint64 bloat = 60;
constexpr qsizetype smallest = 64 << 10;   // of what is worth measuring

/// Thrown through qpdf to stop it, and caught here.
struct TooMuch final : std::runtime_error
{
    TooMuch()
        : std::runtime_error("too much")
    {
    }
};

/// Takes decoded bytes up to a limit; only counts them when there is nowhere to put them.
class Bounded final : public Pipeline
{
public:
    Bounded(qint64 limit, QByteArray *bytes)
        : Pipeline("bounded", nullptr)
        , m_limit(limit)
        , m_bytes(bytes)
    {
    }

    void write(const unsigned char *data, size_t size) override
    {
        m_size += static_cast<qint64>(size);
        if (m_size > m_limit) {
            throw TooMuch();
        }
        if (m_bytes != nullptr) {
            m_bytes->append(QByteArrayView(data, static_cast<qsizetype>(size)));
        }
    }

    void finish() override {}

    qint64 size() const { return m_size; }

private:
    qint64 m_limit;
    QByteArray *m_bytes;
    qint64 m_size = 0;
};

/// How many bytes a zlib stream at the begin of `bytes` makes; stops beyond `limit`.
qint64 inflatedSize(QByteArrayView bytes, qint64 limit)
{
    z_stream stream{};
    if (inflateInit(&stream) != Z_OK) {
        return 0;
    }
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
    stream.avail_in = static_cast<uInt>(std::min<qsizetype>(bytes.size(), INT_MAX));
    std::array<Bytef, 65536> out{};
    qint64 size = 0;
    int state = Z_OK;
    while (state == Z_OK && size <= limit) {
        stream.next_out = out.data();
        stream.avail_out = out.size();
        state = inflate(&stream, Z_NO_FLUSH);
        size += static_cast<qint64>(out.size() - stream.avail_out);
    }
    inflateEnd(&stream);
    return size;
}

/// The begin of stream data after the keyword at `at`; -1 for another word.
qsizetype dataAfter(const QByteArray &bytes, qsizetype at)
{
    qsizetype begin = at + 6;
    if (at >= 3 && QByteArrayView(bytes).sliced(at - 3, 3) == QByteArrayView("end")) {
        return -1;
    }
    if (begin < bytes.size() && bytes[begin] == '\r') {
        ++begin;
    }
    if (begin < bytes.size() && bytes[begin] == '\n') {
        ++begin;
    }
    return begin;
}

QByteArray longName(const QByteArray &name)
{
    static const std::array<std::pair<QByteArray, QByteArray>, 7> names{
        std::pair<QByteArray, QByteArray>{"Fl", "FlateDecode"},
        {"LZW", "LZWDecode"},
        {"A85", "ASCII85Decode"},
        {"AHx", "ASCIIHexDecode"},
        {"RL", "RunLengthDecode"},
        {"CCF", "CCITTFaxDecode"},
        {"DCT", "DCTDecode"}};
    for (const auto &[shortName, full] : names) {
        if (name == shortName) {
            return full;
        }
    }
    return name;
}

bool isPictureFilter(const QByteArray &name)
{
    return name == "DCTDecode" || name == "JPXDecode" || name == "JBIG2Decode"
           || name == "CCITTFaxDecode";
}

qint64 rawLength(QPDFObjectHandle stream)
{
    QPDFObjectHandle length = stream.getDict().getKey("/Length");
    return length.isInteger() ? length.getIntValue() : 0;
}

/// The same data behind the filters that come before the first one of pictures.
QPDFObjectHandle withoutPictureFilters(QPDFObjectHandle stream,
                                       const std::vector<QByteArray> &filters)
{
    QPDF *file = stream.getOwningQPDF();
    QPDFObjectHandle names = QPDFObjectHandle::newArray();
    QPDFObjectHandle parameters = QPDFObjectHandle::newArray();
    QPDFObjectHandle given = stream.getDict().getKey("/DecodeParms");
    for (size_t i = 0; i < filters.size() && !isPictureFilter(filters[i]); ++i) {
        names.appendItem(QPDFObjectHandle::newName("/" + filters[i].toStdString()));
        const int at = static_cast<int>(i);
        parameters.appendItem(given.isArray() && at < given.getArrayNItems()
                                  ? given.getArrayItem(at)
                                  : QPDFObjectHandle::newNull());
    }
    QPDFObjectHandle part = file->newStream();
    part.replaceStreamData(stream.getRawStreamData(), names, parameters);
    return part;
}

}   // namespace

std::vector<QByteArray> filtersOf(const QPDFObjectHandle &stream)
{
    QPDFObjectHandle filter = QPDFObjectHandle(stream).getDict().getKey("/Filter");
    std::vector<QByteArray> names;
    const auto add = [&](QPDFObjectHandle name) {
        if (name.isName()) {
            names.push_back(longName(QByteArray::fromStdString(name.getName()).mid(1)));
        }
    };
    add(filter);
    for (int i = 0; filter.isArray() && i < filter.getArrayNItems(); ++i) {
        add(filter.getArrayItem(i));
    }
    return names;
}

Result<QByteArray> readStream(const QPDFObjectHandle &stream, qint64 limit)
{
    QByteArray bytes;
    Bounded sink(limit, &bytes);
    try {
        QPDFObjectHandle source = stream;
        const std::vector<QByteArray> filters = filtersOf(stream);
        const auto picture = std::find_if(filters.begin(), filters.end(), isPictureFilter);
        if (picture == filters.begin() && !filters.empty()) {
            if (!source.pipeStreamData(&sink, nullptr, 0, qpdf_dl_none, true)) {
                return failure(sink.size() > limit ? ErrorCode::ExpansionLimit
                                                   : ErrorCode::Damaged);
            }
            return bytes;
        }
        if (picture != filters.end()) {
            source = withoutPictureFilters(source, filters);
        }
        bool filtered = false;
        if (!source.pipeStreamData(&sink, &filtered, 0, qpdf_dl_generalized, true)
            || (!filtered && !filters.empty())) {
            return failure(sink.size() > limit ? ErrorCode::ExpansionLimit : ErrorCode::Damaged);
        }
        return bytes;
    } catch (const TooMuch &) {
        return failure(ErrorCode::ExpansionLimit);
    } catch (const std::exception &) {
        return failure(ErrorCode::Damaged);
    }
}

bool expandsTooMuch(const QByteArray &bytes, const FileLimits &limits)
{
    qint64 total = 0;
    for (qsizetype at = bytes.indexOf("stream"); at >= 0; at = bytes.indexOf("stream", at + 6)) {
        const qsizetype begin = dataAfter(bytes, at);
        const QByteArrayView dictionary = QByteArrayView(bytes).sliced(
            std::max<qsizetype>(0, at - 1024), std::min<qsizetype>(at, 1024));
        if (begin < 0 || begin >= bytes.size()
            || (!dictionary.contains(QByteArrayView("ObjStm"))
                && !dictionary.contains(QByteArrayView("XRef")))) {
            continue;
        }
        qsizetype end = bytes.indexOf("endstream", begin);
        end = end < 0 ? bytes.size() : end;
        if ((end - begin) * deflateRatio < limits.stream / 16) {
            continue;   // cannot be that large
        }
        const qint64 size =
            inflatedSize(QByteArrayView(bytes).sliced(begin, end - begin), limits.stream);
        total += size > bloat * (end - begin) ? size : 0;
        if (size > limits.stream || total > limits.bloated) {
            return true;
        }
    }
    return false;
}

bool streamsExpandTooMuch(QPDF &file, const FileLimits &limits)
{
    qint64 total = 0;
    for (QPDFObjectHandle object : file.getAllObjects()) {
        if (!object.isStream()) {
            continue;
        }
        const std::vector<QByteArray> filters = filtersOf(object);
        const qint64 raw = rawLength(object);
        const bool folded = filters.size() > 1 && !isPictureFilter(filters.back());
        if (filters.empty() || isPictureFilter(filters.front()) || (raw < smallest && !folded)) {
            continue;
        }
        Bounded counter(limits.stream, nullptr);
        try {
            object.pipeStreamData(&counter, nullptr, 0, qpdf_dl_generalized, true);
        } catch (const std::exception &) {   // damaged: whoever needs it finds out
        }
        if (counter.size() > limits.stream) {   // qpdf may have caught what stopped it
            return true;
        }
        total += counter.size() > bloat * raw ? counter.size() : 0;
        if (total > limits.bloated) {
            return true;
        }
    }
    return false;
}

}   // namespace expunge::pdf
