// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/analyzer.h"

#include <QElapsedTimer>
#include <QTest>

#include <thread>

using namespace expunge;
using namespace Qt::StringLiterals;

/// How soon a long search ends when it is told to.
class TestCancelling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // acceptance 54
    void fiftyThousandHitsAreLeftAloneAtOnce()
    {
        std::vector<document::TextUnit> units;
        for (int i = 0; i < 5000; ++i) {
            document::TextUnit unit;
            unit.index = i;
            for (int hit = 0; hit < 10; ++hit) {
                unit.text += u"Write to ada%1@quillfen.example. "_s.arg(i * 10 + hit);
            }
            units.push_back(std::move(unit));
        }
        const auto analyzer = detect::builtinAnalyzer();
        QVERIFY(analyzer);
        const auto found = (*analyzer)->analyze(units, {}, {});   // the first run fills caches
        QVERIFY(found && found->size() >= 50000);
        QElapsedTimer timer;
        timer.start();
        QVERIFY((*analyzer)->analyze(units, {}, {}));
        const qint64 whole = timer.elapsed();

        const auto source = std::make_unique<std::stop_source>();
        qint64 told = 0;
        std::jthread person([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(whole / 5));
            told = timer.elapsed();
            source->request_stop();
        });
        timer.restart();
        const auto stopped = (*analyzer)->analyze(units, {}, {source->get_token(), {}});
        const qint64 ended = timer.elapsed();
        person.join();
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, base::ErrorCode::Cancelled);
        // 200 ms are promised; a machine that is busy with other tests gets a part of the whole
        QVERIFY2(ended - told <= std::max<qint64>(200, whole / 5),
                 qPrintable(u"%1 of %2 ms"_s.arg(ended - told).arg(whole)));
    }
};

QTEST_GUILESS_MAIN(TestCancelling)
#include "tst_cancelling.moc"
