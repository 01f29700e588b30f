// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/sessionstate.h"

#include <QRandomGenerator>

#include <array>

namespace expunge::review {

using base::ErrorCode;
using base::failure;
using base::Result;

namespace {

QByteArray randomKey()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words);
}

}   // namespace

void ReviewSession::State::load()
{
    startedAt = QDateTime::currentDateTimeUtc();
    finishedAt = startedAt;
    if (!journal || journal->records().empty()) {
        key = randomKey();
        return;
    }
    for (const QByteArray &bytes : journal->records()) {
        auto record = decodeRecord(bytes);
        const auto *start = record ? std::get_if<SessionStart>(&record->content) : nullptr;
        if (!record || (start != nullptr) == started) {
            damaged = true;
            return;
        }
        finishedAt = QDateTime::fromMSecsSinceEpoch(record->time, Qt::UTC);
        if (start != nullptr) {
            key = start->key;
            startedAt = finishedAt;
            started = true;
        } else {
            log.push_back(std::move(*record));
        }
    }
}

Result<> ReviewSession::State::store(RecordContent content)
{
    if (damaged) {
        return failure(ErrorCode::SessionDamaged, journal->session(),
                       QStringLiteral("unknown record"));
    }
    const QDateTime now = QDateTime::currentDateTimeUtc();
    SessionRecord record{std::move(content), now.toMSecsSinceEpoch()};
    if (journal && !started) {
        const SessionRecord start{SessionStart{key}, startedAt.toMSecsSinceEpoch()};
        if (auto stored = journal->append(encodeRecord(start)); !stored) {
            return stored;
        }
        started = true;
    }
    if (journal) {
        if (auto stored = journal->append(encodeRecord(record)); !stored) {
            return stored;
        }
    }
    finishedAt = now;
    log.push_back(std::move(record));
    return {};
}

StepInfo ReviewSession::State::infoOf(const Step &step) const
{
    StepInfo info;
    info.kind = step.kind;
    info.count = static_cast<int>(step.candidates.size() + step.hidden.size());
    if (step.kind == StepInfo::Kind::Mark) {
        info.count = 1;
    }
    const auto refs = table.refsOf(step);
    if (!refs.empty()) {
        info.first = refs.front();
    }
    return info;
}

const Replacements &ReviewSession::State::replacements(const std::vector<ReviewFile> &files)
{
    if (!cached) {
        std::vector<const std::vector<detect::Candidate> *> lists;
        for (const ReviewFile &file : files) {
            lists.push_back(&file.candidates);
        }
        cached.emplace(lists, key);
    }
    return *cached;
}

}   // namespace expunge::review
