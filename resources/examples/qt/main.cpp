// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Prints every tick of a few symbols, received over a WebSocket.
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

static void handle(QWebSocket &socket, const QJsonObject &message)
{
    const QString type = message[QLatin1String("type")].toString();
    const QJsonArray quotes = message[QLatin1String("quotes")].toArray();
    if (type == QLatin1String("hello"))
        socket.sendTextMessage(QStringLiteral(R"({"action":"subscribe","symbols":["ACME","SLOTH","TEAPOT"]})"));
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
    QObject::connect(&socket, &QWebSocket::textMessageReceived, &socket, [&socket](const QString &text) {
        handle(socket, QJsonDocument::fromJson(text.toUtf8()).object());
    });

    // A lost connection and a failed attempt both end in this state.
    QObject::connect(&socket, &QWebSocket::stateChanged, &socket, [&](QAbstractSocket::SocketState state) {
        if (state != QAbstractSocket::UnconnectedState)
            return;
        QTextStream(stdout) << "not connected; trying again in 2 s" << Qt::endl;
        QTimer::singleShot(2000, &socket, [&] { socket.open(url); });
    });
    socket.open(url);
    return QCoreApplication::exec();
}
