// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/textunit.h"

#include <QString>

namespace expunge::ui {

/// Where a text stands, in the person's language: "table 2, row 3, cell 1".
QString placeText(const document::Place &place);

}   // namespace expunge::ui
