// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/pdfwalks.h"

#include <QRegularExpression>

#include <set>

namespace expunge::pdf {

using QPDFObject = QPDFObjectHandle;

namespace {

constexpr size_t mostNodes = 2'000'000;

/// True the first time for an object; direct ones cannot be in a cycle.
bool isNew(std::set<QPDFObjGen> &seen, const QPDFObject &object)
{
    return !object.isIndirect() || seen.insert(object.getObjGen()).second;
}

std::vector<QPDFObject> childrenOf(QPDFObject element)
{
    QPDFObject kids = element.getKey("/K");
    return kids.isArray() ? kids.getArrayAsVector() : std::vector<QPDFObject>{kids};
}

bool isElement(QPDFObject kid)
{
    return kid.isDictionary() && kid.hasKey("/S") && !kid.hasKey("/MCID") && !kid.hasKey("/Obj");
}

}   // namespace

std::vector<TreeNode> outlineNodes(QPDF &file)
{
    QPDFObject root = file.getRoot().getKey("/Outlines");
    std::vector<TreeNode> nodes;
    std::set<QPDFObjGen> seen;
    // first children, and the next one of each when its own children are done
    std::vector<TreeNode> open;
    if (root.isDictionary()) {
        open.push_back({root.getKey("/First"), -1});
    }
    while (!open.empty() && nodes.size() < mostNodes) {
        const TreeNode node = open.back();
        open.pop_back();
        QPDFObject item = node.object;
        if (!item.isDictionary() || !isNew(seen, item)) {
            continue;
        }
        nodes.push_back(node);
        open.push_back({item.getKey("/Next"), node.parent});
        open.push_back({item.getKey("/First"), static_cast<int>(nodes.size()) - 1});
    }
    return nodes;
}

std::vector<TreeNode> structureNodes(QPDF &file)
{
    QPDFObject root = file.getRoot().getKey("/StructTreeRoot");
    std::vector<TreeNode> nodes;
    std::set<QPDFObjGen> seen;
    std::vector<TreeNode> open;
    const auto push = [&open](const std::vector<QPDFObject> &kids, int parent) {
        for (auto kid = kids.rbegin(); kid != kids.rend(); ++kid) {
            if (isElement(*kid)) {
                open.push_back({*kid, parent});
            }
        }
    };
    if (root.isDictionary()) {
        push(childrenOf(root), -1);
    }
    while (!open.empty() && nodes.size() < mostNodes) {
        const TreeNode node = open.back();
        open.pop_back();
        if (isNew(seen, node.object)) {
            nodes.push_back(node);
            push(childrenOf(node.object), static_cast<int>(nodes.size()) - 1);
        }
    }
    return nodes;
}

void forEachEntry(const QPDFObject &tree, const char *leaves,
                  const std::function<void(QPDFObject key, QPDFObject value)> &visit)
{
    std::set<QPDFObjGen> seen;
    std::vector<QPDFObject> open{tree};
    size_t entries = 0;
    while (!open.empty() && entries < mostNodes) {
        QPDFObject node = open.back();
        open.pop_back();
        if (!node.isDictionary() || !isNew(seen, node)) {
            continue;
        }
        QPDFObject pairs = node.getKey(leaves);
        for (int i = 0; pairs.isArray() && i + 1 < pairs.getArrayNItems(); i += 2) {
            visit(pairs.getArrayItem(i), pairs.getArrayItem(i + 1));
            ++entries;
        }
        QPDFObject kids = node.getKey("/Kids");
        for (int i = kids.isArray() ? kids.getArrayNItems() : 0; i > 0; --i) {
            open.push_back(kids.getArrayItem(i - 1));
        }
    }
}

QPDFObject inheritedValue(QPDFObject node, const char *key)
{
    std::set<QPDFObjGen> seen;
    while (node.isDictionary() && isNew(seen, node)) {
        if (node.hasKey(key)) {
            return node.getKey(key);
        }
        node = node.getKey("/Parent");
    }
    return QPDFObject::newNull();
}

QString textOf(QPDFObject string)
{
    return string.isString() ? QString::fromStdString(string.getUTF8Value()) : QString();
}

QPDFObject textString(const QString &text)
{
    return QPDFObject::newUnicodeString(text.toStdString());
}

bool isShown(QPDFObject annotation)
{
    QPDFObject flags = annotation.getKey("/F");
    constexpr long long hidden = 2;
    constexpr long long noView = 32;
    return !flags.isInteger() || (flags.getIntValue() & (hidden | noView)) == 0;
}

QByteArray annotationSite(int page, int annotation, const char *key)
{
    return "p" + QByteArray::number(page) + "a" + QByteArray::number(annotation) + key;
}

QByteArray objectSite(const QPDFObject &object, const char *key)
{
    return object.isIndirect() ? "o" + QByteArray::number(object.getObjectID()) + key
                               : QByteArray();
}

QByteArray nodeSite(const char *tree, size_t node, const char *key)
{
    return tree + QByteArray::number(node) + key;
}

bool leadsToWeb(const QString &uri)
{
    static const QRegularExpression web(QStringLiteral("^(https?|mailto|tel|ftps?|sip|news):"),
                                        QRegularExpression::CaseInsensitiveOption);
    return web.match(uri.trimmed()).hasMatch();
}

}   // namespace expunge::pdf
