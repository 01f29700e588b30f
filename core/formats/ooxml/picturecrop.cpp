// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/picturecrop.h"

#include <algorithm>
#include <cmath>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array fillSides{"l", "t", "r", "b"};
constexpr std::array vmlSides{"cropleft", "croptop", "cropright", "cropbottom"};
constexpr double wholeFill = 100000;   // ST_Percentage in thousandths (part 1, 20.1.10.41)
constexpr double wholeVml = 65536;     // "32768f" (part 4, 19.1.2.11)
constexpr double noticed = 1e-5;

/// "25000" or, in Strict files, "25%".
double percentage(pugi::xml_attribute attribute)
{
    const QString value = QString::fromUtf8(attribute.value());
    return value.endsWith(u'%') ? value.chopped(1).toDouble() / 100 : value.toDouble() / wholeFill;
}

double fraction(pugi::xml_attribute attribute)
{
    const QString value = QString::fromUtf8(attribute.value());
    return value.endsWith(u'f')   ? value.chopped(1).toDouble() / wholeVml
           : value.endsWith(u'%') ? value.chopped(1).toDouble() / 100
                                  : value.toDouble();
}

bool isSource(pugi::xml_node node)
{
    return is(node, "a:blip") || is(node, "v:imagedata");
}

}   // namespace

bool cutsOff(const std::array<double, 4> &shares)
{
    return std::any_of(shares.begin(), shares.end(), [](double share) { return share > noticed; });
}

PictureCrop::PictureCrop(pugi::xml_node source)
    : m_source(source)
{
    if (is(source, "a:blip")) {
        readFill();
    } else if (is(source, "v:imagedata")) {
        readVml();
    }
}

/// a:srcRect says which part of the picture is drawn, a:fillRect where in the shape (part 1,
/// 20.1.8.55 and 20.1.8.30); what falls outside of either is never seen.
void PictureCrop::readFill()
{
    const pugi::xml_node fill = m_source.parent();
    const pugi::xml_node part = fill.child("a:srcRect");
    const pugi::xml_node place = fill.child("a:stretch").child("a:fillRect");
    for (size_t side = 0; side < 2; ++side) {
        const size_t far = side + 2;
        const double partBegin = percentage(part.attribute(fillSides.at(side)));
        const double partEnd = 1 - percentage(part.attribute(fillSides.at(far)));
        const double placeBegin = percentage(place.attribute(fillSides.at(side)));
        const double placeEnd = 1 - percentage(place.attribute(fillSides.at(far)));
        if (partEnd <= partBegin || placeEnd <= placeBegin) {
            m_shares.at(side) = m_shares.at(far) = 1;   // nothing of it is drawn
            continue;
        }
        const double scale = (partEnd - partBegin) / (placeEnd - placeBegin);
        const double begin = partBegin + (std::max(placeBegin, 0.0) - placeBegin) * scale;
        const double end = partBegin + (std::min(placeEnd, 1.0) - placeBegin) * scale;
        const double seenBegin = std::clamp(begin, 0.0, 1.0);
        const double seenEnd = std::clamp(end, 0.0, 1.0);
        m_shares.at(side) = seenBegin;
        m_shares.at(far) = 1 - seenEnd;
        if (seenEnd > seenBegin) {
            m_outside.at(side) = (begin - seenBegin) / (seenEnd - seenBegin);
            m_outside.at(far) = (seenEnd - end) / (seenEnd - seenBegin);
        }
        m_fill.at(side) = std::max(placeBegin, 0.0);
        m_fill.at(far) = std::max(1 - placeEnd, 0.0);
    }
}

void PictureCrop::readVml()
{
    for (size_t side = 0; side < 2; ++side) {
        const size_t far = side + 2;
        const double before = fraction(m_source.attribute(vmlSides.at(side)));
        const double after = fraction(m_source.attribute(vmlSides.at(far)));
        m_shares.at(side) = std::clamp(before, 0.0, 1.0);
        m_shares.at(far) = std::clamp(after, 0.0, 1.0);
        const double seen = 1 - m_shares.at(side) - m_shares.at(far);
        if (seen > 0) {
            m_outside.at(side) = std::min(before, 0.0) / seen;
            m_outside.at(far) = std::min(after, 0.0) / seen;
        }
    }
}

bool PictureCrop::cuts() const
{
    return cutsOff(m_shares);
}

void PictureCrop::settle()
{
    const bool vml = is(m_source, "v:imagedata");
    const pugi::xml_node fill = m_source.parent();
    pugi::xml_node part = vml ? m_source : fill.child("a:srcRect");
    pugi::xml_node place = vml ? pugi::xml_node() : fill.child("a:stretch").child("a:fillRect");
    const auto set = [](pugi::xml_node node, const char *name, double share, double whole) {
        const QString old = attributeText(node, name);
        node.remove_attribute(name);
        if (!node || std::abs(share) <= noticed) {
            return;
        }
        if (old.endsWith(u'%')) {
            setAttribute(node, name, QString::number(share * 100, 'f', 3) + u'%');
        } else {
            const QString number = QString::number(std::lround(share * whole));
            setAttribute(node, name, is(node, "v:imagedata") ? number + u'f' : number);
        }
    };
    for (size_t side = 0; side < m_shares.size(); ++side) {
        if (vml) {
            set(part, vmlSides.at(side), m_outside.at(side), wholeVml);
        } else {
            set(part, fillSides.at(side), m_outside.at(side), wholeFill);
            set(place, fillSides.at(side), m_fill.at(side), wholeFill);
        }
    }
}

int countCrops(pugi::xml_node root)
{
    int count = 0;
    forEachElement(root, [&count](pugi::xml_node node) {
        count += isSource(node) && PictureCrop(node).cuts() ? 1 : 0;
    });
    return count;
}

}   // namespace expunge::formats::ooxml
