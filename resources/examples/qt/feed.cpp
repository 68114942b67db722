// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Prints every tick of a few symbols, received over a WebSocket. It notices lost messages and dead connections.
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>
#include <QTimer>
#include <QUrl>
#include <QWebSocket>

static void print(const QString &first, const QJsonArray &quotes)
{
    for (const QJsonValue quote : quotes) {
        QTextStream(stdout) << first << ' ' << quote[QLatin1String("symbol")].toString() << ' '
                            << quote[QLatin1String("price")].toVariant().toString() << Qt::endl;
    }
}

static void print(const QString &line)
{
    QTextStream(stdout) << line << Qt::endl;
}

// The last tick that we have; -1: not known yet. A message tells which one we should have had before it.
static void lookForLosses(const QJsonObject &message, qint64 &last)
{
    const QString type = message[QLatin1String("type")].toString();
    const bool isHeartbeat = type == QLatin1String("heartbeat");
    const qint64 before = message[QLatin1String(isHeartbeat ? "last" : "after")].toInteger(-1);
    if (last >= 0 && before > last)
        print(QStringLiteral("messages were lost; /api/history has the ticks"));
    if (type == QLatin1String("hello"))
        last = -1;
    else if (isHeartbeat)
        last = last >= 0 ? qMax(last, before) : last;
    else
        last = message[QLatin1String("last")].toInteger(message[QLatin1String("seq")].toInteger(last));
}

static void handle(QWebSocket &socket, const QJsonObject &message)
{
    const QString type = message[QLatin1String("type")].toString();
    const QJsonArray quotes = message[QLatin1String("quotes")].toArray();
    if (type == QLatin1String("hello")) {
        socket.sendTextMessage(QStringLiteral(R"({"action":"subscribe","symbols":["ACME","SLOTH","TEAPOT"]})"));
        socket.sendTextMessage(QStringLiteral(R"({"action":"heartbeat","every":5})"));
    } else if (type == QLatin1String("status"))
        print(QStringLiteral("status: ") + message[QLatin1String("state")].toString());
    else if (type == QLatin1String("snapshot"))
        print(QStringLiteral("now"), quotes);
    else if (type == QLatin1String("tick"))
        print(QString::number(message[QLatin1String("seq")].toInteger()), quotes);
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QUrl url(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral("http://localhost:8000"));
    url.setScheme(QStringLiteral("ws"));
    url.setPath(QStringLiteral("/ws"));

    QWebSocket socket;
    qint64 last = -1;
    // Nothing for more than two heartbeats: the connection is dead, although nobody has closed it.
    QTimer watch;
    watch.setInterval(12'000);
    QObject::connect(&watch, &QTimer::timeout, &socket, &QWebSocket::abort);
    QObject::connect(&socket, &QWebSocket::textMessageReceived, &socket, [&](const QString &text) {
        watch.start();
        const QJsonObject message = QJsonDocument::fromJson(text.toUtf8()).object();
        lookForLosses(message, last);
        handle(socket, message);
    });

    // A lost connection and a failed attempt both end in this state.
    QObject::connect(&socket, &QWebSocket::stateChanged, &socket, [&](QAbstractSocket::SocketState state) {
        if (state != QAbstractSocket::UnconnectedState)
            return;
        watch.stop();
        print(QStringLiteral("not connected; trying again in 2 s"));
        QTimer::singleShot(2000, &socket, [&] { socket.open(url); });
    });
    socket.open(url);
    return QCoreApplication::exec();
}
