// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "echo_server.h"

#include "engineio/engineio_server.h"

namespace ticker::conformance {

/// The listener of one session.
class EchoServer::Echo final : private EngineIoSession::Listener
{
public:
    Echo(EchoServer &owner, EngineIoSession &session) : m_owner(owner), m_session(session)
    {
        session.setListener(this);
    }
    Q_DISABLE_COPY_MOVE(Echo)

private:
    void messageReceived(const EngineIoPacket &packet) override
    {
        const OutgoingPacket copy(packet);
        m_session.send({&copy, 1});
    }
    void sessionOpened() override { }
    void batchReceived() override { }
    void fastPathChanged() override { }
    void sessionEnded(DisconnectReason) override
    {
        const auto found = m_owner.m_echoes.find(m_session.id());
        m_owner.m_deleter.deleteLater(std::move(found->second)); // a message may be on its way back
        m_owner.m_echoes.erase(found);
    }

    EchoServer &m_owner;
    EngineIoSession &m_session;
};

EchoServer::EchoServer(EngineIoServer &server, DeadlineQueue &deadlines) : m_deleter(deadlines)
{
    server.onSession(
        [this](EngineIoSession &session) { m_echoes.emplace(session.id(), std::make_unique<Echo>(*this, session)); });
}

EchoServer::~EchoServer() = default;

} // namespace ticker::conformance
