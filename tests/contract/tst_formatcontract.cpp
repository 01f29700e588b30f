// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/formatregistry.h"
#include "tests/support/compoundbuilder.h"
#include "tests/support/pptxbuilder.h"
#include "tests/support/xlsxbuilder.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTest>

#include <set>

using namespace expunge;
using namespace Qt::StringLiterals;
using document::Document;
using document::RedactionPlan;
using formats::Source;
using DocumentPtr = std::shared_ptr<const Document>;

namespace {

/// A file of one format and texts in it that are to go.
struct Fixture
{
    Source source;
    QStringList accepted;
    bool cutIsDamage = true;   // false: a beginning of the file is a file of the format too
};

QByteArray sample(const QString &name)
{
    QFile file(QStringLiteral(EXPUNGE_SOURCE_DIR "/resources/samples/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Fixture letter()
{
    return {{sample(u"engagement-letter.docx"_s), u"letter.docx"_s},
            {u"Mirelle Osterwick"_s, u"Tomas Verlyne"_s, u"Project Nightjar"_s,
             u"mirelle.osterwick@quillfen.example"_s, u"AKIAINVENTEDK3YZ5WQ2"_s}};
}

/// Makes the letter of every file, as LibreOffice would of one that says the same.
class LetterConverter final : public formats::legacy::Converter
{
public:
    base::Result<QByteArray> convert(const formats::legacy::Conversion &,
                                     const base::JobContext &) const override
    {
        return letter().source.bytes;
    }
};

Fixture oldLetter()
{
    const QByteArray file =
        testing::CompoundBuilder().stream(u"WordDocument"_s, QByteArray(4096, 'x')).build();
    return {{file, u"letter.doc"_s}, letter().accepted, false};
}

/// A file with an invented word in every place, of which these are shown.
Fixture planted(const QString &suffix, const QString &letter)
{
    QFile file(QStringLiteral(EXPUNGE_SOURCE_DIR "/tests/data/opendocument/planted.") + suffix);
    const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    return {{bytes, u"planted."_s + suffix},
            {u"ZQX"_s + letter + u"SPLIT"_s, u"ZQX"_s + letter + u"TEXTBOX"_s,
             u"ZQX"_s + letter + u"LINKTARGET"_s}};
}

Fixture workbook()
{
    const QByteArray rows =
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\"><v>12</v></c></row>"
        "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c>"
        "<c r=\"B2\"><f>B1*2</f><v>24</v></c></row>";
    const QByteArray file = testing::XlsxBuilder()
                                .sheet({"Fees", rows, {}, {}, {}})
                                .sheet({"Tomas Verlyne", rows, {}, {}, "hidden"})
                                .strings({"<t>Call Tomas Verlyne.</t>", "<t>Fees of Quillfen</t>"})
                                .build();
    return {{file, u"fees.xlsx"_s}, {u"Tomas Verlyne"_s, u"Quillfen"_s}};
}

Fixture spreadsheet()
{
    QFile file(QStringLiteral(EXPUNGE_SOURCE_DIR "/tests/data/opendocument/planted.ods"));
    return {{file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray(), u"planted.ods"_s},
            {u"ZQXSPLAINTEXT"_s, u"ZQXSSPLITTEXT"_s, u"ZQXSREPEATED"_s, u"ZQXSSHEETNAME"_s,
             u"ZQXSCHARTSERIES"_s}};
}

Fixture deck()
{
    using namespace testing;
    const QByteArray file =
        PptxBuilder()
            .slide({placeholder(2, "title", slideParagraph("Fees of Quillfen"))
                        + textBox(3, slideParagraph("Call Tomas Verlyne.")),
                    {},
                    {},
                    placeholder(2, "body", slideParagraph("Tomas Verlyne is on leave"))})
            .slide({textBox(2, slideParagraph("never shown")), "show=\"0\"", {}, {}})
            .build();
    return {{file, u"fees.pptx"_s}, {u"Tomas Verlyne"_s, u"Quillfen"_s}};
}

Fixture pages()
{
    QFile file(
        QStringLiteral(EXPUNGE_SOURCE_DIR "/tests/data/pdf/planted/31_libreoffice_tagged.pdf"));
    const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    return {{bytes, u"pages.pdf"_s}, {u"Quixvane"_s}};
}

Fixture notes()
{
    const QByteArray text = "Call Tomas Verlyne.\r\nH\xc3\xa4lt Z\xc3\xb6"
                            "e \xf0\x9f\x94\x92 Tomas Verlyne?\n";
    return {{text, u"notes.txt"_s}, {u"Tomas Verlyne"_s, u"\U0001F512"_s}, false};
}

Fixture markedNotes()
{
    Fixture fixture = notes();
    fixture.source.bytes.prepend("\xef\xbb\xbf");
    return fixture;
}

/// Every occurrence of the accepted texts, numbered; hidden items all to be removed.
RedactionPlan planFor(const Document &document, const QStringList &accepted)
{
    RedactionPlan plan;
    for (const document::TextUnit &unit : document.textUnits()) {
        if (unit.copyOf >= 0 || !unit.hiddenItem.isEmpty()) {
            continue;
        }
        for (const QString &text : accepted) {
            for (auto at = unit.text.indexOf(text); at >= 0; at = unit.text.indexOf(text, at + 1)) {
                const document::Span span{unit.index, static_cast<int>(at),
                                          static_cast<int>(at + text.size())};
                plan.spans.push_back({u"c%1"_s.arg(plan.spans.size()), span, u"[GONE-1]"_s});
            }
        }
    }
    std::sort(plan.spans.begin(), plan.spans.end(),
              [](const auto &a, const auto &b) { return a.span < b.span; });
    for (const document::HiddenItem &item : document.hiddenItems()) {
        plan.hidden[item.id] = document::HiddenAction::Remove;
    }
    return plan;
}

QMap<QString, int> countOfTexts(const Document &document)
{
    QMap<QString, int> count;
    for (const document::TextUnit &unit : document.textUnits()) {
        ++count[unit.text];
    }
    return count;
}

}   // namespace

/// What every format promises, checked on a file of each.
class TestFormatContract : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_fixtures = {{u"odt"_s, {planted(u"odt"_s, u"T"_s)}},
                      {u"odp"_s, {planted(u"odp"_s, u"P"_s)}},
                      {u"docx"_s, {letter()}},
                      {u"pdf"_s, {pages()}},
                      {u"xlsx"_s, {workbook()}},
                      {u"pptx"_s, {deck()}},
                      {u"ods"_s, {spreadsheet()}},
                      {u"legacy"_s, {oldLetter()}},
                      {u"txt"_s, {notes(), markedNotes()}}};
    }

    void everyFormatHasAFixture()
    {
        for (const auto &handler : m_registry.handlers()) {
            QVERIFY2(m_fixtures.contains(handler->info().id), qPrintable(handler->info().id));
        }
    }

    void fixtureHoldsWhatIsToGo_data() { rows(); }
    void fixtureHoldsWhatIsToGo()
    {
        const DocumentPtr document = opened(fixture().source);
        QVERIFY(document);
        for (const QString &text : fixture().accepted) {
            QVERIFY2(!planFor(*document, {text}).spans.empty(), qPrintable(text));
        }
    }

    void unitsStandAtTheirIndex_data() { rows(); }
    void unitsStandAtTheirIndex()
    {
        const DocumentPtr document = opened(fixture().source);
        int index = 0;
        for (const document::TextUnit &unit : document->textUnits()) {
            QCOMPARE(unit.index, index++);
            QVERIFY(unit.copyOf < unit.index);
        }
    }

    void readingThroughGivesTheSameUnitsAndHiddenItems_data() { rows(); }
    void readingThroughGivesTheSameUnitsAndHiddenItems()
    {
        const DocumentPtr document = opened(fixture().source);
        std::vector<document::TextUnit> units;
        const auto hidden = m_registry.readThrough(
            fixture().source, [&](const document::TextUnit &unit) { units.push_back(unit); }, {});
        QVERIFY(hidden);
        QVERIFY(units == document->textUnits());
        QVERIFY(*hidden == document->hiddenItems());
    }

    void acceptedTextIsGoneFromAllPartsAndRawBytes_data() { rows(); }
    void acceptedTextIsGoneFromAllPartsAndRawBytes()
    {
        const QByteArray output = scrubbed();
        for (const QString &text : fixture().accepted) {
            QVERIFY2(!output.contains(text.toUtf8()), qPrintable(text));
        }
        const DocumentPtr document = opened({output, outputName()});
        QVERIFY(document);
        for (const QString &text : fixture().accepted) {
            for (const document::TextUnit &unit : document->textUnits()) {
                QVERIFY2(!unit.text.contains(text, Qt::CaseInsensitive), qPrintable(text));
            }
            int parts = 0;
            QVERIFY(document->visitParts([&](const document::PartView &part) {
                ++parts;
                QVERIFY2(!part.bytes.contains(text.toUtf8()),
                         qPrintable(QString(text + u" in "_s + part.name)));
            }));
            QVERIFY(parts > 0);
        }
    }

    void replacementsStandInTheirPlace_data() { rows(); }
    void replacementsStandInTheirPlace()
    {
        const DocumentPtr original = opened(fixture().source);
        const DocumentPtr document = opened({scrubbed(), outputName()});
        qsizetype found = 0;
        for (const document::TextUnit &unit : document->textUnits()) {
            found += unit.copyOf < 0 ? unit.text.count(u"[GONE-1]"_s) : 0;
        }
        // a link whose target goes is no link any more, so a label may be missing there
        const auto asked = std::ssize(planFor(*original, fixture().accepted).spans);
        QVERIFY(found > 0);
        QVERIFY(found <= asked);
    }

    void untouchedUnitsAreUnchanged_data() { rows(); }
    void untouchedUnitsAreUnchanged()
    {
        const DocumentPtr original = opened(fixture().source);
        const RedactionPlan plan = planFor(*original, fixture().accepted);
        std::set<int> touched;
        for (const document::SpanRedaction &span : plan.spans) {
            touched.insert(span.span.unit);
        }
        QMap<QString, int> left = countOfTexts(*opened({scrubbed(), outputName()}));
        for (const document::TextUnit &unit : original->textUnits()) {
            const int master = unit.copyOf < 0 ? unit.index : unit.copyOf;
            if (unit.hiddenItem.isEmpty() && !touched.contains(master)) {
                QVERIFY2(left[unit.text]-- > 0,
                         qPrintable(QString(document::placeLabel(unit.place) + u" is gone"_s)));
            }
        }
    }

    void hiddenItemsAreGone_data() { rows(); }
    void hiddenItemsAreGone()
    {
        const DocumentPtr document = opened({scrubbed(), outputName()});
        QStringList left;
        for (const document::HiddenItem &item : document->hiddenItems()) {
            left.append(document::hiddenLabel(item));
        }
        QVERIFY2(left.isEmpty(), qPrintable(left.join(u"; "_s)));
    }

    void sameInputGivesTheSameBytes_data() { rows(); }
    void sameInputGivesTheSameBytes() { QCOMPARE(scrubbed(), scrubbed()); }

    void secondRunChangesNothing_data() { rows(); }
    void secondRunChangesNothing()
    {
        const QByteArray once = scrubbed();
        const DocumentPtr document = opened({once, outputName()});
        const auto twice = document->apply(planFor(*document, {}), {});
        QVERIFY(twice);
        QCOMPARE(twice->bytes, once);
    }

    void cancelledJobGivesNothing_data() { rows(); }
    void cancelledJobGivesNothing()
    {
        const DocumentPtr document = opened(fixture().source);
        std::stop_source stop;
        stop.request_stop();
        base::JobContext job;
        job.stop = stop.get_token();
        const auto output = document->apply(planFor(*document, fixture().accepted), job);
        QVERIFY(!output);
        QCOMPARE(output.error().code, base::ErrorCode::Cancelled);
    }

    void truncatedFileIsRefused_data() { rows(); }
    void truncatedFileIsRefused()
    {
        const QByteArray whole = fixture().source.bytes;
        for (qsizetype size = 0; size < whole.size(); size += 1 + whole.size() / 97) {
            const auto document = m_registry.open({whole.left(size), fixture().source.path}, {});
            QVERIFY2(!document || !fixture().cutIsDamage, qPrintable(QString::number(size)));
            if (!document) {
                QCOMPARE(document.error().location, fixture().source.path);
            }
        }
    }

    void changedBytesNeverCrash_data() { rows(); }
    void changedBytesNeverCrash()
    {
        QRandomGenerator random(20260225);   // the same changes in every run
        for (int round = 0; round < 150; ++round) {
            QByteArray bytes = fixture().source.bytes;
            for (int change = 0; change <= round % 4; ++change) {
                bytes[random.bounded(bytes.size())] = static_cast<char>(random.bounded(256));
            }
            const auto document = m_registry.open({bytes, fixture().source.path}, {});
            if (document) {
                const auto output = (*document)->apply(planFor(**document, fixture().accepted), {});
                QVERIFY(output || output.error().code != base::ErrorCode::Cancelled);
            }
        }
    }

    void garbageIsRefused_data() { rows(); }
    void garbageIsRefused()
    {
        QRandomGenerator random(20260226);
        QByteArray garbage(4096, '\0');
        for (char &byte : garbage) {
            byte = static_cast<char>(random.bounded(256));
        }
        QVERIFY(!m_registry.open({garbage, fixture().source.path}, {}));
        QVERIFY(!m_registry.open({QByteArray(), fixture().source.path}, {}));
        QVERIFY(!m_registry.open({QByteArray("%PDF-1.7\n"), fixture().source.path}, {}));
    }

    void spanOutsideTheTextIsRefused_data() { rows(); }
    void spanOutsideTheTextIsRefused()
    {
        const DocumentPtr document = opened(fixture().source);
        const int units = static_cast<int>(document->textUnits().size());
        const int length = static_cast<int>(document->textUnits().front().text.size());
        for (const document::Span &span : {document::Span{units, 0, 1}, document::Span{-1, 0, 1},
                                           document::Span{0, 0, length + 1}}) {
            RedactionPlan plan = planFor(*document, {});
            plan.spans = {{u"c1"_s, span, u"x"_s}};
            const auto output = document->apply(plan, {});
            QVERIFY(!output);
            QCOMPARE(output.error().code, base::ErrorCode::Internal);
        }
    }

private:
    void rows()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<int>("index");
        for (auto it = m_fixtures.begin(); it != m_fixtures.end(); ++it) {
            for (int i = 0; i < it->size(); ++i) {
                QTest::addRow("%s %d", qPrintable(it.key()), i) << it.key() << i;
            }
        }
    }

    const Fixture &fixture() const
    {
        const auto format = *static_cast<QString *>(QTest::qData("format", qMetaTypeId<QString>()));
        const int index = *static_cast<int *>(QTest::qData("index", qMetaTypeId<int>()));
        return m_fixtures.find(format)->at(index);
    }

    DocumentPtr opened(const Source &source) const
    {
        auto document = m_registry.open(source, {});
        return document ? *document : nullptr;
    }

    /// An old format has its output in a current one.
    QString outputName() const { return u"output."_s + opened(fixture().source)->info().suffix; }

    QByteArray scrubbed() const
    {
        const DocumentPtr document = opened(fixture().source);
        const auto output = document->apply(planFor(*document, fixture().accepted), {});
        return output ? output->bytes : QByteArray();
    }

    formats::FormatRegistry m_registry =
        formats::builtinFormats(std::make_unique<LetterConverter>());
    QMap<QString, QList<Fixture>> m_fixtures;
};

QTEST_GUILESS_MAIN(TestFormatContract)
#include "tst_formatcontract.moc"
