// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/text/plaintexthandler.h"
#include "core/scrub/leakcheck.h"
#include "tests/core/scrub/fakepackage.h"

#include <QTest>

using namespace expunge;
using namespace Qt::StringLiterals;
using document::HiddenAction;
using testing::FakeDocument;
using testing::fakePackage;
using testing::fakeUnit;

namespace {

scrub::LeakReport check(const QByteArray &output, const scrub::Expectation &work)
{
    const formats::FormatRegistry registry = testing::fakeRegistry();
    const scrub::LeakCheck leakCheck(registry);
    const auto report = leakCheck.run({output, u"out.fake"_s}, work, {});
    return report.value_or(scrub::LeakReport());
}

std::shared_ptr<FakeDocument> original(const QStringList &texts, const QStringList &comments = {})
{
    return testing::openFakePackage(fakePackage(texts, comments).build());
}

}   // namespace

class TestLeakCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatThePlanLeavesIsClean()
    {
        const auto work = testing::expectationFor(
            original({u"Dear Zorb Quimby, Zorb Quimby!"_s, u""_s, u"Bye"_s}), {u"Zorb Quimby"_s});
        const auto output = work.original->apply(work.plan, {});
        const auto report = check(output->bytes, work);
        QVERIFY2(report.clean(), qPrintable(testing::describeLeaks(report)));
        QCOMPARE(report.values, 1);
        QCOMPARE(report.units, 3);
        QVERIFY(report.parts >= 2);
        QCOMPARE(report.keptElsewhere, 0);
    }

    void forgottenReplacementIsFound()
    {
        const auto work = testing::expectationFor(
            original({u"Dear Zorb Quimby"_s, u"Zorb Quimby"_s}), {u"Zorb Quimby"_s});
        const auto report =
            check(fakePackage({u"Dear [PERSON-1]"_s, u"Zorb Quimby"_s}).build(), work);
        QVERIFY(testing::hasLeak(report, u"c1"_s, u"text"_s));
        QVERIFY(testing::hasLeak(report, {}, u"unit differs"_s));
    }

    void valueThatWasKeptElsewhereIsCountedAndPasses()
    {
        const auto work =
            testing::expectationFor(original({u"Zorb Quimby one"_s, u"Zorb Quimby two"_s,
                                              u"Zorb Quimby, zorb quimby three"_s}),
                                    {u"Zorb Quimby"_s}, {2});
        const auto output = work.original->apply(work.plan, {});
        const auto report = check(output->bytes, work);
        QVERIFY2(report.clean(), qPrintable(testing::describeLeaks(report)));
        QCOMPARE(report.keptElsewhere, 2);
    }

    void theSameTextThatNobodyDecidedIsFound()
    {
        auto work = testing::expectationFor(
            original({u"Zorb Quimby one"_s, u"ZORB QUIMBY two"_s, u"Zorb Quimbyson"_s}),
            {u"Zorb Quimby"_s});
        const auto output = work.original->apply(work.plan, {});
        QVERIFY(testing::hasLeak(check(output->bytes, work), u"c1"_s, u"without a decision"_s));
        work.kept.push_back({1, 0, 11});
        auto report = check(output->bytes, work);
        QVERIFY2(report.clean(), qPrintable(testing::describeLeaks(report)));
        work.kept.clear();
        work.values.front().byTerm = true;
        report = check(output->bytes, work);
        QVERIFY2(report.clean(), qPrintable(testing::describeLeaks(report)));
    }

    void oneOccurrenceMoreThanWasKeptIsFound()
    {
        const auto work = testing::expectationFor(
            original({u"Zorb Quimby one"_s, u"Zorb Quimby two"_s}), {u"Zorb Quimby"_s}, {1});
        auto zip = fakePackage({u"[PERSON-1] one"_s, u"Zorb Quimby two"_s});
        QVERIFY(check(zip.build(), work).clean());
        zip.add("word/header1.xml", "<hdr><p>Zorb Quimby two</p></hdr>");
        QVERIFY(testing::hasLeak(check(zip.build(), work), u"c1"_s, u"text"_s));
    }

    void attributeThatRepeatsAKeptTextPasses()
    {
        const auto work = testing::expectationFor(
            original({u"Zorb Quimby one"_s, u"Picture of Zorb Quimby"_s}), {u"Zorb Quimby"_s}, {1});
        auto zip = fakePackage({u"[PERSON-1] one"_s, u"Picture of Zorb Quimby"_s});
        zip.add("word/header1.xml", "<hdr><pic descr=\"Picture of Zorb Quimby\"/><pic2 "
                                    "descr=\"Picture of Zorb Quimby\"/></hdr>");
        const auto report = check(zip.build(), work);
        QVERIFY2(report.clean(), qPrintable(testing::describeLeaks(report)));
        zip.add("word/header2.xml", "<hdr><pic descr=\"Zorb Quimby one\"/></hdr>");
        QVERIFY(testing::hasLeak(check(zip.build(), work), u"c1"_s, u"attribute descr"_s));
    }

    void replacementThatHoldsAValueRaisesNoAlarm()
    {
        const auto work = testing::expectationFor(
            original({u"the person said PERSON"_s, u"Zorb"_s}), {u"PERSON"_s, u"Zorb"_s});
        const auto output = work.original->apply(work.plan, {});
        const auto report = check(output->bytes, work);
        QVERIFY2(report.clean(), qPrintable(testing::describeLeaks(report)));
        QCOMPARE(report.keptElsewhere, 1);   // "person" in small letters was not redacted
    }

    void numberWrittenInAnotherWayIsFound()
    {
        const auto work = testing::expectationFor(original({u"Call +44 20 7946 0123"_s, u"x"_s}),
                                                  {u"+44 20 7946 0123"_s});
        const auto report =
            check(fakePackage({u"Call [PERSON-1]"_s, u"tel 44-20-79460123"_s}).build(), work);
        QVERIFY(testing::hasLeak(report, u"c1"_s, u"text"_s));
    }

    void textThatWasDestroyedIsFound()
    {
        const auto work =
            testing::expectationFor(original({u"Zorb one"_s, u"two"_s, u"three"_s}), {u"Zorb"_s});
        const auto lost = check(fakePackage({u"[PERSON-1] one"_s, u"three"_s}).build(), work);
        QVERIFY(testing::hasLeak(lost, {}, u"text is missing"_s));
        const auto changed =
            check(fakePackage({u"[PERSON-1] one"_s, u"2"_s, u"three"_s}).build(), work);
        QVERIFY(testing::hasLeak(changed, {}, u"unit differs"_s));
        const auto added = check(
            fakePackage({u"[PERSON-1] one"_s, u"two"_s, u"three"_s, u"four"_s}).build(), work);
        QVERIFY(testing::hasLeak(added, {}, u"unit differs"_s));
    }

    void pieceOfAValueThatIsLeftIsFound()
    {
        const auto work =
            testing::expectationFor(original({u"Dear Zorb Quimby"_s}), {u"Zorb Quimby"_s});
        QVERIFY(!check(fakePackage({u"Dear [PERSON-1]y"_s}).build(), work).clean());
    }

    void paragraphsThatWereJoinedAreTheSameText()
    {
        const auto work = testing::expectationFor(
            original({u"Zorb one "_s, u"two"_s, u"three"_s, u""_s}), {u"Zorb"_s});
        const auto report = check(fakePackage({u"[PERSON-1] one two"_s, u"three"_s}).build(), work);
        QVERIFY2(report.clean(), qPrintable(testing::describeLeaks(report)));
    }

    void hiddenItemThatIsStillThereIsFound()
    {
        const auto work =
            testing::expectationFor(original({u"Zorb one"_s}, {u"remark"_s}), {u"Zorb"_s});
        const auto left = check(fakePackage({u"[PERSON-1] one"_s}, {u"remark"_s}).build(), work);
        QVERIFY(testing::hasLeak(left, u"h1"_s, u"hidden item is still there"_s));
        QVERIFY(check(fakePackage({u"[PERSON-1] one"_s}).build(), work).clean());
    }

    void hiddenItemThatWasKeptIsExpected()
    {
        auto work =
            testing::expectationFor(original({u"Zorb one"_s}, {u"remark of Zorb"_s}), {u"Zorb"_s});
        work.plan.hidden[u"h1"_s] = HiddenAction::Keep;
        const auto report =
            check(fakePackage({u"[PERSON-1] one"_s}, {u"remark of [PERSON-1]"_s}).build(), work);
        QVERIFY2(report.clean(), qPrintable(testing::describeLeaks(report)));
        QVERIFY(!check(fakePackage({u"[PERSON-1] one"_s}).build(), work).clean());
        QVERIFY(!check(fakePackage({u"[PERSON-1] one"_s}, {u"remark of Zorb"_s}).build(), work)
                     .clean());
    }

    void hiddenItemThatIsNewIsFound()
    {
        const auto work = testing::expectationFor(original({u"Zorb one"_s}), {u"Zorb"_s});
        QVERIFY(!check(fakePackage({u"[PERSON-1] one"_s}, {u""_s}).build(), work).clean());
    }

    void linksMayGoButNotStayWithWhatWasRedacted()
    {
        std::vector<document::TextUnit> units{fakeUnit(0, u"see here"_s),
                                              fakeUnit(1, u"http://zorb.test/a"_s),
                                              fakeUnit(2, u"http://other.test"_s)};
        units[1].place = {{document::PlaceKind::Link, 1, {}}};
        units[2].place = {{document::PlaceKind::Link, 2, {}}};
        units[2].part = u"footer"_s;
        const auto work = testing::expectationFor(
            std::make_shared<FakeDocument>(units, std::vector<document::HiddenItem>()),
            {u"zorb"_s});
        QVERIFY(check(fakePackage({u"see here"_s, u"http://other.test"_s}).build(), work).clean());
        // links that nothing in the text uses go as well
        QVERIFY(check(fakePackage({u"see here"_s, u"http://[PERSON-1].test/a"_s}).build(), work)
                    .clean());
        QVERIFY(!check(fakePackage({u"see here"_s, u"http://zorb.test/a"_s, u"http://other.test"_s})
                           .build(),
                       work)
                     .clean());
    }

    void styleNamesThatWereMadeNeutralAreNotThere_data()
    {
        QTest::addColumn<QString>("left");
        QTest::addColumn<bool>("clean");
        QTest::newRow("neutral") << u"Style 1"_s << true;
        QTest::newRow("of every file") << u"Heading 1 Char"_s << true;
        QTest::newRow("as before") << u"Zorb letter"_s << false;
    }

    void styleNamesThatWereMadeNeutralAreNotThere()
    {
        QFETCH(QString, left);
        QFETCH(bool, clean);
        const document::HiddenItem names{
            u"s1"_s, document::HiddenKind::StyleNames, 1, u"styles"_s, {}, {}, true};
        const auto made = [&](const QString &paragraph, const QString &style) {
            return std::make_shared<FakeDocument>(
                std::vector{fakeUnit(0, paragraph), fakeUnit(1, style, u"s1"_s),
                            fakeUnit(2, u"Heading 1 Char"_s, u"s1"_s)},
                std::vector{names});
        };
        const auto work =
            testing::expectationFor(made(u"Dear Quimby"_s, u"Zorb letter"_s), {u"Quimby"_s});
        std::vector<std::unique_ptr<formats::FormatHandler>> handlers;
        handlers.push_back(std::make_unique<testing::FakeHandler>(
            [&](const QByteArray &) -> base::Result<std::shared_ptr<const document::Document>> {
                return made(u"Dear [PERSON-1]"_s, left);
            }));
        const formats::FormatRegistry registry(std::move(handlers));
        const scrub::LeakCheck leakCheck(registry);
        const auto report = leakCheck.run({fakePackage({}).build(), u"out.fake"_s}, work, {});
        QVERIFY2(report->clean() == clean, qPrintable(testing::describeLeaks(*report)));
    }

    void copiesAreExpectedToChangeWithWhatTheyRepeat()
    {
        std::vector<document::TextUnit> units{fakeUnit(0, u"Zorb box"_s),
                                              fakeUnit(1, u"Zorb box"_s, {}, 0),
                                              fakeUnit(2, u"old Zorb box"_s, {}, 0)};
        const auto work = testing::expectationFor(
            std::make_shared<FakeDocument>(units, std::vector<document::HiddenItem>()), {u"Zorb"_s},
            {1, 2});
        const QStringList right{u"[PERSON-1] box"_s, u"[PERSON-1] box"_s, u"old [PERSON-1] box"_s};
        const auto report = check(fakePackage(right).build(), work);
        QVERIFY2(report.clean(), qPrintable(testing::describeLeaks(report)));
        QVERIFY(!check(fakePackage({right[0], u"Zorb box"_s, right[2]}).build(), work).clean());
        QVERIFY(!check(fakePackage({right[0], right[1], u"old Zorb box"_s}).build(), work).clean());
    }

    void outputThatCannotBeOpenedIsNotClean()
    {
        const auto work = testing::expectationFor(original({u"Zorb one"_s}), {u"Zorb"_s});
        const formats::FormatRegistry registry = testing::fakeRegistry();
        const scrub::LeakCheck leakCheck(registry);
        const auto report = leakCheck.run({"x", u"out.unknown"_s}, work, {});
        QVERIFY(testing::hasLeak(*report, {}, u"cannot be opened again"_s));
    }

    void plainTextIsCheckedAsOneText()
    {
        std::vector<std::unique_ptr<formats::FormatHandler>> handlers;
        handlers.push_back(formats::text::makePlainTextHandler());
        const formats::FormatRegistry registry(std::move(handlers));
        const scrub::LeakCheck leakCheck(registry);
        const auto source =
            registry.open(formats::Source{"<p>Zorb Quimby</p> met Zorb Quimby.\n", u"a.txt"_s}, {});
        QVERIFY(source.has_value());
        auto work = testing::expectationFor(*source, {u"Zorb Quimby"_s});
        const auto whole = (*source)->apply(work.plan, {});
        auto report = leakCheck.run({whole->bytes, u"a.txt"_s}, work, {});
        QVERIFY2(report->clean(), qPrintable(testing::describeLeaks(*report)));
        work.kept.push_back(work.plan.spans.back().span);
        work.plan.spans.pop_back();
        const auto kept = (*source)->apply(work.plan, {});
        report = leakCheck.run({kept->bytes, u"a.txt"_s}, work, {});
        QVERIFY2(report->clean(), qPrintable(testing::describeLeaks(*report)));
        QCOMPARE(report->keptElsewhere, 1);
        QVERIFY(!leakCheck.run({kept->bytes + "Zorb Quimby", u"a.txt"_s}, work, {})->clean());
    }

    void reportsHoldNoTextFromTheFile()
    {
        const auto work = testing::expectationFor(original({u"Dear Zorblatt"_s}), {u"Zorblatt"_s});
        auto zip = fakePackage({u"Dear Zorblatt"_s});
        zip.add("word/header1.xml", "<hdr><a author=\"Zorblatt\"/><!-- Zorblatt --></hdr>");
        const auto report = check(zip.build(), work);
        QVERIFY(!report.clean());
        QVERIFY(!testing::describeLeaks(report).contains(u"Zorb"_s, Qt::CaseInsensitive));
    }

    void checkThatIsToldToStopStops()
    {
        const auto source =
            std::make_unique<std::stop_source>();   // GCC 12 warns of one on the stack
        source->request_stop();
        const formats::FormatRegistry registry = testing::fakeRegistry();
        const scrub::LeakCheck leakCheck(registry);
        const auto work = testing::expectationFor(original({u"Zorb"_s}), {u"Zorb"_s});
        const auto report = leakCheck.run({fakePackage({u"x"_s}).build(), u"out.fake"_s}, work,
                                          {source->get_token(), {}});
        QVERIFY(!report);
        QCOMPARE(report.error().code, base::ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestLeakCheck)
#include "tst_leakcheck.moc"
