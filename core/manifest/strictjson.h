// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QJsonValue>

#include <optional>

namespace expunge::manifest {

/// Reads JSON (RFC 8259) that must have one meaning only. QJsonDocument takes the last of two equal
/// keys and half surrogates in silence; here these, trailing data, a byte order mark, broken UTF-8,
/// numbers that are not integers below 2^53 and nesting over 32 levels are ManifestInvalid, with
/// the fault and its byte offset as detail.
base::Result<QJsonValue> parseStrictJson(const QByteArray &json);

/// Base64 (RFC 4648, section 4) with padding, without spaces or stray bits: what decodes is what
/// would be encoded.
std::optional<QByteArray> decodeBase64(const QByteArray &text);

}   // namespace expunge::manifest
