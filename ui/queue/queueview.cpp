// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queue/queueview.h"

#include "ui/iconset.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace expunge::ui {

using queue::SubmissionState;

namespace {

constexpr int pollMs = 2000;

/// The characters of an id that are shown: a UUID of version 7 begins with its time, so the end
/// tells more.
QString shortId(const QString &id)
{
    return id.right(8);
}

int outputs(const queue::QueueEntry &entry)
{
    return static_cast<int>(
        std::count_if(entry.files.begin(), entry.files.end(), [](const queue::QueuedFile &file) {
            return file.role == queue::QueuedFile::Role::Output;
        }));
}

bool canWithdraw(SubmissionState state)
{
    return state == SubmissionState::Staging || state == SubmissionState::Ready
           || state == SubmissionState::RetryWait || state == SubmissionState::Failed;
}

}   // namespace

QString QueueView::stateText(SubmissionState state)
{
    switch (state) {
    case SubmissionState::Staging:
        return tr("Being put together");
    case SubmissionState::Ready:
        return tr("Ready for delivery");
    case SubmissionState::Uploading:
        return tr("Being delivered");
    case SubmissionState::Delivered:
        return tr("Delivered");
    case SubmissionState::RetryWait:
        return tr("Waiting to try again");
    case SubmissionState::Failed:
        return tr("Not delivered");
    case SubmissionState::Withdrawn:
        return tr("Withdrawn");
    case SubmissionState::RecallRequested:
        return tr("Recall requested");
    case SubmissionState::Recalled:
        return tr("Recalled");
    }
    return {};
}

QueueView::QueueView(queue::SubmissionQueue &queue, QWidget *parent)
    : QWidget(parent)
    , m_queue(queue)
    , m_list(new QTreeWidget(this))
    , m_empty(new QLabel(tr("Nothing is queued yet. Review a file and choose “Export and queue”."),
                         this))
    , m_details(new QLabel(this))
    , m_withdraw(new QPushButton(icon(QStringLiteral("undo")), tr("&Withdraw"), this))
    , m_export(new QPushButton(icon(QStringLiteral("open")), tr("&Save a copy…"), this))
{
    setObjectName(QStringLiteral("queueView"));
    setAccessibleName(tr("Queue"));
    m_list->setObjectName(QStringLiteral("queueList"));
    m_list->setAccessibleName(tr("Queued submissions"));
    m_list->setHeaderLabels(
        {tr("Submission"), tr("State"), tr("Files"), tr("Redactions"), tr("Size"), tr("Made")});
    m_list->setRootIsDecorated(false);
    m_list->setAlternatingRowColors(true);
    m_list->setUniformRowHeights(true);
    m_list->header()->setStretchLastSection(true);
    m_details->setTextFormat(Qt::PlainText);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_details->setWordWrap(true);
    m_details->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_details->setAccessibleName(tr("About the selected submission"));
    m_withdraw->setToolTip(tr("Take this submission back before it is delivered"));
    m_export->setToolTip(tr("Save the scrubbed files and their manifest in a folder"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setForegroundRole(QPalette::PlaceholderText);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_list, 3);
    layout->addWidget(m_details, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(m_export);
    buttons->addWidget(m_withdraw);
    layout->addLayout(buttons);

    connect(m_list, &QTreeWidget::currentItemChanged, this, &QueueView::showDetails);
    connect(m_withdraw, &QPushButton::clicked, this, &QueueView::withdraw);
    connect(m_export, &QPushButton::clicked, this, &QueueView::exportSelected);
    connect(&queue, &queue::SubmissionQueue::changed, this, &QueueView::refresh);
    connect(&m_poll, &QTimer::timeout, this, [this] {
        // Another process (delivery, the command line) may have changed the queue.
        if (isVisible() && m_queue.changedElsewhere()) {
            refresh();
        }
    });
    m_poll.start(pollMs);
    refresh();
}

QString QueueView::selectedId() const
{
    const QTreeWidgetItem *item = m_list->currentItem();
    return item ? item->data(0, Qt::UserRole).toString() : QString();
}

void QueueView::refresh()
{
    const QString selected = selectedId();
    const auto entries = m_queue.list();
    if (!entries) {
        Q_EMIT failed(entries.error());
        return;
    }
    const QLocale locale;
    m_list->clear();
    for (const queue::QueueEntry &entry : *entries) {
        auto *item = new QTreeWidgetItem(
            m_list, {shortId(entry.id), stateText(entry.state), locale.toString(outputs(entry)),
                     locale.toString(entry.redactions), locale.formattedDataSize(entry.bytes),
                     locale.toString(entry.created.toLocalTime(), QLocale::ShortFormat)});
        item->setData(0, Qt::UserRole, entry.id);
        item->setToolTip(0, entry.id);
        item->setSizeHint(0, {120, 32});
        if (entry.id == selected) {
            m_list->setCurrentItem(item);
        }
    }
    for (int column = 0; column < 5; ++column) {
        m_list->resizeColumnToContents(column);
        m_list->setColumnWidth(column, m_list->columnWidth(column) + 24);
    }
    const bool empty = entries->empty();
    m_empty->setVisible(empty);
    m_list->setVisible(!empty);
    m_details->setVisible(!empty);
    if (!empty && !m_list->currentItem()) {
        m_list->setCurrentItem(m_list->topLevelItem(0));
    }
    showDetails();
}

void QueueView::show(const QString &id)
{
    refresh();
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        if (m_list->topLevelItem(i)->data(0, Qt::UserRole).toString() == id) {
            m_list->setCurrentItem(m_list->topLevelItem(i));
        }
    }
}

void QueueView::showDetails()
{
    const QString id = selectedId();
    const auto entry =
        id.isEmpty() ? base::Result<queue::QueueEntry>(queue::QueueEntry{}) : m_queue.show(id);
    m_withdraw->setEnabled(!id.isEmpty() && entry && canWithdraw(entry->state));
    m_export->setEnabled(!id.isEmpty());
    if (id.isEmpty() || !entry) {
        m_details->clear();
        return;
    }
    const QLocale locale;
    QStringList lines;
    lines << tr("Submission %1").arg(entry->id);
    lines << tr("State: %1, since %2")
                 .arg(stateText(entry->state),
                      locale.toString(entry->updated.toLocalTime(), QLocale::ShortFormat));
    for (const queue::QueuedFile &file : entry->files) {
        lines << tr("%1, %2, SHA-256 %3…", "file name, size, digest")
                     .arg(file.name, locale.formattedDataSize(file.bytes), file.sha256.left(16));
    }
    lines << tr("Manifest: SHA-256 %1…").arg(entry->manifestSha256.left(16));
    m_details->setText(lines.join(u'\n'));
}

void QueueView::withdraw()
{
    const QString id = selectedId();
    const auto result = m_queue.withdraw(id);
    if (!result) {
        Q_EMIT failed(result.error());
        return;
    }
    refresh();
    Q_EMIT withdrawn(id);
}

void QueueView::exportSelected()
{
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Save a copy of the submission in a folder"));
    if (folder.isEmpty()) {
        return;
    }
    const auto result = m_queue.exportTo(selectedId(), folder);
    if (!result) {
        Q_EMIT failed(result.error());
    }
}

}   // namespace expunge::ui
