// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/validators.h"

namespace expunge::detect {

Validator validatorNamed(std::string_view name)
{
    for (const auto &table :
         {numberValidators(), identityValidators(), wordValidators(), secretValidators()}) {
        for (const NamedValidator &row : table) {
            if (row.name == name) {
                return row.validator;
            }
        }
    }
    return nullptr;
}

}   // namespace expunge::detect
