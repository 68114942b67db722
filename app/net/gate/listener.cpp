// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gate/listener.h"

#include "gate/connection_context.h"
#include "gate/peer_network.h"
#include "http/memory_socket.h"
#include "streams/accept_stream.h"
#include "thread/deadline_driver.h"

#include <QChildEvent>
#include <QNetworkProxy>
#include <QTimer>

#include <utility>

#ifdef Q_OS_LINUX
#include <cerrno>
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace ticker {

Listener::Listener(ConnectionContext &context, QObject *parent) : QTcpServer(parent), m_context(context)
{
    // A proxy of the system is for going out.
    setProxy(QNetworkProxy::NoProxy);
    setListenBacklogSize(context.limits.listenBacklog);
    setMaxPendingConnections(context.limits.listenBacklog);
    connect(this, &QTcpServer::acceptError, this, &Listener::acceptAgainLater);
}

Listener::~Listener()
{
    stopListening();
}

void Listener::beginAccepting()
{
#ifdef Q_OS_LINUX
    m_listener = ::fcntl(int(socketDescriptor()), F_DUPFD_CLOEXEC, 0);
    if (m_listener < 0) // none left for it: then as elsewhere
        return;
    pauseAccepting();
    m_watch = new DescriptorWatch(m_listener, QSocketNotifier::Read, *this);
#endif
}

void Listener::stopListening()
{
#ifdef Q_OS_LINUX
    if (m_watch) {
        std::exchange(m_watch, nullptr)->release();
        ::close(std::exchange(m_listener, -1));
    }
#endif
    close();
}

void Listener::retire()
{
    stopListening();
    m_retired = true;
    closeIdleConnections();
    leaveWhenDone();
}

bool Listener::isClosing() const
{
    return m_retired || m_context.closing;
}

void Listener::childEvent(QChildEvent *event)
{
    QTcpServer::childEvent(event);
    if (m_retired && event->removed())
        leaveWhenDone();
}

void Listener::leaveWhenDone()
{
    if (findChild<Connection *>(QString(), Qt::FindDirectChildrenOnly) == nullptr)
        deleteLater();
}

/// For QHttpServer. QTcpServer begins to accept again by it.
QTcpSocket *Listener::nextPendingConnection()
{
    QTcpSocket *socket = QTcpServer::nextPendingConnection();
    if (m_watch)
        pauseAccepting();
    return socket;
}

/// Some at a time, so that a rush does not hold up the ticks.
void Listener::descriptorReady(QSocketNotifier::Type)
{
#ifdef Q_OS_LINUX
    constexpr int atOnce = 64;
    for (int i = 0; i < atOnce && m_watch; ++i) {
        const int descriptor = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (descriptor >= 0)
            incomingConnection(descriptor);
        else if (errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM)
            return acceptAgainLater();
        else if (errno != EINTR && errno != ECONNABORTED)
            return; // nobody waits, or what accept(2) says of a connection that is broken already
    }
#endif
}

void Listener::serveThroughHttp(MemorySocket *socket)
{
    // QHttpServer takes sockets with a warning from a server that listens no more.
    if (m_retired && m_context.listener)
        return m_context.listener->serveThroughHttp(socket);
    // Qt 6.4 gives it no parent and would leave it behind when the server goes down with a request parked.
    socket->setParent(this);
    addPendingConnection(socket);
}

void Listener::closeIdleConnections()
{
    const auto connections = findChildren<Connection *>(Qt::FindDirectChildrenOnly);
    for (Connection *connection : connections)
        connection->closeIfIdle();
}

void Listener::incomingConnection(qintptr descriptor)
{
    m_context.deadlines->touch();
    auto accepted = acceptStream(descriptor, m_context.limits);
    if (!accepted)
        return;
    if (hasRoomFor(networkOf(accepted->address)))
        new Connection(m_context, *this, std::move(*accepted), this);
    else
        refuse(*accepted);
}

/// Whoever has waited the longest without a whole request gives way to who comes.
bool Listener::hasRoomFor(NetworkShares::Network network)
{
    using Room = NetworkShares::Room;
    const auto room = [&] { return m_context.connections->open.roomFor(network, m_context.limits.connectionLimit()); };
    switch (room()) {
    case Room::There:
        return true;
    case Room::NetworkFull:
        return m_context.waiting.makeRoomIn(network) && room() == Room::There;
    case Room::OthersFull:
        return m_context.waiting.makeRoomAmongOthers() && room() == Room::There;
    case Room::AllFull:
        return m_context.waiting.makeRoom() && room() == Room::There;
    }
    Q_UNREACHABLE();
    return false;
}

/// Told of at times only: thousands may come at once.
void Listener::refuse(const AcceptedStream &accepted)
{
    HttpError error{503, "Too many connections are open."};
    accepted.stream->send(errorReplyBytes(error));
    if (!m_context.crowdingTold.isDue(m_context.deadlines->queue().now(), m_context.limits.refusalTellInterval))
        return;
    error.notice = LocalizedText::tr("Too many connections are open. More of them are refused.");
    PeerInfo peer{accepted.address.toString(), accepted.port, {}};
    peer.network = networkOf(accepted.address);
    m_context.refused({}, peer, error);
}

/// Descriptors have run out. Nothing tells when one comes free.
void Listener::acceptAgainLater()
{
    if (m_watch)
        m_watch->setEnabled(false);
    QTimer::singleShot(m_context.limits.acceptRetry, this, [this] {
        if (m_watch)
            m_watch->setEnabled(true);
        else
            resumeAccepting();
    });
}

} // namespace ticker

#include "moc_listener.cpp"
