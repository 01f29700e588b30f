// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/odf/odsbook.h"
#include "core/formats/ooxml/outputparts.h"

#include <map>

namespace expunge::formats::odf {

/// A part of the package that goes, or loses something.
struct OdsFoundPart
{
    document::HiddenKind kind = document::HiddenKind::UnknownParts;
    int count = 1;
    QString name;
};

/// What the package holds beside its sheets.
std::vector<OdsFoundPart> hiddenParts(const OdfPackage &package, const OdsBook &book);

/// How many pictures below `root` are shown in part only; `part` is where the
/// markup stands.
int croppedPictures(pugi::xml_node root, const QString &part, const OdfPackage &package,
                    const OdfStyles &styles);

/// Gathers the pictures and charts that the markup shows, under new names.
class OdsLinks
{
public:
    explicit OdsLinks(const OdfPackage &package)
        : m_package(package)
        , m_charts(chartFolders(package))
    {
    }

    /// Notes what the pictures below `root` show, while styles have the names by which `styles`
    /// knows them.
    void noteCrops(pugi::xml_node root, const QString &part, const OdfStyles &styles);

    /// Gives the references below (and at) `root` their new targets. What leads to nothing that may
    /// stay is taken out: the element, or the picture beside a chart, which repeats its values.
    void settle(pugi::xml_node root, const QString &part);

    /// Charts that something shows, old folder to new.
    const std::map<QString, QString> &charts() const { return m_usedCharts; }
    std::vector<OdfPart> pictures() const;

private:
    bool settleOne(pugi::xml_node node, const QString &folder);
    QString chartOf(pugi::xml_node object) const;

    const OdfPackage &m_package;
    std::vector<QString> m_charts;
    std::map<QString, QString> m_usedCharts;
    ooxml::PictureStore m_pictures;
    QHash<const void *, std::array<double, 4>> m_shares;   // cut off of the picture of a node
};

}   // namespace expunge::formats::odf
