// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/formcopies.h"

namespace expunge::pdf {

namespace {

QPDFObjectHandle box(const Rect &rect)
{
    QPDFObjectHandle array = QPDFObjectHandle::newArray();
    for (const double value : {rect.left, rect.bottom, rect.right, rect.top}) {
        array.appendItem(QPDFObjectHandle::newReal(writeNumber(value, 3).toStdString()));
    }
    return array;
}

}   // namespace

ResourceCopy::ResourceCopy(const QPDFObjectHandle &resources)
    : m_object(QPDFObjectHandle::newDictionary())
{
    QPDFObjectHandle from = resources;
    if (from.isInitialized() && from.isDictionary()) {
        m_object = from.shallowCopy();
    }
}

QByteArray ResourceCopy::add(const char *category, const QPDFObjectHandle &object)
{
    const auto [place, isNew] = m_categories.try_emplace(category);
    if (isNew) {
        QPDFObjectHandle old = m_object.getKey(category);
        place->second = old.isDictionary() ? old.shallowCopy() : QPDFObjectHandle::newDictionary();
        m_object.replaceKey(category, place->second);
    }
    int number = 1;
    std::string name;
    do {
        name = "/New" + std::to_string(number++);
    } while (place->second.hasKey(name));
    place->second.replaceKey(name, object);
    return QByteArray::fromStdString(name.substr(1));
}

FormCopies::FormCopies(QPDF &file, const PageContent &content)
    : m_file(file)
    , m_content(content)
{
}

const StreamUse &FormCopies::at(int use) const
{
    return m_content.uses[static_cast<std::size_t>(use)];
}

ResourceCopy &FormCopies::resources(int use)
{
    return m_resources.try_emplace(use, at(use).resources).first->second;
}

QPDFObjectHandle FormCopies::stream(int use, const QByteArray &bytes, const Rect &grownBox)
{
    QPDFObjectHandle copy = m_file.newStream(bytes.toStdString());
    QPDFObjectHandle from = at(use).object;
    QPDFObjectHandle dictionary = from.getDict().shallowCopy();
    for (const char *key :
         {"/Length", "/Filter", "/DecodeParms", "/F", "/FFilter", "/FDecodeParms", "/DL"}) {
        dictionary.removeKey(key);
    }
    dictionary.replaceKey("/Resources", resources(use).object());
    if (!grownBox.isEmpty() && dictionary.getKey("/BBox").isRectangle()) {
        const auto old = dictionary.getKey("/BBox").getArrayAsRectangle();
        dictionary.replaceKey(
            "/BBox",
            box(grownBox.united({std::min(old.llx, old.urx), std::min(old.lly, old.ury),
                                 std::max(old.llx, old.urx), std::max(old.lly, old.ury)})));
    }
    copy.replaceDict(dictionary);
    return copy;
}

QPDFObjectHandle FormCopies::maskState(const StreamUse &use, const QPDFObjectHandle &stream) const
{
    QPDFObjectHandle resources = at(use.caller).resources;
    QPDFObjectHandle states = resources.getKey("/ExtGState");
    QPDFObjectHandle state = states.getKey('/' + use.name.toStdString()).shallowCopy();
    QPDFObjectHandle mask = state.getKey("/SMask").shallowCopy();
    mask.replaceKey("/G", stream);
    state.replaceKey("/SMask", mask);
    return state;
}

QByteArray FormCopies::nameInCaller(int use, const QPDFObjectHandle &stream)
{
    const StreamUse &called = at(use);
    ResourceCopy &callers = resources(called.caller);
    if (called.kind == UseKind::Pattern) {
        return callers.add("/Pattern", stream);
    }
    if (called.kind == UseKind::SoftMask) {
        return callers.add("/ExtGState", maskState(called, stream));
    }
    return callers.add("/XObject", stream);
}

void FormCopies::replacePage(const QByteArray &bytes)
{
    QPDFObjectHandle page = at(0).object;
    page.replaceKey("/Contents", m_file.newStream(bytes.toStdString()));
    page.replaceKey("/Resources", resources(0).object());
}

bool FormCopies::replaceAppearance(int use, const QPDFObjectHandle &stream)
{
    QPDFObjectHandle page = at(0).object;
    QPDFObjectHandle annotations = page.getKey("/Annots");
    const int index = at(use).annotation;
    if (!annotations.isArray() || index < 0 || index >= annotations.getArrayNItems()) {
        return false;
    }
    QPDFObjectHandle annotation = annotations.getArrayItem(index);
    QPDFObjectHandle appearances =
        annotation.isDictionary() ? annotation.getKey("/AP") : QPDFObjectHandle::newNull();
    if (!appearances.isDictionary()) {
        return false;
    }
    appearances = appearances.shallowCopy();
    QPDFObjectHandle normal = appearances.getKey("/N");
    if (normal.isDictionary()) {
        normal = normal.shallowCopy();
        for (const std::string &state : normal.getKeys()) {
            if (normal.getKey(state).getObjGen() == at(use).object.getObjGen()) {
                normal.replaceKey(state, stream);
            }
        }
        appearances.replaceKey("/N", normal);
    } else {
        appearances.replaceKey("/N", stream);
    }
    // What is shown while the pointer is there was not looked at.
    appearances.removeKey("/R");
    appearances.removeKey("/D");
    annotation.replaceKey("/AP", appearances);
    return true;
}

}   // namespace expunge::pdf
