// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export_folder.h"
#include "replay_folder.h"
#include "ticker_test.h"

#include <random>

using namespace ticker;

namespace {

const QString csv = QStringLiteral(".csv");
const QString jsonl = QStringLiteral(".jsonl");

/// All ticks of a file, or why it cannot be played.
QStringList playedTicks(const QString &path)
{
    auto source = ReplaySource::open(path, {QStringLiteral("HEAD"), ReplayOptions::OnBadLine::SkipFew, {}});
    if (!source)
        return {source.error().message.english()};
    ReplaySource opened = source.takeValue();
    QStringList ticks = playOn(opened);
    for (const Instrument &instrument : opened.spec().instruments) {
        ticks.append(QStringLiteral("%1 %2 %3")
                         .arg(instrument.symbol)
                         .arg(instrument.grid.decimals())
                         .arg(instrument.sizes.decimals()));
    }
    return ticks;
}

} // namespace

class TickExportTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formats();
    void times_data();
    void times();
    void rows_data();
    void rows();
    void packed();
    void summary();
    void vendorFiles_data();
    void vendorFiles();
    void manyAtTheSameTime();
    void largeFile();
    void takenNames();
    void nothingRemains();
};

void TickExportTest::formats()
{
    using Rows = ExportFormat::Rows;
    const auto format = [](const char *name) { return exportFormatOf(QString::fromLatin1(name)); };
    QCOMPARE(format("a.csv"), (ExportFormat{Rows::Csv, false}));
    QCOMPARE(format("/x.y/A.CSV.GZ"), (ExportFormat{Rows::Csv, true}));
    QCOMPARE(format("a.jsonl"), (ExportFormat{Rows::JsonLines, false}));
    QCOMPARE(format("a.jsonl.gz"), (ExportFormat{Rows::JsonLines, true}));
    for (const char *name : {"", "-", "csv", "a.json", "a.txt", "a.gz", "a.csv.zip", "a.csv/b"})
        QVERIFY2(!format(name), name);
}

void TickExportTest::times_data()
{
    QTest::addColumn<qint64>("time");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](qint64 time, int decimals, const char *text) {
        QTest::addRow("%s", text) << time << decimals << QByteArray(text);
    };
    row(0, 0, "1970-01-01T00:00:00Z");
    row(1'767'605'400'000'000'000, 0, "2026-01-05T09:30:00Z");
    row(1'767'605'400'250'000'000, 3, "2026-01-05T09:30:00.250Z");
    row(1'767'605'400'000'001'000, 6, "2026-01-05T09:30:00.000001Z");
    row(1'767'605'400'123'456'789, 9, "2026-01-05T09:30:00.123456789Z");
    row(1'709'251'199'999'000'000, 3, "2024-02-29T23:59:59.999Z");
    row(-1, 9, "1969-12-31T23:59:59.999999999Z");
    row(-8'520'336'000'000'000'000, 0, "1700-01-01T00:00:00Z");
    row(std::numeric_limits<qint64>::max(), 9, "2262-04-11T23:47:16.854775807Z");
}

void TickExportTest::times()
{
    QFETCH(const qint64, time);
    QFETCH(const int, decimals);
    QCOMPARE(TimeText::decimalsOf(time), decimals);
    TimeText times;
    QByteArray text;
    times.append(text, 12'345'678'900, 0); // another second before
    text.clear();
    times.append(text, time, decimals);
    QTEST(text, "text");
}

void TickExportTest::rows_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("asCsv");
    QTest::addColumn<QByteArray>("asJson");
    QTest::newRow("ticks") << QByteArray("time,symbol,price,size\n"
                                         "1767605400000,ACME,512.4,120\n"
                                         "1767605400250,TEA,-0.05,\n"
                                         "1767605401000,ACME,512.45,3\n")
                           << QByteArray("time,symbol,price,size\n"
                                         "2026-01-05T09:30:00.000Z,ACME,512.40,120\n"
                                         "2026-01-05T09:30:00.250Z,TEA,-0.05,1\n"
                                         "2026-01-05T09:30:01.000Z,ACME,512.45,3\n")
                           << QByteArray(
                                  R"({"time":"2026-01-05T09:30:00.000Z","symbol":"ACME","price":512.40,"size":120}
{"time":"2026-01-05T09:30:00.250Z","symbol":"TEA","price":-0.05,"size":1}
{"time":"2026-01-05T09:30:01.000Z","symbol":"ACME","price":512.45,"size":3}
)");
    QTest::newRow("a recording") << QByteArray("time,seq,symbol,price,size\n"
                                               "1767605400000,7,^A&B,5,0.50\n1767605400000,7,#TEA,1.0,2.00\n"
                                               "1767605401000,9,^A&B,6,1.25\n")
                                 << QByteArray("time,seq,symbol,price,size\n"
                                               "2026-01-05T09:30:00Z,7,^A&B,5,0.50\n"
                                               "2026-01-05T09:30:00Z,7,#TEA,1.0,2.00\n"
                                               "2026-01-05T09:30:01Z,9,^A&B,6,1.25\n")
                                 << QByteArray(
                                        R"({"time":"2026-01-05T09:30:00Z","seq":7,"symbol":"^A&B","price":5,"size":0.50}
{"time":"2026-01-05T09:30:00Z","seq":7,"symbol":"#TEA","price":1.0,"size":2.00}
{"time":"2026-01-05T09:30:01Z","seq":9,"symbol":"^A&B","price":6,"size":1.25}
)");
    QTest::newRow("nanoseconds and numbers that begin later")
        << QByteArray(R"({"time":1767605400,"symbol":"A","price":1}
{"time":1767605401000000001,"seq":4,"symbol":"A","price":2}
)")
        << QByteArray("time,seq,symbol,price,size\n"
                      "2026-01-05T09:30:00.000000000Z,,A,1,1\n"
                      "2026-01-05T09:30:01.000000001Z,4,A,2,1\n")
        << QByteArray(R"({"time":"2026-01-05T09:30:00.000000000Z","symbol":"A","price":1,"size":1}
{"time":"2026-01-05T09:30:01.000000001Z","seq":4,"symbol":"A","price":2,"size":1}
)");
    QTest::newRow("bars")
        << QByteArray("date,open,high,low,close,volume\n"
                      "2026-01-05,10,11.5,9,10.25,1\n2026-01-06,10.25,12,10,11,0\n"
                      "2026-01-07,11,11,11,11,2.5\n")
        << QByteArray("time,symbol,open,high,low,close,volume\n"
                      "2026-01-05T00:00:00Z,HEAD,10.00,11.50,9.00,10.25,1\n"
                      "2026-01-06T00:00:00Z,HEAD,10.25,12.00,10.00,11.00,0\n"
                      "2026-01-07T00:00:00Z,HEAD,11.00,11.00,11.00,11.00,2.5\n")
        << QByteArray(
               R"({"time":"2026-01-05T00:00:00Z","symbol":"HEAD","open":10.00,"high":11.50,"low":9.00,"close":10.25,"volume":1}
{"time":"2026-01-06T00:00:00Z","symbol":"HEAD","open":10.25,"high":12.00,"low":10.00,"close":11.00,"volume":0}
{"time":"2026-01-07T00:00:00Z","symbol":"HEAD","open":11.00,"high":11.00,"low":11.00,"close":11.00,"volume":2.5}
)");
}

void TickExportTest::rows()
{
    QFETCH(const QByteArray, bytes);
    ExportFolder folder;
    const QString from = folder.write(bytes);
    for (const auto &[ending, column] : {std::pair(csv, "asCsv"), std::pair(jsonl, "asJson")}) {
        const QByteArray text = folder.exported(from, ending);
        QTEST(text, column);
        const QString first = folder.last(ending);
        QCOMPARE(playedTicks(first), playedTicks(from));
        QCOMPARE(folder.exported(first, ending), text);
    }
}

void TickExportTest::packed()
{
    ExportFolder folder;
    const QString from = folder.write(manySeconds(20'000));
    const QByteArray plain = folder.exported(from, jsonl);
    const QString ending = QStringLiteral(".jsonl.gz");
    const QByteArray bytes = folder.exported(from, ending);
    QVERIFY(bytes.startsWith("\x1f\x8b") && bytes.size() < plain.size() / 4);
    QCOMPARE(folder.exported(folder.last(ending), jsonl), plain);
    QCOMPARE(folder.exported(from, ending), bytes);
}

void TickExportTest::summary()
{
    ExportFolder folder;
    const QString from = folder.write("time,price\n1,5\nnonsense,6\n3,7\n");
    const auto done = ExportFolder::run(ExportFolder::options(from, folder.path(QStringLiteral("x.csv"))));
    QVERIFY(bool(done));
    QCOMPARE(done->rows, quint64(2));
    QCOMPARE(done->firstTimeNs, second);
    QCOMPARE(done->lastTimeNs, 3 * second);
    QVERIFY(done->skipped.english().startsWith(QStringLiteral("1 of 3 lines left out, the first one: line 3: time:")));
}

void TickExportTest::vendorFiles_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(QStringLiteral(TICKER_FOREIGN_FILES));
    for (const QString &name : folder.entryList(QDir::Files))
        QTest::addRow("%s", qPrintable(name)) << folder.filePath(name);
}

void TickExportTest::vendorFiles()
{
    QFETCH(const QString, path);
    const QStringList ticks = playedTicks(path);
    ExportFolder folder;
    for (const QString &ending : {csv, jsonl}) {
        const QByteArray text = folder.exported(path, ending);
        if (ticks.size() == 1) { // it cannot be played
            QCOMPARE(text, ticks.front().toUtf8());
            continue;
        }
        const QString first = folder.last(ending);
        QCOMPARE(playedTicks(first), ticks);
        QCOMPARE(folder.exported(first, ending), text);
    }
}

/// Ticks that only the repetition of a symbol tells from the next one.
void TickExportTest::manyAtTheSameTime()
{
    std::mt19937 random(17);
    QByteArray bytes;
    for (int i = 0; i < 3000; ++i) {
        QByteArray quotes;
        for (const char symbol : {'C', 'A', 'D', 'B'}) {
            if (random() % 2 == 0)
                quotes += QByteArray(quotes.isEmpty() ? "" : ",") + R"({"symbol":")" + symbol + R"(","price":)"
                    + QByteArray::number(int(random() % 100)) + '}';
        }
        if (!quotes.isEmpty())
            bytes += R"({"time":)" + QByteArray::number(1'767'605'400 + i / 10) + R"(,"quotes":[)" + quotes + "]}\n";
    }
    ExportFolder folder;
    const QString from = folder.write(bytes);
    const QStringList ticks = playedTicks(from);
    QVERIFY(ticks.size() > 1000);
    for (const QString &ending : {csv, jsonl}) {
        const QByteArray text = folder.exported(from, ending);
        const QString first = folder.last(ending);
        QCOMPARE(playedTicks(first), ticks);
        QCOMPARE(folder.exported(first, ending), text);
    }
}

/// Much later, a time needs more decimals.
void TickExportTest::largeFile()
{
    constexpr int seconds = 100'000;
    ExportFolder folder;
    const QString from = folder.write(manySeconds(seconds) + "100000.5,A,7\n");
    QByteArray expected("time,symbol,price,size\n");
    TimeText times;
    const auto append = [&](qint64 timeNs, const char *symbol, int price) {
        times.append(expected, timeNs, 3);
        expected += symbol + QByteArray::number(price) + ",1\n";
    };
    for (int i = 1; i <= seconds; ++i)
        append(i * second, i % 2 == 0 ? ",B," : ",A,", i);
    append(seconds * second + second / 2, ",A,", 7);
    const QByteArray text = folder.exported(from, csv);
    QVERIFY(text == expected); // QCOMPARE would print all of it
}

void TickExportTest::takenNames()
{
    ExportFolder folder;
    const QString from = folder.write(manySeconds(3));
    const QString to = folder.write("precious", QStringLiteral("to.csv"));
    const auto why = [&](const QString &name) {
        const auto done = ExportFolder::run(ExportFolder::options(from, name));
        return done || done.error().isReading ? QString() : done.error().why.english();
    };
    QCOMPARE(why(to), QStringLiteral("This file already exists. Choose another name."));
    QCOMPARE(why(from), QStringLiteral("This file already exists. Choose another name."));
    QCOMPARE(ExportFolder::contents(to), QByteArray("precious"));
    QVERIFY(QFile::rename(to, to + QStringLiteral(".part")));
    QCOMPARE(why(to), to + QStringLiteral(".part already exists. Move it away first."));
    QCOMPARE(ExportFolder::contents(to + QStringLiteral(".part")), QByteArray("precious"));
    QVERIFY(!why(folder.path(QStringLiteral("nowhere/to.csv"))).isEmpty());
    QCOMPARE(folder.names(), QStringList({QStringLiteral("from.csv"), QStringLiteral("to.csv.part")}));
}

void TickExportTest::nothingRemains()
{
    ExportFolder folder;
    const QStringList names{QStringLiteral("from.csv")};
    const QString to = folder.path(QStringLiteral("to.csv.gz"));
    auto options = ExportFolder::options(folder.write(manySeconds(20'000) + "nonsense\n"), to);
    options.reading.onBadLine = ReplayOptions::OnBadLine::Stop;
    const auto bad = ExportFolder::run(options);
    QVERIFY(!bad && bad.error().isReading);
    QVERIFY2(bad.error().why.english().startsWith(QStringLiteral("line 20002: ")),
             qPrintable(bad.error().why.english()));
    QCOMPARE(folder.names(), names);

    folder.write("no ticks");
    QVERIFY(!ExportFolder::run(options));
    QCOMPARE(folder.names(), names);

    folder.write(manySeconds(20'000));
    auto begun = TickExport::begin(options);
    QVERIFY(bool(begun));
    auto work = begun.takeValue();
    QVERIFY(!work->work(std::chrono::nanoseconds(1)));
    QVERIFY(!work->isDone() && work->progress() < 1);
    QCOMPARE(folder.names(), names + QStringList{QStringLiteral("to.csv.gz.part")});
    work.reset();
    QCOMPARE(folder.names(), names);
}

TICKER_TEST(TickExportTest)
#include "tst_tick_export.moc"
