// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_commands.h"
#include "ticker_test.h"

using namespace ticker;
using namespace ticker::test;

using Kind = FileCommand::Kind;

namespace {

const QByteArray oneInstrument = "symbol,start\nLONE,100\n";

/// The first prices of a tape; how many there are is part of it.
QList<double> firstPrices(FileServer &server, int count)
{
    const QJsonArray ticks = server.get("/api/history?symbol=ACME&from=1&limit=" + QByteArray::number(count))
                                 .value(QStringLiteral("ticks"))
                                 .toArray();
    QList<double> prices;
    for (const auto &tick : ticks)
        prices.append(tick.toObject().value(QStringLiteral("price")).toDouble());
    return prices;
}

} // namespace

/// A running server, told by its window to open files.
class FileCommandsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void badFilesChangeNothing_data();
    void badFilesChangeNothing();
    void aBadFileLeavesAFileOn();
    void playsAndGoesBackToTheSameTape();
    void playsFromTheStart();
    void anotherMarketAndBack();
    void findsOutWhatAFileIs();
    void aFileWithoutSymbols_data();
    void aFileWithoutSymbols();
    void steers();
    void aLargeFilePlaysBeforeItIsKnown();
    void aBadLineIsTold();
    void linesThatAreLeftOutAreTold();
    void timesOfThe1970sAreTold();
    void stepsStayWithThePause();
    void startsWithAnotherMarket();
};

void FileCommandsTest::badFilesChangeNothing_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("why");
    const auto row = [](const char *name, Kind kind, const QByteArray &bytes, const char *why) {
        QTest::newRow(name) << kind << bytes << QString::fromLatin1(why);
    };
    row("ticks: none", Kind::Play, "time,price\n", "contains no ticks");
    row("ticks: empty", Kind::Play, "", "bad is empty.");
    row("ticks: first line bad", Kind::Play, "time,price\n1,three\n", "line 2: price");
    row("ticks: header", Kind::Play, "a,b\n1,2\n", "time");
    row("ticks: a market", Kind::Play, oneInstrument, "time");
    row("market: field", Kind::UseMarket, "symbol,start,tick size\nACME,5,0\n", "line 2, field");
    row("market: JSON", Kind::UseMarket, R"({"instruments":[{"symbol":"A","start":-1}]})", "instruments[0]");
    row("market: empty", Kind::UseMarket, "", "The file is empty");
    row("either", Kind::Open, "nonsense\n", "Neither a tick file (");
}

void FileCommandsTest::badFilesChangeNothing()
{
    QFETCH(Kind, kind);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, why);
    FileServer server;
    QVERIFY(server.ticksGoOn());
    const QJsonObject before = server.status();
    for (const QString &path : {server.write(QStringLiteral("bad"), bytes), server.path(QStringLiteral("missing")),
                                server.path(QStringLiteral("."))}) {
        const FileResult answer = server.execute(kind, path);
        QCOMPARE(answer.command.kind, kind);
        QCOMPARE(answer.command.path, path);
        QVERIFY(!answer.why.isEmpty());
        if (path.endsWith(QStringLiteral("bad")))
            QVERIFY2(answer.why.english().contains(why), qPrintable(answer.why.english()));
        QVERIFY(server.ticksGoOn());
    }
    const QJsonObject after = server.status();
    for (const char *name : {"seed", "market", "instruments", "replay"})
        QCOMPARE(after.value(QLatin1String(name)), before.value(QLatin1String(name)));
    QVERIFY(after.value(QStringLiteral("seq")).toInteger() > before.value(QStringLiteral("seq")).toInteger());
    QVERIFY(server.snapshot().marketFile.isEmpty());
}

void FileCommandsTest::aBadFileLeavesAFileOn()
{
    FileServer server;
    const QString good = server.write(QStringLiteral("good.csv"), secondsOfTicks(1000));
    QVERIFY(server.execute(Kind::Play, good).why.isEmpty());
    PlaybackCommand fast;
    fast.speed = 1000;
    server.controlPlayback(fast);
    QVERIFY(server.ticksGoOn());
    QVERIFY(!server.execute(Kind::Play, server.path(QStringLiteral("missing.csv"))).why.isEmpty());
    QVERIFY(!server.execute(Kind::UseMarket, good).why.isEmpty());
    QVERIFY(server.ticksGoOn());
    QTRY_VERIFY(server.snapshot().playback);
    QCOMPARE(server.snapshot().playback->path, good);
    QCOMPARE(server.snapshot().playback->speed, 1000.0);
}

void FileCommandsTest::playsAndGoesBackToTheSameTape()
{
    constexpr int count = 30;
    ServerConfig config = livelyConfig();
    config.seed = 42;
    FileServer server(config);
    QTRY_VERIFY_WITH_TIMEOUT(server.seq() >= count, FileServer::patienceMs);
    const QList<double> prices = firstPrices(server, count);
    QCOMPARE(prices.size(), count);

    QVERIFY(server.execute(Kind::LeaveFile).why.isEmpty()); // there is none: nothing begins anew
    QVERIFY(server.seq() >= count);
    QVERIFY(server.execute(Kind::Play, server.write(QStringLiteral("t.csv"), secondsOfTicks(100))).why.isEmpty());
    QTRY_VERIFY(server.snapshot().playback);
    QCOMPARE(server.snapshot().symbols, QStringList{QStringLiteral("FILE")});
    QCOMPARE(server.snapshot().seed, 0ULL);
    QCOMPARE(server.status().value(QStringLiteral("replay")).toObject().value(QStringLiteral("file")).toString(),
             QStringLiteral("t.csv")); // without its folder

    QVERIFY(server.execute(Kind::LeaveFile).why.isEmpty());
    QTRY_VERIFY(!server.snapshot().playback);
    QCOMPARE(server.snapshot().seed, 42ULL);
    QTRY_VERIFY_WITH_TIMEOUT(server.seq() >= count, FileServer::patienceMs);
    QCOMPARE(firstPrices(server, count), prices);
}

/// Started with a file, and a market for later that may be unreadable by then.
void FileCommandsTest::playsFromTheStart()
{
    QTemporaryDir folder;
    ServerConfig config = livelyConfig();
    config.replay.file = folder.filePath(QStringLiteral("t.csv"));
    config.marketFile = folder.filePath(QStringLiteral("m.csv"));
    QFile ticks(config.replay.file);
    QVERIFY(ticks.open(QIODevice::WriteOnly));
    ticks.write(secondsOfTicks(100));
    ticks.close();
    FileServer server(config);
    QTRY_VERIFY(server.snapshot().playback);

    const FileResult refused = server.execute(Kind::LeaveFile);
    QCOMPARE(refused.command, (FileCommand{Kind::UseMarket, config.marketFile}));
    QVERIFY(!refused.why.isEmpty());
    QVERIFY(server.status().value(QStringLiteral("replay")).isObject());

    QFile market(config.marketFile);
    QVERIFY(market.open(QIODevice::WriteOnly));
    market.write(oneInstrument);
    market.close();
    QVERIFY(server.execute(Kind::LeaveFile).why.isEmpty());
    QTRY_COMPARE(server.snapshot().symbols, QStringList{QStringLiteral("LONE")});
    QVERIFY(server.ticksGoOn());
}

void FileCommandsTest::anotherMarketAndBack()
{
    FileServer server;
    const QString file = server.write(QStringLiteral("m.csv"), oneInstrument);
    const quint64 seed = quint64(server.status().value(QStringLiteral("seed")).toString().toULongLong());
    QVERIFY(server.execute(Kind::UseMarket, file).why.isEmpty());
    QTRY_COMPARE(server.snapshot().marketFile, file);
    QCOMPARE(server.snapshot().symbols, QStringList{QStringLiteral("LONE")});
    QCOMPARE(server.snapshot().seed, seed);
    QVERIFY(server.ticksGoOn());

    // After a file it is this market that comes back.
    QVERIFY(server.execute(Kind::Play, server.write(QStringLiteral("t.csv"), secondsOfTicks(9))).why.isEmpty());
    QTRY_COMPARE(server.snapshot().headlineSymbol, QStringLiteral("FILE"));
    QCOMPARE(server.snapshot().marketSymbol, QStringLiteral("LONE")); // which a file gets that names none
    QVERIFY(QFile::remove(file));                                     // which has been read
    QVERIFY(server.execute(Kind::LeaveFile).why.isEmpty());
    QCOMPARE(server.status().value(QStringLiteral("headline")).toString(), QStringLiteral("LONE"));
    QVERIFY(server.ticksGoOn());

    QVERIFY(server.execute(Kind::UseMarket).why.isEmpty());
    QTRY_VERIFY(server.snapshot().marketFile.isEmpty());
    QCOMPARE(server.status().value(QStringLiteral("instruments")).toInteger(), 12);
}

void FileCommandsTest::findsOutWhatAFileIs()
{
    FileServer server;
    const QString market = server.write(QStringLiteral("m.csv"), oneInstrument);
    const QString json = server.write(QStringLiteral("m.json"), R"([{"symbol":"LONE","start":100}])");
    const QString ticks = server.write(QStringLiteral("t.csv"), secondsOfTicks(9));
    const QString lines = server.write(QStringLiteral("t.jsonl"), R"({"time":1767605400000,"symbol":"X","price":5})");
    for (const QString &path : {market, json})
        QCOMPARE(server.execute(Kind::Open, path), (FileResult{{Kind::UseMarket, path}, {}}));
    for (const QString &path : {ticks, lines})
        QCOMPARE(server.execute(Kind::Open, path), (FileResult{{Kind::Play, path}, {}}));
}

void FileCommandsTest::aFileWithoutSymbols_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("chosen");
    QTest::addColumn<QString>("symbol");
    const auto row = [](const char *file, const char *chosen, const char *symbol) {
        QTest::addRow("%s %s", file, chosen)
            << QString::fromLatin1(file) << QString::fromLatin1(chosen) << QString::fromLatin1(symbol);
    };
    row("BTC-USD_2024.csv", "", "BTC-USD");
    row("BTC-USD_2024.csv", "btc/usd", "BTC/USD");
    row("ticks.csv", "", "ACME");
    row("ticks.csv", "^GSPC", "^GSPC");
}

void FileCommandsTest::aFileWithoutSymbols()
{
    QFETCH(QString, file);
    QFETCH(QString, chosen);
    QFETCH(QString, symbol);
    FileServer server;
    FileReading reading;
    reading.symbol = chosen;
    const QString path = server.write(file, "time,price\n1,2\n2,3\n");
    QVERIFY(server.execute(Kind::Play, path, reading).why.isEmpty());
    QCOMPARE(server.status().value(QStringLiteral("headline")).toString(), symbol);
    QCOMPARE(server.status().value(QStringLiteral("featured")).toString(), symbol);
    QTRY_VERIFY(server.snapshot().playback);
    QVERIFY(server.snapshot().playback->reading == reading);
}

void FileCommandsTest::steers()
{
    FileServer server;
    QVERIFY(server.execute(Kind::Play, server.write(QStringLiteral("t.csv"), secondsOfTicks(1000))).why.isEmpty());
    QTRY_VERIFY(server.snapshot().playback && server.snapshot().playback->indexed == 1);
    server.controlPlayback({0.5, 0.25, true, true});
    QTRY_COMPARE(server.snapshot().playback->speed, 0.25);
    const Playback halfway = *server.snapshot().playback;
    QVERIFY2(halfway.progress > 0.49 && halfway.progress < 0.52, qPrintable(QString::number(halfway.progress)));
    QVERIFY(halfway.loop && halfway.skipGaps && !halfway.ended);
    QVERIFY(halfway.timeMs > 450'000 && halfway.timeMs < 550'000);

    server.controlPlayback({0.999, 1000, false, {}});
    QTRY_VERIFY(server.snapshot().playback->ended);
    QVERIFY(server.snapshot().playback->error.isEmpty());
    QVERIFY(server.snapshot().playback->skipGaps);
    const PlaybackCommand again[] = {{0, {}, {}, {}}, {{}, {}, true, {}}};
    for (const PlaybackCommand &command : again) {
        QTRY_VERIFY(server.snapshot().playback->ended);
        server.controlPlayback(command);
        QTRY_VERIFY(!server.snapshot().playback->ended);
        QVERIFY(server.ticksGoOn());
    }
}

void FileCommandsTest::aLargeFilePlaysBeforeItIsKnown()
{
    FileServer server;
    QSignalSpy reports(server.running().server(), &TickerServer::reported);
    const QString path = server.write(QStringLiteral("large.csv"), secondsOfTicks(300'000));
    QVERIFY(server.execute(Kind::Play, path).why.isEmpty());
    reports.clear(); // of its times
    QTRY_VERIFY(server.snapshot().playback);
    QVERIFY(server.snapshot().playback->indexed < 1);
    QTRY_VERIFY(server.seq() > 0);
    server.controlPlayback({0.99, {}, {}, {}}); // not yet
    QTRY_COMPARE(reports.size(), 1);
    QVERIFY(reports.first().first().value<LocalizedText>().english().contains(QStringLiteral("not been read yet")));
    QVERIFY(server.snapshot().playback->progress < 0.1);
    QTRY_VERIFY_WITH_TIMEOUT(server.snapshot().playback->indexed == 1, FileServer::patienceMs);
    server.controlPlayback({0.99, {}, {}, {}});
    QTRY_VERIFY(server.snapshot().playback->progress > 0.98);
    QCOMPARE(reports.size(), 1);
}

void FileCommandsTest::aBadLineIsTold()
{
    FileServer server;
    QSignalSpy reports(server.running().server(), &TickerServer::reported);
    QByteArray bytes = secondsOfTicks(3) + "4,FILE,oops\n" + secondsOfTicks(3);
    FileReading stop;
    stop.badLines = FileReading::BadLines::Stop;
    QVERIFY(server.execute(Kind::Play, server.write(QStringLiteral("t.csv"), bytes), stop).why.isEmpty());
    server.controlPlayback({{}, 1000, {}, {}});
    QTRY_VERIFY(server.snapshot().playback && server.snapshot().playback->ended);
    QVERIFY2(server.snapshot().playback->error.english().startsWith(QStringLiteral("line 5: price")),
             qPrintable(server.snapshot().playback->error.english()));
    // Beyond it one cannot go, and before it one can.
    reports.clear();
    server.controlPlayback({0.9, {}, {}, {}});
    QTRY_COMPARE(reports.size(), 1);
    QVERIFY(reports.first().first().value<LocalizedText>().english().contains(QStringLiteral("line 5")));
    server.controlPlayback({0, 1, {}, {}});
    QTRY_VERIFY(!server.snapshot().playback->ended);
    QVERIFY(server.snapshot().playback->error.isEmpty());
}

void FileCommandsTest::linesThatAreLeftOutAreTold()
{
    FileServer server;
    QSignalSpy reports(server.running().server(), &TickerServer::reported);
    const QByteArray bytes = secondsOfTicks(3) + "4,FILE,oops\n5,FILE,7\n";
    QVERIFY(server.execute(Kind::Play, server.write(QStringLiteral("t.csv"), bytes)).why.isEmpty());
    QTRY_COMPARE(reports.size(), 2);
    QCOMPARE(reports.last().first().value<LocalizedText>().english(),
             QStringLiteral("t.csv: 1 of 5 lines left out, the first one: line 5: price: oops is not a number"));
    QTRY_VERIFY(server.snapshot().playback && server.snapshot().playback->toMs);
    const Playback playback = *server.snapshot().playback;
    QCOMPARE(playback.skippedLines, quint64(1));
    QVERIFY(playback.skipped.english().startsWith(QStringLiteral("1 of 5 lines")));
    QCOMPARE(playback.toMs, 5000);
    QCOMPARE(playback.format.english(), QStringLiteral("CSV, ticks"));
    QCOMPARE(playback.rows, quint64(5));
    QCOMPARE(playback.skippedKinds.size(), std::size_t(1));
    QCOMPARE(playback.skippedKinds.front(),
             (SkippedKind{1, QStringLiteral("price: oops is not a number"), 5, QStringLiteral("4,FILE,oops")}));
    const QJsonObject replay = server.status().value(QStringLiteral("replay")).toObject();
    QCOMPARE(replay.value(QStringLiteral("format")).toString(), QStringLiteral("CSV, ticks"));
    QCOMPARE(replay.value(QStringLiteral("rows")).toInt(), 5);
    const QJsonObject kind{{QStringLiteral("reason"), QStringLiteral("price: oops is not a number")},
                           {QStringLiteral("count"), 1},
                           {QStringLiteral("line"), 5}};
    QCOMPARE(replay.value(QStringLiteral("skippedKinds")).toArray(), QJsonArray{kind});
}

/// Numbers of another unit are times of the 1970s.
void FileCommandsTest::timesOfThe1970sAreTold()
{
    FileServer server;
    QSignalSpy reports(server.running().server(), &TickerServer::reported);
    const auto doubts = [&reports] {
        QStringList texts;
        for (const auto &report : reports) {
            if (const QString text = report.first().value<LocalizedText>().english();
                text.contains(QStringLiteral("times begin")))
                texts.append(text);
        }
        return texts;
    };
    QVERIFY(server.execute(Kind::Play, server.write(QStringLiteral("t.csv"), secondsOfTicks(3))).why.isEmpty());
    const QStringList one{QStringLiteral("t.csv: its times begin at 1970-01-01 00:00:01. If that is wrong, name the "
                                         "column of the times by --columns, or write them as dates")};
    QCOMPARE(doubts(), one);
    for (const char *time : {"1980-01-01", "1962-01-02", "20240102", "1704187800"}) {
        const QByteArray bytes = QByteArray("time,symbol,price\n") + time + ",A,1\n";
        QVERIFY(server.execute(Kind::Play, server.write(QStringLiteral("u.csv"), bytes)).why.isEmpty());
    }
    QCOMPARE(doubts(), one);
}

/// The pause is the person's: files come and go within it.
void FileCommandsTest::stepsStayWithThePause()
{
    FileServer server;
    QMetaObject::invokeMethod(
        server.running().server(), [it = server.running().server()] { it->execute({ServerCommand::SetPaused{true}}); },
        Qt::QueuedConnection);
    QTRY_VERIFY(server.snapshot().paused);
    QVERIFY(server.execute(Kind::Play, server.write(QStringLiteral("t.csv"), secondsOfTicks(9))).why.isEmpty());
    QTRY_VERIFY(server.snapshot().playback);
    QCOMPARE(server.seq(), 0);
    QVERIFY(server.execute(Kind::LeaveFile).why.isEmpty());
    QCOMPARE(server.seq(), 0);
    QVERIFY(server.status().value(QStringLiteral("paused")).toBool());
}

void FileCommandsTest::startsWithAnotherMarket()
{
    ServerConfig config = livelyConfig();
    config.marketFile = QStringLiteral("/nowhere/market.json");
    FileServer server(config);
    QCOMPARE(server.running().status().state, ServerStatus::State::Failed);
    QCOMPARE(server.running().status().error->code, ServerError::Code::MarketUnreadable);
    QSignalSpy states(server.running().server(), &TickerServer::statusChanged);
    QVERIFY(!server.execute(Kind::UseMarket, QStringLiteral("/nowhere/other.json")).why.isEmpty());
    QVERIFY(states.isEmpty());
    QVERIFY(server.execute(Kind::UseMarket).why.isEmpty());
    QTRY_COMPARE(states.size(), 1);
    QCOMPARE(states.first().first().value<ServerStatus>().state, ServerStatus::State::Listening);
}

TICKER_CORE_TEST(FileCommandsTest)
#include "tst_file_commands.moc"
