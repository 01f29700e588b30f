// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

namespace expunge::detect {

/// Says whether a matched text (normalised, UTF-8) is what its rule looks for.
using Validator = bool (*)(std::string_view text);

/// The validator of that name, as rules refer to it; null: there is none.
Validator validatorNamed(std::string_view name);

/// One row of a table of validators.
struct NamedValidator
{
    std::string_view name;
    Validator validator;
};

// The tables, one a file.
std::vector<NamedValidator>
numberValidators();   // cards, accounts, network addresses, telephone numbers
std::vector<NamedValidator> identityValidators();   // national ids and tax numbers
std::vector<NamedValidator>
wordValidators();   // what only looks like an address, a name or a ticket
std::vector<NamedValidator> secretValidators();   // keys and tokens

}   // namespace expunge::detect
