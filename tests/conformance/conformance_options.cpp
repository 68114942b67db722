// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "conformance_options.h"

#include <QCommandLineParser>

#include <cstdio>
#include <cstdlib>

namespace ticker::conformance {

namespace {

[[noreturn]] void die(const QString &message)
{
    std::fprintf(stderr, "conformance_server: %s\n", qPrintable(message));
    std::exit(2);
}

qint64 numberOf(const QCommandLineParser &parser, const QString &name)
{
    bool isNumber = false;
    const qint64 number = parser.value(name).toLongLong(&isNumber);
    if (!isNumber || number < 0)
        die(QStringLiteral("--%1 takes a whole number, not \"%2\"").arg(name, parser.value(name)));
    return number;
}

void declare(QCommandLineParser &parser)
{
    const auto option = [&parser](const char *name, const char *description, const char *value,
                                  const char *standard = "") {
        parser.addOption({QString::fromLatin1(name), QString::fromLatin1(description), QString::fromLatin1(value),
                          QString::fromLatin1(standard)});
    };
    option("port", "Port on 127.0.0.1; 0 is any free one.", "N", "3000");
    option("mode", "socketio or engineio.", "MODE", "socketio");
    option("path", "Where it is served; /socket.io/ or /engine.io/ by the mode unless given.", "PATH");
    option("ping-interval", "Between two heartbeats.", "MS", "300");
    option("ping-timeout", "For the answer to a heartbeat.", "MS", "200");
    option("connect-timeout", "From the opening to the first namespace.", "MS", "1000");
    option("upgrade-timeout", "From the start of an upgrade to its end.", "MS", "10000");
    option("max-payload", "Of a message or POST.", "BYTES", "1000000");
    parser.addOption({QStringLiteral("jsonp"), QStringLiteral("Allow polling by script elements.")});
    parser.addOption({QStringLiteral("no-eio3"), QStringLiteral("Refuse revision 3 of Engine.IO.")});
    parser.addHelpOption();
}

} // namespace

Options Options::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    declare(parser);
    parser.process(arguments);

    const auto milliseconds = [&parser](const char *name) {
        return Limits::ms(numberOf(parser, QString::fromLatin1(name)));
    };
    const QString mode = parser.value(QStringLiteral("mode"));
    if (mode != QLatin1String("socketio") && mode != QLatin1String("engineio"))
        die(QStringLiteral("--mode is socketio or engineio, not \"%1\"").arg(mode));

    Options options;
    options.engineIoOnly = mode == QLatin1String("engineio");
    options.port = quint16(qMin<qint64>(numberOf(parser, QStringLiteral("port")), 65535));
    options.path = parser.value(QStringLiteral("path")).toUtf8();
    if (options.path.isEmpty())
        options.path = options.engineIoOnly ? "/engine.io/" : "/socket.io/";
    if (!options.path.startsWith('/') || !options.path.endsWith('/'))
        die(QStringLiteral("--path begins and ends with a slash"));
    options.limits.pingInterval = milliseconds("ping-interval");
    options.limits.pingTimeout = milliseconds("ping-timeout");
    options.limits.connectTimeout = milliseconds("connect-timeout");
    options.limits.upgradeTimeout = milliseconds("upgrade-timeout");
    options.limits.maxPayload = qsizetype(numberOf(parser, QStringLiteral("max-payload")));
    options.limits.maxBodyBytes = options.limits.maxPayload;
    options.engineIo.allowJsonp = parser.isSet(QStringLiteral("jsonp"));
    options.engineIo.allowRevision3 = !parser.isSet(QStringLiteral("no-eio3"));
    return options;
}

} // namespace ticker::conformance
