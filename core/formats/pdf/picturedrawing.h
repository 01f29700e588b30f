// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qpdf/QPDF.hh>

namespace expunge::pdf {

/// A picture in a coding that qpdf does not read (JPEG 2000, JBIG2, fax), as Poppler draws it pixel
/// by pixel, without a coding; with the masks that it had. A null object when nothing is drawn.
QPDFObjectHandle drawnPicture(QPDF &file, QPDFObjectHandle picture);

}   // namespace expunge::pdf
