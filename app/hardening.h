// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace expunge::app {

/// Keeps the memory of this process, which holds text and keys, out of core dumps and away from
/// debuggers of the same user.
void denyMemoryDumps();

}   // namespace expunge::app
