// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/neutralproperties.h"

#include "core/formats/ooxml/outputparts.h"
#include "core/formats/ooxml/sideparts.h"

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;

void addNeutralProperties(OutputPackage &package, bool strict)
{
    const auto add = [&](PartRole role, const QString &name, const QString &kind,
                         QByteArray bytes) {
        Part part;
        part.name = name;
        part.contentType = contentTypeOf(role);
        part.bytes = std::move(bytes);
        package.root.push_back(
            {u"rId%1"_s.arg(package.root.size() + 1), relationshipType(kind, strict), name, false});
        package.parts.push_back(std::move(part));
    };
    add(PartRole::CoreProperties, u"docProps/core.xml"_s, u"core-properties"_s,
        neutralCoreProperties());
    add(PartRole::AppProperties, u"docProps/app.xml"_s, u"extended-properties"_s,
        neutralExtendedProperties());
}

}   // namespace expunge::formats::ooxml
