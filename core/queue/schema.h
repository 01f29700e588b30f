// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/database.h"

namespace expunge::queue {

/// What is done about a database without tables.
enum class WhenEmpty { Make, Refuse };

/// Makes the tables in an empty database, or checks that those that are there are ours and whole:
/// application id, version, integrity, references, and every table and trigger word by word.
/// QueueDamaged otherwise; nothing is changed then.
base::Result<> prepareSchema(Database &database, WhenEmpty whenEmpty);

}   // namespace expunge::queue
