// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/ooxml/package.h"

namespace expunge::formats::ooxml {

/// Lets the sheets of a workbook show the pictures of their embedded and linked objects as pictures
/// of their drawings, which stay when the objects go. To be called before the workbook is read.
void showObjectPictures(Package &package);

}   // namespace expunge::formats::ooxml
