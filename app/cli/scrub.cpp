// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/jsonlines.h"
#include "app/cli/outputname.h"
#include "app/cli/passphrase.h"
#include "app/cli/scruboptions.h"
#include "core/base/fileio.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace expunge::cli {

using base::ErrorCode;
using base::failure;
using base::Result;
using review::CandidateRef;
using review::Decision;
using review::HiddenRef;
using review::ReviewSession;
using namespace Qt::StringLiterals;

namespace {

constexpr int nameAttempts = 1000;

/// The key that signs; KeyMissing and its kin when there is none.
Result<manifest::SigningKey> unlockKey(Context &context)
{
    manifest::KeyStore &keys = context.composition().keys();
    const auto status = keys.status();
    if (!status) {
        return tl::unexpected(status.error());
    }
    if (status->state == manifest::KeyState::None) {
        return failure(ErrorCode::KeyMissing);
    }
    QByteArray passphrase;
    if (status->state == manifest::KeyState::InFile) {
        auto read = readPassphrase(context.arguments(), false);
        if (!read) {
            return tl::unexpected(read.error());
        }
        passphrase = std::move(*read);
    }
    return keys.unlock(passphrase);
}

/// One call of the command: all inputs are one submission, so that an entity has the same label in
/// all of them.
class ScrubRun
{
public:
    ScrubRun(Context &context, ScrubOptions options, std::optional<manifest::SigningKey> key)
        : m_context(context)
        , m_options(std::move(options))
        , m_key(std::move(key))
        , m_session(nullptr)
    {
    }

    void run()
    {
        const QStringList &inputs = m_context.arguments().operands;
        std::vector<Result<int>> files;
        for (const QString &path : inputs) {
            m_context.showProgress(std::ssize(files) + 1, inputs.size(), path);
            files.push_back(take(path));
        }
        warnOfMissingTypes(u"--accept"_s, m_options.accept.types(), candidates());
        if (auto set = m_session.setStyle(m_options.style); !set) {
            m_context.fail(set.error());
            return;
        }
        for (qsizetype i = 0; i < inputs.size(); ++i) {
            const Result<int> &file = files[static_cast<size_t>(i)];
            Result<queue::SignedOutput> output =
                file ? write(*file, inputs[i]) : tl::unexpected(file.error());
            report(inputs[i], output);
        }
    }

private:
    Result<int> take(const QString &path)
    {
        auto intake = takeIn(m_context, path, m_options.analyzer);
        if (!intake) {
            return tl::unexpected(intake.error());
        }
        if (const DecisionsFile *decisions = decisionsFor(path)) {
            if (auto fit = checkDecisions(*decisions, *intake->document, intake->candidates);
                !fit) {
                return tl::unexpected(fit.error());
            }
        }
        const auto pages = std::ssize(intake->document->pages());
        for (const document::PageRegion &region : m_options.regions) {
            if (region.page > pages) {
                return failure(ErrorCode::WrongUsage, path, u"page %1"_s.arg(region.page));
            }
        }
        const QString id = u"f%1"_s.arg(m_session.files().size() + 1);
        return m_session.addFile({id, path, intake->sha256, intake->document,
                                  std::move(intake->candidates), ownReplacements(path),
                                  std::move(intake->keepListed), m_options.regions});
    }

    QHash<QString, QString> ownReplacements(const QString &path) const
    {
        QHash<QString, QString> own;
        if (const DecisionsFile *decisions = decisionsFor(path)) {
            for (auto it = decisions->candidates.begin(); it != decisions->candidates.end(); ++it) {
                if (const auto &replacement = it->replacement) {
                    own.insert(it.key(), *replacement);
                }
            }
        }
        return own;
    }

    std::vector<const detect::Candidate *> candidates() const
    {
        std::vector<const detect::Candidate *> all;
        for (const review::ReviewFile &file : m_session.files()) {
            for (const detect::Candidate &candidate : file.candidates) {
                all.push_back(&candidate);
            }
        }
        return all;
    }

    const DecisionsFile *decisionsFor(const QString &path) const
    {
        const bool only = m_context.arguments().operands.size() == 1;
        return m_options.decisions && (only || m_options.decisions->path == path)
                   ? &*m_options.decisions
                   : nullptr;
    }

    Result<> decideHidden(int file, const DecisionsFile *decisions)
    {
        const auto &items = m_session.files().at(static_cast<size_t>(file)).document->hiddenItems();
        std::map<document::HiddenAction, std::vector<HiddenRef>> choices;
        for (int i = 0; i < static_cast<int>(items.size()); ++i) {
            const document::HiddenItem &item = items[static_cast<size_t>(i)];
            const bool named = decisions != nullptr && decisions->hidden.contains(item.id);
            if (!named && m_options.hidden.asksToKeep(item) && !item.canKeep) {
                printMessage(
                    u"%1 cannot be kept and will be removed."_s.arg(document::hiddenLabel(item)));
            }
            const auto action =
                named ? decisions->hidden.value(item.id) : m_options.hidden.action(item);
            choices[action].push_back({file, i});
        }
        for (const auto &[action, refs] : choices) {
            if (auto done = m_session.decideHidden(refs, action); !done) {
                return done;
            }
        }
        return {};
    }

    Result<> decide(int file)
    {
        const review::ReviewFile &reviewed = m_session.files().at(static_cast<size_t>(file));
        const DecisionsFile *decisions = decisionsFor(reviewed.path);
        // hidden items first: text inside an item that goes needs no decision of its own
        if (auto done = decideHidden(file, decisions); !done) {
            return done;
        }
        std::map<Decision, std::vector<CandidateRef>> choices;
        for (int i = 0; i < static_cast<int>(reviewed.candidates.size()); ++i) {
            const detect::Candidate &candidate = reviewed.candidates[static_cast<size_t>(i)];
            Decision decision =
                m_options.accept.accepts(candidate) ? Decision::Redact : Decision::Keep;
            if (decisions != nullptr && decisions->candidates.contains(candidate.id)) {
                decision = decisions->candidates.value(candidate.id).decision;
            }
            choices[decision].push_back({file, i});
        }
        for (const auto &[decision, refs] : choices) {
            if (auto done = m_session.decide(refs, decision); !done) {
                return done;
            }
        }
        return {};
    }

    QString stem(int file, int attempt)
    {
        if (!m_options.scrubbedNames) {
            m_number = scrub::nextFreeNumber(m_options.folder, m_number);
            return u"file-%1"_s.arg(m_number, 3, 10, QLatin1Char('0'));
        }
        const review::ReviewFile &reviewed = m_session.files().at(static_cast<size_t>(file));
        std::vector<QString> redacted;
        for (int i = 0; i < static_cast<int>(reviewed.candidates.size()); ++i) {
            if (m_session.decision({file, i}) == Decision::Redact) {
                redacted.push_back(reviewed.candidates[static_cast<size_t>(i)].text);
            }
        }
        const QString stem =
            scrubbedStem(m_context, reviewed.path, redacted, m_options.analyzer, m_options.accept);
        return attempt == 0 ? stem : u"%1-%2"_s.arg(stem).arg(attempt + 1);
    }

    Result<queue::SignedOutput> write(int file, const QString &input)
    {
        if (auto done = decide(file); !done) {
            return tl::unexpected(done.error());
        }
        queue::ExportOptions options;
        options.customTerms = static_cast<int>(m_options.analyzer.terms.terms.size());
        const manifest::SigningKey *key = m_key ? &*m_key : nullptr;
        Result<queue::SignedOutput> output = failure(ErrorCode::OutputExists, m_options.folder);
        for (int attempt = 0; attempt < nameAttempts; ++attempt) {
            const scrub::Destination destination{m_options.folder, stem(file, attempt)};
            const document::DocumentInfo &info =
                m_session.files().at(static_cast<size_t>(file)).document->info();
            if (QFileInfo::exists(destination.folder + u'/' + destination.stem + u'.'
                                  + info.suffix)) {
                continue;
            }
            output = m_context.composition().exporter().exportFile(m_session, file, destination,
                                                                   key, options, {});
            if (output || output.error().code != ErrorCode::OutputExists) {
                break;
            }
        }
        if (output) {
            ++m_number;
            return writeManifest(std::move(*output));
        }
        base::Error error = output.error();
        error.location = error.location.isEmpty() ? input : error.location;
        return tl::unexpected(error);
    }

    Result<queue::SignedOutput> writeManifest(queue::SignedOutput output) const
    {
        if (output.manifest.isEmpty()) {
            return output;
        }
        const QString path = output.scrubbed.path + u".manifest.json"_s;
        if (auto written = base::writeFileDurably(path, output.manifest, base::Existing::Refuse);
            !written) {
            QFile::remove(output.scrubbed.path);   // signed or not at all
            return tl::unexpected(written.error());
        }
        return output;
    }

    void report(const QString &input, const Result<queue::SignedOutput> &output)
    {
        const bool json = m_context.arguments().has(u"--json"_s);
        QJsonObject line{{u"schema"_s, u"expunge.scrub/1"_s},
                         {u"path"_s, input},
                         {u"output"_s, QJsonValue::Null},
                         {u"redactions"_s, 0},
                         {u"hidden"_s, 0},
                         {u"error"_s, QJsonValue::Null}};
        if (!output) {
            m_context.fail(output.error());
            line.insert(u"error"_s, errorObject(output.error()));
        } else {
            const scrub::Scrubbed &scrubbed = output->scrubbed;
            int hidden = 0;
            for (const document::RemovedHidden &removed : scrubbed.applied.hidden) {
                hidden += removed.count;
            }
            for (const QString &warning : scrubbed.applied.warnings) {
                printMessage(u"%1: %2"_s.arg(input, warning));
            }
            line.insert(u"output"_s, scrubbed.path);
            line.insert(u"redactions"_s, static_cast<int>(scrubbed.applied.spans.size()));
            line.insert(u"hidden"_s, hidden);
        }
        if (json) {
            printJson(line);
        } else if (output) {
            printLine(u"%1 -> %2: %3 redactions, %4 hidden items removed"_s
                          .arg(input, output->scrubbed.path)
                          .arg(line.value(u"redactions"_s).toInt())
                          .arg(line.value(u"hidden"_s).toInt()));
        }
    }

    Context &m_context;
    ScrubOptions m_options;
    std::optional<manifest::SigningKey> m_key;
    ReviewSession m_session;
    int m_number = 1;
};

/// Says of every input why nothing was made of it.
void refuseAll(Context &context, const base::Error &error)
{
    context.fail(error);
    if (context.arguments().has(u"--json"_s)) {
        for (const QString &path : context.arguments().operands) {
            printJson({{u"schema"_s, u"expunge.scrub/1"_s},
                       {u"path"_s, path},
                       {u"output"_s, QJsonValue::Null},
                       {u"redactions"_s, 0},
                       {u"hidden"_s, 0},
                       {u"error"_s, errorObject(error)}});
        }
    }
}

}   // namespace

void runScrub(Context &context)
{
    auto options = scrubOptions(context);
    if (!options) {
        return;
    }
    std::optional<manifest::SigningKey> key;
    if (options->sign) {
        auto unlocked = unlockKey(context);
        if (!unlocked) {
            refuseAll(context, unlocked.error());
            return;
        }
        key = std::move(*unlocked);
    }
    const QString folder = options->folder;
    const bool isNew = !QFileInfo(folder).isDir();
    if (isNew) {
        if (auto made = base::makePrivateFolder(options->folder); !made) {
            refuseAll(context, made.error());
            return;
        }
    }
    ScrubRun(context, std::move(*options), std::move(key)).run();
    if (isNew) {
        QDir().rmdir(folder);   // which an empty folder alone lets happen: nothing was written
    }
}

}   // namespace expunge::cli
