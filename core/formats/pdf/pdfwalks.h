// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <QByteArray>
#include <QString>

#include <functional>
#include <map>
#include <vector>

namespace expunge::pdf {

/// A node of a tree of the file, after its parent; the same order each time.
struct TreeNode
{
    QPDFObjectHandle object;
    int parent = -1;   // index among the nodes
};

/// The outline's items (ISO 32000-1, 12.3.3) from above; cycles are cut.
std::vector<TreeNode> outlineNodes(QPDF &file);

/// The structure elements (14.7.2) in their order; cycles are cut.
std::vector<TreeNode> structureNodes(QPDF &file);

/// Entries of a name or number tree (7.9.6, 7.9.7): key and value; cycles are cut.
void forEachEntry(const QPDFObjectHandle &tree, const char *leaves,
                  const std::function<void(QPDFObjectHandle key, QPDFObjectHandle value)> &visit);

/// A value of a dictionary or the nearest of its parents that has it (12.7.3.1); null if none has.
QPDFObjectHandle inheritedValue(QPDFObjectHandle node, const char *key);

/// A text string as text (7.9.2.2); empty for anything else.
QString textOf(QPDFObjectHandle string);
/// A text string in the shortest form that holds it.
QPDFObjectHandle textString(const QString &text);

/// Whether an annotation is set to be seen (12.5.3).
bool isShown(QPDFObjectHandle annotation);

/// How the texts of a file are called between its inventory and its rebuilding.
QByteArray annotationSite(int page, int annotation, const char *key);
QByteArray objectSite(const QPDFObjectHandle &object, const char *key);
QByteArray nodeSite(const char *tree, size_t node, const char *key);

/// Whether a link leads to the web or to an address, not to a disk.
bool leadsToWeb(const QString &uri);

}   // namespace expunge::pdf
