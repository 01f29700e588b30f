// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/pageddocument.h"

namespace expunge::document {

PagedDocument::~PagedDocument() = default;

}   // namespace expunge::document
