// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manifest/keystore.h"

#include <QEventLoop>
#include <QPointer>
#include <QRandomGenerator>
#include <QTimer>

#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace expunge::manifest {

namespace {

constexpr int patienceMs = 10000;

/// What a job of QtKeychain came to.
struct Outcome
{
    bool finished = false;
    QKeychain::Error error = QKeychain::OtherError;
    QByteArray data;
};

/// QtKeychain's jobs report through an event loop only, so this one waits in a loop of its own for
/// the one signal: call it from a worker thread, or from a program without windows. A job that does
/// not answer is left to delete itself.
Outcome waitFor(QKeychain::Job *job)
{
    Outcome outcome;
    QEventLoop loop;
    QObject::connect(job, &QKeychain::Job::finished, &loop, [&](QKeychain::Job *done) {
        outcome.finished = true;
        outcome.error = done->error();
        if (const auto *read = qobject_cast<QKeychain::ReadPasswordJob *>(done)) {
            outcome.data = read->binaryData();
        }
        loop.quit();
    });
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    QTimer::singleShot(patienceMs, &loop, &QEventLoop::quit);
    job->start();
    if (!outcome.finished) {
        loop.exec(QEventLoop::ExcludeUserInputEvents);
    }
    return outcome;
}

/// The keychain of the desktop session: Secret Service or KWallet.
class DesktopKeychain final : public Keychain
{
public:
    bool works() override
    {
        // A read alone proves nothing: without a usable service it says "no such entry" (QtKeychain
        // 0.13).
        const QByteArray canary = QByteArray::number(QRandomGenerator::system()->generate64());
        const QString name = u"canary/"_s + QString::fromLatin1(canary);
        if (!write(name, canary)) {
            return false;
        }
        const base::Result<QByteArray> back = read(name);
        const bool removed = remove(name).has_value();
        return back && *back == canary && removed;
    }

    base::Result<> write(const QString &name, const QByteArray &secret) override
    {
        auto *job = new QKeychain::WritePasswordJob(m_service);
        job->setKey(name);
        job->setBinaryData(secret);
        return resultOf(waitFor(job));
    }

    base::Result<QByteArray> read(const QString &name) override
    {
        auto *job = new QKeychain::ReadPasswordJob(m_service);
        job->setKey(name);
        const Outcome outcome = waitFor(job);
        const base::Result<> result = resultOf(outcome);
        if (!result) {
            return tl::unexpected(result.error());
        }
        return outcome.data;
    }

    base::Result<> remove(const QString &name) override
    {
        auto *job = new QKeychain::DeletePasswordJob(m_service);
        job->setKey(name);
        return resultOf(waitFor(job));
    }

private:
    static base::Result<> resultOf(const Outcome &outcome)
    {
        if (!outcome.finished) {
            return base::failure(base::ErrorCode::KeyUnavailable, u"keychain"_s, u"no answer"_s);
        }
        if (outcome.error == QKeychain::NoError) {
            return {};
        }
        if (outcome.error == QKeychain::EntryNotFound) {
            return base::failure(base::ErrorCode::KeyMissing, u"keychain"_s);
        }
        return base::failure(base::ErrorCode::KeyUnavailable, u"keychain"_s,
                             QString::number(outcome.error));
    }

    const QString m_service = u"expunge"_s;
};

}   // namespace

std::unique_ptr<Keychain> makeDesktopKeychain()
{
    return std::make_unique<DesktopKeychain>();
}

}   // namespace expunge::manifest
