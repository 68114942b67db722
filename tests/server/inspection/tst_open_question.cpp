// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspected_file.h"
#include "ticker_test.h"

using namespace ticker;
using namespace ticker::test;

/// What is asked of a person, and what is shown so that it can be answered.
class OpenQuestionTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstRow();
    void questions_data();
    void questions();
    void work();
};

void OpenQuestionTest::firstRow()
{
    using Row = FileInspection::Row;
    QCOMPARE(
        inspected("time,symbol,price,size\n1700000000,aa,\"1,234.50\",0.50\n1700000001,aa,2,1\n").firstRow,
        (Row{1'700'000'000'000'000'000, QStringLiteral("AA"), {QStringLiteral("1234.50")}, QStringLiteral("0.5")}));
    FileReading reading;
    reading.timeZone = "Europe/Berlin";
    const FileInspection bars = inspected("Date;Open;High;Low;Close\n02.01.2024;1,5;2,5;1,0;2,0\n", reading);
    QCOMPARE(bars.firstRow->timeNs, qint64(1'704'150'000'000'000'000)); // 23:00 of the day before
    QCOMPARE(bars.firstRow->prices.join(QLatin1Char('|')), QStringLiteral("1.5|2.5|1.0|2.0"));
    QCOMPARE(bars.firstRow->size, QString());
    QCOMPARE(inspected("time,bid,ask\n1700000000,1.0,2.0\n").firstRow->prices, QStringList{QStringLiteral("1.5")});
    QVERIFY(!inspected("date,price\n01/02/2024,5\n").firstRow); // who knows
    QVERIFY(!inspected("date,price\n2024-01-02,\"1,234\"\n").firstRow);
}

void OpenQuestionTest::questions_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("columns");
    QTest::addColumn<int>("question");
    const auto row = [](const char *name, const QByteArray &bytes, FileInspection::Question question,
                        const char *columns = "") {
        QTest::newRow(name) << bytes << QString::fromLatin1(columns) << int(question);
    };
    using enum FileInspection::Question;
    row("nothing", "time,symbol,price\n1700000000,A,5\n", None);
    row("no symbol", "time,price\n1700000000,5\n", Symbol);
    row("order of dates", "date,symbol,price\n01/02/2024,A,5\n", DateOrder);
    row("decimal sign", "date,symbol,price\n2024-01-02,A,\"1,234\"\n", Decimal);
    row("no column", "time,what\n2024-01-02,x\n", Columns);
    row("no names", "x,y\n2024-01-02,x\n", Columns);
    row("two prices", "time,last,price\n2024-01-02,5,6\n", Columns);
    row("two times", "created,updated,price\n2024-01-02 10:00,2024-01-02 11:00,5\n", Columns);
    row("no day", "time,price\n10:00:00,5\n", Columns);
    row("no time", "time,price\nnever,5\n", Columns);
    row("no time where it is said", "when,price\nnever,5\n", Columns, "time=when");
    row("one column twice", "a,price\n2024-01-02,5\n", Columns, "time=a,size=a");
    row("no header", "x,1.5,2.5\ny,1.6,2.6\n", Columns);
    row("no trades", "ts_event,publisher_id,action,price,size,symbol\n2024-01-02T09:30:00Z,2,A,5.5,1,A\n", Columns);
    row("times of the 1970s", "time,symbol,price\n1,A,5\n", Columns);
    row("what nobody can say", "\x89PNG\r\n", None);
    QByteArray bad("time,symbol,price\n");
    for (int i = 0; i < 300; ++i)
        bad += "170000" + QByteArray::number(1000 + i) + (i > 100 ? ",A,\n" : ",A,5\n");
    row("bad rows", bad, BadLines);
}

void OpenQuestionTest::questions()
{
    QFETCH(QByteArray, bytes);
    FileReading reading;
    QFETCH(QString, columns);
    reading.columns = columns;
    const FileInspection found = inspected(bytes, reading);
    QFETCH(int, question);
    QVERIFY2(int(found.question) == question, qPrintable(found.problem.english() + found.doubt.english()));
}

void OpenQuestionTest::work()
{
    using Work = FileInspection::Work;
    const auto worksOf = [](const QByteArray &bytes) {
        const InspectedFile file(bytes);
        FileInspector inspector(file.path(), {}, QStringLiteral("HEAD"));
        QList<Work> seen;
        while (!inspector.isDone()) {
            if (const Work now = inspector.inspection().work; seen.isEmpty() || seen.last() != now)
                seen.append(now);
            inspector.work(std::chrono::microseconds(100));
        }
        seen.append(inspector.inspection().work);
        return seen;
    };
    QByteArray dates("date,price\n");
    QByteArray newestFirst("time,price\n");
    for (int i = 100'000; i > 0; --i) {
        dates += "01/02/2024,5\n";
        newestFirst += QByteArray::number(i) + ",5\n";
    }
    QCOMPARE(worksOf(dates + "13/02/2024,6\n"), (QList{Work::FindingDateOrder, Work::Reading, Work::Done}));
    QCOMPARE(worksOf(newestFirst), (QList{Work::Sorting, Work::Reading, Work::Done}));
}

TICKER_TEST(OpenQuestionTest)
#include "tst_open_question.moc"
