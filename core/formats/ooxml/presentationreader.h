// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jobcontext.h"
#include "core/formats/ooxml/presentationmodel.h"

#include <QSet>

#include <set>

namespace expunge::formats::ooxml {

/// Builds a DeckModel step by step.
class DeckReader
{
public:
    DeckReader(const Package &package, const EmbeddedFiles &files, const QString &path,
               const base::JobContext &job, XmlPart main);

    base::Result<std::unique_ptr<DeckModel>> run();

private:
    base::Result<> parseTrees();
    void readMain();
    base::Result<> readSlides();
    base::Result<> readLayouts();
    base::Result<> readTree(DeckTree &tree, const document::Place &place);
    void readNames(DeckTree &tree, const document::Place &place);
    void addNameUnit(DeckTree &tree, pugi::xml_node node, const document::Place &place, int item);
    void addTreeUnits(DeckTree &tree);
    void addLinks(const DeckTree &tree, const document::Place &place);
    base::Result<> readSides(int holder, const Part &part, const document::Place &place);
    base::Result<> readSide(const DeckPart &deck, int holder, const document::Place &place);
    void addSideUnits(DeckSide &side, const document::Place &place);
    std::vector<int> diagramCopies(const SidePart &drawing) const;
    base::Result<> readThemes();
    void addFonts(pugi::xml_node root, const QString &part);
    void addLoose();
    void addEmbedded(const DeckPart &deck);
    void joinCharts(const Part *workbook, int first);
    bool mayStay(const DeckPart &deck) const;
    void addTargets(const Part &part);
    bool isChartData(const DeckPart &deck) const;
    void listPictures();
    void addUnit(document::TextUnit unit, DeckOrigin origin, int item);
    int treeIndex(const DeckTree &tree) const;

    const Package &m_package;
    const EmbeddedFiles &m_files;
    const QString &m_path;
    const base::JobContext &m_job;
    std::vector<QString> m_shown;
    std::unique_ptr<DeckModel> m_model;
    XmlPart m_main;
    DeckInventory m_inventory;
    std::vector<int> m_unitItems;
    QSet<const Part *> m_sidesRead;
    std::map<DeckRole, int> m_sideCounts;
    std::set<const Part *> m_shownFiles;   // by objects of slides, and behind charts
};

}   // namespace expunge::formats::ooxml
