// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace expunge::formats::ooxml {

/// What a namespace name stands for.
struct NamespaceMeaning
{
    QByteArray prefix;     // the usual one, "w"; empty: not known
    bool strict = false;   // the name that ISO/IEC 29500-1 (Strict) uses
};

/// Looks a namespace name up. Drawing kinds that this program does not read (ink, 3D models,
/// extended charts) are left out on purpose: the markup that needs them falls back to the picture
/// that the file holds for old programs.
NamespaceMeaning namespaceMeaning(QStringView uri);

/// The namespace name for a usual prefix; empty if the prefix is not known.
QByteArray namespaceName(QByteArrayView prefix, bool strict);

}   // namespace expunge::formats::ooxml
