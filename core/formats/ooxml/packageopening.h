// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/formathandler.h"
#include "core/formats/ooxml/package.h"

namespace expunge::formats::ooxml {

/// The programs that Office Open XML packages come from.
enum class PackageFamily { Word, Excel, PowerPoint };

/// Which packages a handler reads.
struct PackageKind
{
    PackageFamily family = PackageFamily::Word;
    bool (*reads)(const QString &contentType) = nullptr;   // by the type of the main part
};

constexpr int sureProbe = 90;
constexpr int maybeProbe = 20;   // cannot be opened, but the handler says best what is wrong

/// FormatHandler::probe by the content types of the package, for bytes whose entry names do not
/// tell.
int probeMainPart(const Source &source, const PackageKind &kind);

/// Reads a package of this kind. ContentMismatch, which says what it is instead, and the errors of
/// notAPackage() and Package::read().
base::Result<Package> openPackage(const Source &source, const PackageKind &kind,
                                  const base::JobContext &job);

}   // namespace expunge::formats::ooxml
