// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/pagerewrite.h"

#include "core/formats/pdf/boxlabel.h"
#include "core/formats/pdf/pictureredaction.h"

#include <algorithm>

namespace expunge::pdf {

namespace {

QByteArray greyBox(const Rect &area)
{
    return "q 0.8 g " + placeOperands({area.left, area.bottom}) + ' '
           + placeOperands({area.width(), area.height()}) + " re f Q\n";
}

QByteArray labelIn(const Rect &area, const QString &text, const QByteArray &font)
{
    constexpr double capHeight = 0.718;   // of Helvetica
    const BoxLabel label = boxLabel(text, area.width(), area.height());
    if (label.codes.isEmpty() || font.isEmpty()) {
        return {};
    }
    const Point start{(area.left + area.right - label.width) / 2,
                      (area.bottom + area.top - capHeight * label.size) / 2};
    return "q 0 g BT " + writeName(font) + ' ' + writeNumber(label.size) + " Tf "
           + placeOperands(start) + " Td " + writeString(label.codes) + " Tj ET Q\n";
}

}   // namespace

void PageRewrite::editPictures()
{
    const std::set<int> dropped(m_removal.droppedImages.begin(), m_removal.droppedImages.end());
    for (std::size_t i = 0; i < m_content.images.size(); ++i) {
        const ImageUse &image = m_content.images[i];
        if (useAt(image.use).kind == UseKind::Type3Glyph) {
            continue;
        }
        if (dropped.contains(static_cast<int>(i))) {
            m_edits[image.use].gone.insert(image.operation);
            m_result.touched.push_back(image.bounds.grown(1));
            continue;
        }
        const Rect all = image.toPage.bounds({0, 0, 1, 1});
        std::vector<Rect> areas;
        for (const Rect &region : m_removal.regions) {
            if (region.overlaps(all)) {
                areas.push_back(region);
            }
        }
        for (const ScanRedaction &scan : m_fates.scans) {
            if (scan.image == static_cast<int>(i)) {
                areas.push_back(scan.area);
            }
        }
        if (!areas.empty()) {
            editPicture(i, areas);
        }
    }
}

void PageRewrite::editPicture(std::size_t index, const std::vector<Rect> &areas)
{
    const ImageUse &image = m_content.images[index];
    const StreamUse &use = useAt(image.use);
    const Operation &operation = use.content->operations[static_cast<std::size_t>(image.operation)];
    StreamEdits &edits = m_edits[image.use];
    const bool isInline = operation.op == Operator::InlineImage;
    m_result.sharedForms += image.shared ? 1 : 0;
    const QPDFObjectHandle picture =
        isInline ? pictureOfInline(m_file, *use.content, operation, use.resources) : image.object;
    const QPDFObjectHandle redacted = redactPicture(m_file, picture, image.toPage, areas);
    if (!QPDFObjectHandle(redacted).isStream()) {
        edits.gone.insert(image.operation);
        m_result.touched.push_back(image.bounds.grown(1));
        return;
    }
    const QByteArray name = m_copies.resources(image.use).add("/XObject", redacted);
    (isInline ? edits.pictures : edits.names)[image.operation] = name;
    const double width = QPDFObjectHandle(redacted).getDict().getKey("/Width").getNumericValue();
    const double height = QPDFObjectHandle(redacted).getDict().getKey("/Height").getNumericValue();
    const double pixel = unitOf(image.toPage) / std::max(1.0, std::min(width, height));
    for (const Rect &area : areas) {
        m_result.touched.push_back(area.grown(3 * pixel + 1));
    }
}

// Painted over everything: what stands for regions without text, and for words in scans.
QByteArray PageRewrite::overlay(const QByteArray &font) const
{
    QByteArray bytes;
    for (std::size_t i = 0; i < m_removal.regions.size(); ++i) {
        const auto redaction = static_cast<int>(m_removal.redactions.size() + i);
        const auto &taken = m_fates.fates.redactionOf;
        if (std::find(taken.begin(), taken.end(), redaction) == taken.end()) {
            bytes += greyBox(m_removal.regions[i]);
        }
    }
    for (const ScanRedaction &scan : m_fates.scans) {
        const auto redaction = static_cast<std::size_t>(scan.redaction);
        bytes += greyBox(scan.area);
        bytes += labelIn(scan.area, m_page.labels[redaction], font);
    }
    if (!bytes.isEmpty() && m_page.tagged) {
        bytes = "/Artifact BMC\n" + bytes + "EMC\n";
    }
    return bytes;
}

}   // namespace expunge::pdf
