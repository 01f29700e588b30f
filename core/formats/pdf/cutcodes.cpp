// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/cutcodes.h"

#include "core/formats/pdf/contentstream.h"
#include "core/formats/pdf/cutdictionary.h"

namespace expunge::pdf {

std::vector<int> numberSimpleCodes(const std::vector<FontCode> &codes)
{
    constexpr int Space = 32;
    constexpr int Last = 255;
    std::vector<int> numbers;
    int next = Space + 1;
    for (const FontCode &code : codes) {
        if (code.code == Space) {
            numbers.push_back(Space);
            continue;
        }
        numbers.push_back(next);
        next = next == Last ? 0 : next + 1;
    }
    return numbers;
}

void setWidths(QPDFObjectHandle &font, const std::map<int, QPDFObjectHandle> &widths)
{
    if (widths.empty()) {
        return;
    }
    const int first = widths.begin()->first;
    const int last = widths.rbegin()->first;
    QPDFObjectHandle array = QPDFObjectHandle::newArray();
    for (int code = first; code <= last; ++code) {
        const auto width = widths.find(code);
        array.appendItem(width == widths.end() ? QPDFObjectHandle::newInteger(0) : width->second);
    }
    font.replaceKey("/FirstChar", QPDFObjectHandle::newInteger(first));
    font.replaceKey("/LastChar", QPDFObjectHandle::newInteger(last));
    font.replaceKey("/Widths", array);
}

QPDFObjectHandle differences(const std::map<int, QByteArray> &names)
{
    QPDFObjectHandle array = QPDFObjectHandle::newArray();
    int next = -1;
    for (const auto &[code, name] : names) {
        if (code != next) {
            array.appendItem(QPDFObjectHandle::newInteger(code));
        }
        array.appendItem(QPDFObjectHandle::newName("/" + name.toStdString()));
        next = code + 1;
    }
    QPDFObjectHandle encoding = QPDFObjectHandle::newDictionary();
    encoding.replaceKey("/Type", QPDFObjectHandle::newName("/Encoding"));
    encoding.replaceKey("/Differences", array);
    return encoding;
}

}   // namespace expunge::pdf
