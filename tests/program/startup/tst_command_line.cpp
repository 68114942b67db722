// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "startup/command_line.h"
#include "startup/reading_options.h"
#include "ticker_test.h"

using namespace ticker;

namespace {

QStringList split(const QString &text)
{
    return text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

class CommandLineTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothing();
    void everything();
    void rate();
    void howAFileIsRead();
    void aFileToInspect();
    void exported();
    void helpNamesEveryOption();
    void version();
    void wrong_data();
    void wrong();
};

void CommandLineTest::nothing()
{
    const auto result = std::get<CommandLine>(parseCommandLine({}));
    QVERIFY(!result.headless && !result.hidden);
    QVERIFY(!result.port && !result.bindAddress && !result.interval && !result.seed && !result.webRoot);
    QVERIFY(result.profile.isEmpty());
}

void CommandLineTest::everything()
{
    const QStringList arguments = split(QStringLiteral(
        "--headless --hidden --no-history --bind ::1 --port=0 --interval 0.1 --seed 18446744073709551615 "
        "--web-root /tmp/page --profile second-feed --ping-interval 1000 --ping-timeout 500 "
        "--slow-clients drop-oldest --log events.jsonl --duration 2.5 --config feed.json"));
    const auto result = std::get<CommandLine>(parseCommandLine(arguments));
    QCOMPARE(result.arguments, arguments);
    QVERIFY(result.headless && result.hidden && result.noHistory);
    QCOMPARE(*result.bindAddress, QStringLiteral("::1"));
    QCOMPARE(*result.port, quint16(0));
    QCOMPARE(result.interval->milliseconds(), 0.1);
    QCOMPARE(*result.seed, 18446744073709551615ULL);
    QCOMPARE(*result.webRoot, QStringLiteral("/tmp/page"));
    QCOMPARE(result.profile, QStringLiteral("second-feed"));
    QCOMPARE(result.pingInterval->count(), 1000);
    QCOMPARE(result.pingTimeout->count(), 500);
    QCOMPARE(result.duration->count(), 2500);
    QCOMPARE(result.logFile, QStringLiteral("events.jsonl"));
    QCOMPARE(result.configFile, QStringLiteral("feed.json"));
    QVERIFY(result.slowClients == SlowClientPolicy::DropOldest);
}

void CommandLineTest::rate()
{
    const auto result = std::get<CommandLine>(parseCommandLine(split(QStringLiteral("--rate 20 --bind localhost"))));
    QCOMPARE(result.interval->milliseconds(), 50.0);
    QCOMPARE(*result.bindAddress, QStringLiteral("127.0.0.1"));
}

void CommandLineTest::howAFileIsRead()
{
    const auto reading = [](const char *options) {
        const QStringList arguments = split(QStringLiteral("--replay t.csv ") + QString::fromLatin1(options));
        return std::get<CommandLine>(parseCommandLine(arguments)).replayReading;
    };
    QCOMPARE(reading(""), FileReading());
    FileReading all{FileReading::BadLines::Stop, FileReading::DateOrder::DayFirst, "Europe/Berlin", ',',
                    QStringLiteral("EURUSD")};
    QCOMPARE(reading("--bad-rows stop --date-order day-first --time-zone Europe/Berlin --decimal comma "
                     "--replay-symbol EURUSD"),
             all);
    all = {FileReading::BadLines::SkipAll, FileReading::DateOrder::MonthFirst, "UTC", '.', {}};
    QCOMPARE(reading("--bad-rows skip-all --date-order month-first --time-zone UTC --decimal point"), all);
    for (const char *zone : {"america/new_york", "AMERICA/NEW_YORK", "America/New_York"})
        QCOMPARE(reading((QByteArray("--time-zone ") + zone).constData()).timeZone, QByteArray("America/New_York"));
    QCOMPARE(reading("--time-zone utc").timeZone.toUpper(), QByteArray("UTC"));
    QCOMPARE(reading("--replay-symbol brk.b").symbol, QStringLiteral("brk.b"));
    QCOMPARE(reading("--bad-rows skip").badLines, FileReading::BadLines::SkipFew);
    QVERIFY(reading("--follow").follow);
    QCOMPARE(reading("--columns time=when,price=#3").columns, QStringLiteral("time=when,price=#3"));
    for (const QString &option : optionsOfReplay()) {
        const bool isFlag = option == QLatin1String("loop") || option == QLatin1String("skip-gaps")
            || option == QLatin1String("exit-at-end") || option == QLatin1String("follow");
        const QString argument = QStringLiteral("--") + option + (isFlag ? QString() : QStringLiteral("=1"));
        const auto message = std::get<CommandLineMessage>(parseCommandLine({argument}));
        QCOMPARE(message.text, QStringLiteral("--%1 requires --replay").arg(option));
    }
}

void CommandLineTest::aFileToInspect()
{
    const auto result = std::get<CommandLine>(
        parseCommandLine(split(QStringLiteral("--inspect t.csv --headless --date-order day-first --bad-rows skip-all "
                                              "--columns price=2 --decimal comma --time-zone UTC --replay-symbol X"))));
    QCOMPARE(result.inspectFile, QStringLiteral("t.csv"));
    QVERIFY(result.replayFile.isEmpty());
    QVERIFY(result.replayReading.dateOrder == FileReading::DateOrder::DayFirst);
    QCOMPARE(result.replayReading.columns, QStringLiteral("price=2"));
}

void CommandLineTest::exported()
{
    const auto parse = [](const char *options) { return parseCommandLine(split(QString::fromLatin1(options))); };
    const auto ticks = std::get<CommandLine>(parse("--export t.csv --replay f.txt --headless --decimal comma"));
    QCOMPARE(ticks.exportFile, QStringLiteral("t.csv"));
    QVERIFY(!ticks.exportBars);
    const auto bars = std::get<CommandLine>(parse("--bars 15m --replay f.txt --export t.jsonl.gz"));
    QVERIFY(bars.exportBars == CandleInterval::QuarterHour);
    const QStringList reading = split(
        QStringLiteral("--bad-rows=stop --time-zone=UTC --date-order=day-first --decimal=point "
                       "--columns=price=2 --replay-symbol=A"));
    QCOMPARE(reading.size(), readingOptions().size());
    for (const QString &option : reading) {
        const auto result = parseCommandLine(split(QStringLiteral("--export t.csv --replay f.txt "))
                                             + QStringList(option));
        QVERIFY2(std::holds_alternative<CommandLine>(result), qPrintable(option));
    }
}

void CommandLineTest::helpNamesEveryOption()
{
    const auto message = std::get<CommandLineMessage>(parseCommandLine({QStringLiteral("--help")}));
    QCOMPARE(message.exitCode, 0);
    QVERIFY2(message.text.startsWith(QStringLiteral("Usage: tickertray [options]")), qPrintable(message.text));
    for (const char *option :
         {"--headless", "--bind <ADDR>", "--port <N>", "--interval <MS>", "--rate <HZ>", "--seed <N>", "--no-history",
          "--web-root <DIR>", "--ping-interval <MS>", "--ping-timeout <MS>", "--slow-clients <POLICY>",
          "--profile <NAME>", "--hidden", "--version", "--help"})
        QVERIFY2(message.text.contains(QLatin1String(option)), option);
}

void CommandLineTest::version()
{
    const auto message = std::get<CommandLineMessage>(parseCommandLine({QStringLiteral("--version")}));
    QCOMPARE(message.exitCode, 0);
    QCOMPARE(message.text, QStringLiteral("tickertray " TICKER_VERSION));
}

void CommandLineTest::wrong_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *arguments, const char *named) {
        QTest::newRow(arguments) << QString::fromLatin1(arguments) << QString::fromLatin1(named);
    };
    row("--frobnicate", "frobnicate");
    row("-x", "x");
    row("serve", "serve");
    row("--port", "port");
    row("--port 65536", "65536");
    row("--port -1", "-1");
    row("--port 80x", "80x");
    row("--bind example.org", "example.org");
    row("--interval 0", "--interval");
    row("--interval 0.09", "0.09");
    row("--interval 100001", "100001");
    row("--interval nan", "nan");
    row("--interval 1e400", "1e400");
    row("--interval 1,5", "1,5");
    row("--rate 0.009", "0.009");
    row("--rate 10001", "10001");
    row("--rate inf", "inf");
    row("--rate 1 --interval 1", "--rate");
    row("--seed -1", "-1");
    row("--seed 18446744073709551616", "18446744073709551616");
    row("--seed 1.5", "1.5");
    row("--ping-interval 99", "--ping-interval");
    row("--ping-interval 1s", "1s");
    row("--ping-timeout 300001", "300001");
    row("--slow-clients wait", "wait");
    row("--replay t.csv --bad-rows=keep", "--bad-rows: \"keep\" is not skip, skip-all or stop");
    row("--replay t.csv --date-order=year", "--date-order: \"year\" is not day-first or month-first");
    row("--replay t.csv --decimal=,", "--decimal: \",\" is not point or comma");
    row("--replay t.csv --time-zone=Mars/Olympus", "Mars/Olympus");
    row("--replay t.csv --replay-symbol=", "--replay-symbol");
    row("--replay t.csv --replay-symbol=a,b", "--replay-symbol: \"a,b\" is not a symbol (1 to 64 of ");
    row("--inspect t.csv --replay-symbol=*", "--replay-symbol: \"*\" is not a symbol (1 to 64 of ");
    row("--replay t.csv --replay-symbol=STRA\xdf", "--replay-symbol: "); // whose upper case is STRASS
    row("--replay t.csv --time-zone=", "--time-zone: \"\" is not a time zone");
    row("--replay t.csv --columns prize=close", "--columns: \"prize\" is not a field");
    row("--replay t.csv --columns=", "--columns");
    row("--export t.csv", "--export requires --replay");
    row("--bars 1m --replay f.csv", "--bars requires --export");
    row("--export t.txt --replay f.csv", "\"t.txt\" does not end in .csv, .jsonl, .csv.gz or .jsonl.gz");
    row("--export t.csv --replay f.csv --bars 2m", "\"2m\" is not 1s, 5s, 15s, 30s, 1m, 5m, 15m, 30m, 1h, 4h or 1d");
    row("--export t.csv --replay f.csv --port 0", "--export and --port exclude each other");
    row("--export t.csv --replay f.csv --record r.csv", "--export and --record exclude each other");
    row("--replay t.csv --exit-at-end --loop", "--loop and --exit-at-end exclude each other");
    row("--inspect=", "--inspect: the file name is empty");
    row("--inspect t.csv --replay t.csv", "--inspect and --replay exclude each other");
    row("--inspect t.csv --speed 2", "--inspect and --speed exclude each other");
    row("--inspect t.csv --port 0", "--inspect and --port exclude each other");
    row("--inspect t.csv --date-order=year", "--date-order: \"year\" is not day-first or month-first");
    row("--inspect t.csv --follow", "--inspect and --follow exclude each other");
    row("--export t.csv --replay f.csv --follow", "--export and --follow exclude each other");
    row("--replay t.csv --follow --loop", "--follow and --loop exclude each other");
    row("--replay t.csv --follow --exit-at-end", "--follow and --exit-at-end exclude each other");
    row("--profile ../x", "../x");
    row("--profile .", "--profile");
    row("--profile= --headless", "--profile");
    row("--web-root=", "--web-root");
    row("--headless=yes", "headless");
}

/// One line that names what is wrong, exit code 2.
void CommandLineTest::wrong()
{
    QFETCH(QString, arguments);
    QFETCH(QString, named);
    const auto result = parseCommandLine(split(arguments));
    QVERIFY(std::holds_alternative<CommandLineMessage>(result));
    const auto &message = std::get<CommandLineMessage>(result);
    QCOMPARE(message.exitCode, 2);
    QVERIFY2(message.text.contains(named), qPrintable(message.text));
    QVERIFY2(!message.text.contains(QLatin1Char('\n')), qPrintable(message.text));
}

TICKER_TEST(CommandLineTest)
#include "tst_command_line.moc"
