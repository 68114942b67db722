// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "streams/byte_stream.h"
#include "streams/descriptor_stream.h"
#include "streams/tcp_stream.h"

#include <QTest>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <functional>
#include <utility>

namespace ticker::test {

/// A listening port that accepts without an event loop.
class Port final
{
public:
    Port()
    {
        m_descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        m_address.sin_family = AF_INET;
        m_address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof m_address;
        if (::bind(m_descriptor, address(), size) != 0 || ::listen(m_descriptor, 1) != 0
            || ::getsockname(m_descriptor, address(), &size) != 0)
            qFatal("no port");
    }
    ~Port() { ::close(m_descriptor); }
    Q_DISABLE_COPY_MOVE(Port)

    /// StreamPair ends of a new connection: the accepted one, and the peer's.
    std::pair<int, int> connect()
    {
        const int peer = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (::connect(peer, address(), sizeof m_address) != 0)
            qFatal("not connected");
        return {::accept4(m_descriptor, nullptr, nullptr, SOCK_CLOEXEC), peer};
    }

private:
    sockaddr *address() { return reinterpret_cast<sockaddr *>(&m_address); }

    sockaddr_in m_address{};
    int m_descriptor = -1;
};

/// A stream, who receives from it, and its peer, which is a plain descriptor.
class StreamPair final : public ByteStream::Receiver
{
public:
    static constexpr int kernelUnsent = 128 * 1024;

    explicit StreamPair(bool portable)
    {
        const auto [accepted, peer] = Port().connect();
        m_peer = peer;
        auto stream = portable ? TcpStream::accept(accepted) : DescriptorStream::accept(accepted, kernelUnsent);
        if (!stream)
            qFatal("not accepted");
        address = stream->address;
        port = stream->port;
        m_stream = std::move(stream->stream);
        m_stream->setReceiver(this);
    }
    ~StreamPair() { closePeer(); }
    Q_DISABLE_COPY_MOVE(StreamPair)

    QHostAddress address;
    quint16 port = 0;
    QByteArray received;
    int drained = 0;
    int closed = 0;
    std::function<void()> onBytes;
    std::function<void()> onClosed;

    ByteStream &stream() { return *m_stream; }
    void destroyStream() { m_stream.reset(); }

    // The peer's side

    [[nodiscard]] int peer() const { return m_peer; }
    void peerSends(const QByteArray &bytes) const
    {
        QCOMPARE(qsizetype(::send(m_peer, bytes.constData(), std::size_t(bytes.size()), MSG_NOSIGNAL)), bytes.size());
    }
    void closePeer()
    {
        if (m_peer >= 0)
            ::close(std::exchange(m_peer, -1));
    }
    /// What the peer finds, without waiting for more. Notes the end.
    QByteArray peerReads()
    {
        QByteArray all;
        std::array<char, 65536> buffer{};
        for (;;) {
            const ssize_t size = ::recv(m_peer, buffer.data(), buffer.size(), MSG_DONTWAIT);
            if (size <= 0) {
                peerAtEnd = size == 0;
                peerWasReset = peerWasReset || (size < 0 && errno == ECONNRESET);
                return all;
            }
            all.append(buffer.data(), size);
        }
    }
    bool peerAtEnd = false;
    bool peerWasReset = false;

private:
    void bytesReceived(QByteArrayView bytes) override
    {
        received += bytes;
        if (onBytes)
            onBytes();
    }
    void streamDrained() override { ++drained; }
    void streamClosed() override
    {
        ++closed;
        if (onClosed)
            onClosed();
    }

    std::unique_ptr<ByteStream> m_stream;
    int m_peer = -1;
};

} // namespace ticker::test
