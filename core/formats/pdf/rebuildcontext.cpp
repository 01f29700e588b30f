// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/rebuildcontext.h"

#include "core/formats/pdf/pdfwalks.h"

namespace expunge::pdf {

using QPDFObject = QPDFObjectHandle;

RebuildContext::RebuildContext(PdfFile &workFile, QPDF &outFile, const RebuildPlan &rebuildPlan,
                               ObjectCopier &objectCopier)
    : work(workFile)
    , out(outFile)
    , plan(rebuildPlan)
    , copier(objectCopier)
{
    int number = 0;
    for (const QPDFObject &page : work.pages()) {
        m_numbers[page.getObjGen()] = number++;
        pages.push_back(out.makeIndirectObject(QPDFObject::newDictionary()));
    }
    QPDFObject root = work.qpdf().getRoot();
    QPDFObject old = root.getKey("/Dests");   // PDF 1.1, 12.3.2.3
    for (const std::string &key : old.isDictionary() ? old.getKeys() : std::set<std::string>()) {
        m_named[key.substr(1)] = old.getKey(key);
    }
    QPDFObject names = root.getKey("/Names");
    if (names.isDictionary()) {
        forEachEntry(names.getKey("/Dests"), "/Names", [this](QPDFObject key, QPDFObject value) {
            if (key.isString()) {
                m_named[key.getStringValue()] = value;
            }
        });
    }
}

const PageOutcome &RebuildContext::outcome(int page) const
{
    return plan.pages.at(static_cast<size_t>(page));
}

int RebuildContext::pageOf(const QPDFObject &page) const
{
    const auto found = m_numbers.find(page.getObjGen());
    return found == m_numbers.end() || !page.isIndirect() ? -1 : found->second;
}

QPDFObject RebuildContext::text(const QPDFObject &source, const QByteArray &site) const
{
    if (const auto edited = plan.texts.find(site); edited != plan.texts.end()) {
        return textString(edited->second);
    }
    return QPDFObject(source).isString() ? textString(textOf(source)) : QPDFObject::newNull();
}

QPDFObject RebuildContext::destination(QPDFObject source) const
{
    const std::string name = source.isName()     ? source.getName().substr(1)
                             : source.isString() ? source.getStringValue()
                                                 : std::string();
    if (const auto named = m_named.find(name); !source.isArray() && named != m_named.end()) {
        source = named->second;
    }
    if (source.isDictionary()) {
        source = source.getKey("/D");
    }
    if (!source.isArray() || source.getArrayNItems() == 0) {
        return QPDFObject::newNull();
    }
    QPDFObject target = source.getArrayItem(0);
    int page = pageOf(target);
    if (target.isInteger() && target.getIntValue() >= 0
        && target.getIntValue() < std::ssize(pages)) {
        page = target.getIntValueAsInt();
    }
    if (page < 0) {
        return QPDFObject::newNull();
    }
    // only how high on the page: how far along a line would tell what stood before
    QPDFObject kind = source.getArrayNItems() > 1 ? source.getArrayItem(1) : QPDFObject::newNull();
    const int place = kind.isNameAndEquals("/XYZ")                                      ? 3
                      : kind.isNameAndEquals("/FitH") || kind.isNameAndEquals("/FitBH") ? 2
                      : kind.isNameAndEquals("/FitR")                                   ? 5
                                                                                        : 0;
    QPDFObject copy = QPDFObject::newArray();
    copy.appendItem(pages[static_cast<size_t>(page)]);
    QPDFObject top = place > 0 && place < source.getArrayNItems() ? source.getArrayItem(place)
                                                                  : QPDFObject::newNull();
    if (top.isNumber()) {
        copy.appendItem(QPDFObject::newName("/XYZ"));
        copy.appendItem(QPDFObject::newNull());
        copy.appendItem(QPDFObject::newReal(top.getNumericValue(), 3));
        copy.appendItem(QPDFObject::newNull());
    } else {
        copy.appendItem(QPDFObject::newName("/Fit"));
    }
    return copy;
}

}   // namespace expunge::pdf
