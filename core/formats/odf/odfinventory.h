// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/hiddenitem.h"
#include "core/document/textunit.h"
#include "core/formats/odf/odfpackage.h"
#include "core/formats/ooxml/hiddeninventory.h"

#include <QSet>

#include <vector>

namespace expunge::formats::odf {

/// As what a file of a package is listed when it goes; `used` are the parts that trees refer to or
/// were read from. Nothing for those.
std::optional<document::HiddenKind> removedPartKind(const OdfPart &part, const QSet<QString> &used);

/// True for kinds that an OpenDocument output can hold; everything else goes whatever is said.
bool mayStay(document::HiddenKind kind);

/// Lists the metadata of a picture, or that it cannot be cleaned.
void listPicture(const OdfPart &picture, const QString &where, ooxml::HiddenInventory &inventory);

/// Lists the parts that go, metadata of pictures, and traces of the container.
void listParts(const OdfPackage &package, const QSet<QString> &used,
               ooxml::HiddenInventory &inventory);

/// A property in meta.xml, which goes as a whole.
struct MetaText
{
    QString text;
    QString name;   // "initial-creator"
    document::HiddenKind kind = document::HiddenKind::Properties;
};

/// The texts of meta.xml (OpenDocument 1.3 part 3, 4.3); Damaged when it cannot be read.
base::Result<std::vector<MetaText>> readMeta(const OdfPart &meta, const QString &path);

/// What the windows of a document show of its layers, one set of bits a window (LibreOffice's
/// VisibleLayers).
std::vector<QByteArray> visibleLayers(const OdfPart &settings, const QString &path);

/// Settings that decide how a text is laid out, without anything that tells of persons, printers or
/// sources (LibreOffice's configuration settings); empty if there is nothing of the kind.
/// `dropped`: how many others there were. Those whose own name holds one of `values`, which were
/// redacted, go as well.
QByteArray layoutSettings(const OdfPart &settings, const QString &path, int &dropped,
                          const QStringList &values = {});

}   // namespace expunge::formats::odf
