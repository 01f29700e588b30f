// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manifest/envelope.h"

#include "core/manifest/strictjson.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace expunge::manifest {

namespace {

// in-toto attestation framework, spec/v1/envelope.md
constexpr QByteArrayView inTotoType("application/vnd.in-toto+json");

tl::unexpected<base::Error> invalid(const QString &field)
{
    return base::failure(base::ErrorCode::ManifestInvalid, {}, field);
}

/// The object if it has exactly these keys. DSSE would let readers skip unknown ones, but a
/// manifest with a field that nobody signed is not one of ours.
std::optional<QJsonObject> objectWith(const QJsonValue &value, const QStringList &keys)
{
    if (!value.isObject() || value.toObject().keys() != keys) {
        return std::nullopt;
    }
    return value.toObject();
}

}   // namespace

QByteArray preAuthenticationEncoding(const QByteArray &payloadType, const QByteArray &payload)
{
    return "DSSEv1 " + QByteArray::number(payloadType.size()) + ' ' + payloadType + ' '
           + QByteArray::number(payload.size()) + ' ' + payload;
}

QByteArray signEnvelope(const QByteArray &statement, const SigningKey &key)
{
    const QByteArray type = inTotoType.toByteArray();
    const QByteArray signature = key.sign(preAuthenticationEncoding(type, statement));
    const QJsonObject signer{{u"keyid"_s, key.keyId()},
                             {u"sig"_s, QString::fromLatin1(signature.toBase64())}};
    const QJsonObject envelope{{u"payload"_s, QString::fromLatin1(statement.toBase64())},
                               {u"payloadType"_s, QString::fromLatin1(type)},
                               {u"signatures"_s, QJsonArray{signer}}};
    return QJsonDocument(envelope).toJson(QJsonDocument::Compact) + '\n';
}

base::Result<Envelope> parseEnvelope(const QByteArray &json)
{
    const base::Result<QJsonValue> value = parseStrictJson(json);
    if (!value) {
        return tl::unexpected(value.error());
    }
    const auto object = objectWith(*value, {u"payload"_s, u"payloadType"_s, u"signatures"_s});
    if (!object) {
        return invalid(u"envelope"_s);
    }
    const QJsonArray signatures = object->value("signatures"_L1).toArray();
    if (signatures.size() != 1) {
        return invalid(u"signatures"_s);
    }
    const auto signer = objectWith(signatures.first(), {u"keyid"_s, u"sig"_s});
    if (!signer || !signer->value("keyid"_L1).isString()) {
        return invalid(u"signatures"_s);
    }
    const auto payload = decodeBase64(object->value("payload"_L1).toString().toLatin1());
    if (!payload || payload->isEmpty()) {
        return invalid(u"payload"_s);
    }
    const auto signature = decodeBase64(signer->value("sig"_L1).toString().toLatin1());
    if (!signature || signature->size() != 64) {
        return invalid(u"sig"_s);
    }
    const QByteArray type = object->value("payloadType"_L1).toString().toUtf8();
    if (type != inTotoType) {
        return invalid(u"payloadType"_s);
    }
    return Envelope{type, *payload, signer->value("keyid"_L1).toString(), *signature};
}

}   // namespace expunge::manifest
