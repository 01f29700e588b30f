// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"
#include "app/cli/jsonlines.h"

#include <QJsonArray>

namespace expunge::cli {

using base::Result;
using queue::QueueEntry;
using queue::SubmissionQueue;
using namespace Qt::StringLiterals;

namespace {

QString roleName(queue::QueuedFile::Role role)
{
    switch (role) {
    case queue::QueuedFile::Role::Manifest:
        return u"manifest"_s;
    case queue::QueuedFile::Role::Output:
        return u"output"_s;
    case queue::QueuedFile::Role::Task:
        return u"task"_s;
    }
    Q_UNREACHABLE();
}

QString timeText(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODate) : QString();
}

QJsonObject entryObject(const QueueEntry &entry)
{
    QJsonArray files;
    for (const queue::QueuedFile &file : entry.files) {
        files.append(QJsonObject{{u"role"_s, roleName(file.role)},
                                 {u"name"_s, file.name},
                                 {u"sha256"_s, file.sha256},
                                 {u"bytes"_s, file.bytes}});
    }
    const QJsonValue error = entry.errorCode.isEmpty() ? QJsonValue() : QJsonValue(entry.errorCode);
    return {{u"schema"_s, u"expunge.queue/1"_s},
            {u"id"_s, entry.id},
            {u"state"_s, queue::stateName(entry.state)},
            {u"created"_s, timeText(entry.created)},
            {u"updated"_s, timeText(entry.updated)},
            {u"priority"_s, entry.priority},
            {u"bytes"_s, entry.bytes},
            {u"manifestSha256"_s, entry.manifestSha256},
            {u"redactions"_s, entry.redactions},
            {u"attempts"_s, entry.attempts},
            {u"error"_s, error},
            {u"files"_s, files}};
}

Result<> list(SubmissionQueue &queue, bool json)
{
    const auto entries = queue.list();
    if (!entries) {
        return tl::unexpected(entries.error());
    }
    for (const QueueEntry &entry : *entries) {
        if (json) {
            printJson(entryObject(entry));
        } else {
            printLine(u"%1  %2  %3  %4 bytes"_s
                          .arg(entry.id, queue::stateName(entry.state), timeText(entry.created))
                          .arg(entry.bytes));
        }
    }
    return {};
}

Result<> show(SubmissionQueue &queue, const QString &id, bool json)
{
    const auto entry = queue.show(id);
    if (!entry) {
        return tl::unexpected(entry.error());
    }
    const auto events = queue.events(entry->id);
    if (!events) {
        return tl::unexpected(events.error());
    }
    if (json) {
        QJsonArray history;
        for (const queue::QueueEvent &event : *events) {
            history.append(QJsonObject{{u"at"_s, timeText(event.at)},
                                       {u"from"_s, event.from},
                                       {u"to"_s, event.to},
                                       {u"code"_s, event.code}});
        }
        QJsonObject object = entryObject(*entry);
        object.insert(u"events"_s, history);
        printJson(object);
        return {};
    }
    printLine(u"%1  %2"_s.arg(entry->id, queue::stateName(entry->state)));
    for (const queue::QueuedFile &file : entry->files) {
        printLine(u"  %1  %2  %3 bytes  %4"_s.arg(roleName(file.role), file.name)
                      .arg(file.bytes)
                      .arg(file.sha256));
    }
    for (const queue::QueueEvent &event : *events) {
        printLine(u"  %1  %2"_s.arg(timeText(event.at), event.to));
    }
    return {};
}

Result<> run(SubmissionQueue &queue, const Arguments &arguments)
{
    const QString &command = arguments.command;
    const bool json = arguments.has(u"--json"_s);
    if (command == u"queue list"_s) {
        return list(queue, json);
    }
    if (command == u"queue show"_s) {
        return show(queue, arguments.operands.first(), json);
    }
    if (command == u"queue withdraw"_s) {
        const auto entry = queue.show(arguments.operands.first());
        return entry ? queue.withdraw(entry->id) : tl::unexpected(entry.error());
    }
    const auto entry = queue.show(arguments.operands.first());
    return entry ? queue.exportTo(entry->id, arguments.operands.last())
                 : tl::unexpected(entry.error());
}

}   // namespace

void runQueue(Context &context)
{
    auto queue = context.composition().queue();
    if (!queue) {
        context.fail(queue.error());
        return;
    }
    if (auto done = run(**queue, context.arguments()); !done) {
        context.fail(done.error());
    }
}

}   // namespace expunge::cli
