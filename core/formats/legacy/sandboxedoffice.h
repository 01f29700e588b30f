// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/legacy/converter.h"

#include <QStringList>

#include <chrono>
#include <memory>

namespace expunge::formats::legacy {

/// What one conversion may use before it is stopped.
struct ConversionLimits
{
    std::chrono::milliseconds wall{180'000};
    quint64 cpuSeconds = 150;
    quint64 memoryBytes = quint64{4} << 30;   // address space of each process
    quint64 fileBytes = quint64{512} << 20;   // any file, and all files together
};

/// The programs that a conversion runs; empty when they are not installed.
struct OfficePrograms
{
    QString sandbox;   // bubblewrap
    QString office;    // LibreOffice

    /// Those of this machine.
    static OfficePrograms find();
};

/// How bubblewrap is called, up to the program that it runs.
QStringList sandboxArguments(const ConversionLimits &limits);

/// Converts with LibreOffice, which sees nothing but its own program files and the one file: no
/// network, no home, no other process, and nothing is written to disk.
std::unique_ptr<const Converter> makeSandboxedOffice(const OfficePrograms &programs,
                                                     const ConversionLimits &limits = {});

}   // namespace expunge::formats::legacy
