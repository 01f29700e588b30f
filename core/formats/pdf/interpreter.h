// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jobcontext.h"
#include "core/base/result.h"
#include "core/formats/pdf/pagecontent.h"

#include <qpdf/QPDF.hh>

namespace expunge::pdf {

class LayerStates;

/// Reads what pages paint. Holds caches of fonts and of read streams; the file must outlive it. Not
/// for several threads at once.
class Interpreter
{
public:
    explicit Interpreter(QPDF &file);
    ~Interpreter();
    Interpreter(const Interpreter &) = delete;
    Interpreter &operator=(const Interpreter &) = delete;

    int pageCount() const;

    /// Page `index`, from 0, with the appearances of its annotations. Bounded: 64 levels of forms,
    /// four million operations. Cancelled is its only failure; what is not understood is in
    /// `problems`.
    base::Result<PageContent> read(int index, const base::JobContext &job);

private:
    struct Data;
    std::unique_ptr<Data> m_data;
};

}   // namespace expunge::pdf
