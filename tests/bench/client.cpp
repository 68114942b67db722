// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client.h"

#include "websocket.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace ticker::bench {

namespace {

bool startsWith(std::string_view text, std::string_view beginning)
{
    return text.substr(0, beginning.size()) == beginning;
}

const std::string &joinFrame()
{
    static const std::string frame = clientFrame(Opcode::Text, "40");
    return frame;
}

const std::string &pongFrame()
{
    static const std::string frame = clientFrame(Opcode::Text, "3");
    return frame;
}

} // namespace

Client::Client(Client &&other) noexcept
    : count(other.count), m_rest(std::move(other.m_rest)), m_subscription(other.m_subscription),
      m_descriptor(std::exchange(other.m_descriptor, -1)), m_state(other.m_state)
{
}

Client::~Client()
{
    close();
}

void Client::close()
{
    if (m_descriptor != -1)
        ::close(std::exchange(m_descriptor, -1));
    m_state = State::Broken;
}

int Client::connect(const sockaddr_in &server, std::string_view subscription)
{
    m_subscription = subscription;
    m_descriptor = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (m_descriptor == -1)
        failWithErrno("making a client's socket");
    const int on = 1;
    setsockopt(m_descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    // A reset at the end: ten thousand closeStatuses would take seconds and leave as many ports in TIME_WAIT.
    const linger reset = {.l_onoff = 1, .l_linger = 0};
    setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
    if (::connect(m_descriptor, reinterpret_cast<const sockaddr *>(&server), sizeof server) != 0
        && errno != EINPROGRESS)
        failWithErrno("connecting a client");
    return m_descriptor;
}

void Client::sendRequest(const Dialect &dialect, ClientObserver &observer)
{
    int error = 0;
    socklen_t size = sizeof error;
    getsockopt(m_descriptor, SOL_SOCKET, SO_ERROR, &error, &size);
    if (error != 0) {
        fail(std::string("connecting: ") + std::strerror(error), observer);
        return;
    }
    m_state = State::Upgrading;
    send(dialect.request, observer);
}

void Client::take(std::string_view bytes, const Dialect &dialect, ClientObserver &observer)
{
    if (!m_rest.empty()) {
        m_rest.append(bytes);
        const std::string whole = std::exchange(m_rest, {});
        m_rest = whole.substr(read(whole, dialect, observer));
        return;
    }
    const std::size_t understood = read(bytes, dialect, observer);
    if (understood < bytes.size())
        m_rest = bytes.substr(understood);
}

std::size_t Client::read(std::string_view bytes, const Dialect &dialect, ClientObserver &observer)
{
    std::size_t done = 0;
    if (m_state == State::Upgrading) {
        done = readHead(bytes, dialect, observer);
        if (done == 0)
            return 0;
    }
    while (m_state != State::Broken) {
        const auto frame = readServerFrame(bytes.substr(done));
        if (!frame)
            return done;
        done += frame->size;
        if (!frame->last || frame->opcode == Opcode::Continuation)
            fail("a message in several frames, which would count as several ticks", observer);
        else if (frame->opcode == Opcode::Close)
            fail("the server closed the connection", observer);
        else if (frame->opcode == Opcode::Ping)
            send(clientFrame(Opcode::Pong, frame->payload), observer);
        if (frame->opcode == Opcode::Ping)
            observer.pinged();
        if (frame->opcode != Opcode::Text)
            continue;
        if (dialect.socketIo)
            readSocketIo(frame->payload, observer);
        else
            readPlain(frame->payload, observer);
    }
    return bytes.size();
}

std::size_t Client::readHead(std::string_view bytes, const Dialect &dialect, ClientObserver &observer)
{
    constexpr std::string_view headEnd = "\r\n\r\n";
    constexpr std::string_view switching = "HTTP/1.1 101 ";
    const std::size_t end = bytes.find(headEnd);
    if (end == std::string_view::npos)
        return 0;
    const std::string_view head = bytes.substr(0, end);
    if (!startsWith(head, switching)) {
        fail("refused: " + std::string(head.substr(0, head.find('\r'))), observer);
    } else if (head.find(sampleAccept) == std::string_view::npos) {
        fail("the upgrade was accepted with a wrong key", observer);
    } else if (dialect.socketIo) {
        m_state = State::Opening;
    } else {
        m_state = State::Ready;
        observer.ready();
    }
    return end + headEnd.size();
}

/// Servers without subscriptions begin with ticks; the feed sends none before somebody asks for them.
void Client::readPlain(std::string_view text, ClientObserver &observer)
{
    if (text.find(R"("type":"tick")") != std::string_view::npos)
        observer.ticked(count, text);
    else if (text.find(R"("type":"hello")") != std::string_view::npos)
        send(m_subscription, observer);
}

void Client::readSocketIo(std::string_view text, ClientObserver &observer)
{
    if (startsWith(text, R"(42["stock price update",)")) {
        observer.ticked(count, text);
    } else if (text == "2") {
        send(pongFrame(), observer);
        observer.pinged();
    } else if (m_state == State::Opening && startsWith(text, "0{")) {
        m_state = State::Joining;
        send(joinFrame(), observer);
    } else if (m_state == State::Joining && startsWith(text, "40")) {
        m_state = State::Ready;
        observer.ready();
    } else if (startsWith(text, "1") || startsWith(text, "41") || startsWith(text, "44")) {
        fail("the server said " + std::string(text), observer);
    }
}

void Client::send(std::string_view bytes, ClientObserver &observer)
{
    if (::send(m_descriptor, bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL) != ssize_t(bytes.size()))
        fail(std::string("sending: ") + std::strerror(errno), observer);
}

void Client::fail(const std::string &why, ClientObserver &observer)
{
    if (m_state == State::Broken)
        return;
    m_state = State::Broken;
    observer.broke(why);
}

} // namespace ticker::bench
