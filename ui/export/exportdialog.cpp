// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/exportdialog.h"

#include "core/detect/normalizedtext.h"
#include "ui/export/attestationpage.h"
#include "ui/export/warninglist.h"
#include "ui/iconset.h"
#include "ui/primarybutton.h"
#include "ui/text/errortext.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace expunge::ui {

namespace {

enum Page { ConfirmPage, ProgressPage, ResultPage };

QLabel *heading(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * 1.3);
    font.setBold(true);
    label->setFont(font);
    return label;
}

QLabel *wrapped(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

/// How many kept candidates say what was redacted somewhere else, or a part of it: those stay
/// readable, and that is said.
int keptElsewhere(const review::ReviewSession &session)
{
    std::vector<QString> redacted;
    std::vector<QString> kept;
    for (size_t file = 0; file < session.files().size(); ++file) {
        const auto &candidates = session.files()[file].candidates;
        for (size_t i = 0; i < candidates.size(); ++i) {
            const review::CandidateRef ref{static_cast<int>(file), static_cast<int>(i)};
            const review::Decision decision = session.decision(ref);
            if (!session.active(ref) || decision == review::Decision::Pending) {
                continue;
            }
            (decision == review::Decision::Keep ? kept : redacted)
                .push_back(detect::valueKey(candidates[i].text));
        }
    }
    return static_cast<int>(std::count_if(kept.begin(), kept.end(), [&](const QString &text) {
        return std::any_of(redacted.begin(), redacted.end(), [&](const QString &gone) {
            return gone.contains(text) || text.contains(gone);
        });
    }));
}

/// Makes the key if there is none, unlocks it, and exports: everything that takes long, in one
/// piece.
base::Result<queue::QueueEntry> signAndQueue(const Services &services,
                                             const review::ReviewSession &session, bool makeKey,
                                             const QByteArray &passphrase,
                                             const queue::ExportOptions &options,
                                             const base::JobContext &job)
{
    if (makeKey) {
        auto made = services.keys.create(passphrase);
        if (!made) {
            return tl::unexpected(made.error());
        }
    }
    auto key = services.keys.unlock(passphrase);
    if (!key) {
        return tl::unexpected(key.error());
    }
    return services.exporter.exportToQueue(session, services.queue, *key, options,
                                           services.workFolder, job);
}

}   // namespace

ExportDialog::ExportDialog(const Services &services, const review::ReviewSession &session,
                           JobRunner *runner, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_session(session)
    , m_runner(runner)
    , m_pages(new QStackedWidget(this))
    , m_missing(new QLabel(this))
    , m_go(new PrimaryButton(tr("Export and queue"), this))
    , m_close(new QPushButton(tr("Cancel"), this))
    , m_showQueue(new QPushButton(tr("&Show in queue"), this))
{
    setWindowTitle(tr("Export and queue"));
    setObjectName(QStringLiteral("exportDialog"));
    setMinimumSize(480, 360);
    resize(640, 620);
    m_pages->addWidget(makeConfirmPage());
    m_pages->addWidget(makeProgressPage());
    m_pages->addWidget(makeResultPage());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(16);
    layout->addWidget(m_pages, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    m_missing->setObjectName(QStringLiteral("exportMissing"));
    m_missing->setWordWrap(true);
    m_missing->setTextFormat(Qt::PlainText);
    m_missing->setForegroundRole(QPalette::PlaceholderText);
    buttons->addWidget(m_missing, 1);
    for (QPushButton *button : {m_showQueue, m_close, m_go}) {
        button->setMinimumHeight(32);
        buttons->addWidget(button);
    }
    layout->addLayout(buttons);
    m_go->setObjectName(QStringLiteral("exportGo"));
    m_go->setDefault(true);
    connect(m_go, &QPushButton::clicked, this, &ExportDialog::start);
    connect(m_close, &QPushButton::clicked, this, &ExportDialog::reject);
    connect(m_showQueue, &QPushButton::clicked, this, [this] {
        m_wantsQueue = true;
        accept();
    });
    connect(m_attestations, &AttestationPage::changed, this, &ExportDialog::updateButtons);
    connect(m_key, &KeyPage::changed, this, &ExportDialog::updateButtons);
    updateButtons();
    // Return must not cancel while the default button waits for the statements
    m_close->setAutoDefault(false);
    m_attestations->boxes().front()->setFocus();
    askForKey();
}

QWidget *ExportDialog::makeConfirmPage()
{
    auto *scroll = new QScrollArea(m_pages);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *page = new QWidget(scroll);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 8, 0);
    layout->setSpacing(12);
    const review::Counts counts = m_session.counts();
    layout->addWidget(heading(tr("Sign and queue this submission"), page));
    layout->addWidget(
        wrapped(tr("Files: %1. Redacted: %2. Kept: %3. Text that neither the detector nor you "
                   "marked was not judged and stays in the file.")
                    .arg(m_session.files().size())
                    .arg(counts.redacted)
                    .arg(counts.kept),
                page));
    m_warnings = new WarningList(m_session, m_runner, page);
    layout->addWidget(m_warnings);
    m_attestations = new AttestationPage(page);
    layout->addWidget(m_attestations);
    layout->addSpacing(8);
    auto *keyHeading = new QLabel(tr("Signing key"), page);
    QFont bold = keyHeading->font();
    bold.setBold(true);
    keyHeading->setFont(bold);
    layout->addWidget(keyHeading);
    m_key = new KeyPage(page);
    layout->addWidget(m_key);
    layout->addStretch(1);
    scroll->setWidget(page);
    return scroll;
}

QWidget *ExportDialog::makeProgressPage()
{
    auto *page = new QWidget(m_pages);
    auto *layout = new QVBoxLayout(page);
    layout->setSpacing(12);
    m_progressText =
        wrapped(tr("Writing the scrubbed files, reading them again from disk, searching them "
                   "for what was redacted, signing…"),
                page);
    m_progress = new QProgressBar(page);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress of the export"));
    layout->addStretch(1);
    layout->addWidget(m_progressText);
    layout->addWidget(m_progress);
    layout->addStretch(2);
    return page;
}

QWidget *ExportDialog::makeResultPage()
{
    auto *page = new QWidget(m_pages);
    auto *layout = new QHBoxLayout(page);
    layout->setSpacing(16);
    m_resultIcon = new QLabel(page);
    m_result = wrapped({}, page);
    m_result->setObjectName(QStringLiteral("exportResult"));
    m_result->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_result->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    layout->addWidget(m_resultIcon, 0, Qt::AlignTop);
    layout->addWidget(m_result, 1);
    return page;
}

void ExportDialog::askForKey()
{
    // A keychain may take seconds to answer, or ask the person to unlock it.
    m_runner->start(
        this,
        [&keys = m_services.keys](const base::JobContext &) -> base::Result<KeySituation> {
            auto status = keys.status();
            if (!status) {
                return tl::unexpected(status.error());
            }
            KeySituation situation{*status, false};
            situation.needsPassphrase =
                status->state == manifest::KeyState::None && keys.needsPassphrase();
            return situation;
        },
        [this](base::Result<KeySituation> situation) {
            if (situation) {
                m_key->setSituation(*situation);
            } else {
                finish(tl::unexpected(situation.error()));
            }
        });
}

void ExportDialog::updateButtons()
{
    const int page = m_pages->currentIndex();
    m_go->setVisible(page == ConfirmPage);
    m_go->setEnabled(m_attestations->isComplete() && m_key->isComplete());
    showMissing();
    m_showQueue->setVisible(page == ResultPage && m_queued.has_value());
    m_close->setText(page == ResultPage ? tr("Close") : tr("Cancel"));
    m_close->setEnabled(page != ProgressPage || !m_stop->stop_requested());
}

void ExportDialog::showMissing()
{
    const std::vector<QString> statements = m_attestations->missing();
    QStringList lines;
    for (const QString &statement : statements) {
        lines << tr("Not confirmed: “%1”").arg(statement);
    }
    if (!m_key->isComplete()) {
        lines << tr("The signing key is not ready.");
    }
    QString line = lines.value(0);
    if (statements.size() > 1) {
        line = tr("%1 statements are not confirmed yet.").arg(statements.size());
    } else if (statements.size() == 1 && statements.front().size() > 90) {
        line = tr("Not confirmed: “%1…”").arg(statements.front().left(80).trimmed());
    }
    m_missing->setText(line);
    m_missing->setToolTip(lines.join(u'\n'));
    m_missing->setVisible(m_pages->currentIndex() == ConfirmPage && !lines.isEmpty());
    m_go->setToolTip(lines.join(u'\n'));
    m_go->setAccessibleDescription(lines.join(u' '));
}

void ExportDialog::start()
{
    m_running = true;
    m_warnings->stop();
    m_stop = std::make_shared<std::stop_source>();
    m_pages->setCurrentIndex(ProgressPage);
    updateButtons();
    queue::ExportOptions options;
    options.manual = true;
    options.attestations = m_attestations->answers();
    const bool makesKey = m_key->makesKey();
    const QByteArray passphrase = m_key->passphrase();
    m_runner->start(
        this,
        [this, options, makesKey, passphrase, stop = m_stop](const base::JobContext &job) {
            // Stopped by our own source: what really happened is always told, also after "Cancel".
            base::JobContext own = job;
            own.stop = stop->get_token();
            return signAndQueue(m_services, m_session, makesKey, passphrase, options, own);
        },
        [this](base::Result<queue::QueueEntry> result) { finish(std::move(result)); },
        [this](qint64 done, qint64 total) {
            m_progress->setRange(0, total > 0 ? 1000 : 0);
            m_progress->setValue(total > 0 ? static_cast<int>(done * 1000 / total) : 0);
        });
}

void ExportDialog::finish(base::Result<queue::QueueEntry> result)
{
    m_running = false;
    if (result) {
        m_queued = *result;
        m_result->setText(successText(*result));
        m_resultIcon->setPixmap(icon(QStringLiteral("done")).pixmap(32, 32));
        m_pages->setCurrentIndex(ResultPage);
        m_showQueue->setDefault(true);
    } else if (result.error().code == base::ErrorCode::KeyLocked) {
        // The key may have been made in the meantime, so it is asked for anew.
        m_pages->setCurrentIndex(ConfirmPage);
        m_key->showWrongPassphrase();
    } else {
        m_problem = result.error();
        m_result->setText(errorSentence(result.error()));
        m_resultIcon->setPixmap(icon(QStringLiteral("problem")).pixmap(32, 32));
        m_pages->setCurrentIndex(ResultPage);
    }
    updateButtons();
}

QString ExportDialog::successText(const queue::QueueEntry &entry) const
{
    const int redacted = m_session.counts().redacted;
    QStringList lines;
    lines << (redacted == 1 ? tr("The written bytes were searched for the 1 redacted text: 0 of 1 "
                                 "found where it was redacted.")
                            : tr("The written bytes were searched for the redacted texts: 0 of %1 "
                                 "found where they were redacted.")
                                  .arg(redacted));
    const int elsewhere = keptElsewhere(m_session);
    if (elsewhere > 0) {
        lines << tr("The same text still stands where you decided to keep it, places: %1.")
                     .arg(elsewhere);
    }
    lines << tr("Signed with your key.");
    lines << tr("Queued as %1.").arg(entry.id.right(8));
    lines << tr("The original files were not changed.");
    lines << tr("Text that neither the detector nor you marked was not judged.");
    return lines.join(QStringLiteral("\n\n"));
}

QString ExportDialog::resultText() const
{
    return m_result->text();
}

void ExportDialog::reject()
{
    if (m_running) {
        m_stop->request_stop();
        m_progressText->setText(tr("Stopping…"));
        updateButtons();
        return;
    }
    QDialog::reject();
}

}   // namespace expunge::ui
