// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deadline.h"
#include "gate/body_sender.h"
#include "gate/lane_meter.h"
#include "gate/waiting_connections.h"
#include "http_codec/reply_framer.h"
#include "http_codec/reply_headers.h"
#include "http_codec/request_reader.h"
#include "packets/byte_budget.h"
#include "streams/accepted_stream.h"
#include "streams/connection_slot.h"
#include "telemetry/peer_info.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace ticker {

class HttpExchange;
class MemorySocket;
class PendingBody;
class UpgradeEndpoint;
struct ConnectionContext;
struct DirectAnswer;
struct TakenConnection;

/// One accepted socket before the gate: reads whole requests within the limits, judges them, serves them one after the
/// other by itself or through QHttpServer, and hands on what leaves HTTP. Server thread; a child of its owner, ends
/// itself.
class Connection final : public QObject,
                         private ByteStream::Receiver,
                         private BodySender::Owner,
                         private WaitingConnections::Entry,
                         private ByteBudget::Holder
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Connection)

public:
    /// What accepted it. Outlives it.
    class Owner
    {
    public:
        /// No connection is kept for another request.
        [[nodiscard]] virtual bool isClosing() const = 0;
        /// Hands an in-memory socket to QHttpServer, which takes ownership.
        virtual void serveThroughHttp(MemorySocket *socket) = 0;

    protected:
        ~Owner() = default;
    };

    /// The parent is the owner as a QObject.
    Connection(ConnectionContext &context, Owner &owner, AcceptedStream accepted, QObject *parent);
    ~Connection() override;

    /// Closes it unless a request is being read or served.
    void closeIfIdle()
    {
        if (m_state == State::Head && !m_headStarted)
            closeNormally();
    }

private:
    enum class State : quint8 {
        Head,      ///< Waiting for a request or the rest of its head.
        Body,      ///< The head was consumed, the body is coming.
        Answered,  ///< The reply is there, the next request may be read.
        Serving,   ///< A handler has the request; what else arrives waits.
        Sending,   ///< A long body is on its way; what else arrives waits.
        Draining,  ///< The client reads slower than it asks.
        Lingering, ///< The last reply was given; what arrives is dropped until the client closes.
        Over
    };

    void bytesReceived(QByteArrayView bytes) override;
    void streamDrained() override;
    void streamClosed() override;
    void giveWay() override;

    void bodySent() override;
    void bodyBroken() override;
    void bodyWaits() override;

    void waitFor(WaitingConnections::For what);
    void count() { hold(m_input.size() + m_bodyBytes); }
    void readRequests();
    bool readHead();
    void takeHead(qsizetype headBytes);
    void readBody();
    void serve(HttpRequest request);
    void serveThroughHttp(HttpRequest request, CorsRule cors);
    void takeReply(QByteArrayView bytes);
    void give(HttpReply reply, bool takesChunks);
    void sendLong(const HttpReply &reply, bool takesChunks);
    void readNextLater();
    void readNext();
    bool beginNext();

    void handOver(qsizetype headBytes);
    void handOver(HttpRequest request, const DirectAnswer &answer);
    [[nodiscard]] TakenConnection take(HttpRequest request);
    void refuseUpgrade(HttpReply reply);
    void expectBody();
    void failInBody(const HttpError &error);
    void closeWith(HttpReply reply);
    void drop();

    void send(QByteArray bytes);
    void flush();
    void fail(const HttpError &error);
    void linger();
    void closeNormally();
    void timedOut();
    void setDeadline(std::chrono::milliseconds delay);
    void end();

    ConnectionContext &m_context;
    Owner &m_owner;
    std::unique_ptr<ByteStream> m_stream; ///< Null when it was handed over.
    QByteArray m_input;                   ///< What has arrived and was not read yet.
    qsizetype m_bodyBytes = 0;            ///< Of a body that is not whole yet, read already.
    QByteArray m_output;                  ///< Replies that leave together, when all that can be answered is.
    PeerInfo m_peer;
    QByteArray m_userAgent; ///< As it came, since the same one comes with each request.
    ConnectionSlot m_slot;
    RequestReader m_reader;
    ReplyFramer m_framer;
    LaneCharge m_lane;                          ///< Of the request that is read or served, as is
    UpgradeEndpoint *m_endpoint = nullptr;      ///< Whoever serves its path beyond plain HTTP; null: nobody does.
    std::unique_ptr<PendingBody> m_pendingBody; ///< Set while a body is coming that somebody waits for.
    std::shared_ptr<HttpExchange> m_exchange;   ///< Set while serving.
    std::unique_ptr<BodySender> m_body;         ///< Set while sending.
    QPointer<MemorySocket> m_memory;            ///< Made for the first request, owned by QHttpServer.
    Deadline m_deadline;
    State m_state = State::Head;
    bool m_headStarted = false; ///< The head deadline runs from the first byte, not from each.
    bool m_keepAlive = true;
    bool m_withBody = true;
};

} // namespace ticker
