// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reviewpage.h"

#include "ui/hidden/hiddenview.h"
#include "ui/panes/documentview.h"
#include "ui/panes/overviewruler.h"
#include "ui/panes/pagepane.h"
#include "ui/panes/panelink.h"
#include "ui/panes/reviewpane.h"
#include "ui/review/candidatetext.h"
#include "ui/review/candidateview.h"
#include "ui/review/previewer.h"
#include "ui/review/reviewcontroller.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTabWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace expunge::ui {

using review::CandidateRef;
using review::Decision;

namespace {

constexpr int paneHeaderHeight = 40;

/// The strip above a pane.
QWidget *paneHeader(const QString &title, QHBoxLayout **layout, QWidget *parent)
{
    auto *header = new QWidget(parent);
    header->setFixedHeight(paneHeaderHeight);
    *layout = new QHBoxLayout(header);
    (*layout)->setContentsMargins(16, 0, 8, 0);
    (*layout)->setSpacing(8);
    auto *label = new QLabel(title, header);
    QFont font = label->font();
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    (*layout)->addWidget(label);
    return header;
}

}   // namespace

ReviewPage::ReviewPage(const Services &services, ReviewController *controller, JobRunner *runner,
                       QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_controller(controller)
    , m_previewer(new Previewer(services, controller, runner, this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
{
    setObjectName(QStringLiteral("reviewPage"));
    setAccessibleName(tr("Review"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(makeFiles());
    m_splitter->addWidget(makeOriginal());
    m_splitter->addWidget(makeScrubbed());
    m_splitter->addWidget(makeSide());
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 3);
    m_splitter->setStretchFactor(2, 3);
    m_splitter->setStretchFactor(3, 0);
    m_splitter->setSizes({180, 460, 460, 340});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    for (size_t i = 0; i < m_original->panes().size(); ++i) {
        m_links.push_back(new PaneLink(m_original->panes()[i], m_scrubbed->panes()[i], this));
    }
    connectController();
    connectPanes();
}

QWidget *ReviewPage::makeFiles()
{
    m_fileBox = new QWidget(this);
    auto *layout = new QVBoxLayout(m_fileBox);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    QHBoxLayout *header = nullptr;
    layout->addWidget(paneHeader(tr("Files"), &header, m_fileBox));
    m_files = new QListWidget(m_fileBox);
    m_files->setFrameShape(QFrame::NoFrame);
    m_files->setAccessibleName(tr("Files of this submission"));
    m_files->setObjectName(QStringLiteral("fileList"));
    m_files->setTextElideMode(Qt::ElideMiddle);
    m_files->setMinimumWidth(90);
    layout->addWidget(m_files, 1);
    m_fileBox->hide();
    return m_fileBox;
}

QWidget *ReviewPage::makeOriginal()
{
    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    QHBoxLayout *header = nullptr;
    layout->addWidget(paneHeader(tr("Original"), &header, box));
    header->addStretch(1);
    m_original = new DocumentView(box);
    m_original->setObjectName(QStringLiteral("originalPane"));
    for (ReviewPane *pane : m_original->panes()) {
        pane->setAccessibleName(tr("Original"));
    }
    m_original->addChips();
    m_ruler = new OverviewRuler(m_original, box);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_original, 1);
    row->addWidget(m_ruler);
    layout->addLayout(row, 1);
    return box;
}

QWidget *ReviewPage::makeScrubbed()
{
    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    QHBoxLayout *header = nullptr;
    QWidget *strip = paneHeader(tr("Scrubbed"), &header, box);
    strip->setToolTip(tr("The scrubbed file, read again from its bytes"));
    layout->addWidget(strip);
    m_previewState = new QLabel(strip);
    m_previewState->setMinimumWidth(1);
    m_previewState->setForegroundRole(QPalette::PlaceholderText);
    header->addWidget(m_previewState);
    header->addStretch(0);
    m_style = new QComboBox(strip);
    m_style->addItem(tr("Labels: [PERSON-1]"), static_cast<int>(review::Style::Label));
    m_style->addItem(tr("Invented values"), static_cast<int>(review::Style::Pseudonym));
    m_style->addItem(tr("Bars: ████"), static_cast<int>(review::Style::Block));
    m_style->addItem(tr("Nothing"), static_cast<int>(review::Style::Blank));
    // The words of the box give way in a small window.
    m_style->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_style->setMinimumContentsLength(4);
    m_style->setMaximumWidth(190);
    m_style->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_style->setToolTip(tr("What stands where something was redacted"));
    m_style->setAccessibleName(m_style->toolTip());
    m_style->setObjectName(QStringLiteral("styleBox"));
    header->addWidget(m_style);
    m_scrubbed = new DocumentView(box);
    m_scrubbed->setObjectName(QStringLiteral("scrubbedPane"));
    for (ReviewPane *pane : m_scrubbed->panes()) {
        pane->setAccessibleName(tr("Scrubbed file"));
    }
    m_scrubbed->setPlaceholder(tr("The scrubbed file appears here."));
    layout->addWidget(m_scrubbed, 1);
    return box;
}

QWidget *ReviewPage::makeSide()
{
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(QStringLiteral("sideTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->setMinimumWidth(190);
    m_candidates = new CandidateView(m_controller, m_tabs);
    m_hidden = new HiddenView(m_controller, m_tabs);
    m_tabs->addTab(m_candidates, tr("Candidates"));
    m_tabs->addTab(m_hidden, tr("Hidden items"));
    connect(m_hidden, &HiddenView::countChanged, this, [this](int count, int pending) {
        m_tabs->setTabText(1, pending > 0 ? tr("Hidden items (%1 to decide)").arg(pending)
                                          : tr("Hidden items (%1)").arg(count));
    });
    return m_tabs;
}

void ReviewPage::connectController()
{
    connect(m_controller, &ReviewController::sessionChanged, this, [this] {
        m_shownFile = -1;
        showFile();
        updateFiles();
        updateStyle();
    });
    // An undo may bring back another style.
    connect(m_controller, &ReviewController::historyChanged, this, &ReviewPage::updateStyle);
    connect(m_controller, &ReviewController::currentFileChanged, this, &ReviewPage::showFile);
    connect(m_controller, &ReviewController::candidatesReset, this, [this] {
        m_shownFile = -1;
        showFile();
    });
    connect(m_controller, &ReviewController::decisionsChanged, this, &ReviewPage::updateMarks);
    connect(m_controller, &ReviewController::hiddenChanged, this, &ReviewPage::updateMarks);
    connect(m_controller, &ReviewController::currentChanged, this, &ReviewPage::showCurrent);
    connect(m_controller, &ReviewController::changed, this, &ReviewPage::updateFiles);
    connect(m_style, &QComboBox::currentIndexChanged, this, [this] {
        if (review::ReviewSession *session = m_controller->session()) {
            const auto result =
                session->setStyle(static_cast<review::Style>(m_style->currentData().toInt()));
            if (!result) {
                Q_EMIT failed(result.error());
                updateStyle();
            }
        }
    });
    connect(m_files, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0 && row != m_controller->currentFile() && m_controller->session()) {
            m_controller->setCurrentFile(row);
            const CandidateRef next = m_controller->session()->nextPending({row, -1});
            if (next.file == row) {
                m_controller->setCurrent(next);
            }
        }
    });
    connect(m_previewer, &Previewer::updating, this,
            [this] { m_previewState->setText(tr("updating…")); });
    connect(m_previewer, &Previewer::ready, this, &ReviewPage::showPreview);
    connect(m_previewer, &Previewer::failed, this, [this](const base::Error &error) {
        m_scrubbed->setDocument(nullptr);
        m_scrubbed->setPlaceholder(tr("The scrubbed file could not be made."));
        m_previewState->clear();
        Q_EMIT failed(error);
    });
}

void ReviewPage::updateStyle()
{
    const review::ReviewSession *session = m_controller->session();
    if (!session) {
        return;
    }
    const QSignalBlocker quiet(m_style);
    m_style->setCurrentIndex(m_style->findData(static_cast<int>(session->style())));
}

void ReviewPage::connectPanes()
{
    const auto go = [this](int key) {
        m_controller->setCurrent({m_controller->currentFile(), key});
    };
    connect(m_original, &DocumentView::markClicked, this, go);
    connect(m_scrubbed, &DocumentView::markClicked, this, go);
    connect(m_ruler, &OverviewRuler::markClicked, this, go);
    for (const DocumentView *view : {m_original, m_scrubbed}) {
        connect(view, &DocumentView::zoomWanted, this, &ReviewPage::zoomBy);
    }
    connect(m_original, &DocumentView::restOpened, m_scrubbed, &DocumentView::setRestOpen);
    connect(m_scrubbed, &DocumentView::restOpened, m_original, &DocumentView::setRestOpen);
    connect(m_original, &DocumentView::redactClicked, this,
            [this] { m_controller->decide(Decision::Redact); });
    connect(m_original, &DocumentView::keepClicked, this,
            [this] { m_controller->decide(Decision::Keep); });
    const auto tip = [this](int key) {
        const CandidateRef ref{m_controller->currentFile(), key};
        return m_controller->session() && ref.isValid()
                   ? candidateDescription(*m_controller->session(), ref)
                   : QString();
    };
    m_original->setToolTipSource(tip);
    m_scrubbed->setToolTipSource(tip);
}

std::set<int> ReviewPage::unitsWithCandidates() const
{
    std::set<int> units;
    const review::ReviewSession *session = m_controller->session();
    if (session && m_controller->currentFile() >= 0) {
        for (const detect::Candidate &candidate :
             session->files().at(static_cast<size_t>(m_controller->currentFile())).candidates) {
            units.insert(candidate.span.unit);
        }
    }
    return units;
}

void ReviewPage::showFile()
{
    const review::ReviewSession *session = m_controller->session();
    const int file = m_controller->currentFile();
    if (!session || file < 0) {
        m_original->setDocument(nullptr);
        m_scrubbed->setDocument(nullptr);
        m_shownFile = -1;
        return;
    }
    const auto &document = session->files().at(static_cast<size_t>(file)).document;
    const bool same = m_original->document() == document.get();
    if (!same) {
        m_scrubbed->setDocument(nullptr);
    }
    m_original->setDocument(document, unitsWithCandidates(), same || m_glanced);
    m_glanced = false;
    m_scrubbed->setPlaceholder(tr("The scrubbed file appears here."));
    m_shownFile = file;
    linkPanes();
    updateMarks();
    const QSignalBlocker quiet(m_files);
    m_files->setCurrentRow(file);
}

void ReviewPage::showGlance(const std::shared_ptr<const document::Document> &pages)
{
    if (m_controller->session() && m_controller->currentFile() >= 0) {
        return;
    }
    m_glanced = pages != nullptr;
    m_original->setDocument(pages);
    m_scrubbed->setDocument(nullptr);
    m_scrubbed->setPlaceholder(pages ? tr("The file is being read …")
                                     : tr("The scrubbed file appears here."));
}

void ReviewPage::linkPanes()
{
    for (PaneLink *link : m_links) {
        link->rebuild();
    }
}

void ReviewPage::followOriginal()
{
    for (PaneLink *link : m_links) {
        link->followLeft();
    }
}

void ReviewPage::updateMarks()
{
    const review::ReviewSession *session = m_controller->session();
    if (!session || m_shownFile < 0) {
        return;
    }
    std::vector<PaneMark> marks;
    const auto &candidates = session->files().at(static_cast<size_t>(m_shownFile)).candidates;
    marks.reserve(candidates.size());
    for (size_t i = 0; i < candidates.size(); ++i) {
        const CandidateRef ref{m_shownFile, static_cast<int>(i)};
        marks.push_back(
            {candidates[i].span,
             session->active(ref) ? markStateOf(session->decision(ref)) : MarkState::Gone,
             ref.index});
    }
    std::stable_sort(marks.begin(), marks.end(),
                     [](const PaneMark &a, const PaneMark &b) { return a.span < b.span; });
    m_original->setMarks(std::move(marks));
    m_ruler->update();
}

void ReviewPage::showCurrent()
{
    const CandidateRef ref = m_controller->current();
    const int key = ref.isValid() && ref.file == m_shownFile ? ref.index : -1;
    m_original->setCurrent(key);
    m_scrubbed->setCurrent(key);
    m_ruler->update();
    if (key < 0) {
        m_original->pane()->setAccessibleDescription({});
        return;
    }
    m_original->reveal(key);
    followOriginal();
    m_original->pane()->setAccessibleDescription(
        candidateDescription(*m_controller->session(), ref));
}

void ReviewPage::updateFiles()
{
    const review::ReviewSession *session = m_controller->session();
    const int count = session ? static_cast<int>(session->files().size()) : 0;
    const QSignalBlocker quiet(m_files);
    while (m_files->count() > count) {
        delete m_files->takeItem(m_files->count() - 1);
    }
    for (int i = 0; i < count; ++i) {
        if (i == m_files->count()) {
            m_files->addItem(new QListWidgetItem);
            m_files->item(i)->setSizeHint({100, 44});
        }
        const int pending = session->counts(i).pending;
        m_files->item(i)->setText(
            tr("%1\n%2", "file, state")
                .arg(fileTitle(session->files().at(static_cast<size_t>(i))),
                     pending == 0 ? tr("decided") : tr("%1 pending").arg(pending)));
    }
    m_files->setCurrentRow(m_controller->currentFile());
    m_fileBox->setVisible(count > 1);
}

void ReviewPage::showPreview(const std::shared_ptr<Preview> &preview)
{
    m_previewState->clear();
    if (!m_controller->session() || m_previewer->file() != m_shownFile || m_shownFile < 0) {
        return;
    }
    const QSignalBlocker quiet(m_scrubbed);   // moves of its own making are not the person's
    m_scrubbed->setPages(std::move(preview->pages), true);
    m_scrubbed->setMarks(preview->marks);
    m_scrubbed->setCurrent(m_original->current());
    linkPanes();
    followOriginal();
}

bool ReviewPage::markSelection()
{
    const std::vector<document::Span> spans = m_original->selectedSpans();
    if (spans.empty() || m_shownFile < 0) {
        return false;
    }
    const int file = m_shownFile;
    m_original->clearSelection();
    m_controller->mark(file, spans);
    return true;
}

std::vector<QWidget *> ReviewPage::keyWidgets() const
{
    return {m_original, m_scrubbed, m_candidates->tree()};
}

void ReviewPage::cyclePanes()
{
    std::vector<QWidget *> stops = keyWidgets();
    stops.push_back(m_hidden);
    if (m_fileBox->isVisible()) {
        stops.push_back(m_files);
    }
    size_t now = stops.size() - 1;
    for (size_t i = 0; i < stops.size(); ++i) {
        if (stops[i]->hasFocus() || stops[i]->isAncestorOf(focusWidget())) {
            now = i;
        }
    }
    QWidget *next = stops[(now + 1) % stops.size()];
    if (next == m_hidden) {
        m_tabs->setCurrentWidget(m_hidden);
        next = m_hidden->nextInFocusChain();
    } else if (next == m_candidates->tree()) {
        m_tabs->setCurrentWidget(m_candidates);
    }
    next->setFocus(Qt::TabFocusReason);
}

void ReviewPage::cycleGrouping()
{
    const int next = (static_cast<int>(m_candidates->model()->grouping()) + 1) % 3;
    m_candidates->setGrouping(static_cast<Grouping>(next));
}

void ReviewPage::zoomBy(double factor)
{
    m_original->setZoom(m_original->zoom() * factor);
    m_scrubbed->setZoom(m_original->zoom());
}

void ReviewPage::zoomReset()
{
    m_original->setZoom(1);
    m_scrubbed->setZoom(1);
}

void ReviewPage::setStripShown(bool shown)
{
    m_original->setStripShown(shown);
}

bool ReviewPage::isStripShown() const
{
    return m_original->isStripShown();
}

void ReviewPage::turnPages()
{
    m_original->pages()->turn();
    m_scrubbed->pages()->turn();
}

void ReviewPage::showHiddenPending()
{
    m_tabs->setCurrentWidget(m_hidden);
    m_hidden->focusPending();
}

}   // namespace expunge::ui
