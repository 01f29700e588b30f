// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jobcontext.h"
#include "core/base/result.h"
#include "core/formats/ooxml/zipdirectory.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <vector>

namespace expunge::formats::ooxml {

/// One relationship of a part (ECMA-376 part 2, clause 9.3).
struct Relationship
{
    QString id;
    QString type;     // Transitional or Strict URI, as found
    QString target;   // internal: name of the part that it leads to, resolved
                      // ("word/media/image1.png"); external: as found
    bool external = false;
};

/// The last segment of a relationship type, the same for Transitional and Strict: "officeDocument",
/// "hyperlink".
QString relationshipKind(const QString &type);

/// One part of a package, decoded.
struct Part
{
    QString name;          // without leading slash, as found (names compare case-insensitively)
    QString contentType;   // empty if the package does not say
    QByteArray bytes;
    std::vector<Relationship> relationships;
    bool reachable = false;   // from the package's own relationships
};

/// An Open Packaging Conventions package (ECMA-376 part 2) read from zip bytes, with every trap of
/// the container refused or noted. Parts that are relationships or [Content_Types].xml are not
/// listed; what they say is in the parts.
class Package
{
public:
    /// Damaged, DuplicateEntry (exact, by case, by percent encoding or Unicode form), UnsafeEntry,
    /// ExpansionLimit, ForbiddenMarkup, Encrypted (zip level); `path` for error locations only.
    /// Dangling relationships are left out and counted in the warnings.
    static base::Result<Package> read(const QByteArray &zip, const QString &path,
                                      const base::JobContext &job,
                                      const PackageLimits &limits = {});

    const std::vector<Part> &parts() const { return m_parts; }
    const Part *find(const QString &name) const;   // case-insensitive
    const std::vector<Relationship> &rootRelationships() const { return m_root; }

    /// The main part: target of the root relationship "officeDocument"; null if there is none.
    const Part *mainPart() const;

    /// Traces of the container: comments, extra fields, times other than 1980, bytes that no entry
    /// owns; how many, for a hidden item.
    int archiveTraces() const { return m_archiveTraces; }

    /// Entries of the zip that are no parts: folders. Everything else that has bytes is in parts()
    /// or containerParts(), "[trash]/…" and relationships of a part that is not there included
    /// (unreachable, and without content type unless the package gives one).
    const std::vector<QString> &strayEntries() const { return m_strayEntries; }

    /// [Content_Types].xml and the relationship parts as bytes, for searching; they are made anew
    /// when a package is written.
    const std::vector<std::pair<QString, QByteArray>> &containerParts() const
    {
        return m_containerParts;
    }

    const std::vector<QString> &warnings() const { return m_warnings; }

    /// Lets go of the bytes of a part, one of parts(), that nobody needs any more.
    void release(const Part &part)
    {
        m_parts[static_cast<size_t>(&part - m_parts.data())].bytes = {};
    }

    /// For what prepares a package before it is read: a part, null if there is none, and a new one,
    /// which makes pointers to the others invalid.
    Part *edit(const QString &name);
    void add(Part part);

private:
    friend class PackageReader;

    std::vector<Part> m_parts;
    std::vector<Relationship> m_root;
    QHash<QString, int> m_index;   // partKey -> position
    int m_archiveTraces = 0;
    std::vector<QString> m_strayEntries;
    std::vector<std::pair<QString, QByteArray>> m_containerParts;
    std::vector<QString> m_warnings;
};

/// A package as it is to be written: parts in their order, each with content type and
/// relationships.
struct OutputPackage
{
    std::vector<Part> parts;   // `reachable` is ignored
    std::vector<Relationship> root;
};

/// Writes a package to zip bytes, the same bytes for the same content: [Content_Types].xml first,
/// then the root relationships, then parts and their relationships in order of name; times
/// 1980-01-01, no extra fields, no comments, deflate level 4, stored when smaller. Relationships to
/// parts that are not there are an Internal error: the caller must have mended them.
base::Result<QByteArray> writePackage(const OutputPackage &package, const base::JobContext &job);

/// XML parts must not hold a document type declaration, in any encoding, and not nest deeper than
/// 256 elements.
base::Result<> checkMarkup(const QByteArray &xml, const QString &partName, const QString &path);

}   // namespace expunge::formats::ooxml
