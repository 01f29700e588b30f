// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/pdfwalks.h"
#include "core/formats/pdf/rebuildcontext.h"

namespace expunge::pdf {

using QPDFObject = QPDFObjectHandle;
using document::HiddenKind;

namespace {

constexpr long long highestMark =
    1'000'000;                  // of the marks of a page, which are an array's places
constexpr int mostRoles = 16;   // that a role is looked up through

/// Standard structure types (14.8.4; ISO 32000-2, 14.8.4).
bool isStandardType(const std::string &type)
{
    static const std::set<std::string> types{"/Document",  "/DocumentFragment",
                                             "/Part",      "/Art",
                                             "/Sect",      "/Div",
                                             "/Aside",     "/BlockQuote",
                                             "/Caption",   "/TOC",
                                             "/TOCI",      "/Index",
                                             "/NonStruct", "/Private",
                                             "/P",         "/H",
                                             "/H1",        "/H2",
                                             "/H3",        "/H4",
                                             "/H5",        "/H6",
                                             "/L",         "/LI",
                                             "/Lbl",       "/LBody",
                                             "/Table",     "/TR",
                                             "/TH",        "/TD",
                                             "/THead",     "/TBody",
                                             "/TFoot",     "/Span",
                                             "/Quote",     "/Note",
                                             "/Reference", "/BibEntry",
                                             "/Code",      "/Link",
                                             "/Annot",     "/Ruby",
                                             "/RB",        "/RT",
                                             "/RP",        "/Warichu",
                                             "/WT",        "/WP",
                                             "/Figure",    "/Formula",
                                             "/Form",      "/Title",
                                             "/FENote",    "/Em",
                                             "/Strong",    "/Sub",
                                             "/Artifact"};
    return types.contains(type);
}

std::string standardType(QPDFObject type, QPDFObject roles)
{
    std::string name = type.isName() ? type.getName() : "/Span";
    for (int i = 0; i < mostRoles && !isStandardType(name); ++i) {
        QPDFObject role = roles.isDictionary() ? roles.getKey(name) : QPDFObject::newNull();
        if (!role.isName()) {
            break;
        }
        name = role.getName();
    }
    return isStandardType(name) ? name : "/Span";
}

/// Copies the tree of tags, and makes the one that leads from marks on pages back to it.
class StructureCopier
{
public:
    explicit StructureCopier(RebuildContext &context)
        : m_context(context)
        , m_nodes(structureNodes(context.work.qpdf()))
        , m_roles(QPDFObject::newNull())
    {
    }

    bool run(QPDFObject catalog)
    {
        QPDFObject source = m_context.work.qpdf().getRoot().getKey("/StructTreeRoot");
        if (!source.isDictionary() || m_nodes.empty()) {
            return false;
        }
        m_roles = source.getKey("/RoleMap");
        m_root = m_context.out.makeIndirectObject(QPDFObject::newDictionary());
        m_root.replaceKey("/Type", QPDFObject::newName("/StructTreeRoot"));
        for (size_t i = 0; i < m_nodes.size(); ++i) {
            m_copies.push_back(m_context.out.makeIndirectObject(QPDFObject::newDictionary()));
            if (m_nodes[i].object.isIndirect()) {
                m_index[m_nodes[i].object.getObjGen()] = i;
            }
        }
        findLosses();
        m_root.replaceKey("/K", children(source, -1, QPDFObject::newNull()));
        for (size_t i = 0; i < m_nodes.size(); ++i) {
            fill(i);
        }
        m_root.replaceKey("/ParentTree", parentTree());
        catalog.replaceKey("/StructTreeRoot", m_root);
        return true;
    }

private:
    /// Elements whose content lost something, and all above them.
    void findLosses()
    {
        m_lost.assign(m_nodes.size(), false);
        for (size_t i = 0; i < m_nodes.size(); ++i) {
            QPDFObject page = inheritedPage(i);
            QPDFObject kids = m_nodes[i].object.getKey("/K");
            for (QPDFObject kid :
                 kids.isArray() ? kids.getArrayAsVector() : std::vector<QPDFObject>{kids}) {
                QPDFObject mark = kid.isDictionary() ? kid.getKey("/MCID") : kid;
                const bool ownPage = kid.isDictionary() && kid.hasKey("/Pg");
                const int number = m_context.pageOf(ownPage ? kid.getKey("/Pg") : page);
                if (mark.isInteger() && number >= 0
                    && m_context.outcome(number).page.marked.contains(
                        static_cast<int>(mark.getIntValue()))) {
                    for (int at = static_cast<int>(i); at >= 0;
                         at = m_nodes[static_cast<size_t>(at)].parent) {
                        m_lost[static_cast<size_t>(at)] = true;
                    }
                }
            }
        }
    }

    QPDFObject inheritedPage(size_t node) const
    {
        for (int at = static_cast<int>(node); at >= 0;
             at = m_nodes[static_cast<size_t>(at)].parent) {
            QPDFObject element = m_nodes[static_cast<size_t>(at)].object;
            if (element.hasKey("/Pg")) {
                return element.getKey("/Pg");
            }
        }
        return QPDFObject::newNull();
    }

    void fill(size_t i)
    {
        const TreeNode &node = m_nodes[i];
        QPDFObject source = node.object;
        QPDFObject copy = m_copies[i];
        copy.replaceKey("/Type", QPDFObject::newName("/StructElem"));
        copy.replaceKey("/S", QPDFObject::newName(standardType(source.getKey("/S"), m_roles)));
        copy.replaceKey("/P",
                        node.parent < 0 ? m_root : m_copies[static_cast<size_t>(node.parent)]);
        const QPDFObject page = inheritedPage(i);
        const int number = m_context.pageOf(page);
        if (number >= 0) {
            copy.replaceKey("/Pg", m_context.pages[static_cast<size_t>(number)]);
        }
        QPDFObject kids = children(source, static_cast<int>(i), page);
        if (kids.getArrayNItems() > 0) {
            copy.replaceKey("/K", kids);
        }
        QPDFObject attributes = attributesOf(source.getKey("/A"));
        if (!attributes.isNull()) {
            copy.replaceKey("/A", attributes);
        }
        copyTexts(i);
    }

    void copyTexts(size_t i)
    {
        if (!m_context.keeps(HiddenKind::AltText) || m_lost[i]) {
            return;
        }
        for (const char *key : {"/Alt", "/ActualText", "/E", "/T"}) {
            QPDFObject text = m_context.text(m_nodes[i].object.getKey(key), nodeSite("s", i, key));
            if (text.isString()) {
                m_copies[i].replaceKey(key, text);
            }
        }
    }

    QPDFObject attributesOf(QPDFObject source)
    {
        static const std::set<std::string> owners{"/Layout", "/List", "/Table", "/PrintField"};
        QPDFObject kept = QPDFObject::newArray();
        for (QPDFObject one :
             source.isArray() ? source.getArrayAsVector() : std::vector<QPDFObject>{source}) {
            QPDFObject owner = one.isDictionary() ? one.getKey("/O") : QPDFObject::newNull();
            if (owner.isName() && owners.contains(owner.getName())) {
                QPDFObject copy = m_context.copier.dictionary(one, DictKind::LayoutAttributes);
                if (copy.getKeys().size() > 1) {
                    kept.appendItem(copy);
                }
            }
        }
        return kept.getArrayNItems() > 0 ? kept : QPDFObject::newNull();
    }

    /// Elements, marks and annotations of an element; -1: of the root.
    QPDFObject children(QPDFObject source, int node, const QPDFObject &page)
    {
        QPDFObject kids = source.getKey("/K");
        QPDFObject kept = QPDFObject::newArray();
        for (QPDFObject kid :
             kids.isArray() ? kids.getArrayAsVector() : std::vector<QPDFObject>{kids}) {
            QPDFObject child = childOf(kid, node, page);
            if (!child.isNull()) {
                kept.appendItem(child);
            }
        }
        return kept;
    }

    QPDFObject childOf(QPDFObject kid, int node, const QPDFObject &page)
    {
        const QPDFObject none = QPDFObject::newNull();
        if (kid.isDictionary() && kid.hasKey("/S") && !kid.hasKey("/MCID") && !kid.hasKey("/Obj")) {
            const auto found = m_index.find(kid.getObjGen());
            const bool own = found != m_index.end() && m_nodes[found->second].parent == node;
            return own ? m_copies[found->second] : none;
        }
        if (node < 0) {
            return none;
        }
        if (kid.isInteger()) {
            return mark(kid.getIntValue(), m_context.pageOf(page), node, false);
        }
        if (!kid.isDictionary()) {
            return none;
        }
        if (kid.hasKey("/MCID") && !kid.hasKey("/Stm")) {
            const bool own = kid.hasKey("/Pg");
            QPDFObject number = kid.getKey("/MCID");
            return number.isInteger()
                       ? mark(number.getIntValue(),
                              m_context.pageOf(own ? kid.getKey("/Pg") : page), node, own)
                       : none;
        }
        return kid.hasKey("/Obj") ? objectReference(kid, node) : none;
    }

    QPDFObject mark(long long number, int page, int node, bool withPage)
    {
        if (page < 0 || number < 0 || number > highestMark || m_context.outcome(page).drawn) {
            return QPDFObject::newNull();
        }
        m_marks[page][number] = m_copies[static_cast<size_t>(node)];
        if (!withPage) {
            return QPDFObject::newInteger(number);
        }
        QPDFObject copy = QPDFObject::newDictionary();
        copy.replaceKey("/Type", QPDFObject::newName("/MCR"));
        copy.replaceKey("/Pg", m_context.pages[static_cast<size_t>(page)]);
        copy.replaceKey("/MCID", QPDFObject::newInteger(number));
        return copy;
    }

    QPDFObject objectReference(QPDFObject kid, int node)
    {
        const auto found = m_context.annotations.find(kid.getKey("/Obj").getObjGen());
        if (found == m_context.annotations.end()) {
            return QPDFObject::newNull();
        }
        QPDFObject annotation = found->second;
        m_objects.emplace_back(annotation, m_copies[static_cast<size_t>(node)]);
        QPDFObject copy = QPDFObject::newDictionary();
        copy.replaceKey("/Type", QPDFObject::newName("/OBJR"));
        copy.replaceKey("/Obj", annotation);
        return copy;
    }

    QPDFObject parentTree()
    {
        QPDFObject numbers = QPDFObject::newArray();
        for (const auto &[page, marks] : m_marks) {
            QPDFObject list = QPDFObject::newArray();
            for (const auto &[number, element] : marks) {
                while (list.getArrayNItems() < number) {
                    list.appendItem(QPDFObject::newNull());
                }
                list.appendItem(element);
            }
            numbers.appendItem(QPDFObject::newInteger(page));
            numbers.appendItem(m_context.out.makeIndirectObject(list));
            m_context.pages[static_cast<size_t>(page)].replaceKey("/StructParents",
                                                                  QPDFObject::newInteger(page));
        }
        long long next = std::ssize(m_context.pages);
        for (auto &[annotation, element] : m_objects) {
            annotation.replaceKey("/StructParent", QPDFObject::newInteger(next));
            numbers.appendItem(QPDFObject::newInteger(next++));
            numbers.appendItem(element);
        }
        m_root.replaceKey("/ParentTreeNextKey", QPDFObject::newInteger(next));
        QPDFObject tree = QPDFObject::newDictionary();
        tree.replaceKey("/Nums", numbers);
        return m_context.out.makeIndirectObject(tree);
    }

    RebuildContext &m_context;
    std::vector<TreeNode> m_nodes;
    std::vector<QPDFObject> m_copies;
    std::vector<bool> m_lost;
    std::map<QPDFObjGen, size_t> m_index;
    QPDFObject m_root;
    QPDFObject m_roles;
    std::map<int, std::map<long long, QPDFObject>> m_marks;     // element by page and mark
    std::vector<std::pair<QPDFObject, QPDFObject>> m_objects;   // annotation and element
};

}   // namespace

void copyStructure(RebuildContext &context, QPDFObject catalog)
{
    if (StructureCopier(context).run(catalog)) {
        QPDFObject info = QPDFObject::newDictionary();
        info.replaceKey("/Marked", QPDFObject::newBool(true));
        catalog.replaceKey("/MarkInfo", info);
    }
}

}   // namespace expunge::pdf
