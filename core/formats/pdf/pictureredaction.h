// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/pdf/contentstream.h"
#include "core/formats/pdf/geometry.h"

#include <qpdf/QPDF.hh>

#include <vector>

namespace expunge::pdf {

/// A copy of a picture in which what lies under `areas` of the page, and a pixel around, is of one
/// colour, in its masks too; all other pixels are equal. A null object when it cannot be decoded,
/// or is nothing but what goes: then it must not be painted at all. `toPage`: from the unit square.
QPDFObjectHandle redactPicture(QPDF &file, const QPDFObjectHandle &picture, const Matrix &toPage,
                               const std::vector<Rect> &areas);

/// An inline image as a picture of its own (ISO 32000-1, 8.9.7); a null object when it is damaged.
QPDFObjectHandle pictureOfInline(QPDF &file, const ContentStream &content,
                                 const Operation &operation, const QPDFObjectHandle &resources);

}   // namespace expunge::pdf
