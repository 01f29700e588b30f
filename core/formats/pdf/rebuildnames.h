// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/pdf/contentcleaner.h"

namespace expunge::pdf {

/// Gives the resources of several streams, each cleaned on its own, names that do not clash, so
/// that one dictionary serves them all.
class NameMerger
{
public:
    /// The stream's bytes with its resources under their common names.
    QByteArray merge(const CleanContent &clean);

    /// Old and common names of everything so far.
    const ResourceNames &names() const { return m_names; }

private:
    ResourceNames m_names;
};

}   // namespace expunge::pdf
