// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/ooxml/embeddedfiles.h"
#include "core/formats/ooxml/storyedit.h"

#include <map>
#include <optional>

namespace expunge::formats::ooxml {

/// Where the texts of an embedded file stand among those of the file around it.
struct EmbeddedPlace
{
    int file = -1;   // position in EmbeddedFiles
    int firstUnit = 0;
    QString item;   // id of the hidden item
};

/// The texts of an embedded file as units of the file around it, from `firstUnit` on; `number`
/// counts such files.
std::vector<document::TextUnit> unitsInside(const EmbeddedFile &file, int number, int firstUnit);

/// Completes the hidden item that an embedded file is listed as.
void describeFile(document::HiddenItem &item, const EmbeddedFile &file);

/// Id of the item that describeFile() completed for a file.
QString itemOf(const std::vector<document::HiddenItem> &items, const EmbeddedFile &file);

/// How an embedded file is written.
struct EmbeddedOutput
{
    QString name;   // of its part
    QString contentType;
    QString program;   // ProgID of the program that opens it
};

/// Carries a plan out on the embedded files that it keeps. A file that cannot be scrubbed, or not
/// be opened again afterwards, goes like one that is not kept.
class EmbeddedScrub
{
public:
    EmbeddedScrub(const EmbeddedFiles &files, const std::vector<EmbeddedPlace> &places,
                  const document::RedactionPlan &plan);

    /// An edit of a text, by position in EmbeddedFile::units.
    void add(int file, int text, const SpanEdit &edit);

    /// Scrubs what is kept. Cancelled.
    base::Result<> run(const base::JobContext &job);

    /// The file in a part if it stays; `folder` is where its part is written, "word/embeddings/".
    /// Who asks refers to it.
    std::optional<EmbeddedOutput> use(const Part *part, const QString &folder);

    /// The file in a part as it was, and scrubbed and opened again; null if it goes.
    const document::Document *original(const Part *part) const;
    const document::Document *written(const Part *part) const;

    /// The parts of what use() was asked for.
    std::vector<Part> parts() const;

    /// True if the item of an embedded file stays.
    bool keeps(const QString &item) const;

    /// What became of the units of the file around.
    void describe(document::Applied &applied) const;

private:
    struct Kept
    {
        EmbeddedPlace place;
        std::map<int, std::vector<SpanEdit>> edits;   // by inner unit
        document::Document::Output output;
        std::shared_ptr<const document::Document> written;   // null: it could not be scrubbed
        EmbeddedOutput used;   // without a name as long as nothing refers to it
    };

    base::Result<> scrub(Kept &kept, const base::JobContext &job);
    const Kept *find(const Part *part) const;
    const EmbeddedFile &fileOf(const Kept &kept) const;

    const EmbeddedFiles &m_files;
    std::vector<Kept> m_kept;
    int m_count = 0;
};

}   // namespace expunge::formats::ooxml
