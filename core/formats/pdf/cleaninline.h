// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/pdf/contentstream.h"

#include <functional>
#include <optional>

namespace expunge::pdf {

/// Gives the new name of a colour space of the resources; empty when there is none.
using ColourSpaceNamer = std::function<QByteArray(const QByteArray &name)>;

/// An inline image (ISO 32000-1, 8.9.7) with known keys in one order, and data without anything
/// behind it: BI … ID … EI. None when it is damaged or has a filter that is not known.
std::optional<QByteArray> cleanInlineImage(const ContentStream &content, const Operation &operation,
                                           const ColourSpaceNamer &colourSpace);

}   // namespace expunge::pdf
