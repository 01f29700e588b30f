// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/stylenames.h"

#include "core/formats/ooxml/sidetexts.h"
#include "core/formats/ooxml/valuenames.h"

#include <QRegularExpression>
#include <QSet>

namespace expunge::formats::ooxml {

using namespace Qt::StringLiterals;

namespace {

// clang-format off
constexpr auto plainNames =
    "Normal|Normal Indent|footnote text|annotation text|header|footer|index heading|caption|table of figures|envelope address|"
    "envelope return|footnote reference|annotation reference|line number|page number|endnote reference|endnote text|"
    "table of authorities|macro|toa heading|List|List Bullet|List Number|Title|Closing|Signature|Default Paragraph Font|Body Text|"
    "Body Text Indent|List Continue|Message Header|Subtitle|Salutation|Date|Body Text First Indent|Note Heading|Block Text|Hyperlink|"
    "FollowedHyperlink|Strong|Emphasis|Document Map|Plain Text|E-mail Signature|HTML Top of Form|HTML Bottom of Form|Normal (Web)|"
    "HTML Acronym|HTML Address|HTML Cite|HTML Code|HTML Definition|HTML Keyboard|HTML Preformatted|HTML Sample|HTML Typewriter|"
    "HTML Variable|Normal Table|Table Normal|annotation subject|No List|1 / a / i|1 / 1.1 / 1.1.1|Article / Section|Table Contemporary|"
    "Table Elegant|Table Professional|Balloon Text|Table Grid|Table Theme|Placeholder Text|No Spacing|Light Shading|Light List|"
    "Light Grid|Dark List|Colorful Shading|Colorful List|Colorful Grid|Revision|List Paragraph|Quote|Intense Quote|Subtle Emphasis|"
    "Intense Emphasis|Subtle Reference|Intense Reference|Book Title|Bibliography|TOC Heading|Grid Table Light|Table Grid Light|Mention|"
    "Smart Hyperlink|Hashtag|Unresolved Mention|Smart Link|Smart Link Error|Outline List 1|Outline List 2|Outline List 3";

/// Names that are numbered, or have a variant for each accent colour; "#" stands for the number.
constexpr auto numberedNames =
    "heading #:9|index #:9|toc #:9|List #:5|List Bullet #:5|List Number #:5|List Continue #:5|Body Text #:3|Body Text Indent #:3|"
    "Body Text First Indent #:2|Table Simple #:3|Table Classic #:4|Table Colorful #:3|Table Columns #:5|Table Grid #:8|Table List #:8|"
    "Table 3D effects #:3|Table Subtle #:2|Table Web #:3|Medium Shading #:2|Medium List #:2|Medium Grid #:3|Plain Table #:5|"
    "Grid Table # Light:1|Grid Table #:7|List Table # Light:1|List Table #:7|Grid Table # Dark:5|List Table # Dark:5|"
    "Grid Table # Colorful:7|List Table # Colorful:7";
// clang-format on

/// Word's table styles come plain and once for each of the six accent colours.
constexpr auto accentedStarts = "Light |Medium |Dark |Colorful |Grid Table |List Table ";

void insertWithAccents(QSet<QString> &names, const QString &name)
{
    names.insert(name.toLower());
    const auto starts = QString::fromLatin1(accentedStarts).split(u'|');
    if (std::any_of(starts.begin(), starts.end(),
                    [&name](const QString &start) { return name.startsWith(start); })) {
        for (int accent = 1; accent <= 6; ++accent) {
            names.insert(name.toLower() + u" accent %1"_s.arg(accent));
        }
    }
}

QSet<QString> builtInNames()
{
    QSet<QString> names;
    const auto plain = QString::fromLatin1(plainNames).split(u'|');
    for (const QString &name : plain) {
        insertWithAccents(names, name);
    }
    const auto numbered = QString::fromLatin1(numberedNames).split(u'|');
    for (const QString &entry : numbered) {
        const QString pattern = entry.section(u':', 0, 0);
        for (int number = 1; number <= entry.section(u':', 1).toInt(); ++number) {
            insertWithAccents(names, QString(pattern).replace(u'#', QString::number(number)));
        }
    }
    return names;
}

/// The id that Word gives to a style of its own in English: "heading 1" -> "Heading1".
QString builtInId(const QString &name)
{
    QString id;
    bool upper = true;
    for (const QChar letter : name) {
        if (letter.isLetterOrNumber()) {
            id.append(upper ? letter.toUpper() : letter);
        }
        upper = !letter.isLetterOrNumber();
    }
    return id;
}

/// A style that was given its name here: a scrubbed file stays as it is when it is scrubbed again.
bool isNeutralStyle(const QString &name, const QString &id)
{
    static const QRegularExpression neutral(u"^Style ([0-9]{1,5})$"_s);
    const auto match = neutral.match(name);
    return match.hasMatch() && id == u"Style"_s + match.captured(1);
}

}   // namespace

bool isBuiltInStyle(const QString &name)
{
    static const QSet<QString> names = builtInNames();
    // Word makes a character style of this name for each paragraph style that is used inside a
    // paragraph.
    const QString plain = name.toLower();
    return names.contains(plain)
           || (plain.endsWith(u" char"_s) && names.contains(plain.chopped(5)));
}

void completeStyleIds(pugi::xml_node styles)
{
    for (pugi::xml_node style : styles.children("w:style")) {
        const char *name = style.child("w:name").attribute("w:val").value();
        if (style.attribute("w:styleId").empty()
            && !styles.find_child_by_attribute("w:style", "w:styleId", name)) {
            style.append_attribute("w:styleId").set_value(name);
        }
    }
}

StyleRenames styleRenames(pugi::xml_node styles, const QStringList &values)
{
    const QString word = neutralName(u"Style"_s, values);
    StyleRenames renames;
    QSet<QString> ids;
    QSet<QString> names;
    for (const pugi::xml_node style : styles.children("w:style")) {
        ids.insert(attributeText(style, "w:styleId").toLower());
        names.insert(attributeText(style.child("w:name"), "w:val").toLower());
    }
    int number = 0;
    for (const pugi::xml_node style : styles.children("w:style")) {
        const QString name = attributeText(style.child("w:name"), "w:val");
        const QString id = attributeText(style, "w:styleId");
        QString newId;
        QString newName;
        const bool speaks = holdsValue(name, values) || holdsValue(id, values)
                            || (isBuiltInStyle(name) && holdsValue(builtInId(name), values));
        if (isBuiltInStyle(name) && !speaks) {
            // Ids follow the language of the program that made the file; one that says something
            // else goes.
            newId = builtInId(name);
            if (newId.compare(id, Qt::CaseInsensitive) == 0) {
                newId = id;
            }
            while (newId != id && ids.contains(newId.toLower())) {
                newId += u'0';
            }
            ids.insert(newId.toLower());
        } else if (isNeutralStyle(name, id) && !speaks) {
            continue;
        } else {
            do {
                ++number;
                newId = word + QString::number(number);
                newName = u"%1 %2"_s.arg(word).arg(number);
            } while (ids.contains(newId.toLower()) || names.contains(newName.toLower()));
            renames.names.insert(name, newName);
        }
        if (newId != id && !renames.ids.contains(id)) {
            renames.ids.insert(id, newId);
        }
    }
    return renames;
}

void applyStyleRenames(pugi::xml_node styles, const StyleRenames &renames)
{
    for (pugi::xml_node style : styles.children("w:style")) {
        pugi::xml_attribute name = style.child("w:name").attribute("w:val");
        const auto newName = renames.names.constFind(QString::fromUtf8(name.value()));
        if (newName != renames.names.constEnd()) {
            name.set_value(newName->toUtf8().constData());
        }
        const auto newId = renames.ids.constFind(attributeText(style, "w:styleId"));
        if (newId != renames.ids.constEnd()) {
            style.attribute("w:styleId").set_value(newId->toUtf8().constData());
        }
        style.remove_child("w:aliases");
    }
    renameStyles(styles, renames.ids);
}

}   // namespace expunge::formats::ooxml
