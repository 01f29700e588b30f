// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <tl/expected.hpp>

namespace expunge::base {

/// A value or the Error that kept it from being made; the form of every public call that can fail.
template<typename T = void>
using Result = tl::expected<T, Error>;

/// Shorthand for returning a failure.
inline tl::unexpected<Error> failure(ErrorCode code, QString location = {}, QString detail = {})
{
    return tl::unexpected<Error>(Error{code, std::move(location), std::move(detail)});
}

}   // namespace expunge::base
