// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/ooxml/vocabulary.h"

#include <span>

namespace expunge::formats::ooxml {

/// Local names, separated by spaces, that are known in the namespace of a prefix.
struct NameList
{
    const char *prefix;
    const char *names;
};

/// The kind of one attribute, "element@attribute"; "*@attribute" for every element,
/// "*:local@attribute" for every namespace.
struct KindEntry
{
    const char *key;
    AttributeKind kind;
};

std::span<const NameList> elementLists();

/// Attributes with a prefix of their own, by that prefix.
std::span<const NameList> qualifiedAttributeLists();

/// Attributes without prefix, by the prefix of their element.
std::span<const NameList> plainAttributeLists();

std::span<const KindEntry> kindEntries();

}   // namespace expunge::formats::ooxml
