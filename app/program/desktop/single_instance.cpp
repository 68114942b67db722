// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/single_instance.h"

#include "desktop/instance_folder.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QLocalSocket>
#include <QTimer>

#include <chrono>

namespace ticker {

namespace {

using namespace std::chrono_literals;

/// How long a first instance gets to hear of the second before it is taken for dead.
constexpr auto hearingTime = 2s;
/// And then to do what it was told: it may read files, and wait its turn.
constexpr auto answerTime = 60s;
/// Linux starts no program with more than 2 MiB of arguments; what JSON escapes takes more. More is not for us.
constexpr qint64 maxMessageBytes = 4L * 1024 * 1024;
/// Who has not said yet how it was started. It does so at once, and each may take as much memory as a message.
constexpr qsizetype maxUnheard = 15;
const QByteArray heard = QByteArrayLiteral("heard\n");

/// Nothing: none came.
std::optional<QByteArray> readLine(QLocalSocket &socket, std::chrono::milliseconds limit)
{
    const QDeadlineTimer deadline(limit);
    while (!socket.canReadLine()) {
        if (socket.bytesAvailable() >= maxMessageBytes || !socket.waitForReadyRead(int(deadline.remainingTime())))
            return std::nullopt;
    }
    return socket.readLine();
}

} // namespace

SingleInstance::SingleInstance(const QString &profile, QObject *parent) : QObject(parent)
{
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::onConnection);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    const auto folder = instanceFolder();
    if (!folder) {
        m_problem = folder.error();
        return;
    }
    const QByteArray key = QDir::homePath().toUtf8() + '\n' + profile.toUtf8();
    const QByteArray hash = QCryptographicHash::hash(key, QCryptographicHash::Sha256).toHex().left(16);
    const QString name = QStringLiteral("tickertray-%1").arg(QString::fromLatin1(hash));
    m_name = folder->isEmpty() ? name : *folder + QLatin1Char('/') + name;
}

std::optional<StartAnswer> SingleInstance::tellFirst(const ForwardedStart &start)
{
    if (m_name.isEmpty())
        return std::nullopt;
    QLocalSocket socket;
    socket.setReadBufferSize(maxMessageBytes);
    socket.connectToServer(m_name);
    const auto milliseconds = std::chrono::milliseconds(hearingTime);
    if (!socket.waitForConnected(int(milliseconds.count())) || !isPeerThisUser(socket.socketDescriptor()))
        return std::nullopt;
    socket.write(toLine(start));
    socket.flush();
    if (readLine(socket, hearingTime) != heard)
        return std::nullopt;
    const auto line = readLine(socket, answerTime);
    if (auto answer = line ? startAnswerFromLine(*line) : std::nullopt)
        return answer;
    return StartAnswer{{}, {{{}, QStringLiteral("the running TickerTray did not say what became of the options")}}};
}

std::optional<LocalizedText> SingleInstance::listen()
{
    if (m_name.isEmpty())
        return m_problem;
    if (m_server.listen(m_name))
        return std::nullopt;
    // What a crashed program left behind: nobody answered on it.
    QLocalServer::removeServer(m_name);
    if (m_server.listen(m_name))
        return std::nullopt;
    return LocalizedText::tr("A second start will not find this one: cannot listen on %1 (%2).")
        .arg(m_name)
        .arg(m_server.errorString());
}

void SingleInstance::onConnection()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        if (!isPeerThisUser(socket->socketDescriptor())) {
            socket->abort();
            continue;
        }
        socket->setReadBufferSize(maxMessageBytes);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QObject::destroyed, this, [this, socket] { m_unheard.removeOne(socket); });
        // A second start does not wait longer either.
        QTimer::singleShot(hearingTime, socket, [this, socket] { leaveUnheard(socket); });
        m_unheard.append(socket);
        if (m_unheard.size() > maxUnheard)
            leaveUnheard(m_unheard.constFirst());
    }
}

void SingleInstance::leaveUnheard(QLocalSocket *socket)
{
    if (m_unheard.removeOne(socket))
        socket->abort();
}

void SingleInstance::read(QLocalSocket *socket)
{
    const bool isTooLong = socket->bytesAvailable() >= maxMessageBytes;
    if (!socket->canReadLine() && !isTooLong)
        return;
    const auto start = forwardedStartFromLine(socket->readLine());
    disconnect(socket, &QLocalSocket::readyRead, this, nullptr);
    m_unheard.removeOne(socket);
    if (!start)
        return socket->abort();
    socket->setReadBufferSize(1); // Nothing more is read of it.
    socket->write(heard);
    socket->flush(); // lest the second start takes us for gone, if we are soon
    const quint64 number = ++m_lastNumber;
    m_waiting.insert(number, socket);
    connect(socket, &QObject::destroyed, this, [this, number] { m_waiting.remove(number); });
    Q_EMIT secondStarted(*start, number);
}

void SingleInstance::answer(quint64 number, const StartAnswer &answer)
{
    QLocalSocket *socket = m_waiting.take(number);
    if (!socket) // it has not waited
        return;
    socket->write(toLine(answer));
    socket->disconnectFromServer();
}

} // namespace ticker

#include "moc_single_instance.cpp"
