// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/event_stream_channel.h"

#include "thread/deadline_driver.h"

#include <utility>

namespace ticker {

EventStreamChannel::EventStreamChannel(std::unique_ptr<ByteStream> stream, const QByteArray &head, ConnectionSlot slot,
                                       DeadlineDriver &deadlines)
    : m_stream(std::move(stream)), m_slot(std::move(slot)), m_deadlines(deadlines), m_head(head)
{
    m_stream->setReceiver(this);
}

void EventStreamChannel::greet()
{
    if (!m_head.isEmpty())
        m_stream->send(std::exchange(m_head, {}));
}

void EventStreamChannel::sendFrames(const QByteArray &events)
{
    if (m_ended)
        return;
    if (m_head.isEmpty())
        m_stream->send(events);
    else
        m_stream->send(std::exchange(m_head, {}) + events);
}

FastPath EventStreamChannel::fastPath() const
{
    return m_ended || !m_head.isEmpty() ? FastPath() : m_stream->fastPath();
}

/// Only the own side: a socket that is closed with bytes of the client in it is reset, and the last events may be lost.
void EventStreamChannel::close(quint16, const QByteArray &)
{
    if (m_ended)
        return;
    greet();
    m_ended = true;
    if (m_stream->unsentBytes() == 0)
        m_stream->shutDownWriting();
}

void EventStreamChannel::abort()
{
    m_stream->abort();
}

void EventStreamChannel::bytesReceived(QByteArrayView bytes)
{
    m_deadlines.touch();
    m_ignored += bytes.size();
    if (m_ignored <= maxIgnoredBytes)
        return;
    if (auto *receiver = std::exchange(m_receiver, nullptr))
        receiver->protocolViolated();
    else
        m_stream->abort();
}

void EventStreamChannel::streamDrained()
{
    m_deadlines.touch();
    if (m_ended)
        m_stream->shutDownWriting();
    else if (m_receiver)
        m_receiver->channelWritable();
}

void EventStreamChannel::streamClosed()
{
    m_deadlines.touch();
    if (auto *receiver = std::exchange(m_receiver, nullptr))
        receiver->channelClosed();
}

} // namespace ticker
