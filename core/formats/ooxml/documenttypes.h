// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace expunge::formats::ooxml {

/// Content type under which the main part of a Word package is written, which never has macros: a
/// template stays one, unless its name says that it is a document: the output is named like it.
/// Empty for what is no Word document.
QString outputDocumentType(const QString &contentType, const QString &path = {});

/// Suffix of a file with such a main part, "docx" or "dotx".
QString documentSuffix(const QString &outputType);

/// Media type of a file with such a main part.
QString documentMediaType(const QString &outputType);

}   // namespace expunge::formats::ooxml
