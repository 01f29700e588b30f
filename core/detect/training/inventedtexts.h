// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/training/labelledtext.h"

#include <QByteArray>

namespace expunge::detect::training {

/// Letters, minutes, invoices, tables and resumes made up of patterns, with invented people, firms
/// and the world's places.
std::vector<LabelledDocument> inventedTexts(const QByteArray &givenNames, int count);

}   // namespace expunge::detect::training
