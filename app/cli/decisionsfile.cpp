// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/decisionsfile.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <set>

namespace expunge::cli {

using base::ErrorCode;
using base::failure;
using base::Result;
using document::HiddenAction;
using review::Decision;
using namespace Qt::StringLiterals;

namespace {

const QString schemaName = u"expunge.decisions/1"_s;

QString actionName(const document::HiddenItem &item)
{
    return item.byDefault == document::HiddenDefault::Keep ? u"keep"_s : u"remove"_s;
}

/// Reads the parts of one file; the first fault is kept.
class Parser
{
public:
    explicit Parser(QString location) { m_decisions.location = std::move(location); }

    Result<DecisionsFile> parse(const QByteArray &json)
    {
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(json, &error);
        if (error.error != QJsonParseError::NoError || !document.isObject()) {
            return fault(u"not a JSON object (byte %1)"_s.arg(error.offset));
        }
        const QJsonObject root = document.object();
        if (root.value(u"schema"_s).toString() != schemaName) {
            return fault(u"schema is not "_s + schemaName);
        }
        static const std::set<QString> known{u"schema"_s, u"path"_s, u"candidates"_s, u"hidden"_s};
        for (const QString &key : root.keys()) {
            if (!known.contains(key)) {
                return fault(u"unknown field "_s + key);
            }
        }
        m_decisions.path = root.value(u"path"_s).toString();
        for (const auto &value : root.value(u"candidates"_s).toArray()) {
            if (auto read = readCandidate(value.toObject()); !read) {
                return tl::unexpected(read.error());
            }
        }
        for (const auto &value : root.value(u"hidden"_s).toArray()) {
            if (auto read = readHidden(value.toObject()); !read) {
                return tl::unexpected(read.error());
            }
        }
        return m_decisions;
    }

private:
    tl::unexpected<base::Error> fault(const QString &detail) const
    {
        return failure(ErrorCode::DecisionsInvalid, m_decisions.location, detail);
    }

    Result<> readCandidate(const QJsonObject &object)
    {
        const QString id = object.value(u"id"_s).toString();
        if (id.isEmpty() || m_decisions.candidates.contains(id)) {
            return fault(id.isEmpty() ? u"a candidate without id"_s : u"twice: candidate "_s + id);
        }
        const QString word = object.value(u"decision"_s).toString();
        if (word != u"redact"_s && word != u"keep"_s) {
            return fault(u"candidate %1: decision must be redact or keep"_s.arg(id));
        }
        DecisionsFile::CandidateDecision decision{
            object.value(u"text"_s).toString(),
            word == u"redact"_s ? Decision::Redact : Decision::Keep, std::nullopt};
        const QJsonValue replacement = object.value(u"replacement"_s);
        if (!replacement.isUndefined()) {
            if (!replacement.isString() || decision.decision == Decision::Keep) {
                return fault(
                    u"candidate %1: a replacement is a text, for what is redacted"_s.arg(id));
            }
            decision.replacement = replacement.toString();
            if (!decision.text.isEmpty()
                && decision.replacement->contains(decision.text, Qt::CaseInsensitive)) {
                return fault(u"candidate %1: the replacement holds the text itself"_s.arg(id));
            }
        }
        m_decisions.candidates[id] = std::move(decision);
        return {};
    }

    Result<> readHidden(const QJsonObject &object)
    {
        static const std::map<QString, HiddenAction> actions{{u"remove"_s, HiddenAction::Remove},
                                                             {u"keep"_s, HiddenAction::Keep},
                                                             {u"undo"_s, HiddenAction::Undo}};
        const QString id = object.value(u"id"_s).toString();
        if (id.isEmpty() || m_decisions.hidden.contains(id)) {
            return fault(id.isEmpty() ? u"a hidden item without id"_s
                                      : u"twice: hidden item "_s + id);
        }
        const auto action = actions.find(object.value(u"action"_s).toString());
        if (action == actions.end()) {
            return fault(u"hidden item %1: action must be remove, keep or undo"_s.arg(id));
        }
        m_decisions.hidden[id] = action->second;
        return {};
    }

    DecisionsFile m_decisions;
};

}   // namespace

QJsonObject decisionsObject(const QString &path, const document::Document &document,
                            const std::vector<detect::Candidate> &candidates)
{
    QJsonArray list;
    for (const detect::Candidate &candidate : candidates) {
        const auto unit = static_cast<size_t>(candidate.span.unit);
        list.append(
            QJsonObject{{u"id"_s, candidate.id},
                        {u"type"_s, candidate.type},
                        {u"text"_s, candidate.text},
                        {u"label"_s, document::placeLabel(document.textUnits().at(unit).place)},
                        {u"decision"_s, u"redact"_s}});
    }
    QJsonArray hidden;
    for (const document::HiddenItem &item : document.hiddenItems()) {
        hidden.append(QJsonObject{{u"id"_s, item.id},
                                  {u"kind"_s, document::hiddenKindName(item.kind)},
                                  {u"label"_s, document::hiddenLabel(item)},
                                  {u"action"_s, actionName(item)}});
    }
    return {{u"schema"_s, schemaName},
            {u"path"_s, path},
            {u"candidates"_s, list},
            {u"hidden"_s, hidden}};
}

Result<DecisionsFile> parseDecisions(const QByteArray &json, const QString &location)
{
    return Parser(location).parse(json);
}

Result<> checkDecisions(const DecisionsFile &decisions, const document::Document &document,
                        const std::vector<detect::Candidate> &candidates)
{
    const auto fault = [&](const QString &detail) {
        return failure(ErrorCode::DecisionsInvalid, decisions.location, detail);
    };
    QHash<QString, QString> texts;
    for (const detect::Candidate &candidate : candidates) {
        texts.insert(candidate.id, candidate.text);
    }
    for (auto it = decisions.candidates.begin(); it != decisions.candidates.end(); ++it) {
        if (!texts.contains(it.key())) {
            return fault(u"the input has no candidate "_s + it.key());
        }
        if (texts.value(it.key()) != it->text) {
            return fault(u"candidate %1 has another text in the input"_s.arg(it.key()));
        }
    }
    std::map<QString, const document::HiddenItem *> items;
    for (const document::HiddenItem &item : document.hiddenItems()) {
        items[item.id] = &item;
    }
    for (auto it = decisions.hidden.begin(); it != decisions.hidden.end(); ++it) {
        const auto item = items.find(it.key());
        if (item == items.end()) {
            return fault(u"the input has no hidden item "_s + it.key());
        }
        if (*it == HiddenAction::Keep && !item->second->canKeep) {
            return fault(u"hidden item %1 cannot be kept"_s.arg(it.key()));
        }
        if (*it == HiddenAction::Undo
            && item->second->kind != document::HiddenKind::TrackedChanges) {
            return fault(u"hidden item %1 cannot be undone"_s.arg(it.key()));
        }
    }
    return {};
}

}   // namespace expunge::cli
