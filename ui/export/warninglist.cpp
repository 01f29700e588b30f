// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/warninglist.h"

#include <QFileInfo>
#include <QLabel>
#include <QVBoxLayout>

namespace expunge::ui {

namespace {

/// One file of the trial run.
struct TrialFile
{
    QString name;
    std::shared_ptr<const document::Document> document;
    document::RedactionPlan plan;
};

bool isSigned(const document::Document &document)
{
    const auto &items = document.hiddenItems();
    return std::any_of(items.begin(), items.end(), [](const document::HiddenItem &item) {
        return item.kind == document::HiddenKind::Signatures;
    });
}

/// The sentences of the core are English, like the statements that are signed.
QStringList trialRun(const std::vector<TrialFile> &files, const QString &signature,
                     const base::JobContext &job)
{
    QStringList sentences;
    for (const TrialFile &file : files) {
        if (isSigned(*file.document)) {
            sentences << signature.arg(file.name);
        }
        const auto output = file.document->apply(file.plan, job);
        if (job.cancelled()) {
            return {};
        }
        if (output) {
            for (const QString &warning : output->applied.warnings) {
                sentences << QStringLiteral("%1: %2").arg(file.name, warning);
            }
        }
    }
    sentences.removeDuplicates();
    return sentences;
}

}   // namespace

WarningList::WarningList(const review::ReviewSession &session, JobRunner *runner, QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_text->setObjectName(QStringLiteral("exportWarnings"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    layout->addWidget(m_text);
    hide();
    std::vector<TrialFile> files;
    for (size_t i = 0; i < session.files().size(); ++i) {
        const review::ReviewFile &file = session.files()[i];
        files.push_back(
            {QFileInfo(file.path).fileName(), file.document, session.plan(static_cast<int>(i))});
    }
    m_job = runner->start(
        this,
        [files = std::move(files),
         signature = tr("%1: the signature of another program is removed; it would not be valid "
                        "any more.")](const base::JobContext &job) {
            return trialRun(files, signature, job);
        },
        [this](const QStringList &sentences) { show(sentences); });
}

void WarningList::show(const QStringList &sentences)
{
    m_complete = true;
    m_sentences = sentences;
    if (!sentences.isEmpty()) {
        const QString heading = tr("Please note before you export:");
        m_text->setText(heading + QStringLiteral("\n• ") + sentences.join(QStringLiteral("\n• ")));
        setVisible(true);
    }
}

}   // namespace expunge::ui
