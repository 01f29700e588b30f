// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/cleanfonts.h"
#include "core/formats/pdf/pdfwalks.h"
#include "core/formats/pdf/rebuildcontext.h"

namespace expunge::pdf {

using QPDFObject = QPDFObjectHandle;
using document::HiddenKind;

namespace {

/// Kinds that show something on the page themselves (12.5.6); all others are notes, files, films
/// and the like.
bool showsItself(const std::string &subtype)
{
    static const std::set<std::string> kinds{
        "/FreeText",  "/Line",     "/Square",    "/Circle", "/Polygon", "/PolyLine",  "/Highlight",
        "/Underline", "/Squiggly", "/StrikeOut", "/Stamp",  "/Caret",   "/Watermark", "/Ink"};
    return kinds.contains(subtype);
}

/// Kinds that viewers draw from their geometry when they have no appearance.
bool needsAppearance(const std::string &subtype)
{
    return subtype == "/FreeText" || subtype == "/Stamp" || subtype == "/Watermark";
}

Rect rectOf(QPDFObject array)
{
    if (!array.isArray() || array.getArrayNItems() != 4) {
        return {};
    }
    std::array<double, 4> values{};
    for (int i = 0; i < 4; ++i) {
        QPDFObject item = array.getArrayItem(i);
        values[static_cast<size_t>(i)] = item.isNumber() ? item.getNumericValue() : 0;
    }
    return {std::min(values[0], values[2]), std::min(values[1], values[3]),
            std::max(values[0], values[2]), std::max(values[1], values[3])};
}

QPDFObject arrayOf(const Rect &rect)
{
    QPDFObject array = QPDFObject::newArray();
    for (const double value : {rect.left, rect.bottom, rect.right, rect.top}) {
        array.appendItem(QPDFObject::newReal(value, 3));
    }
    return array;
}

/// Whether a state of a button that is not shown is a mark, with no more than a sign of text: what
/// else stands in it has been seen by nobody.
bool isMark(QPDFObject state)
{
    const auto bytes = readStream(state);
    if (!bytes) {
        return false;
    }
    const ContentStream content = readContent(*bytes);
    qsizetype letters = 0;
    for (const Operation &operation : content.operations) {
        if (operation.op == Operator::Paint || operation.op == Operator::InlineImage) {
            return false;
        }
        for (int i = 0; showsText(operation.op) && i < operation.tokens; ++i) {
            const Token &token = *content.operand(operation, i);
            letters += token.kind == TokenKind::String ? content.string(token).size() : 0;
        }
    }
    return letters <= 1;
}

/// The action or the first of its chain that leads somewhere (12.6).
bool isNamedPage(QPDFObject name)
{
    static const std::set<std::string> pages{"/NextPage", "/PrevPage", "/FirstPage", "/LastPage"};
    return name.isName() && pages.contains(name.getName());
}

}   // namespace

AnnotationCopier::AnnotationCopier(RebuildContext &context)
    : m_context(context)
    , m_fields(QPDFObject::newArray())
{
}

void AnnotationCopier::copyPage(int page)
{
    QPDFObject source = m_context.work.pages()[static_cast<size_t>(page)];
    QPDFObject annotations = source.getKey("/Annots");
    QPDFObject kept = QPDFObject::newArray();
    for (int i = 0; annotations.isArray() && i < annotations.getArrayNItems(); ++i) {
        QPDFObject annotation = annotations.getArrayItem(i);
        if (!annotation.isDictionary() || !isShown(annotation)) {
            continue;
        }
        QPDFObject made = copy({page, i, annotation});
        if (made.isNull()) {
            continue;
        }
        made = made.isIndirect() ? made : m_context.out.makeIndirectObject(made);
        made.replaceKey("/P", m_context.pages[static_cast<size_t>(page)]);
        if (annotation.isIndirect()) {
            m_context.annotations[annotation.getObjGen()] = made;
        }
        kept.appendItem(made);
    }
    if (kept.getArrayNItems() > 0) {
        m_context.pages[static_cast<size_t>(page)].replaceKey("/Annots", kept);
    }
}

QPDFObject AnnotationCopier::copy(Site site)
{
    QPDFObject source = site.source;
    QPDFObject layer = source.getKey("/OC");
    if (layer.isDictionary() && m_context.copier.isGone(layer)) {
        return QPDFObject::newNull();
    }
    QPDFObject subtype = source.getKey("/Subtype");
    const std::string kind = subtype.isName() ? subtype.getName() : "";
    QPDFObject made = kind == "/Link"     ? link(site)
                      : kind == "/Widget" ? widget(site)
                      : showsItself(kind) ? plain(site)
                                          : QPDFObject::newNull();
    if (kind == "/Text" && m_context.keeps(HiddenKind::Comments)) {
        made = m_context.copier.dictionary(source, DictKind::Annotation);
        made.replaceKey("/Subtype", QPDFObject::newName("/Text"));
        remarks(site, made);
    }
    if (made.isDictionary()) {
        if (QPDFObject copied = m_context.copier.layer(layer); copied.isDictionary()) {
            made.replaceKey("/OC", copied);
        }
    }
    return made;
}

/// Puts an annotation where what it stood on is now, so that its sides tell nothing of what went.
/// False for one that stands on a removed part of the page and on nothing that was laid out anew.
bool AnnotationCopier::place(Site site, QPDFObject target) const
{
    const RewrittenPage &page = m_context.outcome(site.page).page;
    const Rect rect = rectOf(site.source.getKey("/Rect"));
    if (const auto moved = movedRect(page, rect)) {
        target.replaceKey("/Rect", arrayOf(*moved));
        target.removeKey("/QuadPoints");
        return true;
    }
    return std::none_of(page.removedAt.begin(), page.removedAt.end(),
                        [&](const Rect &removed) { return rect.overlaps(removed); });
}

QPDFObject AnnotationCopier::action(Site site) const
{
    QPDFObject source = site.source.getKey("/A");
    if (!source.isDictionary()) {
        return QPDFObject::newNull();
    }
    QPDFObject kind = source.getKey("/S");
    QPDFObject copy = QPDFObject::newDictionary();
    if (kind.isNameAndEquals("/GoTo")) {
        QPDFObject target = m_context.destination(source.getKey("/D"));
        copy.replaceKey("/D", target);
        copy.replaceKey("/S", QPDFObject::newName("/GoTo"));
        return target.isNull() ? target : copy;
    }
    if (kind.isNameAndEquals("/Named") && isNamedPage(source.getKey("/N"))) {
        copy.replaceKey("/N", source.getKey("/N"));
        copy.replaceKey("/S", QPDFObject::newName("/Named"));
        return copy;
    }
    const QString uri = textOf(source.getKey("/URI"));
    const QByteArray site_ = annotationSite(site.page, site.number, "/URI");
    if (!kind.isNameAndEquals("/URI") || !leadsToWeb(uri) || m_context.isEdited(site_)) {
        return QPDFObject::newNull();   // an address with a hole in it leads nowhere
    }
    copy.replaceKey("/S", QPDFObject::newName("/URI"));
    copy.replaceKey("/URI", QPDFObject::newString(uri.toStdString()));
    return copy;
}

QPDFObject AnnotationCopier::link(Site site)
{
    QPDFObject copy = m_context.copier.dictionary(site.source, DictKind::Annotation);
    if (!place(site, copy)) {
        return QPDFObject::newNull();
    }
    QPDFObject target = m_context.destination(site.source.getKey("/Dest"));
    if (!target.isNull()) {
        copy.replaceKey("/Dest", target);
        return copy;
    }
    QPDFObject act = action(site);
    if (act.isNull()) {
        return act;
    }
    copy.replaceKey("/A", act);
    return copy;
}

QPDFObject AnnotationCopier::plain(Site site)
{
    QPDFObject copy = m_context.copier.dictionary(site.source, DictKind::Annotation);
    const bool drawn = appearance(site.source, copy, nullptr);
    const std::string subtype = site.source.getKey("/Subtype").getName();
    if (!drawn && needsAppearance(subtype)) {
        return QPDFObject::newNull();
    }
    const bool marks = subtype == "/Highlight" || subtype == "/Underline" || subtype == "/Squiggly"
                       || subtype == "/StrikeOut" || subtype == "/Caret";
    if (marks) {
        QPDFObject before = copy.getKey("/Rect");
        if (!place(site, copy)) {
            return QPDFObject::newNull();
        }
        // its drawing has the shape of what went
        if (rectOf(before) != rectOf(copy.getKey("/Rect"))) {
            return QPDFObject::newNull();
        }
    }
    remarks(site, copy);
    return copy;
}

/// What people wrote to an annotation, when comments are kept.
void AnnotationCopier::remarks(Site site, QPDFObject target) const
{
    if (!m_context.keeps(HiddenKind::Comments)) {
        return;
    }
    for (const char *key : {"/Contents", "/T", "/Subj"}) {
        QPDFObject text =
            m_context.text(site.source.getKey(key), annotationSite(site.page, site.number, key));
        if (text.isString()) {
            target.replaceKey(key, text);
        }
    }
}

/// The normal appearance (12.5.5): one form, or one for each state of a button.
bool AnnotationCopier::appearance(QPDFObject source, QPDFObject target, const QPDFObjGen *group)
{
    QPDFObject all = source.getKey("/AP");
    QPDFObject normal = all.isDictionary() ? all.getKey("/N") : QPDFObject::newNull();
    QPDFObject copy = QPDFObject::newDictionary();
    const QPDFObject none = QPDFObject::newNull();
    if (normal.isStream()) {
        copy.replaceKey("/N", m_context.copier.form(normal, none));
        target.replaceKey("/AP", copy);
        return true;
    }
    if (!normal.isDictionary()) {
        return false;
    }
    QPDFObject states = QPDFObject::newDictionary();
    QPDFObject current = source.getKey("/AS");
    for (const std::string &key : normal.getKeys()) {
        QPDFObject state = normal.getKey(key);
        const bool shown =
            current.isNameAndEquals(key) || (group != nullptr && state.isStream() && isMark(state));
        if (state.isStream() && shown) {
            const std::string name = group == nullptr ? "/On" : stateName(*group, key);
            states.replaceKey(name, m_context.copier.form(state, none));
        }
    }
    copy.replaceKey("/N", states);
    target.replaceKey("/AP", copy);
    if (current.isName()) {
        target.replaceKey(
            "/AS",
            QPDFObject::newName(group == nullptr ? "/On" : stateName(*group, current.getName())));
    }
    return !states.getKeys().empty();
}

}   // namespace expunge::pdf
