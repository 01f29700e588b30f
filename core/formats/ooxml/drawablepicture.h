// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace expunge::formats::ooxml {

/// Pictures that a view can decode; the others are shown as a placeholder.
inline bool isDrawable(const QByteArray &bytes)
{
    return bytes.startsWith("\x89PNG") || bytes.startsWith("\xff\xd8\xff")
           || bytes.startsWith("GIF8") || bytes.startsWith("BM");
}

}   // namespace expunge::formats::ooxml
