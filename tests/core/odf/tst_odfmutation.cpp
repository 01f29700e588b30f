// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/odf/odfpackage.h"
#include "core/formats/odf/odfvocabularytables.h"
#include "tests/core/odf/odffixture.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;
using namespace expunge;
using namespace expunge::testing;
using formats::odf::Names;
using formats::odf::OdfPart;

namespace {

/// A place in the markup of one part where a word can stand.
struct Spot
{
    qsizetype begin = 0;
    qsizetype end = 0;
    QByteArray name;   // "draw:frame@svg:x", "text:p"
};

/// Every attribute (but declarations of namespaces) and every text of a part; of those with one
/// name the first.
std::vector<Spot> spotsOf(const QByteArray &xml)
{
    static const QRegularExpression tag(u"<([A-Za-z][\\w:.-]*)((?:\\s+[\\w:.-]+=\"[^\"]*\")*)"
                                        "\\s*/?>([^<]*)"_s);
    static const QRegularExpression attribute(u"([\\w:.-]+)=\"([^\"]*)\""_s);
    std::vector<Spot> spots;
    QSet<QByteArray> seen;
    const auto add = [&](qsizetype begin, qsizetype end, const QByteArray &name) {
        if (!seen.contains(name)) {
            seen.insert(name);
            spots.push_back({begin, end, name});
        }
    };
    const QString text = QString::fromLatin1(xml);   // positions of bytes
    for (auto tags = tag.globalMatch(text); tags.hasNext();) {
        const auto match = tags.next();
        const QByteArray element = match.captured(1).toLatin1();
        for (auto all = attribute.globalMatch(match.captured(2)); all.hasNext();) {
            const auto one = all.next();
            if (!one.captured(1).startsWith(u"xmlns"_s)) {
                const qsizetype at = match.capturedStart(2) + one.capturedStart(2);
                add(at, at + one.capturedLength(2), element + '@' + one.captured(1).toLatin1());
            }
        }
        if (!match.captured(3).trimmed().isEmpty()) {
            add(match.capturedStart(3), match.capturedEnd(3), element);
        }
    }
    return spots;
}

QByteArray packed(const formats::odf::OdfPackage &package, const QString &part,
                  const QByteArray &content)
{
    ZipBuilder zip;
    ZipEntry type;
    type.name = "mimetype";
    type.content = package.mediaType().toLatin1();
    type.deflate = false;
    zip.add(type);
    const auto add = [&](const OdfPart &one) {
        if (one.name != u"mimetype"_s) {
            zip.add(one.name.toUtf8(), one.name == part ? content : one.bytes);
        }
    };
    for (const OdfPart &one : package.parts()) {
        add(one);
    }
    for (const OdfPart &one : package.containerParts()) {
        add(one);
    }
    return zip.build();
}

/// What stands in a file: names of parts and their content.
QString everythingOf(const QByteArray &bytes, const QString &name)
{
    const auto document = tryOpen(bytes, name);
    QByteArray all;
    if (document) {
        const auto visited = (*document)->visitParts([&](const document::PartView &part) {
            all += part.name.toUtf8() + '\n' + part.bytes.toByteArray() + '\n';
        });
        all = visited ? all : QByteArray();
    }
    return QString::fromUtf8(all);
}

/// The words of one length and one beginning that a text holds, in lower case.
QSet<QString> wordsIn(const QString &text, const QString &example)
{
    const QString begin = example.left(5).toLower();
    const QString folded = text.toLower();
    QSet<QString> words;
    for (auto at = folded.indexOf(begin); at >= 0; at = folded.indexOf(begin, at + 1)) {
        words.insert(folded.mid(at, example.size()));
    }
    return words;
}

/// Words that are in the output although nobody who looks at the texts could have seen them; all of
/// one length and with one beginning.
QStringList unseenIn(const QByteArray &bytes, const QString &name, const QStringList &words)
{
    const auto document = tryOpen(bytes, name);
    const QByteArray output = document ? appliedBytes(**document, {}) : QByteArray();
    if (output.isEmpty()) {
        return {};   // refused
    }
    const QSet<QString> left = wordsIn(everythingOf(output, name), words.front());
    if (left.isEmpty()) {
        return {};
    }
    const QSet<QString> seen = wordsIn(shownTexts(**document).join(u'\n'), words.front());
    QStringList unseen;
    for (const QString &word : words) {
        if (left.contains(word.toLower()) && !seen.contains(word.toLower())) {
            unseen.append(word);
        }
    }
    return unseen;
}

const QStringList &forms()
{
    static const QStringList list{u"zqvexil"_s, u"ZQVEXIL"_s, u"zq7vex1l9"_s, u"кжзвещил"_s};
    return list;
}

/// "aaab", one for each number.
QByteArray letters(int number)
{
    QByteArray word;
    for (int i = 0; i < 4; ++i, number /= 20) {
        word.prepend("bcdfghjklmnpqrstvwxz"[number % 20]);
    }
    return word;
}

QByteArrayList namesIn(std::initializer_list<Names> tables)
{
    QByteArrayList names;
    for (const Names rows : tables) {
        for (const char *row : rows) {
            const QByteArray whole(row);
            const qsizetype colon = whole.indexOf(':');
            for (const QByteArray &name : whole.mid(colon + 2).split(' ')) {
                names.append(whole.left(colon + 1) + name);
            }
        }
    }
    names.removeAll("xml:id");   // must be one of its own
    return names;
}

QByteArray declarations()
{
    QByteArray text;
    const QByteArray oasis = "urn:oasis:names:tc:opendocument:xmlns:";
    for (const QByteArray &known :
         QByteArray("office style text table chart meta config presentation script form dr3d")
             .split(' ')) {
        text += " xmlns:" + known + "=\"" + oasis + known + ":1.0\"";
    }
    for (const auto &[prefix, uri] : std::vector<std::pair<QByteArray, QByteArray>>{
             {"draw", oasis + "drawing:1.0"},
             {"fo", oasis + "xsl-fo-compatible:1.0"},
             {"svg", oasis + "svg-compatible:1.0"},
             {"smil", oasis + "smil-compatible:1.0"},
             {"anim", oasis + "animation:1.0"},
             {"number", oasis + "datastyle:1.0"},
             {"xlink", "http://www.w3.org/1999/xlink"},
             {"dc", "http://purl.org/dc/elements/1.1/"},
             {"math", "http://www.w3.org/1998/Math/MathML"},
             {"drawooo", "http://openoffice.org/2010/draw"},
             {"calcext", "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"},
             {"loext", "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"}}) {
        text += " xmlns:" + prefix + "=\"" + uri + '"';
    }
    return text;
}

/// A file of a kind whose content.xml holds `body` in its pages, paragraphs or cells and `styles`.
QByteArray fileOf(const QString &name, const QByteArray &body, const QByteArray &styles)
{
    const bool sheet = name.endsWith(u".ods"_s);
    const bool slides = name.endsWith(u".odp"_s);
    const QByteArray kind = sheet ? "spreadsheet" : slides ? "presentation" : "text";
    const QByteArray open = sheet    ? "<table:table table:name=\"Sheet1\"><table:shapes>"
                            : slides ? "<draw:page draw:name=\"page1\">"
                                     : "";
    const QByteArray close = sheet    ? "</table:shapes><table:table-row><table:table-cell/>"
                                        "</table:table-row></table:table>"
                             : slides ? "</draw:page>"
                                      : "";
    OdfBuilder builder;
    builder.type = "application/vnd.oasis.opendocument." + kind;
    builder.parts = {
        {"content.xml", "<?xml version=\"1.0\"?><office:document-content" + declarations()
                            + " office:version=\"1.3\"><office:automatic-styles>" + styles
                            + "</office:automatic-styles><office:body><office:" + kind + '>' + open
                            + body + close + "</office:" + kind
                            + "></office:body></office:document-content>"}};
    return builder.build();
}

}   // namespace

/// A word in every place of OpenDocument files where the format has room for one: after a scrub
/// that accepts nothing it is gone, or stands in a text that a person is shown.
class TestOdfMutation : public QObject
{
    Q_OBJECT

private:
    static void kinds()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"planted.odt", "planted.odp", "planted.ods"}) {
            QTest::newRow(name) << QString::fromLatin1(name);
        }
    }

private Q_SLOTS:
    void wordsInEveryPlaceOfAFileAreShownOrGo_data() { kinds(); }
    void wordsInEveryPlaceOfAFileAreShownOrGo()
    {
        QFETCH(QString, name);
        QFile file(QStringLiteral(EXPUNGE_SOURCE_DIR "/tests/data/opendocument/") + name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto package = formats::odf::OdfPackage::read({file.readAll(), name}, {});
        QVERIFY(package);
        QStringList left;
        int spots = 0;
        std::vector<OdfPart> parts = package->parts();
        parts.insert(parts.end(), package->containerParts().begin(),
                     package->containerParts().end());
        for (const OdfPart &part : parts) {
            if (!part.bytes.trimmed().startsWith('<')) {
                continue;
            }
            for (const Spot &spot : spotsOf(part.bytes)) {
                ++spots;
                const QByteArray old = part.bytes.mid(spot.begin, spot.end - spot.begin);
                QByteArrayList values{old + " zqvexil"};
                for (const QString &word : forms()) {
                    values.append(word.toUtf8());
                }
                for (const QByteArray &value : std::as_const(values)) {
                    const QString word = QString::fromUtf8(value).section(u' ', -1);
                    QByteArray content = part.bytes;
                    content.replace(spot.begin, spot.end - spot.begin, value);
                    if (!unseenIn(packed(*package, part.name, content), name, {word}).isEmpty()) {
                        left.append(part.name + u' ' + QString::fromLatin1(spot.name) + u" = "
                                    + QString::fromUtf8(value));
                    }
                }
            }
        }
        QVERIFY(spots > 100);
        QVERIFY2(left.isEmpty(), qPrintable(u"\n"_s + left.join(u'\n')));
    }

    void wordsInEveryKnownAttributeAreShownOrGo_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("form");
        for (const char *name : {"a.odt", "a.odp", "a.ods"}) {
            for (const QString &form : forms()) {
                QTest::addRow("%s %s", name, qPrintable(form)) << QString::fromLatin1(name) << form;
            }
        }
    }

    void wordsInEveryKnownAttributeAreShownOrGo()
    {
        QFETCH(QString, name);
        QFETCH(QString, form);
        using namespace formats::odf;
        const QByteArrayList attributes =
            namesIn({syntaxAttributeTable(), styleAttributeTable(), fontAttributeTable(),
                     idAttributeTable(), nameAttributeTable(), textAttributeTable(),
                     linkAttributeTable(), valueAttributeTable(), formulaAttributeTable()});
        const QByteArrayList hosts = QByteArray("text:p text:h text:span text:a text:s text:date "
                                                "text:bookmark text:section text:list draw:frame "
                                                "draw:custom-shape draw:enhanced-geometry "
                                                "draw:equation draw:image draw:object draw:g "
                                                "table:table table:table-cell table:table-column "
                                                "anim:par anim:set office:annotation")
                                         .split(' ');
        const QByteArrayList styles =
            QByteArray("style:style style:graphic-properties style:text-properties "
                       "text:list-level-style-number number:number-style number:text draw:marker "
                       "style:font-face draw:gradient style:map")
                .split(' ');
        QStringList words;
        const auto planted = [&](const QByteArray &host) {
            QByteArray xml;
            for (const QByteArray &attribute : attributes) {
                const QString letter = QString::fromLatin1(letters(static_cast<int>(words.size())));
                words.append(form.front().isUpper() ? form + letter.toUpper() : form + letter);
                xml += '<' + host + ' ' + attribute + "=\"" + words.last().toUtf8() + "\"/>";
            }
            return xml;
        };
        QByteArray body;
        for (const QByteArray &host : hosts) {
            const bool line = QByteArrayList{"text:span", "text:a",        "text:s",
                                             "text:date", "text:bookmark", "office:annotation"}
                                  .contains(host);
            body += line ? "<text:p>" + planted(host) + "</text:p>" : planted(host);
        }
        QByteArray sheet;
        for (const QByteArray &host : styles) {
            sheet += host == "style:style" || host == "number:number-style" || host == "draw:marker"
                             || host == "style:font-face" || host == "draw:gradient"
                         ? planted(host)
                         : "<style:style style:name=\"P1\" style:family=\"paragraph\">"
                               + planted(host) + "</style:style>";
        }
        const QByteArray bytes = fileOf(name, body, sheet);
        QVERIFY(tryOpen(bytes, name));
        QStringList left;
        for (const QString &word : unseenIn(bytes, name, words)) {
            const qsizetype index = words.indexOf(word);
            const QByteArrayList all = hosts + styles;
            left.append(QString::fromLatin1(all[index / attributes.size()] + '@'
                                            + attributes[index % attributes.size()]));
        }
        left = left.mid(0, 30);   // the rest is of the same kinds
        QVERIFY2(left.isEmpty(), qPrintable(u"\n"_s + left.join(u'\n')));
    }

    void wordsInEveryKnownElementAreShownOrGo_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"a.odt", "a.odp", "a.ods"}) {
            QTest::newRow(name) << QString::fromLatin1(name);
        }
    }

    void wordsInEveryKnownElementAreShownOrGo()
    {
        QFETCH(QString, name);
        constexpr qsizetype atOnce = 24;   // one that is removed may hold others
        const QByteArrayList elements = namesIn({formats::odf::elementTable()});
        QStringList left;
        for (qsizetype first = 0; first < elements.size(); first += atOnce) {
            QStringList words;
            QByteArray alone;
            QByteArray inText;
            for (const QByteArray &element : elements.mid(first, atOnce)) {
                words.append(u"zqvexil"_s
                             + QString::fromLatin1(letters(static_cast<int>(words.size()))));
                const QByteArray xml =
                    '<' + element + '>' + words.last().toUtf8() + "</" + element + '>';
                alone += xml;
                inText += "<text:p>" + xml + "</text:p>";
            }
            const QByteArray inShape =
                "<draw:frame><draw:text-box>" + inText + "</draw:text-box></draw:frame>";
            for (const auto &[body, styles] : std::vector<std::pair<QByteArray, QByteArray>>{
                     {alone, {}}, {inText, {}}, {inShape, {}}, {{}, alone}}) {
                for (const QString &word : unseenIn(fileOf(name, body, styles), name, words)) {
                    left.append(QString::fromLatin1(elements[first + words.indexOf(word)]));
                }
            }
        }
        QVERIFY2(left.isEmpty(), qPrintable(u"\n"_s + left.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(TestOdfMutation)
#include "tst_odfmutation.moc"
