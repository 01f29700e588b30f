// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/recognizer.h"

namespace expunge::detect {

Recognizer::~Recognizer() = default;

}   // namespace expunge::detect
