// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hidden/hiddenview.h"

#include "ui/choicebutton.h"
#include "ui/review/candidatetext.h"
#include "ui/review/reviewcontroller.h"
#include "ui/text/hiddentext.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace expunge::ui {

using document::HiddenAction;

namespace {

QLabel *dimLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

struct Choice
{
    HiddenAction action;
    QString text;
    QString explanation;
};

std::vector<Choice> choicesFor(const document::HiddenItem &item)
{
    const bool changes = item.kind == document::HiddenKind::TrackedChanges;
    std::vector<Choice> choices;
    choices.push_back({HiddenAction::Remove,
                       changes ? HiddenView::tr("Apply") : HiddenView::tr("Remove"),
                       changes ? HiddenView::tr("Make the changes final; nobody can see that there "
                                                "were any")
                               : HiddenView::tr("Take this out of the file")});
    if (changes) {
        choices.push_back({HiddenAction::Undo, HiddenView::tr("Undo"),
                           HiddenView::tr("Go back to the text before the changes")});
    }
    if (item.canKeep) {
        choices.push_back({HiddenAction::Keep, HiddenView::tr("Keep"),
                           HiddenView::tr("Leave this in the file as it is")});
    }
    return choices;
}

/// How many candidates stand in what a hidden item holds.
int candidatesIn(const review::ReviewSession &session, review::HiddenRef ref, const QString &item)
{
    const review::ReviewFile &file = session.files().at(static_cast<size_t>(ref.file));
    const auto &units = file.document->textUnits();
    return static_cast<int>(std::count_if(
        file.candidates.begin(), file.candidates.end(), [&](const detect::Candidate &candidate) {
            return units.at(static_cast<size_t>(candidate.span.unit)).hiddenItem == item;
        }));
}

}   // namespace

HiddenView::HiddenView(ReviewController *controller, QWidget *parent)
    : QWidget(parent)
    , m_controller(controller)
    , m_heading(dimLabel({}, this))
    , m_scroll(new QScrollArea(this))
{
    setAccessibleName(tr("Hidden items"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_heading);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::StyledPanel);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    layout->addWidget(m_scroll, 1);
    connect(controller, &ReviewController::sessionChanged, this, &HiddenView::rebuild);
    connect(controller, &ReviewController::currentFileChanged, this, &HiddenView::rebuild);
    connect(controller, &ReviewController::hiddenChanged, this, &HiddenView::refresh);
}

void HiddenView::rebuild()
{
    m_rows.clear();
    auto *list = new QWidget;
    list->setBackgroundRole(QPalette::Base);
    list->setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(list);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    const review::ReviewSession *session = m_controller->session();
    const int file = m_controller->currentFile();
    if (session && file >= 0) {
        const auto &items = session->files().at(static_cast<size_t>(file)).document->hiddenItems();
        for (size_t i = 0; i < items.size(); ++i) {
            addRow(list, layout, items[i], {file, static_cast<int>(i)});
        }
        m_heading->setText(items.empty()
                               ? tr("This file holds nothing that its pages do not show.")
                               : tr("The file holds these, and its pages do not show them. They "
                                    "are removed unless you keep them."));
    } else {
        m_heading->clear();
    }
    layout->addStretch(1);
    m_scroll->setWidget(list);
    refresh();
}

QWidget *HiddenView::makeChoices(QWidget *parent, const document::HiddenItem &item, Row *row)
{
    auto *box = new QWidget(parent);
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    row->choices = new QButtonGroup(box);
    const std::vector<Choice> choices = choicesFor(item);
    for (const Choice &choice : choices) {
        auto *button = new ChoiceButton(choice.text, box);
        button->setToolTip(choice.explanation);
        button->setAccessibleName(tr("%1: %2", "action, hidden item")
                                      .arg(choice.text, hiddenCountText(item.kind, item.count)));
        // Where there is nothing to choose, words say so instead of a button that does nothing.
        button->setVisible(choices.size() > 1);
        row->choices->addButton(button, static_cast<int>(choice.action));
        layout->addWidget(button);
    }
    if (choices.size() == 1) {
        layout->addWidget(dimLabel(tr("Always removed"), box));
    }
    layout->addStretch(1);
    row->state = dimLabel({}, box);
    layout->addWidget(row->state);
    return box;
}

void HiddenView::addRow(QWidget *list, QVBoxLayout *layout, const document::HiddenItem &item,
                        review::HiddenRef ref)
{
    Row row;
    row.ref = ref;
    auto *box = new QFrame(list);
    auto *inside = new QVBoxLayout(box);
    inside->setContentsMargins(12, 10, 12, 10);
    inside->setSpacing(4);
    auto *title = new QLabel(hiddenCountText(item.kind, item.count), box);
    QFont bold = title->font();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    title->setWordWrap(true);
    inside->addWidget(title);
    inside->addWidget(dimLabel(hiddenExplanation(item.kind), box));
    if (!item.preview.isEmpty()) {
        auto *preview = new QLabel(tr("“%1”").arg(oneLine(item.preview, 160)), box);
        preview->setWordWrap(true);
        preview->setTextFormat(Qt::PlainText);
        inside->addWidget(preview);
    }
    if (!item.format.isEmpty()) {
        inside->addWidget(dimLabel(tr("A file (%1) with texts of its own: %2. Places found in "
                                      "them: %3. If you keep it, these are decided like all "
                                      "others, and what it hides is removed.")
                                       .arg(item.format)
                                       .arg(item.texts)
                                       .arg(candidatesIn(*m_controller->session(), ref, item.id)),
                                   box));
    }
    if (!item.part.isEmpty()) {
        auto *part = dimLabel(item.part, box);
        QFont small = part->font();
        small.setPointSizeF(small.pointSizeF() * 0.85);
        part->setFont(small);
        inside->addWidget(part);
    }
    inside->addSpacing(2);
    inside->addWidget(makeChoices(box, item, &row));
    connect(row.choices, &QButtonGroup::idClicked, this, [this, ref](int id) {
        m_controller->decideHidden(ref, static_cast<HiddenAction>(id));
    });
    layout->addWidget(box);
    auto *line = new QFrame(list);
    line->setFrameShape(QFrame::HLine);
    line->setForegroundRole(QPalette::Mid);
    line->setFrameShadow(QFrame::Plain);
    layout->addWidget(line);
    m_rows.push_back(row);
}

void HiddenView::refresh()
{
    const review::ReviewSession *session = m_controller->session();
    int pending = 0;
    for (const Row &row : m_rows) {
        if (!session) {
            break;
        }
        const bool open = session->hiddenPending(row.ref);
        pending += open ? 1 : 0;
        row.choices->setExclusive(!open);
        for (QAbstractButton *button : row.choices->buttons()) {
            button->setChecked(!open
                               && row.choices->id(button)
                                      == static_cast<int>(session->hiddenAction(row.ref)));
        }
        row.choices->setExclusive(true);
        row.state->setText(open ? tr("please choose") : QString());
    }
    Q_EMIT countChanged(count(), pending);
}

void HiddenView::focusPending()
{
    const review::ReviewSession *session = m_controller->session();
    for (const Row &row : m_rows) {
        if (session && session->hiddenPending(row.ref)) {
            row.choices->buttons().first()->setFocus();
            m_scroll->ensureWidgetVisible(row.choices->buttons().first());
            return;
        }
    }
}

}   // namespace expunge::ui
