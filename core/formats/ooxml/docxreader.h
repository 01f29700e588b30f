// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/ooxml/docxmodel.h"
#include "core/formats/ooxml/effectivestyle.h"
#include "core/formats/ooxml/hiddeninventory.h"
#include "core/formats/ooxml/listmarkers.h"

#include <optional>
#include <set>

namespace expunge::formats::ooxml {

/// Builds a DocxModel step by step.
class DocxReader
{
public:
    DocxReader(const Package &package, const StoryTrees &trees, const EmbeddedFiles &files,
               const QString &path, const base::JobContext &job)
        : m_package(package)
        , m_trees(trees)
        , m_files(files)
        , m_path(path)
        , m_job(job)
    {
    }

    base::Result<DocxModel> run();

private:
    base::Result<> readStories();
    base::Result<> readStory(const RoledPart &roled, int number, const EffectiveStyle &styles,
                             ListMarkers &markers);
    void addStoryUnits(int index);
    std::optional<document::HiddenKind> unseenNote(PartRole role, const std::string &note) const;
    void addLinks(int index);
    base::Result<> addSides();
    void addSideUnits(int index, int number);
    std::vector<int> diagramCopies(const SidePart &drawing) const;
    void addLoose();
    void addEmbedded();
    void joinCharts(const Part *workbook, int first);
    bool isListedFile(const Part &part) const;
    void listParts();
    void listTraces(const StoryPart &story);
    void settleHidden();
    void addUnit(document::TextUnit unit, UnitOrigin origin,
                 std::optional<document::HiddenKind> hidden);

    const Package &m_package;
    const StoryTrees &m_trees;
    const EmbeddedFiles &m_files;
    const QString &m_path;
    const base::JobContext &m_job;
    DocxModel m_model;
    HiddenInventory m_inventory;
    std::vector<std::optional<document::HiddenKind>> m_unitKinds;
    std::set<const Part *> m_shownFiles;   // by objects of stories, and behind charts
};

}   // namespace expunge::formats::ooxml
