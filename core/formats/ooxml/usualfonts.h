// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace expunge::formats::ooxml {

/// Whether a font is one that many people have: of a closed list, with nothing behind the name of
/// the family but words for its weight, width, slant and script. The name of any other may be that
/// of a firm.
bool isUsualFont(const QString &name);

}   // namespace expunge::formats::ooxml
