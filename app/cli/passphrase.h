// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/context.h"

namespace expunge::cli {

/// The passphrase of the key file: from --passphrase-file, else from the terminal (asked twice when
/// a key is made). KeyLocked if there is neither.
base::Result<QByteArray> readPassphrase(const Arguments &arguments, bool confirm);

}   // namespace expunge::cli
