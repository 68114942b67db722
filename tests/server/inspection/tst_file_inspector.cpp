// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspected_file.h"
#include "ticker_test.h"

using namespace ticker;
using namespace ticker::test;

using Column = FileInspection::Column;
using Content = FileInspection::Content;
using Plays = FileInspection::Plays;

namespace {

/// One symbol after the other.
QByteArray ticksOf(const QList<QByteArray> &symbols, int count)
{
    QByteArray bytes("time,symbol,price\n");
    for (const QByteArray &symbol : symbols) {
        for (int i = 1; i <= count; ++i)
            bytes += QByteArray::number(i) + ',' + symbol + ',' + QByteArray::number(i % 1000 + 1000) + '\n';
    }
    return bytes;
}

QByteArray ticks(int count)
{
    return ticksOf({"FILE"}, count);
}

} // namespace

class FileInspectorTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bars();
    void objects();
    void objectsWithQuotes();
    void severalInstruments();
    void withoutAHeader();
    void timesAndZones_data();
    void timesAndZones();
    void whoNamesTheSymbol();
    void newestFirst();
    void ordersOfRows_data();
    void ordersOfRows();
    void lateRows();
    void rowsThatAreLeftOut();
    void tooManyBadRows();
    void aDateOrderThatIsFound();
    void needsAnAnswer();
    void columnsThatAreUnknown();
    void cannotBeRead();
    void firstRowsOnly();
    void aLongFile();
};

void FileInspectorTest::bars()
{
    const FileInspection found = inspected("a title\nDate;Time;Open;High;Low;Close;Note\n"
                                           "02.01.2024;09:30;1,5;2,5;1,0;2,0;x\n");
    QVERIFY2(found.plays == Plays::Yes, qPrintable(found.problem.english()));
    QCOMPARE(found.form.english(), QStringLiteral("CSV"));
    QCOMPARE(found.encoding, QStringLiteral("UTF-8"));
    QCOMPARE(found.separator, ';');
    QCOMPARE(found.point, std::optional(','));
    QCOMPARE(found.headerLine, quint64(2));
    const std::vector<Column> columns{{QStringLiteral("Date"), QStringLiteral("time")},
                                      {QStringLiteral("Time"), QStringLiteral("time-of-day")},
                                      {QStringLiteral("Open"), QStringLiteral("open")},
                                      {QStringLiteral("High"), QStringLiteral("high")},
                                      {QStringLiteral("Low"), QStringLiteral("low")},
                                      {QStringLiteral("Close"), QStringLiteral("close")},
                                      {QStringLiteral("Note"), {}}};
    QVERIFY(found.columns == columns);
    QCOMPARE(found.rows.size(), std::size_t(1));
    QCOMPARE(found.rows.front().join(QLatin1Char('|')), QStringLiteral("02.01.2024|09:30|1,5|2,5|1,0|2,0|x"));
    QVERIFY(found.played->content == Content::Bars);
    QCOMPARE(found.played->ticks, quint64(4));
    QCOMPARE(found.rowCount, quint64(1));
    QCOMPARE(found.played->firstTimeNs, qint64(1'704'187'800'000'000'000));
    QCOMPARE(found.played->lastTimeNs, qint64(1'704'187'845'000'000'000)); // the close of a bar of a minute
}

void FileInspectorTest::objects()
{
    const FileInspection found = inspected("{\"t\":1700000000,\"bid\":\"1.10\",\"venue\":\"X\",\"ask\":1.3}\n"
                                           "{\"t\":1700000001,\"bid\":1.2,\"ask\":1.4,\"more\":7}\n",
                                           {{}, {}, {}, {}, {}, QStringLiteral("time=t")});
    QVERIFY2(found.plays == Plays::Yes, qPrintable(found.problem.english()));
    QCOMPARE(found.form.english(), QStringLiteral("JSON Lines"));
    QCOMPARE(found.separator, '\0');
    const std::vector<Column> columns{{QStringLiteral("t"), QStringLiteral("time")},
                                      {QStringLiteral("bid"), QStringLiteral("bid")},
                                      {QStringLiteral("venue"), {}},
                                      {QStringLiteral("ask"), QStringLiteral("ask")},
                                      {QStringLiteral("more"), {}}};
    QVERIFY(found.columns == columns);
    QCOMPARE(found.rows[0].join(QLatin1Char('|')), QStringLiteral("1700000000|1.10|X|1.3|"));
    QCOMPARE(found.rows[1].join(QLatin1Char('|')), QStringLiteral("1700000001|1.2||1.4|7"));
    QVERIFY(found.played->content == Content::Quotes);
}

void FileInspectorTest::objectsWithQuotes()
{
    const FileInspection found = inspected(
        "{\"seq\":1,\"time\":1700000000000,\"quotes\":[{\"symbol\":\"A\",\"price\":1,\"x\":2}],\"y\":3}\n");
    QVERIFY2(found.plays == Plays::Yes, qPrintable(found.problem.english()));
    const std::vector<Column> columns{{QStringLiteral("seq"), QStringLiteral("seq")},
                                      {QStringLiteral("time"), QStringLiteral("time")},
                                      {QStringLiteral("y"), {}},
                                      {QStringLiteral("quotes"), QStringLiteral("quotes")}};
    QVERIFY(found.columns == columns);
    QVERIFY(found.symbolBy == FileInspection::SymbolBy::File);
}

void FileInspectorTest::severalInstruments()
{
    const FileInspection found = inspected("Price,Close,Close,Open,Open,High,High,Low,Low\n"
                                           "Ticker,A,B,A,B,A,B,A,B\nDate,,,,,,,,\n"
                                           "2024-01-02,2.5,20,1,10,3,30,1,10\n");
    QVERIFY2(found.plays == Plays::Yes, qPrintable(found.problem.english()));
    QCOMPARE(found.headerLine, quint64(1));
    QCOMPARE(found.columns[2], (Column{QStringLiteral("Close B"), QStringLiteral("close")}));
    const std::vector<FileInspection::Symbol> symbols{{QStringLiteral("A"), 1, 0}, {QStringLiteral("B"), 0, 0}};
    QVERIFY(found.played->symbols == symbols);
}

void FileInspectorTest::withoutAHeader()
{
    const FileInspection found = inspected("2024.01.02,09:30,1.5,2.5,1.0,2.0,7\n2024.01.02,09:31,1.5,2.5,1.0,2.0,7\n");
    QVERIFY2(found.plays == Plays::Yes, qPrintable(found.problem.english()));
    QCOMPARE(found.headerLine, quint64(0));
    QCOMPARE(found.columns.front(), (Column{QStringLiteral("1"), QStringLiteral("time")}));
    QCOMPARE(found.columns.back(), (Column{QStringLiteral("7"), QStringLiteral("size")}));
}

void FileInspectorTest::timesAndZones_data()
{
    QTest::addColumn<QByteArray>("time");
    QTest::addColumn<int>("times");
    const auto row = [](const char *time, FileInspection::Times times) {
        QTest::newRow(time) << QByteArray(time) << int(times);
    };
    row("1700000000", FileInspection::Times::Numbers);
    row("1700000000.25", FileInspection::Times::Numbers);
    row("2024-01-02T09:30:00Z", FileInspection::Times::WithZone);
    row("2024-01-02 09:30:00+01:00", FileInspection::Times::WithZone);
    row("2024-01-02 09:30:00", FileInspection::Times::Zoneless);
    row("20240102", FileInspection::Times::Zoneless);
}

void FileInspectorTest::timesAndZones()
{
    QFETCH(QByteArray, time);
    QFETCH(int, times);
    const FileInspection found = inspected("time,price\n" + time + ",5\n", {{}, {}, "America/New_York", {}, {}, {}});
    QVERIFY2(found.plays == Plays::Yes, qPrintable(found.problem.english()));
    QCOMPARE(int(found.times), times);
}

void FileInspectorTest::whoNamesTheSymbol()
{
    using By = FileInspection::SymbolBy;
    const QByteArray bytes("time,price\n1700000000,5\n");
    const auto by = [](const FileInspection &found) {
        return std::pair(found.symbolBy, found.played->symbols.front().name);
    };
    QCOMPARE(by(InspectedFile(bytes, QStringLiteral("aapl.csv")).inspect()),
             std::pair(By::FileName, QStringLiteral("AAPL")));
    const InspectedFile file(bytes, QStringLiteral("ticks.csv"));
    QCOMPARE(by(file.inspect()), std::pair(By::Nobody, QStringLiteral("HEAD")));
    FileReading reading;
    reading.symbol = QStringLiteral("MSFT");
    QCOMPARE(by(file.inspect(reading)), std::pair(By::Person, QStringLiteral("MSFT")));
    QCOMPARE(by(inspected(ticks(1))), std::pair(By::File, QStringLiteral("FILE")));
}

void FileInspectorTest::newestFirst()
{
    const FileInspection found = inspected("# of a vendor\ntime,symbol,price\n3,A,30\n2,A,20\n1,A,10\n");
    QVERIFY2(found.plays == Plays::Yes, qPrintable(found.problem.english()));
    QVERIFY(found.order == FileInspection::Order::NewestFirst);
    QCOMPARE(found.played->firstTimeNs, qint64(1'000'000'000));
    QCOMPARE(found.played->lastTimeNs, qint64(3'000'000'000));
    // The rows are those of the file, not of what it was sorted to.
    QCOMPARE(found.rows.front().front(), QStringLiteral("3"));
    QCOMPARE(found.headerLine, quint64(2));
    QVERIFY(found.doubt.english().contains(QLatin1String("1970-01-01")));
}

void FileInspectorTest::ordersOfRows_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<QList<QByteArray>>("symbols");
    QTest::addColumn<int>("order");
    const auto row = [](const char *name, int rows, const QList<QByteArray> &symbols, FileInspection::Order order) {
        QTest::newRow(name) << rows << symbols << int(order);
    };
    using enum FileInspection::Order;
    QList<QByteArray> distinct;
    for (int i = 0; i < 20; ++i)
        distinct.append("S" + QByteArray::number(i));
    row("in the order of time", 20'000, {"A"}, OfTime);
    row("long ones by symbol", 30'000, {"A", "B"}, BySymbol); // its end tells
    row("many by symbol", 2'000, distinct, BySymbol);
    row("in pieces", 2'000, QList<QByteArray>(distinct.size(), "A"), Other);
    row("a small file by symbol", 100, {"A", "B", "C"}, BySymbol);
    row("a small file in pieces", 100, {"A", "A", "A"}, Other);
}

/// Each symbol has its rows in the order of time, one behind the other.
void FileInspectorTest::ordersOfRows()
{
    QFETCH(int, rows);
    QFETCH(QList<QByteArray>, symbols);
    QFETCH(int, order);
    const FileInspection found = inspected(ticksOf(symbols, rows));
    QVERIFY2(found.plays == Plays::Yes, qPrintable(found.problem.english()));
    QCOMPARE(int(found.order), order);
    QCOMPARE(found.rowCount, quint64(rows) * quint64(symbols.size()));
    QCOMPARE(found.played->firstTimeNs, qint64(1'000'000'000));
    QCOMPARE(found.played->lastTimeNs, qint64(rows) * 1'000'000'000);
}

void FileInspectorTest::lateRows()
{
    const FileInspection found = inspected("time,price\n1,5\n3,5\n2,5\n4,5\n");
    QVERIFY2(found.plays == Plays::Yes, qPrintable(found.problem.english()));
    QVERIFY(found.order == FileInspection::Order::OfTime);
    QCOMPARE(found.lateRows, quint64(1));
}

void FileInspectorTest::rowsThatAreLeftOut()
{
    const FileInspection found = inspected("time,price\n1,5\n2,\n3,oops\n\n4,\n5,6\n");
    QVERIFY2(found.plays == Plays::Yes, qPrintable(found.problem.english()));
    QCOMPARE(found.rowCount, quint64(5));
    QCOMPARE(found.skippedRows, quint64(3));
    QCOMPARE(found.skippedKinds.size(), std::size_t(2));
    QCOMPARE(found.skippedKinds[0], (SkippedKind{2, QStringLiteral("price: missing"), 3, QStringLiteral("2,")}));
    QCOMPARE(found.skippedKinds[1],
             (SkippedKind{1, QStringLiteral("price: oops is not a number"), 4, QStringLiteral("3,oops")}));
}

void FileInspectorTest::tooManyBadRows()
{
    QByteArray bytes("time,price\n");
    for (int i = 1; i <= 300; ++i)
        bytes += QByteArray::number(i) + (i > 100 ? ",\n" : ",5\n");
    const InspectedFile file(bytes);
    const FileInspection found = file.inspect();
    QVERIFY(found.plays == Plays::InPart);
    QVERIFY(found.problem.english().contains(QLatin1String("--bad-rows skip-all")));
    QCOMPARE(found.played->lastTimeNs, qint64(100'000'000'000));
    FileReading all;
    all.badLines = FileReading::BadLines::SkipAll;
    QVERIFY(file.inspect(all).plays == Plays::Yes);
}

/// What was found by reading all of the file is said the next time, so that it plays at once.
void FileInspectorTest::aDateOrderThatIsFound()
{
    QByteArray bytes("date,price\n");
    for (int i = 0; i < 40'000; ++i)
        bytes += "01/02/2024,5\n";
    const FileInspection found = inspected(bytes + "13/02/2024,6\n");
    QVERIFY2(found.plays == Plays::Yes, qPrintable(found.problem.english()));
    QVERIFY(found.reading.dateOrder == FileReading::DateOrder::DayFirst);
}

/// What the columns are is shown all the same.
void FileInspectorTest::needsAnAnswer()
{
    const InspectedFile file("date,price\n01/02/2024,\"1,234\"\n");
    FileInspection found = file.inspect();
    QVERIFY(found.plays == Plays::No);
    QVERIFY2(found.problem.english().contains(QLatin1String("--date-order")), qPrintable(found.problem.english()));
    QVERIFY(!found.played);
    QCOMPARE(found.columns.front(), (Column{QStringLiteral("date"), QStringLiteral("time")}));
    QCOMPARE(found.rows.front(), (QStringList{QStringLiteral("01/02/2024"), QStringLiteral("1,234")}));
    FileReading reading;
    reading.dateOrder = FileReading::DateOrder::MonthFirst;
    QVERIFY(file.inspect(reading).problem.english().contains(QLatin1String("--decimal")));
    reading.point = '.';
    QVERIFY(file.inspect(reading).plays == Plays::Yes);
}

/// A person sees what to name by --columns.
void FileInspectorTest::columnsThatAreUnknown()
{
    FileInspection found = inspected("time;what;\n2024-01-02;5;x\n2024-01-03;6\n");
    QVERIFY2(found.problem.english().contains(QLatin1String("no column for the price")),
             qPrintable(found.problem.english()));
    QCOMPARE(found.separator, ';');
    QCOMPARE(found.headerLine, quint64(1));
    const std::vector<Column> columns{
        {QStringLiteral("time"), {}}, {QStringLiteral("what"), {}}, {QStringLiteral("3"), {}}};
    QVERIFY(found.columns == columns);
    QCOMPARE(found.rows.size(), std::size_t(2));
    QCOMPARE(found.rows.back().join(QLatin1Char('|')), QStringLiteral("2024-01-03|6|"));
    found = inspected("x,1.5,2.5\ny,1.6,2.6\n");
    QCOMPARE(found.headerLine, quint64(0));
    QCOMPARE(found.columns.front(), (Column{QStringLiteral("1"), {}}));
    QCOMPARE(found.rows.size(), std::size_t(2));
}

void FileInspectorTest::cannotBeRead()
{
    FileInspection found = FileInspector(QStringLiteral("/nowhere/t.csv"), {}, QStringLiteral("HEAD")).inspection();
    QVERIFY(found.plays == Plays::No && !found.problem.isEmpty() && found.form.isEmpty());
    found = inspected("\x01\x02,\x03\nis,this\n");
    QVERIFY(found.plays == Plays::No && found.columns.empty() && found.form.isEmpty());
    found = inspected("time,price\n1.7E+12,5\n"); // a row that cannot be read is shown all the same
    QVERIFY(found.plays == Plays::No && !found.firstRow);
    QCOMPARE(found.rows, (std::vector<QStringList>{{QStringLiteral("1.7E+12"), QStringLiteral("5")}}));
    QCOMPARE(found.columns.back(), (Column{QStringLiteral("price"), QStringLiteral("price")}));
    found = inspected("");
    QCOMPARE(found.problem.english(), QStringLiteral("t.csv is empty."));
    QVERIFY(found.plays == Plays::No && found.form.isEmpty() && found.rows.empty());
}

void FileInspectorTest::firstRowsOnly()
{
    QByteArray bytes = ticks(100);
    bytes.replace("\n2,FILE", "\n2,FILE," + QByteArray(1000, '9') + "\n3,FILE");
    const FileInspection found = inspected(bytes);
    QCOMPARE(found.rows.size(), FileInspection::mostRows);
    for (const QStringList &row : found.rows)
        QVERIFY(row.size() == 3 && row.last().size() <= FileInspection::longestCell);
}

/// Longer than a slice.
void FileInspectorTest::aLongFile()
{
    const FileInspection found = inspected(ticks(300'000));
    QVERIFY2(found.plays == Plays::Yes, qPrintable(found.problem.english()));
    QCOMPARE(found.rowCount, quint64(300'000));
    QCOMPARE(found.played->ticks, quint64(300'000));
}

TICKER_TEST(FileInspectorTest)
#include "tst_file_inspector.moc"
