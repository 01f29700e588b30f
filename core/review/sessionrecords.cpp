// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/sessionrecords.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>

namespace expunge::review {

namespace {

// Records are CBOR maps (RFC 8949) with these keys.
enum Key {
    Operation = 0,
    Time,
    SeedKey,
    Path,
    Sha,
    KindKey,
    DecisionKey,
    Candidates,
    ActionKey,
    Hidden,
    Added,
    StyleKey
};

enum OperationName { Start = 1, File, StepOperation, Undo, Redo };

QCborArray names(const auto &list)
{
    QCborArray array;
    for (const auto &name : list) {
        array.append(name.file);
        array.append(name.id);
    }
    return array;
}

template<typename Name>
bool readNames(const QCborArray &array, std::vector<Name> &list)
{
    if (array.size() % 2 != 0) {
        return false;
    }
    for (qsizetype i = 0; i < array.size(); i += 2) {
        if (!array.at(i).isString() || !array.at(i + 1).isString()) {
            return false;
        }
        list.push_back({array.at(i).toString(), array.at(i + 1).toString()});
    }
    return true;
}

QCborArray addedArray(const std::vector<AddedCandidate> &list)
{
    QCborArray array;
    for (const AddedCandidate &added : list) {
        array.append(QCborArray{added.file, added.id, added.type, added.span.unit, added.span.begin,
                                added.span.end, static_cast<int>(added.decision)});
    }
    return array;
}

template<typename Enum>
bool readEnum(const QCborValue &value, Enum last, Enum &result)
{
    const qint64 number = value.toInteger(-1);
    if (number < 0 || number > static_cast<qint64>(last)) {
        return false;
    }
    result = static_cast<Enum>(number);
    return true;
}

bool readAdded(const QCborArray &array, std::vector<AddedCandidate> &list)
{
    for (const QCborValue value : array) {
        const QCborArray fields = value.toArray();
        AddedCandidate added;
        if (fields.size() != 7 || !readEnum(fields.at(6), Decision::Keep, added.decision)) {
            return false;
        }
        added.file = fields.at(0).toString();
        added.id = fields.at(1).toString();
        added.type = fields.at(2).toString();
        added.span = {static_cast<int>(fields.at(3).toInteger(-1)),
                      static_cast<int>(fields.at(4).toInteger(-1)),
                      static_cast<int>(fields.at(5).toInteger(-1))};
        list.push_back(std::move(added));
    }
    return true;
}

/// Writes each kind of content into a map.
struct Encoder
{
    QCborMap &map;

    void operator()(const SessionStart &start) const
    {
        map[Operation] = Start;
        map[SeedKey] = start.key;
    }
    void operator()(const JournalledFile &file) const
    {
        map[Operation] = File;
        map[Path] = file.path;
        map[Sha] = file.sourceSha256;
    }
    void operator()(const Step &step) const
    {
        map[Operation] = StepOperation;
        map[KindKey] = static_cast<int>(step.kind);
        map[DecisionKey] = static_cast<int>(step.decision);
        map[Candidates] = names(step.candidates);
        map[ActionKey] = static_cast<int>(step.action);
        map[Hidden] = names(step.hidden);
        map[Added] = addedArray(step.added);
        map[StyleKey] = static_cast<int>(step.style);
    }
    void operator()(const UndoRecord &) const { map[Operation] = Undo; }
    void operator()(const RedoRecord &) const { map[Operation] = Redo; }
};

std::optional<Step> decodeStep(const QCborMap &map)
{
    Step step;
    if (readEnum(map[KindKey], StepInfo::Kind::Style, step.kind)
        && readEnum(map[DecisionKey], Decision::Keep, step.decision)
        && readEnum(map[ActionKey], document::HiddenAction::Undo, step.action)
        && readEnum(map[StyleKey], Style::Blank, step.style)
        && readNames(map[Candidates].toArray(), step.candidates)
        && readNames(map[Hidden].toArray(), step.hidden)
        && readAdded(map[Added].toArray(), step.added)) {
        return step;
    }
    return std::nullopt;
}

}   // namespace

QString fileKey(const QString &sourceSha256, int occurrence)
{
    return sourceSha256 + QLatin1Char('#') + QString::number(occurrence);
}

QByteArray encodeRecord(const SessionRecord &record)
{
    QCborMap map;
    map[Time] = record.time;
    std::visit(Encoder{map}, record.content);
    return map.toCborValue().toCbor();
}

std::optional<SessionRecord> decodeRecord(const QByteArray &bytes)
{
    QCborParserError error;
    const QCborValue value = QCborValue::fromCbor(bytes, &error);
    if (error.error != QCborError::NoError || !value.isMap()) {
        return std::nullopt;
    }
    const QCborMap map = value.toMap();
    SessionRecord record;
    record.time = map[Time].toInteger();
    switch (map[Operation].toInteger()) {
    case Start:
        record.content = SessionStart{map[SeedKey].toByteArray()};
        return record;
    case File:
        record.content = JournalledFile{map[Path].toString(), map[Sha].toString()};
        return record;
    case StepOperation:
        if (auto step = decodeStep(map)) {
            record.content = std::move(*step);
            return record;
        }
        return std::nullopt;
    case Undo:
        record.content = UndoRecord{};
        return record;
    case Redo:
        record.content = RedoRecord{};
        return record;
    default:
        return std::nullopt;
    }
}

}   // namespace expunge::review
