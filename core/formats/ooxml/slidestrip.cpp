// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/slidestrip.h"

#include "core/formats/ooxml/domedit.h"
#include "core/formats/ooxml/slidelook.h"
#include "core/formats/ooxml/slidetiming.h"
#include "core/formats/ooxml/vocabulary.h"

#include <QByteArray>
#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <optional>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;
using document::HiddenKind;

namespace {

/// Elements that go with all they hold, and what they are called; nothing: their part, or what they
/// belong to, is listed already.
const QHash<QByteArray, std::optional<HiddenKind>> &leavingElements()
{
    static const QHash<QByteArray, std::optional<HiddenKind>> elements = [] {
        QHash<QByteArray, std::optional<HiddenKind>> all;
        const auto put = [&all](const char *names, std::optional<HiddenKind> kind) {
            for (const QByteArray &name : QByteArray(names).split(' ')) {
                all.insert(name, kind);
            }
        };
        // ECMA-376 part 1, 19.2.1
        put("p:modifyVerifier p:photoAlbum p:kinsoku p:smartTags", HiddenKind::PresentationTraces);
        put("p:embeddedFontLst", HiddenKind::EmbeddedFonts);
        put("a:audioCd a:audioFile a:wavAudioFile a:videoFile a:quickTimeFile", HiddenKind::Media);
        put("p:controls", HiddenKind::ActiveContent);
        put("p:custDataLst p:audio p:video p:cmd p:sndAc a:snd p14:media p188:commentRel", {});
        put("p15:sldGuideLst p15:notesGuideLst p15:presenceInfo p14:browseMode p14:laserClr", {});
        put("p14:showMediaCtrls p14:defaultImageDpi p15:chartTrackingRefBased", {});
        return all;
    }();
    return elements;
}

/// Where a link may lead without a target outside of the file (ECMA-376 part 1, 21.1.2.3.5;
/// [MS-OI29500] 2.1.1374 lists the words).
bool isHarmlessAction(const QString &action)
{
    static const QRegularExpression harmless(
        u"^(|ppaction://hlinksldjump|ppaction://noaction|ppaction://hlinkshowjump\\?jump="
        "(firstslide|lastslide|nextslide|previousslide|lastslideviewed|endshow))$"_s);
    return harmless.match(action).hasMatch();
}

/// What an animation sets or calculates (ECMA-376 part 1, 19.5.92; the variables and functions are
/// those of 19.5.1): the words of other values might be anybody's.
bool isAnimationValue(const QString &value)
{
    static const QRegularExpression usual(
        u"^([-+*/()#.,^%$0-9 ]|\\b(ppt_[a-z]|abs|acos|asin|atan|ceil|cos|cosh|deg|exp|floor|ln|max|"
        "min|rad|rand|sin|sinh|sqrt|tan|tanh|pi|e|visible|hidden|none|normal|italic|bold|true|"
        "false|solid)\\b)*$"_s);
    return usual.match(value).hasMatch();
}

bool isLink(pugi::xml_node node)
{
    return is(node, "a:hlinkClick") || is(node, "a:hlinkHover") || is(node, "a:hlinkMouseOver");
}

/// Only these namespaces say something in a part of a presentation.
bool belongs(pugi::xml_node node)
{
    static const QSet<QByteArray> prefixes{"a",   "p", "p14", "p15", "p159",
                                           "a14", "m", "mc",  "cdr", "adec"};
    const QByteArray name(node.name());
    return prefixes.contains(name.left(name.indexOf(':'))) || name == "c:chart"
           || name == "dgm:relIds" || name == "c:userShapes";
}

pugi::xml_node firstBelow(pugi::xml_node root, const char *name)
{
    pugi::xml_node found;
    forEachElement(root,
                   [&](pugi::xml_node node) { found = found || !is(node, name) ? found : node; });
    return found;
}

/// An embedded or linked object as a plain picture (ECMA-376 part 1, 19.3.2.4: the frame holds a
/// picture of what the object shows).
void replaceObject(pugi::xml_node frame)
{
    const pugi::xml_node drawn = firstBelow(frame, "p:pic");
    pugi::xml_node picture = frame.parent().insert_child_after("p:pic", frame);
    pugi::xml_node about = picture.append_child("p:nvPicPr");
    pugi::xml_node identity = about.append_copy(frame.child("p:nvGraphicFramePr").child("p:cNvPr"));
    if (!identity) {
        identity = about.append_child("p:cNvPr");
    }
    about.append_child("p:cNvPicPr");
    about.append_child("p:nvPr");
    pugi::xml_node fill = picture.append_child("p:blipFill");
    if (const pugi::xml_node drawnFill = drawn.child("p:blipFill")) {
        for (const pugi::xml_node child : drawnFill.children()) {
            fill.append_copy(child);
        }
    }
    if (!fill.child("a:blip")) {
        fill.prepend_child("a:blip");
    }
    pugi::xml_node look = picture.append_child("p:spPr");
    pugi::xml_node transform = look.append_child("a:xfrm");
    const pugi::xml_node place = frame.child("p:xfrm");
    for (const pugi::xml_node child : place.children()) {
        transform.append_copy(child);
    }
    look.append_child("a:prstGeom").append_attribute("prst") = "rect";
    // whoever knows the file puts the frame back
    if (const pugi::xml_attribute file = firstBelow(frame, "p:oleObj").attribute("r:id")) {
        picture.append_attribute("r:id") = file.value();
    }
    frame.parent().remove_child(frame);
}

/// Takes one tree apart.
class DeckStripper
{
public:
    explicit DeckStripper(pugi::xml_node root)
        : m_root(root)
    {
    }

    DeckSweep run()
    {
        replaceObjects();
        forEachElement(m_root, [this](pugi::xml_node node) { visit(node); });
        m_edits.run(m_root);
        const SweepCounts swept = sweep(m_root);
        add(HiddenKind::UnknownMarkup, swept.unknown);
        add(HiddenKind::RevisionIds, swept.revisions);
        removeStrangers();
        settleAlternatives();
        settleTiming(m_root);
        return std::move(m_removed);
    }

private:
    void add(HiddenKind kind, int count)
    {
        if (count > 0) {
            m_removed[kind] += count;
        }
    }

    void replaceObjects()
    {
        std::vector<pugi::xml_node> frames;
        forEachElement(m_root, [&](pugi::xml_node node) {
            if (is(node, "p:graphicFrame") && firstBelow(node, "p:oleObj")) {
                frames.push_back(node);
            }
        });
        for (const pugi::xml_node frame : frames) {
            replaceObject(frame);
        }
    }

    void visit(pugi::xml_node node)
    {
        const auto leaving = leavingElements().constFind(QByteArray(node.name()));
        if (leaving != leavingElements().constEnd()) {
            add(leaving->value_or(HiddenKind::UnknownMarkup), leaving->has_value() ? 1 : 0);
            m_edits.remove(node);
            return;
        }
        static const QRegularExpression fieldTypes(u"^(slidenum|datetime([0-9]+|FigureOut)?)$"_s);
        if (is(node, "a:fld") && !fieldTypes.match(attributeText(node, "type")).hasMatch()) {
            node.remove_attribute("type");   // anything may be written there (21.1.2.2.4)
        }
        if (is(node, "p:strVal") && !isAnimationValue(attributeText(node, "val"))) {
            add(HiddenKind::UnknownMarkup, 1);
            setAttribute(node, "val", {});
        }
        const QString action = attributeText(node, "action");
        if (isLink(node) && !isHarmlessAction(action)) {
            const bool macro = action.startsWith(u"ppaction://macro"_s);
            add(HiddenKind::Macros, macro ? 1 : 0);
            m_edits.remove(node);
        } else if (!isLink(node)) {
            node.remove_attribute("action");
        }
    }

    void removeStrangers()
    {
        forEachElement(m_root, [this](pugi::xml_node node) {
            if (!belongs(node)) {
                add(HiddenKind::UnknownMarkup, 1);
                m_edits.remove(node);
            }
        });
        m_edits.run(m_root);
    }

    /// An alternative that shows nothing that is known here gives way to the one made for others.
    void settleAlternatives()
    {
        forEachElement(m_root, [this](pugi::xml_node node) {
            if (is(node, "mc:AlternateContent") && !node.child("mc:Choice").first_child()) {
                const pugi::xml_node fallback = node.child("mc:Fallback");
                for (const pugi::xml_node choice : node.children("mc:Choice")) {
                    m_edits.remove(choice);
                }
                if (fallback) {
                    m_edits.unwrap(fallback);
                }
                m_edits.unwrap(node);
            }
        });
        m_edits.run(m_root);
    }

    pugi::xml_node m_root;
    DeckSweep m_removed;
    DomEdits m_edits;
};

}   // namespace

DeckSweep stripDeckTree(pugi::xml_node root)
{
    return root ? DeckStripper(root).run() : DeckSweep();
}

}   // namespace expunge::formats::ooxml
