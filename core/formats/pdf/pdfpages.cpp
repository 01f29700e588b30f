// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/pdfpages.h"

#include <array>
#include <set>

namespace expunge::pdf {

using base::ErrorCode;

namespace {

constexpr std::array inherited{"/Resources", "/MediaBox", "/CropBox", "/Rotate"};
using Inherited = std::array<QPDFObjectHandle, inherited.size()>;

/// A node of the tree that is still to be looked at.
struct Node
{
    QPDFObjectHandle object;
    Inherited values;
};

bool isPage(const QPDFObjectHandle &node)
{
    QPDFObjectHandle dictionary = node;
    return dictionary.isDictionary() && !dictionary.hasKey("/Kids");
}

Inherited valuesOf(QPDFObjectHandle node, const Inherited &above)
{
    Inherited values = above;
    for (size_t i = 0; i < inherited.size(); ++i) {
        if (node.hasKey(inherited[i])) {
            values[i] = node.getKey(inherited[i]);
        }
    }
    return values;
}

/// Walks the tree in the order of pages, without recursion: a chain of a million nodes is no
/// problem.
class PageWalk
{
public:
    PageWalk(QPDF &file, int most)
        : m_file(file)
        , m_most(most)
    {
    }

    bool run(const QPDFObjectHandle &root)
    {
        std::vector<Node> open{{root, {}}};
        while (!open.empty()) {
            Node node = std::move(open.back());
            open.pop_back();
            if (!node.object.isDictionary()) {
                continue;
            }
            if (isPage(node.object)) {
                if (!take(node)) {
                    return false;
                }
                continue;
            }
            if (node.object.isIndirect() && !m_nodes.insert(node.object.getObjGen()).second) {
                continue;   // a cycle
            }
            const Inherited values = valuesOf(node.object, node.values);
            QPDFObjectHandle kids = node.object.getKey("/Kids");
            for (int i = kids.isArray() ? kids.getArrayNItems() : 0; i > 0; --i) {
                open.push_back({kids.getArrayItem(i - 1), values});
            }
        }
        return true;
    }

    /// False when there are too many.
    bool take(const Node &node)
    {
        if (static_cast<int>(m_pages.size()) >= m_most) {
            return false;
        }
        QPDFObjectHandle page = node.object;
        // a page that stands twice in the tree is two pages
        if (!page.isIndirect() || !m_leaves.insert(page.getObjGen()).second) {
            page = m_file.makeIndirectObject(page.shallowCopy());
        }
        for (size_t i = 0; i < inherited.size(); ++i) {
            if (!page.hasKey(inherited[i]) && node.values[i].isInitialized()) {
                page.replaceKey(inherited[i], node.values[i]);
            }
        }
        m_pages.push_back(page);
        return true;
    }

    std::vector<QPDFObjectHandle> m_pages;

private:
    QPDF &m_file;
    int m_most;
    std::set<QPDFObjGen> m_nodes;
    std::set<QPDFObjGen> m_leaves;
};

bool takeLoosePages(QPDF &file, PageWalk &walk)
{
    for (QPDFObjectHandle object : file.getAllObjects()) {
        if (object.isDictionaryOfType("/Page") && !walk.take({object, {}})) {
            return false;
        }
    }
    return true;
}

}   // namespace

tl::expected<std::vector<QPDFObjectHandle>, ErrorCode> flattenPages(QPDF &file, int most)
{
    PageWalk walk(file, most);
    QPDFObjectHandle root = file.getRoot();
    if (!walk.run(root.getKey("/Pages")) || (walk.m_pages.empty() && !takeLoosePages(file, walk))) {
        return tl::unexpected(ErrorCode::ExpansionLimit);
    }
    if (walk.m_pages.empty()) {
        return tl::unexpected(ErrorCode::Damaged);
    }
    QPDFObjectHandle tree = file.makeIndirectObject(QPDFObjectHandle::newDictionary());
    QPDFObjectHandle kids = QPDFObjectHandle::newArray();
    for (QPDFObjectHandle page : walk.m_pages) {
        page.replaceKey("/Type", QPDFObjectHandle::newName("/Page"));
        page.replaceKey("/Parent", tree);
        kids.appendItem(page);
    }
    tree.replaceKey("/Type", QPDFObjectHandle::newName("/Pages"));
    tree.replaceKey("/Kids", kids);
    tree.replaceKey("/Count", QPDFObjectHandle::newInteger(std::ssize(walk.m_pages)));
    root.replaceKey("/Pages", tree);
    return std::move(walk.m_pages);
}

}   // namespace expunge::pdf
