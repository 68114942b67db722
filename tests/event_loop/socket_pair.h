// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "epoll/descriptor.h"

#include <QByteArray>
#include <QSocketNotifier>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <array>
#include <functional>

namespace ticker::test {

/// Two connected sockets that never block: one that is watched, here, and its peer, there.
class SocketPair final
{
public:
    SocketPair()
    {
        std::array<int, 2> numbers{};
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, numbers.data()) != 0)
            qFatal("no sockets left");
        m_here = Descriptor(numbers[0]);
        m_there = Descriptor(numbers[1]);
    }

    [[nodiscard]] int here() const { return m_here.number(); }
    void sendHere(const QByteArray &bytes) const
    {
        if (::send(m_there.number(), bytes.constData(), std::size_t(bytes.size()), MSG_NOSIGNAL) != bytes.size())
            qFatal("not sent");
    }
    QByteArray readHere() const { return readAll(m_here); } // NOLINT(modernize-use-nodiscard): to empty it will do
    void emptyThere() const { readAll(m_there); }
    /// Until the next byte would have to wait.
    void fillHere() const
    {
        const QByteArray block(65'536, 'x');
        while (::send(m_here.number(), block.constData(), std::size_t(block.size()), MSG_NOSIGNAL) > 0) { }
    }
    void closeThere() { m_there = Descriptor(); }

private:
    static QByteArray readAll(const Descriptor &descriptor)
    {
        QByteArray all;
        std::array<char, 65'536> buffer{};
        for (;;) {
            const ssize_t count = ::recv(descriptor.number(), buffer.data(), buffer.size(), 0);
            if (count <= 0)
                return all;
            all.append(buffer.data(), count);
        }
    }

    Descriptor m_here;
    Descriptor m_there;
};

/// The same over TCP, which knows urgent data.
class TcpPair final
{
public:
    TcpPair()
    {
        const Descriptor listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof(address);
        auto *const generic = reinterpret_cast<sockaddr *>(&address); // how the system's interface is meant to be used
        m_there = Descriptor(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
        if (::bind(listener.number(), generic, size) != 0 || ::listen(listener.number(), 1) != 0
            || ::getsockname(listener.number(), generic, &size) != 0 || ::connect(m_there.number(), generic, size) != 0)
            qFatal("no connection");
        m_here = Descriptor(::accept4(listener.number(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
    }

    [[nodiscard]] int here() const { return m_here.number(); }
    void sendHere(const QByteArray &bytes) const { send(bytes, 0); }
    void sendUrgentHere() const { send("!", MSG_OOB); }

private:
    void send(const QByteArray &bytes, int flags) const
    {
        if (::send(m_there.number(), bytes.constData(), std::size_t(bytes.size()), flags | MSG_NOSIGNAL)
            != bytes.size())
            qFatal("not sent");
    }

    Descriptor m_here;
    Descriptor m_there;
};

/// Counts how often it is activated, and does something each time. The byte stays unread.
class CountingNotifier final : public QSocketNotifier
{
public:
    CountingNotifier(int descriptor, Type type) : QSocketNotifier(descriptor, type)
    {
        connect(this, &QSocketNotifier::activated, this, [this] {
            ++count;
            if (onActivated)
                onActivated();
        });
    }

    int count = 0;
    std::function<void()> onActivated;
};

} // namespace ticker::test
