// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/legacy/converter.h"

namespace expunge::formats::legacy {

Converter::~Converter() = default;

}   // namespace expunge::formats::legacy
