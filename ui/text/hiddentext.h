// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/hiddenitem.h"

#include <QString>

namespace expunge::ui {

/// How many of what kind: "4 comments".
QString hiddenCountText(document::HiddenKind kind, int count);

/// What the kind is and what happens when it is removed, in one sentence.
QString hiddenExplanation(document::HiddenKind kind);

}   // namespace expunge::ui
