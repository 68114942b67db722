// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "startup/command_line.h"

#include "market_values/playback.h"
#include "server_values/server_config.h"
#include "startup/export_options.h"
#include "startup/reading_options.h"

#include <QCommandLineParser>
#include <QHostAddress>
#include <QRegularExpression>

namespace ticker {

namespace {

/// A value that cannot be understood, as one line.
using Problem = std::optional<QString>;

QString quoted(const QString &text)
{
    return QLatin1Char('"') + text + QLatin1Char('"');
}

QList<QCommandLineOption> allOptions()
{
    const auto option = [](const char *name, const QString &text, const char *value = "") {
        return QCommandLineOption(QString::fromLatin1(name), text, QString::fromLatin1(value));
    };
    QList<QCommandLineOption> options{
        option("headless", QStringLiteral("Run without a window or tray icon.")),
        option("bind", QStringLiteral("Listen on this address (default 127.0.0.1, with ::1)."), "ADDR"),
        option("port", QStringLiteral("Listen on this port (default 8000; 0 finds a free one)."), "N"),
        option("interval", QStringLiteral("Interval between ticks in ms, 0.1 to 100000 (default 1000)."), "MS"),
        option("rate", QStringLiteral("The same as ticks per second, 0.01 to 10000."), "HZ"),
        option("seed", QStringLiteral("Seed of the generator: the same seed gives the same prices."), "N"),
        option("market", QStringLiteral("Load the instruments and their price models from a JSON or CSV file."),
               "FILE"),
        option("no-history", QStringLiteral("Do not generate prices of the time before the start.")),
        option("replay",
               QStringLiteral("Play ticks or bars from a CSV or JSONL file instead of generating prices; - for "
                              "standard input."),
               "FILE"),
        option("inspect",
               QStringLiteral("Print what is understood of such a file, or of standard input (-), and exit; with "
                              "code 1 if it does not play."),
               "FILE"),
        option("speed", QStringLiteral("Playback speed, 0.1 to 1000 (default 1)."), "X"),
        option("loop", QStringLiteral("Repeat the file endlessly.")),
        option("skip-gaps", QStringLiteral("Shorten gaps in the file to one second.")),
        option("exit-at-end", QStringLiteral("Exit when the file was played; with code 5 if not all of it.")),
        option("follow", QStringLiteral("Wait for more lines at the end of the file.")),
    };
    options += readingOptions();
    options += exportOptions();
    options += QList<QCommandLineOption>{
        option("record", QStringLiteral("Record all ticks to a CSV file; fails if it exists."), "FILE"),
        option("web-root", QStringLiteral("Serve this folder instead of the built-in page."), "DIR"),
        option("ping-interval", QStringLiteral("Heartbeat interval in ms, 100 to 300000 (default 25000)."), "MS"),
        option("ping-timeout", QStringLiteral("Heartbeat timeout in ms, 100 to 300000 (default 20000)."), "MS"),
        option("slow-clients",
               QStringLiteral("Clients that read too slowly: \"conflate\" keeps only the newest tick (default), "
                              "\"drop-oldest\" discards the oldest, \"disconnect\" closes the connection."),
               "POLICY"),
        option("log", QStringLiteral("Append the activity log to a file, as JSON Lines; - for standard output."),
               "FILE"),
        option("duration", QStringLiteral("Exit after this many seconds, 0.1 to 1000000."), "S"),
        option("config", QStringLiteral("Use this settings file, as exported by the window; changes are saved to it."),
               "FILE"),
        option("profile", QStringLiteral("Use a separate, named set of settings, to run several instances."), "NAME"),
        option("hidden", QStringLiteral("Start minimised to the tray, if there is one.")),
        option("version", QStringLiteral("Print the version.")),
        option("help", QStringLiteral("Print this help.")),
    };
    return options;
}

Problem readBind(const QCommandLineParser &parser, CommandLine &result)
{
    if (!parser.isSet(QStringLiteral("bind")))
        return std::nullopt;
    const QString value = parser.value(QStringLiteral("bind"));
    const QString address = value == QLatin1String("localhost") ? QStringLiteral("127.0.0.1") : value;
    if (QHostAddress(address).isNull())
        return QStringLiteral("--bind: %1 is not an IP address").arg(quoted(value));
    result.bindAddress = address;
    return std::nullopt;
}

Problem readPort(const QCommandLineParser &parser, CommandLine &result)
{
    if (!parser.isSet(QStringLiteral("port")))
        return std::nullopt;
    const QString value = parser.value(QStringLiteral("port"));
    bool ok = false;
    const ushort port = value.toUShort(&ok);
    if (!ok)
        return QStringLiteral("--port: %1 is not a port (0 to 65535)").arg(quoted(value));
    result.port = port;
    return std::nullopt;
}

Problem readInterval(const QCommandLineParser &parser, CommandLine &result)
{
    const bool asRate = parser.isSet(QStringLiteral("rate"));
    const bool asInterval = parser.isSet(QStringLiteral("interval"));
    if (asRate && asInterval)
        return QStringLiteral("--interval and --rate exclude each other");
    if (!asRate && !asInterval)
        return std::nullopt;
    const QString value = parser.value(asRate ? QStringLiteral("rate") : QStringLiteral("interval"));
    bool ok = false;
    const double number = value.toDouble(&ok);
    if (ok)
        result.interval = asRate ? TickInterval::fromHertz(number) : TickInterval::fromMilliseconds(number);
    if (result.interval)
        return std::nullopt;
    return asRate ? QStringLiteral("--rate: %1 is not between 0.01 and 10000 ticks per second").arg(quoted(value))
                  : QStringLiteral("--interval: %1 is not between 0.1 and 100000 milliseconds").arg(quoted(value));
}

Problem readSeed(const QCommandLineParser &parser, CommandLine &result)
{
    if (!parser.isSet(QStringLiteral("seed")))
        return std::nullopt;
    const QString value = parser.value(QStringLiteral("seed"));
    bool ok = false;
    const qulonglong seed = value.toULongLong(&ok);
    if (!ok)
        return QStringLiteral("--seed: %1 is not a whole number from 0 to 18446744073709551615").arg(quoted(value));
    result.seed = seed;
    return std::nullopt;
}

Problem readPing(const QCommandLineParser &parser, const QString &name,
                 std::optional<std::chrono::milliseconds> &result)
{
    if (!parser.isSet(name))
        return std::nullopt;
    const QString value = parser.value(name);
    bool ok = false;
    const std::chrono::milliseconds time(value.toInt(&ok));
    if (!ok || time < ChosenLimits::shortestPing || time > ChosenLimits::longestPing) {
        return QStringLiteral("--%1: %2 is not a whole number of milliseconds from %3 to %4")
            .arg(name, quoted(value))
            .arg(ChosenLimits::shortestPing.count())
            .arg(ChosenLimits::longestPing.count());
    }
    result = time;
    return std::nullopt;
}

Problem readSlowClients(const QCommandLineParser &parser, CommandLine &result)
{
    if (!parser.isSet(QStringLiteral("slow-clients")))
        return std::nullopt;
    const QString value = parser.value(QStringLiteral("slow-clients"));
    result.slowClients = slowClientPolicyFromName(value);
    if (!result.slowClients)
        return QStringLiteral("--slow-clients: %1 is not conflate, drop-oldest or disconnect").arg(quoted(value));
    return std::nullopt;
}

Problem readHeartbeats(const QCommandLineParser &parser, CommandLine &result)
{
    if (auto problem = readPing(parser, QStringLiteral("ping-interval"), result.pingInterval))
        return problem;
    return readPing(parser, QStringLiteral("ping-timeout"), result.pingTimeout);
}

Problem readFile(const QCommandLineParser &parser, const QString &name, QString &result)
{
    result = parser.value(name);
    if (parser.isSet(name) && result.isEmpty())
        return QStringLiteral("--%1: the file name is empty").arg(name);
    return std::nullopt;
}

/// A file that is read from its start to its end: - is standard input.
Problem readStream(const QCommandLineParser &parser, const QString &name, QString &result)
{
    auto problem = readFile(parser, name, result);
    if (result == QLatin1String("-"))
        result = QStringLiteral("/dev/stdin");
    return problem;
}

/// It starts no server, so nothing else goes with it.
Problem readInspect(const QCommandLineParser &parser, CommandLine &result)
{
    const QString inspect = QStringLiteral("inspect");
    if (auto problem = readStream(parser, inspect, result.inspectFile); problem || result.inspectFile.isEmpty())
        return problem;
    QStringList possible{inspect, QStringLiteral("headless")};
    const QList<QCommandLineOption> reading = readingOptions();
    for (const QCommandLineOption &option : reading)
        possible += option.names();
    const QStringList names = parser.optionNames();
    for (const QString &name : names) {
        if (!possible.contains(name))
            return QStringLiteral("--inspect and --%1 exclude each other").arg(name);
    }
    return std::nullopt;
}

Problem readReplay(const QCommandLineParser &parser, CommandLine &result)
{
    if (auto problem = readStream(parser, QStringLiteral("replay"), result.replayFile))
        return problem;
    if (auto problem = readFile(parser, QStringLiteral("record"), result.recordFile))
        return problem;
    result.replayLoop = parser.isSet(QStringLiteral("loop"));
    result.replaySkipGaps = parser.isSet(QStringLiteral("skip-gaps"));
    result.exitAtEnd = parser.isSet(QStringLiteral("exit-at-end"));
    if (result.replayFile.isEmpty() && result.inspectFile.isEmpty()) {
        const QStringList names = optionsOfReplay();
        for (const QString &name : names) {
            if (parser.isSet(name))
                return QStringLiteral("--%1 requires --replay").arg(name);
        }
    }
    if (result.replayLoop && result.exitAtEnd)
        return QStringLiteral("--loop and --exit-at-end exclude each other");
    if (auto problem = readReadingOptions(parser, &result.replayReading))
        return problem;
    if (result.replayReading.follow && (result.replayLoop || result.exitAtEnd)) {
        return QStringLiteral("--follow and --%1 exclude each other")
            .arg(result.replayLoop ? QStringLiteral("loop") : QStringLiteral("exit-at-end"));
    }
    if (!parser.isSet(QStringLiteral("speed")))
        return std::nullopt;
    const QString value = parser.value(QStringLiteral("speed"));
    bool ok = false;
    result.replaySpeed = value.toDouble(&ok);
    if (ok && result.replaySpeed >= Playback::lowestSpeed && result.replaySpeed <= Playback::highestSpeed)
        return std::nullopt;
    return QStringLiteral("--speed: %1 is not between 0.1 and 1000").arg(quoted(value));
}

Problem readExport(const QCommandLineParser &parser, CommandLine &result)
{
    if (auto problem = readFile(parser, QStringLiteral("export"), result.exportFile))
        return problem;
    return readExportOptions(parser, &result.exportBars);
}

Problem readMarket(const QCommandLineParser &parser, CommandLine &result)
{
    if (!parser.isSet(QStringLiteral("market")))
        return std::nullopt;
    if (parser.isSet(QStringLiteral("replay")))
        return QStringLiteral("--market and --replay exclude each other");
    QString file;
    auto problem = readFile(parser, QStringLiteral("market"), file);
    result.marketFile = file;
    return problem;
}

Problem readLogAndConfig(const QCommandLineParser &parser, CommandLine &result)
{
    if (auto problem = readFile(parser, QStringLiteral("log"), result.logFile))
        return problem;
    return readFile(parser, QStringLiteral("config"), result.configFile);
}

Problem readDuration(const QCommandLineParser &parser, CommandLine &result)
{
    if (!parser.isSet(QStringLiteral("duration")))
        return std::nullopt;
    constexpr double shortest = 0.1;
    constexpr double longest = 1'000'000; // eleven days; in milliseconds it is a timer's int
    const QString value = parser.value(QStringLiteral("duration"));
    bool ok = false;
    const std::chrono::duration<double> seconds(value.toDouble(&ok));
    if (!ok || !(seconds.count() >= shortest && seconds.count() <= longest))
        return QStringLiteral("--duration: %1 is not between 0.1 and 1000000 seconds").arg(quoted(value));
    result.duration = std::chrono::round<std::chrono::milliseconds>(seconds);
    return std::nullopt;
}

Problem readNames(const QCommandLineParser &parser, CommandLine &result)
{
    if (parser.isSet(QStringLiteral("web-root"))) {
        result.webRoot = parser.value(QStringLiteral("web-root"));
        if (result.webRoot->isEmpty())
            return QStringLiteral("--web-root: the folder name is empty");
    }
    result.profile = parser.value(QStringLiteral("profile"));
    // It becomes part of file names.
    static const QRegularExpression safe(QStringLiteral("\\A[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}\\z"));
    if (parser.isSet(QStringLiteral("profile")) && !safe.match(result.profile).hasMatch()) {
        return QStringLiteral("--profile: %1 is not a name of up to 64 letters, digits, dots, dashes and underscores")
            .arg(quoted(result.profile));
    }
    return std::nullopt;
}

CommandLineMessage wrong(const QString &problem)
{
    return {problem, 2};
}

} // namespace

std::variant<CommandLine, CommandLineMessage> parseCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "A local ticker server: streams simulated prices over Socket.IO, WebSocket, server-sent events and "
        "HTTP, all on one port."));
    parser.addOptions(allOptions());
    if (!parser.parse(QStringList{QStringLiteral("tickertray")} + arguments)) {
        QString problem = parser.errorText();
        if (problem.endsWith(QLatin1Char('.')))
            problem.chop(1);
        return wrong(problem + QStringLiteral(" (see --help)"));
    }
    if (parser.isSet(QStringLiteral("help"))) {
        QString text = parser.helpText().trimmed();
        // The parser asks the application for its name, and there is none yet.
        text.replace(QStringLiteral("<executable_name>"), QStringLiteral("tickertray"));
        return CommandLineMessage{text, 0};
    }
    if (parser.isSet(QStringLiteral("version")))
        return CommandLineMessage{QStringLiteral("tickertray %1").arg(QStringLiteral(TICKER_VERSION)), 0};
    if (const QStringList extra = parser.positionalArguments(); !extra.isEmpty())
        return wrong(QStringLiteral("%1 is not an option (see --help)").arg(quoted(extra.first())));

    CommandLine result;
    result.arguments = arguments;
    result.options = parser.optionNames();
    result.headless = parser.isSet(QStringLiteral("headless"));
    result.hidden = parser.isSet(QStringLiteral("hidden"));
    result.noHistory = parser.isSet(QStringLiteral("no-history"));
    for (const auto read : {readBind, readPort, readInterval, readSeed, readHeartbeats, readSlowClients, readMarket,
                            readInspect, readReplay, readExport, readLogAndConfig, readDuration, readNames}) {
        if (const Problem problem = read(parser, result))
            return wrong(*problem);
    }
    return result;
}

} // namespace ticker
