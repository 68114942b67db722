// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "growing_file.h"
#include "inspection/file_inspector.h"
#include "ticker_test.h"

using namespace ticker;

using Plays = FileInspection::Plays;

/// What comes through a pipe comes while it is inspected.
class PipedInspectionTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitsForTheStart();
    void waitsForMore();
    void anEmptyPipe();
    void newestFirst();
    void aLineThatIsCut();

private:
    static FileInspector inspectorOf(const TestPipe &pipe)
    {
        return FileInspector(pipe.path(), {}, QStringLiteral("HEAD"));
    }
    static void work(FileInspector &inspector, int slices)
    {
        for (int i = 0; i < slices; ++i)
            inspector.work(std::chrono::milliseconds(10));
    }
    static FileInspection finished(FileInspector &inspector)
    {
        while (!inspector.isDone())
            inspector.work(std::chrono::milliseconds(10));
        return inspector.inspection();
    }
};

void PipedInspectionTest::waitsForTheStart()
{
    TestPipe pipe;
    FileInspector inspector = inspectorOf(pipe);
    work(inspector, 3);
    QVERIFY(!inspector.isDone());
    QCOMPARE(inspector.progress(), 0.0);
    const FileInspection before = inspector.inspection();
    QVERIFY(before.plays == Plays::No && before.form.isEmpty() && before.rows.empty() && !before.played);
    QVERIFY(pipe.write("time,price\n1,5\n2,6\n") > 0);
    pipe.close();
    const FileInspection found = finished(inspector);
    QVERIFY2(found.plays == Plays::Yes, qPrintable(found.problem.english()));
    QCOMPARE(found.form.english(), QStringLiteral("CSV"));
    QCOMPARE(found.rowCount, quint64(2));
    QCOMPARE(found.rows.size(), std::size_t(2));
}

/// What has come is not all.
void PipedInspectionTest::waitsForMore()
{
    TestPipe pipe;
    FileInspector inspector = inspectorOf(pipe);
    QVERIFY(pipe.write("time,price\n1,5\n2,6\n") > 0);
    QTRY_VERIFY((inspector.work(std::chrono::milliseconds(10)), inspector.inspection().played));
    work(inspector, 10);
    QVERIFY(!inspector.isDone());
    QVERIFY(pipe.write("3,7\n4,8\n") > 0);
    pipe.close();
    const FileInspection found = finished(inspector);
    QVERIFY2(found.plays == Plays::Yes, qPrintable(found.problem.english()));
    QCOMPARE(found.rowCount, quint64(4));
    QCOMPARE(found.played->lastTimeNs, qint64(4'000'000'000));
}

void PipedInspectionTest::anEmptyPipe()
{
    TestPipe pipe;
    FileInspector inspector = inspectorOf(pipe);
    work(inspector, 2);
    pipe.close();
    const FileInspection found = finished(inspector);
    QVERIFY(found.plays == Plays::No && found.form.isEmpty());
    QVERIFY2(found.problem.english().contains(QLatin1String("no ticks")), qPrintable(found.problem.english()));
}

/// Its rows are those of the pipe, not of what they were sorted to.
void PipedInspectionTest::newestFirst()
{
    TestPipe pipe;
    FileInspector inspector = inspectorOf(pipe);
    QVERIFY(pipe.write("time,symbol,price\n3,A,30\n2,A,20\n1,A,10\n") > 0);
    pipe.close();
    const FileInspection found = finished(inspector);
    QVERIFY2(found.plays == Plays::Yes, qPrintable(found.problem.english()));
    QVERIFY(found.order == FileInspection::Order::NewestFirst);
    QCOMPARE(found.rows.front().front(), QStringLiteral("3"));
}

void PipedInspectionTest::aLineThatIsCut()
{
    TestPipe pipe;
    FileInspector inspector = inspectorOf(pipe);
    QVERIFY(pipe.write("time,price\n1,5\n2,6") > 0);
    QTRY_VERIFY((inspector.work(std::chrono::milliseconds(10)), inspector.inspection().played));
    QCOMPARE(inspector.inspection().rows.size(), std::size_t(1));
    QVERIFY(pipe.write("5\n") > 0);
    pipe.close();
    QCOMPARE(finished(inspector).rowCount, quint64(2));
}

TICKER_TEST(PipedInspectionTest)
#include "tst_piped_inspection.moc"
