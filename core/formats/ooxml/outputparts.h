// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/ooxml/package.h"
#include "core/formats/ooxml/partroles.h"
#include "core/formats/ooxml/picturecrop.h"

#include <QHash>

#include <optional>

namespace expunge::formats::ooxml {

/// Full name of a relationship type by its last segment: never the one of the input, which can say
/// anything before that segment.
QString relationshipType(const QString &kind, bool strict);

/// Content type of a part in its role; pictures have theirs by their bytes.
QString contentTypeOf(PartRole role);

/// Names for the parts of an output: neutral, the same for the same input ("word/header1.xml",
/// "word/media/image2.png").
class OutputNames
{
public:
    explicit OutputNames(const std::vector<RoledPart> &parts);

    /// Name for a part of the input that stays; empty for removed parts and for pictures, which
    /// PictureStore names.
    QString of(const QString &partName) const;

private:
    QHash<QString, QString> m_names;
};

/// The pictures of an output, each cleaned once, and cut to what is shown; those that cannot be
/// cleaned or cut become a grey placeholder.
class PictureStore
{
public:
    /// Output name of the picture in `part`; of the placeholder for null. `source` is the element
    /// that shows it (a:blip, v:imagedata): what its crop hides is not in the output, and the crop
    /// itself goes. A picture that is shown with several crops becomes several.
    QString add(const Part *part, pugi::xml_node source = {});

    /// The same where something else says what is shown: what is cut off at the left, top, right
    /// and bottom, as a share of width and height.
    QString add(const Part &part, const std::array<double, 4> &shares);

    /// From here on crops and what they hide stay.
    void keepCrops() { m_keepCrops = true; }

    const std::vector<Part> &parts() const { return m_parts; }
    int metadata() const { return m_metadata; }   // blocks of metadata that went
    int replaced() const { return m_replaced; }   // pictures that became placeholders

private:
    QString store(const QByteArray &bytes);
    QString placeholder();
    std::optional<QByteArray> cleaned(const Part &part, const std::array<double, 4> &shares);

    std::vector<Part> m_parts;
    QHash<QString, QString> m_names;   // by name of the part and crop
    QString m_placeholder;
    bool m_keepCrops = false;
    int m_metadata = 0;
    int m_replaced = 0;
};

}   // namespace expunge::formats::ooxml
