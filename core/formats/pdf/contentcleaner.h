// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/pdf/contentstream.h"
#include "core/formats/pdf/fontcutter.h"

#include <qpdf/QPDFObjectHandle.hh>

#include <map>
#include <set>

namespace expunge::pdf {

/// Old and new names of one category of a resource dictionary ("Font"): old name -> new name.
using ResourceNames = std::map<QByteArray, std::map<QByteArray, QByteArray>>;

/// A content stream as it may be given out.
struct CleanContent
{
    QByteArray bytes;
    ResourceNames names;   // resources that it uses, under new names in the order of use
    bool understood = true;
};

/// What a stream's cleaning depends on beside its bytes.
struct CleaningRules
{
    QPDFObjectHandle resources;
    const std::map<QPDFObjGen, CutFont> *cutFonts = nullptr;   // strings in these are recoded
    FontStore *fonts = nullptr;
    const std::set<QByteArray> *keptTags = nullptr;   // null: the standard structure types
    bool keepMarkedContent = true;   // tagged: /Tag <</MCID n>> BDC … EMC stay, nothing else in
                                     // property lists does; layers stay as /OC /name BDC
};

/// Copies operators that are known, with operands of the right kinds, one a line, without comments
/// and stray bytes; resource names become neutral; property lists lose all but MCID; inline images
/// keep known keys. `understood` is false when something that might paint had to go.
CleanContent cleanContent(const ContentStream &content, const CleaningRules &rules);

/// Codes of each font in `fonts` that `content` shows, appended in the order of first use.
void collectCodes(const ContentStream &content, const QPDFObjectHandle &resources, FontStore &store,
                  const std::set<QPDFObjGen> &fonts,
                  std::map<QPDFObjGen, std::vector<quint32>> &codes);

}   // namespace expunge::pdf
