// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/single_instance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>

namespace ticker {

namespace {

/// How long a first instance gets to answer before it is taken for dead.
constexpr int answerMs = 2000;
/// Linux starts no program with more than 2 MiB of arguments; what JSON escapes takes more. More is not for us.
constexpr qint64 maxMessageBytes = 4L * 1024 * 1024;

} // namespace

SingleInstance::SingleInstance(const QString &profile, QObject *parent) : QObject(parent)
{
    // The home folder tells users apart, on systems too where the names of local sockets are shared by all.
    const QByteArray key = QDir::homePath().toUtf8() + '\n' + profile.toUtf8();
    const QByteArray hash = QCryptographicHash::hash(key, QCryptographicHash::Sha256).toHex().left(16);
    m_name = QStringLiteral("org.tickertray.TickerTray-%1").arg(QString::fromLatin1(hash));
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::onConnection);
}

bool SingleInstance::tellFirst(const ForwardedStart &start)
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(answerMs))
        return false;
    socket.write(toLine(start));
    socket.flush();
    return socket.waitForReadyRead(answerMs);
}

void SingleInstance::listen()
{
    if (m_server.listen(m_name))
        return;
    // What a crashed program left behind: nobody answered on it.
    QLocalServer::removeServer(m_name);
    m_server.listen(m_name);
}

void SingleInstance::onConnection()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        socket->setReadBufferSize(maxMessageBytes);
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            const bool isTooLong = socket->bytesAvailable() >= maxMessageBytes;
            if (!socket->canReadLine() && !isTooLong)
                return;
            const auto start = forwardedStartFromLine(socket->readLine());
            if (!start)
                return socket->abort();
            socket->write("ok\n");
            socket->disconnectFromServer();
            Q_EMIT secondStarted(*start);
        });
    }
}

} // namespace ticker

#include "moc_single_instance.cpp"
