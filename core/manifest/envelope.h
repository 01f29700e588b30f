// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/manifest/signingkey.h"

#include <QJsonObject>

namespace expunge::manifest {

/// Signs a statement: a DSSE v1 envelope, payload type application/vnd.in-toto+json, as JSON bytes.
QByteArray signEnvelope(const QByteArray &statement, const SigningKey &key);

/// DSSE pre-authentication encoding (DSSE v1 protocol, "PAE").
QByteArray preAuthenticationEncoding(const QByteArray &payloadType, const QByteArray &payload);

/// A manifest as it was read; nothing in it is trusted yet.
struct Envelope
{
    QByteArray payloadType;
    QByteArray payload;
    QString keyId;   // a hint only
    QByteArray signature;
};

/// ManifestInvalid with the field's name for anything but one well-formed envelope with one
/// signature: duplicate keys, trailing data, odd Base64 included.
base::Result<Envelope> parseEnvelope(const QByteArray &json);

}   // namespace expunge::manifest
