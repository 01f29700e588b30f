// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scrub/leakcheck.h"
#include "tests/core/scrub/fakepackage.h"

#include <QTest>

using namespace expunge;
using namespace Qt::StringLiterals;

namespace {

scrub::LeakReport find(const QByteArray &bytes, const std::vector<detect::Term> &terms)
{
    const formats::FormatRegistry registry = testing::fakeRegistry();
    const scrub::LeakCheck leakCheck(registry);
    detect::TermList list;
    list.terms = terms;
    return leakCheck.findTerms({bytes, u"any.thing"_s}, list, {}).value_or(scrub::LeakReport());
}

}   // namespace

class TestFindTerms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void termsAreNamedByTheirNumber()
    {
        const auto report = find("about Blorple and others", {{u"Quimby"_s}, {u"Blorple"_s}});
        QCOMPARE(report.values, 2);
        QCOMPARE(report.leaks.size(), size_t{1});
        QCOMPARE(report.leaks[0].id, u"t2"_s);
        QCOMPARE(report.leaks[0].how, u"text"_s);
    }

    void rulesOfTermsHold()
    {
        QVERIFY(!find("blorple", {{u"Blorple"_s, true, false}}).leaks.size());
        QVERIFY(find("Blorple", {{u"Blorple"_s, true, false}}).leaks.size());
        QVERIFY(!find("blorples", {{u"Blorple"_s, false, false}}).leaks.size());
        QVERIFY(find("blorples", {{u"Blorple"_s, false, true}}).leaks.size());
        QVERIFY(find("BlorpleCorp blorple_2024", {{u"Blorple"_s, false, false}}).leaks.size());
    }

    void packageIsSearchedPartByPart()
    {
        auto zip = testing::fakePackage({u"one Blorple"_s});
        zip.add("docProps/core.xml", "<core><creator>Blorple</creator></core>");
        zip.add("x.bin", QByteArray("\0\x01", 2) + "Blorple");
        const auto report = find(zip.build(), {{u"blorple"_s}});
        QStringList parts;
        for (const scrub::Leak &leak : report.leaks) {
            parts += leak.part;
        }
        QCOMPARE(parts, (QStringList{u"docProps/core.xml"_s, u"word/document.xml"_s, u"x.bin"_s}));
    }

    void unknownBytesAreSearchedInEveryEncoding()
    {
        const QByteArray noise("\0\xff\x01", 3);
        QCOMPARE(find(noise + "Blorple" + noise, {{u"blorple"_s}}).leaks.at(0).how, u"UTF-8"_s);
        QCOMPARE(find(noise + QByteArray("Blorple").toHex(), {{u"Blorple"_s}}).leaks.at(0).how,
                 u"hex"_s);
        QVERIFY(find(noise + noise, {{u"Blorple"_s}}).clean());
    }

    void webPageAndXmlAreReadAsMarkup()
    {
        QVERIFY(
            !find("<?xml version=\"1.0\"?><a><p>Blor<b>ple</b></p></a>", {{u"Blorple"_s}}).clean());
        QVERIFY(!find("<html><br><p>Blor<b>ple</b></html>", {{u"Blorple"_s}}).clean());
    }

    void entryThatCannotBeReadIsSaid()
    {
        testing::ZipEntry locked;
        locked.name = "a.txt";
        locked.content = "Blorple";
        locked.flags = 1;
        const auto report = find(testing::ZipBuilder().add(locked).build(), {{u"Quimby"_s}});
        QVERIFY(testing::hasLeak(report, {}, u"cannot be read"_s));
    }
};

QTEST_GUILESS_MAIN(TestFindTerms)
#include "tst_findterms.moc"
