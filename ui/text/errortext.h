// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>

namespace expunge::ui {

/// One sentence for people: what happened, to which file, and what to do about it.
QString errorSentence(const base::Error &error);

}   // namespace expunge::ui
