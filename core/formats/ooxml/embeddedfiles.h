// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/document.h"
#include "core/formats/ooxml/package.h"

#include <memory>
#include <vector>

namespace expunge::formats::ooxml {

/// How deep files may stand in files, and how much of them all is unpacked; one for everything that
/// stands in a file.
struct EmbeddingBudget
{
    int depth = 8;
    qint64 bytes = qint64{512} << 20;
    int files = 500;
};

/// An Office file that stands in another one and is read like any file.
struct EmbeddedFile
{
    const Part *part = nullptr;   // of the file around it
    std::shared_ptr<const document::Document> document;
    std::vector<int> units;   // positions of its units that stay when the file is kept
    int inside = 0;           // hidden items that go when it is kept
};

/// The Office files that stand in a package: as its parts, or wrapped in a compound file.
class EmbeddedFiles
{
public:
    /// Files that cannot be opened, or that the budget does not reach, are left out. Cancelled.
    static base::Result<EmbeddedFiles> read(const Package &package, const base::JobContext &job,
                                            EmbeddingBudget &budget);

    const std::vector<EmbeddedFile> &all() const { return m_files; }
    int find(const Part *part) const;   // -1: none

private:
    std::vector<EmbeddedFile> m_files;
};

/// The package in the bytes of a part: these, or what an object of a compound file wraps. Empty if
/// there is none.
QByteArray embeddedPackage(const QByteArray &bytes);

/// Opens a package of any kind, with all that stands in it.
base::Result<std::shared_ptr<const document::Document>>
openEmbedded(const QByteArray &package, const base::JobContext &job, EmbeddingBudget &budget);

/// True for what a file that is kept keeps of its own: what is part of its looks, and files that
/// are scrubbed in the same way.
bool staysInside(const document::HiddenItem &item);

/// What is done to an embedded file that is kept, beside its redactions.
document::RedactionPlan planInside(const document::Document &document);

}   // namespace expunge::formats::ooxml
