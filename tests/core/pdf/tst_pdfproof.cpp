// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/pdf/scrubbing.h"
#include "tests/support/pdffile.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include <QTest>

using namespace expunge;
using namespace expunge::testing;
using namespace Qt::StringLiterals;

/// The leak check refuses an output in which one thing was left out; each case stands for a step of
/// the removal that went wrong.
class TestPdfProof : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        PdfFile file;
        const QByteArray font = PdfFile::ref(file.addBaseFont());
        file.addPage(
            "BT /F1 12 Tf 72 700 Td (Call Tomas Verlyne.) Tj 0 -40 Td (Nothing else.) Tj ET "
            "100 100 200 50 re f",
            "/Font << /F1 " + font + " >>");
        m_original = openPdf(file.bytes());
        QVERIFY(m_original);
        m_plan = planFor(*m_original, u"Verlyne"_s);
        QCOMPARE(m_plan.spans.size(), size_t{1});
        m_output = scrubbed(*m_original, m_plan);
        QVERIFY(!m_output.isEmpty());
    }

    void wholeOutputPasses() { QCOMPARE(faults(m_output), QStringList()); }

    void leftLetterIsNamedWithItsPage()
    {
        document::RedactionPlan less = m_plan;
        less.spans.front().span.end -= 1;
        const QStringList found = faults(scrubbed(*m_original, less));
        QVERIFY(!found.isEmpty());
        QVERIFY(found.join(u' ').contains(u"page 1"_s));
    }

    void leftAnnotationIsFound()
    {
        QVERIFY(!faults(changed([](QPDF &file) {
                     firstPage(file).replaceKey(
                         "/Annots",
                         QPDFObjectHandle::parse("[ << /Type /Annot /Subtype /Text /Rect [0 0 9 9] "
                                                 "/Contents (ask Verlyne) >> ]"));
                 })).isEmpty());
    }

    void leftStringIsFound()
    {
        QVERIFY(!faults(changed([](QPDF &file) {
                     file.getRoot().replaceKey("/Lang", QPDFObjectHandle::newString("Verlyne"));
                 })).isEmpty());
    }

    void leftNameIsFound()
    {
        QVERIFY(!faults(changed([](QPDF &file) {
                     file.getRoot().replaceKey("/Verlyne", QPDFObjectHandle::newNull());
                     file.getRoot().replaceKey("/Lang", QPDFObjectHandle::newName("/Verlyne"));
                 })).isEmpty());
    }

    void lostTextIsFound()
    {
        QVERIFY(faults(changed([](QPDF &file) { replace(file, "(Nothing else.)", "(Nothing.)"); }))
                    .join(u' ')
                    .contains(u"page 1"_s));
    }

    void otherLookIsFound()
    {
        const QStringList found =
            faults(changed([](QPDF &file) { replace(file, "200 50", "210 50"); }));
        QVERIFY(found.join(u' ').contains(u"looks otherwise"_s));
    }

    void coveredWordIsFound()
    {
        // a box on top instead of a removal, as bad tools do it
        QVERIFY(!faults(changed([](QPDF &file) {
                     replace(file, "(Call ", "(Verlyne Call ");
                 })).isEmpty());
    }

private:
    static QPDFObjectHandle firstPage(QPDF &file) { return file.getAllPages().front(); }

    static void replace(QPDF &file, const QByteArray &before, const QByteArray &after)
    {
        QPDFObjectHandle content = firstPage(file).getKey("/Contents");
        const auto data = content.getStreamData();
        QByteArray bytes(reinterpret_cast<const char *>(data->getBuffer()),
                         static_cast<qsizetype>(data->getSize()));
        QVERIFY2(bytes.contains(before), bytes.constData());
        bytes.replace(before, after);
        content.replaceStreamData(bytes.toStdString(), QPDFObjectHandle::newNull(),
                                  QPDFObjectHandle::newNull());
    }

    QByteArray changed(const std::function<void(QPDF &)> &change) const
    {
        QPDF file;
        file.processMemoryFile("output", m_output.constData(),
                               static_cast<size_t>(m_output.size()));
        change(file);
        QPDFWriter writer(file);
        writer.setOutputMemory();
        writer.write();
        const auto buffer = writer.getBufferSharedPointer();
        return QByteArray(reinterpret_cast<const char *>(buffer->getBuffer()),
                          static_cast<qsizetype>(buffer->getSize()));
    }

    QStringList faults(const QByteArray &output) const
    {
        const auto report = checked(m_original, output, m_plan, u"Verlyne"_s);
        if (!report) {
            return {u"not checked"_s};
        }
        QStringList list;
        for (const scrub::Leak &leak : report->leaks) {
            list.append(leak.part + u": "_s + leak.how);
        }
        return list;
    }

    DocumentPtr m_original;
    document::RedactionPlan m_plan;
    QByteArray m_output;
};

QTEST_GUILESS_MAIN(TestPdfProof)
#include "tst_pdfproof.moc"
