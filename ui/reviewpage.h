// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/jobrunner.h"
#include "ui/panes/panemark.h"
#include "ui/services.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QListWidget;
class QSplitter;
class QTabWidget;

namespace expunge::ui {

class CandidateView;
class DocumentView;
class HiddenView;
class OverviewRuler;
class PaneLink;
class Previewer;
struct Preview;
class ReviewController;

/// The place where files are reviewed: files, original, scrubbed file, candidates and hidden items
/// side by side.
class ReviewPage final : public QWidget
{
    Q_OBJECT

public:
    ReviewPage(const Services &services, ReviewController *controller, JobRunner *runner,
               QWidget *parent = nullptr);

    DocumentView *original() const { return m_original; }
    DocumentView *scrubbed() const { return m_scrubbed; }
    CandidateView *candidates() const { return m_candidates; }
    HiddenView *hidden() const { return m_hidden; }
    QListWidget *files() const { return m_files; }
    Previewer *previewer() const { return m_previewer; }

    /// Marks what is selected in the original; false if nothing is.
    bool markSelection();
    void cyclePanes();
    void cycleGrouping();
    void zoomBy(double factor);
    void zoomReset();
    void setStripShown(bool shown);
    bool isStripShown() const;
    void turnPages();
    void showHiddenPending();

    /// Pages of a file that is still being read, while nothing else is shown; null: no more.
    void showGlance(const std::shared_ptr<const document::Document> &pages);

    /// The widgets whose focus makes single keys work.
    std::vector<QWidget *> keyWidgets() const;

Q_SIGNALS:
    void failed(const expunge::base::Error &error);

private:
    QWidget *makeOriginal();
    QWidget *makeScrubbed();
    QWidget *makeSide();
    QWidget *makeFiles();
    void connectController();
    void connectPanes();
    void showFile();
    void showCurrent();
    void linkPanes();
    void followOriginal();
    void updateMarks();
    void updateFiles();
    void updateStyle();
    void showPreview(const std::shared_ptr<Preview> &preview);
    std::set<int> unitsWithCandidates() const;

    const Services &m_services;
    ReviewController *m_controller;
    Previewer *m_previewer;
    DocumentView *m_original = nullptr;
    DocumentView *m_scrubbed = nullptr;
    OverviewRuler *m_ruler = nullptr;
    std::vector<PaneLink *> m_links;   // one for each kind of pane
    CandidateView *m_candidates = nullptr;
    HiddenView *m_hidden = nullptr;
    QListWidget *m_files = nullptr;
    QWidget *m_fileBox = nullptr;
    QTabWidget *m_tabs = nullptr;
    QSplitter *m_splitter = nullptr;
    QLabel *m_previewState = nullptr;
    QComboBox *m_style = nullptr;
    bool m_glanced = false;   // the original is a glance at a file that is being read
    int m_shownFile = -1;
};

}   // namespace expunge::ui
