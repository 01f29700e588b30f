// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/image/picturescrub.h"
#include "core/formats/pdf/pdfinventory.h"
#include "core/formats/pdf/rebuildschema.h"

namespace expunge::pdf {

using QPDFObject = QPDFObjectHandle;
using document::HiddenKind;

namespace {

/// Everything that can be reached from the trailer, and what is strange about it.
class ObjectWalk
{
public:
    explicit ObjectWalk(PdfInventory &inventory)
        : m_inventory(inventory)
    {
    }

    void run(QPDFObject trailer)
    {
        visit(trailer, 0, true);
        while (!m_open.empty()) {
            QPDFObject object = m_open.back();
            m_open.pop_back();
            visit(object, 0, true);
        }
    }

    bool isReached(const QPDFObject &object) const
    {
        return m_reached.contains(object.getObjGen());
    }

private:
    void push(const QPDFObject &value, int depth, bool known)
    {
        if (!value.isIndirect()) {
            visit(value, depth + 1, known);
        } else if (m_reached.insert(value.getObjGen()).second) {
            m_open.push_back(value);
        }
    }

    void visit(QPDFObject object, int depth, bool known)
    {
        if (depth > 100) {
            return;
        }
        if (object.isArray()) {
            for (const QPDFObject &item : object.aitems()) {
                push(item, depth, known);
            }
            return;
        }
        if (object.isStream()) {
            takePicture(object);
        }
        QPDFObject dict = object.isStream() ? object.getDict() : object;
        if (!dict.isDictionary()) {
            return;
        }
        for (const std::string &key : dict.getKeys()) {
            // keys of these are names that producers choose (7.8.3, 9.6.5, 14.7.3)
            static const std::set<std::string> choosers{
                "/Font",    "/XObject",    "/ExtGState",  "/ColorSpace", "/Pattern",
                "/Shading", "/Properties", "/CharProcs",  "/RoleMap",    "/ClassMap",
                "/Dests",   "/N",          "/R",          "/D",          "/Colorants",
                "/Info",    "/CF",         "/ColorSpaces"};
            m_unknown += known && !isKnownKey(key.c_str()) && dict.getKey("/Type").isName() ? 1 : 0;
            push(dict.getKey(key), depth, known && !choosers.contains(key));
        }
    }

    void takePicture(QPDFObject stream)
    {
        if (!stream.getDict().getKey("/Subtype").isNameAndEquals("/Image")) {
            return;
        }
        const std::vector<QByteArray> filters = filtersOf(stream);
        if (filters.empty() || filters.back() != "DCTDecode") {
            return;
        }
        const auto bytes = readStream(stream);
        const auto clean = bytes ? formats::image::scrubPicture(*bytes) : std::nullopt;
        m_inventory.add(HiddenKind::PictureMetadata, clean ? clean->removed : 0);
    }

public:
    int m_unknown = 0;

private:
    PdfInventory &m_inventory;
    std::set<QPDFObjGen> m_reached;
    std::vector<QPDFObject> m_open;
};

}   // namespace

void takeObjects(PdfFile &file, PdfInventory &inventory)
{
    ObjectWalk walk(inventory);
    walk.run(file.qpdf().getTrailer());
    int loose = 0;
    for (QPDFObject object : file.qpdf().getAllObjects()) {
        QPDFObject dict = object.isStream() ? object.getDict() : object;
        QPDFObject type = dict.isDictionary() ? dict.getKey("/Type") : QPDFObject::newNull();
        // the table of objects and its packing, and the page tree, which was made anew
        const bool own = type.isNameAndEquals("/XRef") || type.isNameAndEquals("/ObjStm")
                         || type.isNameAndEquals("/Pages") || dict.isNull()
                         || (dict.isDictionary() && dict.hasKey("/Linearized"));
        loose += !own && !walk.isReached(object) ? 1 : 0;
    }
    inventory.add(HiddenKind::UnreachableParts, loose);
    inventory.add(HiddenKind::UnknownMarkup, walk.m_unknown);
}

}   // namespace expunge::pdf
