// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/document.h"

#include <vector>

namespace expunge::document {

/// What another engine reads in a part of a file.
struct OtherReading
{
    QString part;   // "page 3"
    QString text;
};

/// A document whose pages are fixed, so that a scrubbed one can be held against its original.
class PagedDocument : public Document
{
public:
    ~PagedDocument() override;

    /// The text of each page as an engine reads it that shares no code with textUnits().
    virtual base::Result<std::vector<OtherReading>>
    readAgain(const base::JobContext &job) const = 0;

    /// The file's bytes with blanks in place of the words that the format itself spells.
    virtual QByteArray ownBytes() const = 0;

    /// The pages (from 1) that look otherwise than those of `original`, outside of where `plan`
    /// takes something out.
    virtual base::Result<std::vector<int>> changedPages(const Document &original,
                                                        const RedactionPlan &plan,
                                                        const base::JobContext &job) const = 0;
};

}   // namespace expunge::document
