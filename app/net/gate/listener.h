// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gate/connection.h"
#include "streams/descriptor_watch.h"

#include <QTcpServer>

namespace ticker {

struct ConnectionContext;

/// The listening socket of one address. Every accepted socket goes to a Connection and never to QHttpServer, to which
/// this server is bound only for the sake of addPendingConnection(). Server thread; owned by the QHttpServer.
class Listener final : public QTcpServer, public Connection::Owner, private DescriptorWatch::Owner
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Listener)

public:
    explicit Listener(ConnectionContext &context, QObject *parent = nullptr);
    ~Listener() override;

    /// To be called once it listens. On Linux the listener accepts by itself: when descriptors run out, QTcpServer tells of it
    /// only if that was the first error of all, and else tries again at each turn of the event loop.
    void beginAccepting();
    /// Listens no more.
    void stopListening();

    /// Listens no more, closes what is idle, lets what is being served end, and deletes itself after the last of it.
    void retire();
    [[nodiscard]] bool isClosing() const override;
    void serveThroughHttp(MemorySocket *socket) override;
    /// Closes the connections that wait for a request.
    void closeIdleConnections();

    QTcpSocket *nextPendingConnection() override;

protected:
    void incomingConnection(qintptr descriptor) override;
    void childEvent(QChildEvent *event) override;

private:
    void descriptorReady(QSocketNotifier::Type type) override;
    void acceptAgainLater();
    [[nodiscard]] bool hasRoomFor(NetworkShares::Network network);
    void refuse(const AcceptedStream &accepted);
    void leaveWhenDone();

    ConnectionContext &m_context;
    bool m_retired = false;
    // While the listener accepts by itself
    int m_listener = -1;                ///< A duplicate, since QTcpServer has a notifier on its own.
    DescriptorWatch *m_watch = nullptr; ///< Owns itself.
};

} // namespace ticker
