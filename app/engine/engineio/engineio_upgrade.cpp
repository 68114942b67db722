// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engineio/engineio_upgrade.h"

#include <utility>

namespace ticker {

namespace {
constexpr std::chrono::milliseconds pollAnswerInterval{100};
}

EngineIoUpgrade::EngineIoUpgrade(std::unique_ptr<Transport> transport, Host &host, DeadlineQueue &deadlines,
                                 const Limits &limits)
    : m_transport(std::move(transport)), m_host(host), m_limits(limits), m_timeout(deadlines), m_pollAnswers(deadlines)
{
    m_transport->setReceiver(this);
    m_timeout.start(m_limits.timeout, [this] { fail(); });
}

std::unique_ptr<Transport> EngineIoUpgrade::takeTransport()
{
    Q_ASSERT(m_transport);
    m_transport->setReceiver(nullptr);
    return std::move(m_transport);
}

void EngineIoUpgrade::abandon()
{
    m_timeout.stop();
    m_pollAnswers.stop();
    if (m_transport)
        m_transport->close(Transport::Closing::Normal);
}

void EngineIoUpgrade::packetReceived(const EngineIoPacket &packet)
{
    if (packet.type == EngineIoPacket::Type::Ping && packet.data == "probe") {
        answerProbe();
    } else if (packet.type == EngineIoPacket::Type::Upgrade) {
        m_timeout.stop();
        m_pollAnswers.stop();
        m_host.upgradeSucceeded();
    } else {
        fail();
    }
}

void EngineIoUpgrade::transportFailed(DisconnectReason)
{
    fail();
}

void EngineIoUpgrade::answerProbe()
{
    if (m_transport->unsentBytes() > m_limits.maxUnsentBytes) { // it probes without reading the answers
        fail();
        return;
    }
    const OutgoingPacket pong({EngineIoPacket::Type::Pong, false, QByteArrayLiteral("probe")});
    m_transport->send({&pong, 1});
    answerPollsFromNowOn();
}

void EngineIoUpgrade::answerPollsFromNowOn()
{
    m_pollAnswers.start(pollAnswerInterval, [this] {
        answerPollsFromNowOn();
        m_host.upgradeNeedsPollAnswered();
    });
}

void EngineIoUpgrade::fail()
{
    abandon();
    m_host.upgradeFailed();
}

} // namespace ticker
