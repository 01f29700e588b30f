// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/odf/odfcrop.h"

#include "core/formats/image/picturesize.h"
#include "core/formats/ooxml/domedit.h"

#include <QStringList>

#include <algorithm>

namespace expunge::formats::odf {

using namespace Qt::StringLiterals;
using ooxml::attributeText;

namespace {

/// "rect(top, right, bottom, left)": lengths from the sides of the picture in its own size, in the
/// order of PictureStore; not as in XSL, where they are from its top left.
QStringList sidesOf(QString clip)
{
    clip = clip.simplified();
    if (!clip.startsWith(u"rect("_s) || !clip.endsWith(u')')) {
        return {};
    }
    clip = clip.mid(5).chopped(1).replace(u',', u' ');
    const QStringList sides = clip.split(u' ', Qt::SkipEmptyParts);
    return sides.size() == 4 ? QStringList{sides[3], sides[0], sides[1], sides[2]} : QStringList();
}

double pointsIn(const QString &length)
{
    return pointsOf(length.toLatin1().constData());   // "auto" is no length: 0
}

QString clipOf(pugi::xml_node frame, const OdfStyles &styles)
{
    constexpr const char *group = "style:graphic-properties";
    const QString style = attributeText(frame, "presentation:style-name");
    const std::string clip =
        style.isEmpty() ? styles.property(u"graphic"_s, attributeText(frame, "draw:style-name"),
                                          group, "fo:clip")
                        : styles.property(u"presentation"_s, style, group, "fo:clip");
    return QString::fromStdString(clip);
}

}   // namespace

std::array<double, 4> clippedShares(pugi::xml_node image, const OdfStyles &styles,
                                    const QByteArray &picture)
{
    std::array<double, 4> shares{};
    const QStringList sides = sidesOf(clipOf(image.parent(), styles));
    const auto size = sides.isEmpty() ? std::nullopt : image::pictureSize(picture);
    if (!size) {
        return shares;
    }
    for (size_t side = 0; side < shares.size(); ++side) {
        const double whole = side % 2 == 0 ? size->widthInPoints() : size->heightInPoints();
        shares.at(side) =
            std::clamp(pointsIn(sides[static_cast<qsizetype>(side)]) / whole, 0.0, 1.0);
    }
    return shares;
}

void settleClips(pugi::xml_node root)
{
    ooxml::forEachElement(root, [](pugi::xml_node node) {
        if (!node.attribute("fo:clip")) {
            return;
        }
        const QStringList sides = sidesOf(attributeText(node, "fo:clip"));
        const auto left = [&sides](qsizetype side) {
            const QString length = side < sides.size() ? sides[side] : QString();
            return pointsIn(length) < 0 ? length : u"0cm"_s;
        };
        const QStringList room{left(1), left(2), left(3), left(0)};
        if (room.count(u"0cm"_s) == room.size()) {
            node.remove_attribute("fo:clip");
        } else {
            ooxml::setAttribute(node, "fo:clip", u"rect("_s + room.join(u", "_s) + u')');
        }
    });
}

}   // namespace expunge::formats::odf
