// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace expunge::ui {

/// The name of a candidate type for people: PERSON is "Person". Types without a name of their own
/// are made readable.
QString typeText(const QString &type);

}   // namespace expunge::ui
