// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ooxml/domedit.h"
#include "core/formats/ooxml/ooxmlhandlers.h"
#include "core/formats/ooxml/ziparchive.h"

#include <QFile>
#include <QSet>
#include <QTest>

#include <sstream>

using namespace expunge;
using namespace expunge::formats::ooxml;
using namespace Qt::StringLiterals;

namespace {

/// Words of every script and case that nobody would write into a format.
const QStringList &plantedWords()
{
    static const QStringList words{u"quixvane"_s, u"QUIXVANE"_s, u"q7uix4vane2"_s, u"Квиксвейн"_s};
    return words;
}

/// A place of a package where a word can stand: the first of its kind.
struct Spot
{
    size_t entry = 0;
    QString key;   // "w:jc@w:val", "w:t"
    size_t node = 0;
    QString attribute;   // none: the text
};

using Entries = std::vector<ZipEntryBytes>;

QByteArray fixture(const QString &name)
{
    QFile file(QStringLiteral(EXPUNGE_SOURCE_DIR "/tests/data/office/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Entries entriesOf(const QByteArray &bytes)
{
    auto contents = readZipContents(bytes, {}, {}, {});
    return contents ? std::move(contents->entries) : Entries();
}

bool isXml(const QString &name)
{
    return name.endsWith(u".xml"_s) || name.endsWith(u".rels"_s) || name.endsWith(u".vml"_s);
}

std::vector<pugi::xml_node> elementsOf(const pugi::xml_document &document)
{
    std::vector<pugi::xml_node> nodes;
    forEachElement(document, [&nodes](pugi::xml_node node) { nodes.push_back(node); });
    return nodes;
}

/// One place of each kind in a package.
std::vector<Spot> spotsOf(const Entries &entries)
{
    std::vector<Spot> spots;
    QSet<QString> seen;
    const auto add = [&](Spot spot) {
        if (!seen.contains(spot.key)) {
            seen.insert(spot.key);
            spots.push_back(std::move(spot));
        }
    };
    for (size_t entry = 0; entry < entries.size(); ++entry) {
        pugi::xml_document document;
        if (!isXml(entries[entry].name)
            || !document.load_buffer(entries[entry].bytes.constData(),
                                     static_cast<size_t>(entries[entry].bytes.size()))) {
            continue;
        }
        const auto nodes = elementsOf(document);
        for (size_t node = 0; node < nodes.size(); ++node) {
            const QString name = QString::fromUtf8(nodes[node].name());
            for (const pugi::xml_attribute attribute : nodes[node].attributes()) {
                const QString of = QString::fromUtf8(attribute.name());
                add({entry, name + u'@' + of, node, of});
            }
            add({entry, name, node, {}});
        }
    }
    return spots;
}

/// The package with a word at some place.
QByteArray planted(const Entries &entries, const Spot &spot, const QString &word)
{
    std::vector<ZipOutput> output;
    for (size_t i = 0; i < entries.size(); ++i) {
        QByteArray bytes = entries[i].bytes;
        if (i == spot.entry) {
            pugi::xml_document document;
            document.load_buffer(bytes.constData(), static_cast<size_t>(bytes.size()),
                                 pugi::parse_default | pugi::parse_ws_pcdata);
            pugi::xml_node node = elementsOf(document)[spot.node];
            const QByteArray value = word.toUtf8();
            if (spot.attribute.isEmpty()) {
                node.prepend_child(pugi::node_pcdata).set_value(value.constData());
            } else {
                node.attribute(spot.attribute.toUtf8().constData()).set_value(value.constData());
            }
            std::ostringstream text;
            document.save(text, "", pugi::format_raw);
            bytes = QByteArray::fromStdString(text.str());
        }
        output.push_back({entries[i].name.toUtf8(), bytes});
    }
    const auto zip = writeZip(output, {});
    return zip ? *zip : QByteArray();
}

/// What became of a planted word.
enum class Fate { Gone, Refused, Shown, Left };

class Planter
{
public:
    explicit Planter(const QString &file)
        : m_file(file)
        , m_entries(entriesOf(fixture(file)))
        , m_handler(handlerFor(file))
    {
    }

    const Entries &entries() const { return m_entries; }

    Fate fateOf(const QByteArray &package, const QString &word, QString *where) const
    {
        const auto document = m_handler->open({package, m_file}, {});
        if (!document) {
            return Fate::Refused;
        }
        const auto output = (*document)->apply({}, {});
        if (!output) {
            return Fate::Refused;
        }
        bool left = false;
        for (const ZipEntryBytes &entry : entriesOf(output->bytes)) {
            if (entry.name.contains(word, Qt::CaseInsensitive)
                || QString::fromUtf8(entry.bytes).contains(word, Qt::CaseInsensitive)) {
                left = true;
                *where = entry.name;
            }
        }
        if (!left) {
            return Fate::Gone;
        }
        const auto &units = (*document)->textUnits();
        const bool shown = std::any_of(units.begin(), units.end(), [&word](const auto &unit) {
            return unit.hiddenItem.isEmpty() && unit.text.contains(word, Qt::CaseInsensitive);
        });
        return shown ? Fate::Shown : Fate::Left;
    }

private:
    static std::unique_ptr<formats::FormatHandler> handlerFor(const QString &file)
    {
        return file.endsWith(u".docx"_s)   ? makeDocxHandler()
               : file.endsWith(u".xlsx"_s) ? makeXlsxHandler()
                                           : makePptxHandler();
    }

    QString m_file;
    Entries m_entries;
    std::unique_ptr<formats::FormatHandler> m_handler;
};

/// The package with parts that are called otherwise.
QByteArray renamed(const Entries &entries, const QString &part, const QString &word)
{
    const QByteArray old = part.section(u'/', -1).toUtf8();
    const QByteArray name = QByteArray(word.toUtf8()).append('.').append(old.split('.').last());
    std::vector<ZipOutput> output;
    for (const ZipEntryBytes &entry : entries) {
        QByteArray path = entry.name.toUtf8();
        QByteArray bytes = entry.bytes;
        if (entry.name.endsWith(u".rels"_s) || entry.name.startsWith(u'[')) {
            bytes.replace(old, name);
            path.replace(old, name);
        } else if (entry.name == part) {
            path.replace(old, name);
        }
        output.push_back({path, bytes});
    }
    const auto zip = writeZip(output, {});
    return zip ? *zip : QByteArray();
}

/// A part with another prefix for the namespace of its root, or with one more that nothing uses.
QByteArray withPrefix(QByteArray bytes, const QByteArray &prefix)
{
    pugi::xml_document document;
    document.load_buffer(bytes.constData(), static_cast<size_t>(bytes.size()));
    const QByteArray root = document.document_element().name();
    const qsizetype colon = root.indexOf(':');
    if (colon < 0) {
        return bytes.replace(
            QByteArray("<").append(root),
            QByteArray("<%1 xmlns:%2='urn:%2'").replace("%1", root).replace("%2", prefix));
    }
    for (const QByteArray &before : {QByteArray("<"), QByteArray("</"), QByteArray(" ")}) {
        bytes.replace(QByteArray(before).append(root.first(colon)).append(':'),
                      QByteArray(before).append(prefix).append(':'));
    }
    return bytes.replace(QByteArray("xmlns:").append(root.first(colon)).append('='),
                         QByteArray("xmlns:").append(prefix).append('='));
}

QByteArray prefixed(const Entries &entries, size_t index, const QByteArray &prefix)
{
    std::vector<ZipOutput> output;
    for (size_t i = 0; i < entries.size(); ++i) {
        const QByteArray &bytes = entries[i].bytes;
        output.push_back(
            {entries[i].name.toUtf8(), i == index ? withPrefix(bytes, prefix) : bytes});
    }
    const auto zip = writeZip(output, {});
    return zip ? *zip : QByteArray();
}

/// Places where a word stays until the person decides, because a text unit shows it.
QSet<QString> shownPlaces()
{
    const QStringList places{
        // what a reader of the pages sees
        u"w:t"_s, u"m:t"_s, u"a:t"_s, u"t"_s, u"f"_s, u"c:v"_s, u"v:textpath@string"_s,
        u"w:lvlText@w:val"_s, u"oddHeader"_s, u"firstFooter"_s, u"sheet@name"_s,
        u"tableColumn@name"_s, u"tableColumn@totalsRowLabel"_s, u"numFmt@formatCode"_s,
        u"c:formatCode"_s,
        // what a tip shows, and what a program says when something is typed in
        u"w:hyperlink@w:tooltip"_s, u"a:hlinkClick@tooltip"_s, u"hyperlink@tooltip"_s,
        u"hyperlink@display"_s, u"dataValidation@promptTitle"_s, u"dataValidation@prompt"_s,
        u"dataValidation@error"_s,
        // what cells are computed from, and what decides how they look
        u"definedName"_s, u"definedName@name"_s, u"definedName@comment"_s, u"table@displayName"_s,
        u"table@comment"_s, u"calculatedColumnFormula"_s, u"c:f"_s, u"xm:f"_s, u"xdr:sp@textlink"_s,
        u"formula"_s, u"formula1"_s, u"filter@val"_s, u"cfRule@text"_s,
        // fonts, without which the pages look otherwise
        u"w:font@w:name"_s, u"name@val"_s, u"a:latin@typeface"_s, u"a:ea@typeface"_s,
        u"a:cs@typeface"_s};
    return {places.begin(), places.end()};
}

}   // namespace

/// A word that is planted anywhere in an Office file is either a text that the person is asked
/// about, or gone.
class TestPlantedWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsInAnyPlaceAreShownOrGone_data() { files(); }
    void wordsInAnyPlaceAreShownOrGone();
    void namesOfPartsGo_data() { files(); }
    void namesOfPartsGo();
    void prefixesOfNamespacesGo_data() { files(); }
    void prefixesOfNamespacesGo();

private:
    static void files()
    {
        QTest::addColumn<QString>("file");
        for (const char *file : {"planted.docx", "planted.xlsx", "planted.pptx"}) {
            QTest::newRow(file) << QString::fromLatin1(file);
        }
    }
};

void TestPlantedWords::wordsInAnyPlaceAreShownOrGone()
{
    QFETCH(QString, file);
    const Planter planter(file);
    QVERIFY(!planter.entries().empty());
    static const QSet<QString> mayShow = shownPlaces();
    QStringList left;
    int tried = 0;
    int refused = 0;
    for (const Spot &spot : spotsOf(planter.entries())) {
        // each place with one of the words, so that all of them are tried in every kind of place
        const QString word = plantedWords()[tried++ % plantedWords().size()];
        QString where;
        const Fate fate = planter.fateOf(planted(planter.entries(), spot, word), word, &where);
        refused += fate == Fate::Refused ? 1 : 0;
        if (fate == Fate::Left || (fate == Fate::Shown && !mayShow.contains(spot.key))) {
            left.append(u"%1 (%2) in %3"_s.arg(spot.key, word, where));
        }
    }
    QVERIFY2(left.isEmpty(), qPrintable(left.join(u'\n')));
    QVERIFY2(refused * 10 < tried, "too many files are refused for the others to say much");
}

void TestPlantedWords::namesOfPartsGo()
{
    QFETCH(QString, file);
    const Planter planter(file);
    const QString word = plantedWords().first();
    int gone = 0;
    for (const ZipEntryBytes &entry : planter.entries()) {
        if (!entry.name.startsWith(u'[') && !entry.name.contains(u"_rels/"_s)) {
            QString where;
            const Fate fate =
                planter.fateOf(renamed(planter.entries(), entry.name, word), word, &where);
            QVERIFY2(fate != Fate::Left && fate != Fate::Shown, qPrintable(entry.name));
            gone += fate == Fate::Gone ? 1 : 0;
        }
    }
    QVERIFY(gone > 10);
}

void TestPlantedWords::prefixesOfNamespacesGo()
{
    QFETCH(QString, file);
    const Planter planter(file);
    const QString word = plantedWords().first();
    int gone = 0;
    for (size_t i = 0; i < planter.entries().size(); ++i) {
        if (isXml(planter.entries()[i].name)) {
            QString where;
            const Fate fate =
                planter.fateOf(prefixed(planter.entries(), i, word.toUtf8()), word, &where);
            QVERIFY2(fate != Fate::Left && fate != Fate::Shown,
                     qPrintable(planter.entries()[i].name));
            gone += fate == Fate::Gone ? 1 : 0;
        }
    }
    QVERIFY(gone > 10);
}

QTEST_APPLESS_MAIN(TestPlantedWords)
#include "tst_plantedwords.moc"
