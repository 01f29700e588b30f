// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/pdfwalks.h"
#include "core/formats/pdf/rebuildcontext.h"

#include <QRegularExpression>

namespace expunge::pdf {

using QPDFObject = QPDFObjectHandle;
using document::HiddenKind;

namespace {

void copyLanguage(RebuildContext &context, QPDFObject source, QPDFObject catalog)
{
    static const QRegularExpression tag(
        QStringLiteral("\\A[A-Za-z]{2,3}(?=-|\\z)(-[A-Za-z]{4}(?=-|\\z))?"
                       "(-([A-Za-z]{2}|[0-9]{3})(?=-|\\z))?"));
    // language, script and region; variants and private parts may say anything
    const QString language = tag.match(textOf(source.getKey("/Lang"))).captured();
    if (!language.isEmpty() && !context.plan.sweep.touches(language)) {
        catalog.replaceKey("/Lang", QPDFObject::newString(language.toStdString()));
    }
}

void copyViewing(RebuildContext &context, QPDFObject source, QPDFObject catalog)
{
    QPDFObject preferences =
        context.copier.dictionary(source.getKey("/ViewerPreferences"), DictKind::ViewerPreferences);
    preferences.isDictionary() ? preferences.removeKey("/DisplayDocTitle") : void();
    if (preferences.isDictionary() && !preferences.getKeys().empty()) {
        catalog.replaceKey("/ViewerPreferences", preferences);
    }
    for (const char *key : {"/PageLayout", "/PageMode"}) {
        QPDFObject name = context.copier.value(source.getKey(key), {key, ValueKind::KnownName});
        const bool outlines = name.isNameAndEquals("/UseOutlines");
        if (name.isName() && (!outlines || context.keeps(HiddenKind::Bookmarks))) {
            catalog.replaceKey(key, name);
        }
    }
}

/// How pages are counted stays; what stands before the numbers is text (12.4.2).
void copyPageLabels(RebuildContext &context, QPDFObject source, QPDFObject catalog)
{
    static const std::set<std::string> styles{"/D", "/R", "/r", "/A", "/a"};
    QPDFObject numbers = QPDFObject::newArray();
    size_t node = 0;
    forEachEntry(source.getKey("/PageLabels"), "/Nums", [&](QPDFObject key, QPDFObject label) {
        const size_t number = node++;
        if (!key.isInteger() || !label.isDictionary() || key.getIntValue() < 0
            || key.getIntValue() >= std::ssize(context.pages)) {
            return;
        }
        QPDFObject copy = QPDFObject::newDictionary();
        QPDFObject style = label.getKey("/S");
        if (style.isName() && styles.contains(style.getName())) {
            copy.replaceKey("/S", style);
        }
        QPDFObject start = label.getKey("/St");
        if (start.isInteger() && start.getIntValue() > 0) {
            copy.replaceKey("/St", QPDFObject::newInteger(start.getIntValue()));
        }
        QPDFObject prefix = context.keeps(HiddenKind::PageLabels)
                                ? context.text(label.getKey("/P"), nodeSite("l", number, "/P"))
                                : QPDFObject::newNull();
        if (prefix.isString()) {
            copy.replaceKey("/P", prefix);
        }
        numbers.appendItem(QPDFObject::newInteger(key.getIntValue()));
        numbers.appendItem(copy);
    });
    if (numbers.getArrayNItems() > 0) {
        QPDFObject tree = QPDFObject::newDictionary();
        tree.replaceKey("/Nums", numbers);
        catalog.replaceKey("/PageLabels", tree);
    }
}

/// Layers that something on the pages belongs to, on or off as they were (8.11.4).
void copyLayers(RebuildContext &context, QPDFObject source, QPDFObject catalog)
{
    if (context.copier.layers().empty()) {
        return;
    }
    QPDFObject old = source.getKey("/OCProperties");
    QPDFObject config = old.isDictionary() ? old.getKey("/D") : QPDFObject::newNull();
    std::set<QPDFObjGen> off;
    QPDFObject base = config.isDictionary() ? config.getKey("/BaseState") : QPDFObject::newNull();
    std::set<QPDFObjGen> on;
    for (const auto &[key, list] : {std::pair{"/OFF", &off}, std::pair{"/ON", &on}}) {
        QPDFObject named = config.isDictionary() ? config.getKey(key) : QPDFObject::newNull();
        for (const QPDFObject &one :
             named.isArray() ? named.getArrayAsVector() : std::vector<QPDFObject>()) {
            list->insert(one.getObjGen());
        }
    }
    QPDFObject groups = QPDFObject::newArray();
    QPDFObject offNow = QPDFObject::newArray();
    for (const CopiedLayer &layer : context.copier.layers()) {
        QPDFObject copy = layer.copy;
        groups.appendItem(copy);
        QPDFObject name = context.keeps(HiddenKind::LayerNames)
                              ? context.text(QPDFObject(layer.source).getKey("/Name"),
                                             objectSite(layer.source, "/Name"))
                              : QPDFObject::newNull();
        copy.replaceKey("/Name", name.isString()
                                     ? name
                                     : QPDFObject::newString(
                                         "Layer " + std::to_string(groups.getArrayNItems())));
        const QPDFObjGen id = layer.source.getObjGen();
        if (off.contains(id) || (base.isNameAndEquals("/OFF") && !on.contains(id))) {
            offNow.appendItem(copy);
        }
    }
    QPDFObject state = QPDFObject::newDictionary();
    state.replaceKey("/Order", groups.shallowCopy());
    if (offNow.getArrayNItems() > 0) {
        state.replaceKey("/OFF", offNow);
    }
    QPDFObject properties = QPDFObject::newDictionary();
    properties.replaceKey("/OCGs", groups);
    properties.replaceKey("/D", state);
    catalog.replaceKey("/OCProperties", properties);
}

/// Bookmarks, when they are kept (12.3.3).
void copyOutline(RebuildContext &context, QPDFObject catalog)
{
    if (!context.keeps(HiddenKind::Bookmarks)) {
        return;
    }
    const std::vector<TreeNode> nodes = outlineNodes(context.work.qpdf());
    if (nodes.empty()) {
        return;
    }
    QPDFObject root = context.out.makeIndirectObject(QPDFObject::newDictionary());
    root.replaceKey("/Type", QPDFObject::newName("/Outlines"));
    std::vector<QPDFObject> copies;
    std::map<int, QPDFObject> last;   // child by parent
    int top = 0;
    for (size_t i = 0; i < nodes.size(); ++i) {
        QPDFObject item = context.out.makeIndirectObject(QPDFObject::newDictionary());
        copies.push_back(item);
        QPDFObject source = nodes[i].object;
        QPDFObject title = context.text(source.getKey("/Title"), nodeSite("b", i, "/Title"));
        item.replaceKey("/Title", title.isString() ? title : QPDFObject::newString("-"));
        QPDFObject action = source.getKey("/A");
        const bool goes = action.isDictionary() && action.getKey("/S").isNameAndEquals("/GoTo");
        QPDFObject target =
            context.destination(goes ? action.getKey("/D") : source.getKey("/Dest"));
        if (!target.isNull()) {
            item.replaceKey("/Dest", target);
        }
        const int parent = nodes[i].parent;
        QPDFObject above = parent < 0 ? root : copies[static_cast<size_t>(parent)];
        item.replaceKey("/Parent", above);
        if (const auto before = last.find(parent); before != last.end()) {
            before->second.replaceKey("/Next", item);
            item.replaceKey("/Prev", before->second);
        } else {
            above.replaceKey("/First", item);
        }
        above.replaceKey("/Last", item);
        last.insert_or_assign(parent, item);
        top += parent < 0 ? 1 : 0;
        if (parent >= 0) {   // closed, with as many children as it has
            QPDFObject count = above.getKey("/Count");
            above.replaceKey("/Count", QPDFObject::newInteger(
                                           (count.isInteger() ? count.getIntValue() : 0) - 1));
        }
    }
    root.replaceKey("/Count", QPDFObject::newInteger(top));
    catalog.replaceKey("/Outlines", root);
}

}   // namespace

void copyDocumentLevel(RebuildContext &context, QPDFObject catalog)
{
    QPDFObject source = context.work.qpdf().getRoot();
    copyLanguage(context, source, catalog);
    copyViewing(context, source, catalog);
    copyPageLabels(context, source, catalog);
    copyLayers(context, source, catalog);
    copyOutline(context, catalog);
}

}   // namespace expunge::pdf
