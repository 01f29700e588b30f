// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/submissionqueue.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace expunge::ui {

/// The queue: what was signed, in which state it is, and what is in it.
class QueueView final : public QWidget
{
    Q_OBJECT

public:
    explicit QueueView(queue::SubmissionQueue &queue, QWidget *parent = nullptr);

    void refresh();
    void show(const QString &id);
    QString selectedId() const;
    QTreeWidget *list() const { return m_list; }
    QPushButton *withdrawButton() const { return m_withdraw; }

    /// A state in words for people.
    static QString stateText(queue::SubmissionState state);

Q_SIGNALS:
    void failed(const expunge::base::Error &error);
    void withdrawn(const QString &id);

private:
    void showDetails();
    void withdraw();
    void exportSelected();

    queue::SubmissionQueue &m_queue;
    QTimer m_poll;
    QTreeWidget *m_list;
    QLabel *m_empty;
    QLabel *m_details;
    QPushButton *m_withdraw;
    QPushButton *m_export;
};

}   // namespace expunge::ui
