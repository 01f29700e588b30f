// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/jsonlines.h"
#include "app/cli/passphrase.h"

#include <cstdio>

namespace expunge::cli {

using manifest::KeyState;
using namespace Qt::StringLiterals;

namespace {

QString stateName(KeyState state)
{
    switch (state) {
    case KeyState::None:
        return u"none"_s;
    case KeyState::InKeychain:
        return u"keychain"_s;
    case KeyState::InFile:
        return u"file"_s;
    case KeyState::Unavailable:
        return u"unavailable"_s;
    case KeyState::Mismatch:
        return u"mismatch"_s;
    }
    Q_UNREACHABLE();
}

void create(Context &context)
{
    manifest::KeyStore &keys = context.composition().keys();
    const auto status = keys.status();
    if (!status) {
        context.fail(status.error());
        return;
    }
    if (status->state != KeyState::None) {
        context.fail({base::ErrorCode::KeyExists, {}, status->keyId});
        return;
    }
    QByteArray passphrase;
    if (keys.needsPassphrase()) {
        auto read = readPassphrase(context.arguments(), true);
        if (!read) {
            context.fail(read.error());
            return;
        }
        passphrase = *read;
    }
    const auto id = keys.create(passphrase);
    if (!id) {
        context.fail(id.error());
        return;
    }
    printLine(*id);
}

void show(Context &context)
{
    const auto status = context.composition().keys().status();
    if (!status) {
        context.fail(status.error());
        return;
    }
    if (context.arguments().has(u"--json"_s)) {
        printJson({{u"schema"_s, u"expunge.key/1"_s},
                   {u"keyId"_s, status->keyId},
                   {u"state"_s, stateName(status->state)}});
    } else if (status->state != KeyState::None) {
        printLine(u"%1 %2"_s.arg(status->keyId, stateName(status->state)));
    }
    if (status->state == KeyState::None) {
        context.fail({base::ErrorCode::KeyMissing, {}, {}});
    } else if (status->state == KeyState::Unavailable) {
        context.fail({base::ErrorCode::KeyUnavailable, {}, status->keyId});
    } else if (status->state == KeyState::Mismatch) {
        context.fail({base::ErrorCode::KeyMismatch, {}, status->keyId});
    }
}

void exportPublic(Context &context)
{
    const auto key = context.composition().keys().publicKey();
    if (!key) {
        context.fail(key.error());
        return;
    }
    const QByteArray pem = manifest::publicKeyToPem(*key);
    std::fwrite(pem.constData(), 1, static_cast<size_t>(pem.size()), stdout);
}

}   // namespace

void runKey(Context &context)
{
    const QString &command = context.arguments().command;
    if (command == u"key create"_s) {
        create(context);
    } else if (command == u"key show"_s) {
        show(context);
    } else {
        exportPublic(context);
    }
}

}   // namespace expunge::cli
