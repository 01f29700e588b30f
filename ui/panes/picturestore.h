// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/flow.h"

#include <QPixmap>

#include <map>
#include <vector>

namespace expunge::ui {

/// Pictures of a document, decoded when first shown and within limits: bytes from a file are never
/// trusted.
class PictureStore
{
public:
    void setPictures(std::vector<document::FlowPicture> pictures);

    /// Pixel size of a picture as its header says; empty if it cannot be read.
    QSize sizeOf(int index) const;

    /// The picture at most `size` large; null if it cannot be decoded or is too large.
    QPixmap picture(int index, QSize size);

private:
    std::vector<document::FlowPicture> m_pictures;
    std::map<std::pair<int, int>, QPixmap> m_decoded;   // by index and width
};

}   // namespace expunge::ui
