// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/candidate.h"

#include <QString>

namespace expunge::ui {

/// One reason why something is a candidate: "title “Dr.” before it".
QString evidenceSentence(const detect::Evidence &evidence);

/// How sure the detector is, in a word.
QString tierText(detect::Tier tier);

}   // namespace expunge::ui
