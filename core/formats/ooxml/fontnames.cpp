// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/fontnames.h"

#include "core/formats/ooxml/domedit.h"
#include "core/formats/ooxml/valuenames.h"

#include <algorithm>
#include <string_view>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;

namespace {

/// Beginnings of the names of fonts that come with Windows, Office, macOS, LibreOffice and Linux.
constexpr auto usualStarts =
    "agency|aharoni|albertus|aldhabi|andale|andalus|angsana|aptos|arial|asap|avenir|baltica|"
    "bahnschrift|baskerville|batang|bell mt|berlin sans|bitstream|bodoni|book antiqua|bookman|"
    "browallia|brush script|calibri|californian|calisto|cambria|candara|carlito|caladea|"
    "castellar|centaur|century|comic sans|consolas|constantia|cooper|copperplate|corbel|cordia|"
    "courier|daunpenh|david|dejavu|dengxian|didot|dokchampa|dotum|droid|ebrima|edwardian|"
    "estrangelo|euphemia|fangsong|franklin|free|frutiger|futura|gabriola|gadugi|garamond|gautami|"
    "geneva|georgia|gill sans|gisha|goudy|gulim|gungsuh|helvetica|hoefler|impact|ink free|inter|"
    "iskoola|itc |javanese|kaiti|kalinga|kartika|kokila|lao ui|latha|lato|leelawadee|liberation|"
    "linux libertine|lohit|lucida|malgun|mangal|marlett|meiryo|menlo|microsoft|mingliu|minion|"
    "miriam|monaco|mongolian|montserrat|moolboran|ms |mv boli|myanmar|myriad|narkisim|"
    "nirmala|noto|nsimsun|nyala|open sans|opensymbol|optima|palatino|papyrus|perpetua|phagspa|"
    "plantagenet|pmingliu|poppins|raavi|roboto|rockwell|rod|sakkal|sans|segoe|serif|"
    "shruti|simhei|simplified arabic|simsun|sitka|source|swis|sylfaen|symbol|system|tahoma|times|"
    "traditional arabic|trebuchet|tunga|ubuntu|univers|utsaah|vani|verdana|vijaya|vrinda|webdings|"
    "wenquanyi|wingdings|yu |zapf|+mn-|+mj-|inherit";

/// The attributes of an element that name fonts.
std::vector<pugi::xml_attribute> fontAttributes(pugi::xml_node node)
{
    std::vector<pugi::xml_attribute> found;
    const auto add = [&](const char *name) {
        if (const pugi::xml_attribute attribute = node.attribute(name)) {
            found.push_back(attribute);
        }
    };
    if (is(node, "w:rFonts")) {
        for (const char *name : {"w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"}) {
            add(name);
        }
    } else if (is(node, "w:font")) {
        add("w:name");
    } else if (is(node, "w:sym")) {
        add("w:font");
    } else if (is(node, "w14:checkedState") || is(node, "w14:uncheckedState")) {
        add("w14:font");
    } else {
        add("typeface");
    }
    return found;
}

}   // namespace

bool isUsualFont(const QString &name)
{
    static const QStringList starts = QString::fromLatin1(usualStarts).split(u'|');
    const QString plain = name.trimmed().toLower();
    // fonts of East Asian systems are called in their languages, and those names are many
    const bool latin =
        std::any_of(plain.begin(), plain.end(), [](QChar c) { return c >= u'a' && c <= u'z'; });
    return !latin || std::any_of(starts.begin(), starts.end(), [&](const QString &start) {
        return plain.startsWith(start);
    });
}

QStringList unusualFonts(pugi::xml_node root)
{
    QStringList names;
    forEachElement(root, [&](pugi::xml_node node) {
        for (const pugi::xml_attribute attribute : fontAttributes(node)) {
            const QString name = QString::fromUtf8(attribute.value());
            if (!isUsualFont(name) && !names.contains(name)) {
                names.append(name);
            }
        }
    });
    return names;
}

void removeFonts(pugi::xml_node root, const QStringList &values)
{
    DomEdits edits;
    forEachElement(root, [&](pugi::xml_node node) {
        for (pugi::xml_attribute attribute : fontAttributes(node)) {
            const QString name = QString::fromUtf8(attribute.value());
            if (!holdsValue(name, values)) {
                continue;
            }
            if (is(node, "w:rFonts")) {
                node.remove_attribute(attribute);
            } else if (is(node, "w:font") || is(node, "a:font")) {
                edits.remove(node);
            } else {
                attribute.set_value(is(node, "w:sym") ? "Symbol" : "Arial");
            }
        }
    });
    edits.run(root);
}

}   // namespace expunge::formats::ooxml
