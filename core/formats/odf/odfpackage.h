// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jobcontext.h"
#include "core/base/result.h"
#include "core/formats/formathandler.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <vector>

namespace expunge::formats::odf {

/// What an OpenDocument file is (OpenDocument 1.3 part 2, annex C; part 3, annex C).
enum class OdfKind { None, Text, Spreadsheet, Presentation, Drawing, Chart, Formula, Other };

OdfKind kindOf(const QString &mediaType);
bool isTemplate(const QString &mediaType);

/// One file of a package.
struct OdfPart
{
    QString name;        // "content.xml", "Object 1/content.xml", "Pictures/a.png"
    QString mediaType;   // as META-INF/manifest.xml says; empty if it does not
    QByteArray bytes;
};

/// An OpenDocument package (OpenDocument 1.3 part 2) read from zip bytes, with every trap of the
/// container refused or noted.
class OdfPackage
{
public:
    /// Damaged, DuplicateEntry, UnsafeEntry, ExpansionLimit, ForbiddenMarkup, Encrypted (by zip or
    /// by the manifest), ContentMismatch (no OpenDocument package).
    static base::Result<OdfPackage> read(const Source &source, const base::JobContext &job);

    const QString &mediaType() const { return m_mediaType; }
    OdfKind kind() const { return kindOf(m_mediaType); }

    /// Everything but the mimetype, META-INF/manifest.xml and folders, in the order of the zip.
    const std::vector<OdfPart> &parts() const { return m_parts; }
    const OdfPart *find(const QString &name) const;   // exact name

    /// Media type of a folder that holds a document of its own, "Object 1".
    QString folderType(const QString &folder) const { return m_folders.value(folder); }

    /// "Object 1/" + "./image.png", "../Pictures/a.png", "#…": the part that a reference leads to;
    /// empty when it leaves the package or to no part. `folder` is where the XML stands, without
    /// slash at its end.
    QString resolve(const QString &folder, const QString &reference) const;

    int archiveTraces() const { return m_archiveTraces; }

    /// mimetype and manifest as bytes, for searching; made anew when a package is written.
    const std::vector<OdfPart> &containerParts() const { return m_containerParts; }

private:
    friend class OdfPackageReader;

    QString m_mediaType;
    std::vector<OdfPart> m_parts;
    QHash<QString, int> m_index;
    QHash<QString, QString> m_folders;
    std::vector<OdfPart> m_containerParts;
    int m_archiveTraces = 0;
};

/// A package as it is to be written.
struct OdfOutput
{
    QString mediaType;
    std::vector<OdfPart> parts;                         // with their media types
    std::vector<std::pair<QString, QString>> folders;   // "Object 1" -> media type
};

/// Writes a package, the same bytes for the same content: the mimetype first, stored and without
/// extra field (part 2, 3.3), then the manifest, which lists exactly the parts, then the parts in
/// order of name.
base::Result<QByteArray> writeOdfPackage(const OdfOutput &output, const base::JobContext &job);

}   // namespace expunge::formats::odf
