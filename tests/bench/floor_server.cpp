// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "floor_server.h"

#include "websocket.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>

namespace ticker::bench {

namespace {

constexpr int backlog = 4096;
constexpr int eventsAtOnce = 128;
constexpr int acceptsAtOnce = 128;
constexpr Nanoseconds pingPeriod = nanosecondsPerSecond;
constexpr double mostWakeUps = 1'000; ///< A second; when there are more ticks, several go out at once.
constexpr std::size_t tickDigits = 3;

int makeListener(int port)
{
    const int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    const int on = 1;
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    // Linux hands this on to each accepted socket.
    setsockopt(listener, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (bind(listener, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0
        || ::listen(listener, backlog) != 0)
        failWithErrno("listening");
    return listener;
}

void watch(int epoll, int descriptor)
{
    epoll_event event = {};
    event.events = EPOLLIN;
    event.data.fd = descriptor;
    if (epoll_ctl(epoll, EPOLL_CTL_ADD, descriptor, &event) != 0)
        failWithErrno("watching a descriptor");
}

bool sendAll(int descriptor, std::string_view bytes)
{
    return send(descriptor, bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL) == ssize_t(bytes.size());
}

} // namespace

FloorServer::FloorServer(const FloorOptions &options)
    : m_options(options), m_epoll(epoll_create1(EPOLL_CLOEXEC)), m_listener(makeListener(options.port)),
      m_pingFrame(serverTextFrame("2")),
      m_ticksAtOnce(std::max<std::int64_t>(1, std::llround(options.rate / mostWakeUps)))
{
    const std::string before = options.socketIo ? R"(42["stock price update",)" : R"({"type":"tick","price":")";
    const std::string after = options.socketIo ? "]" : R"("})";
    const std::size_t least = before.size() + tickDigits + after.size();
    const std::size_t padding = std::max(options.textBytes, least) - least;
    m_frame = serverTextFrame(before + std::string(padding, '1') + std::string(tickDigits, '0') + after);
    m_digits = m_frame.size() - after.size() - tickDigits;
    watch(m_epoll, m_listener);
}

int FloorServer::port() const
{
    sockaddr_in address = {};
    socklen_t size = sizeof address;
    getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size);
    return ntohs(address.sin_port);
}

void FloorServer::run()
{
    std::array<epoll_event, eventsAtOnce> events = {};
    m_start = now();
    for (;;) {
        Nanoseconds wake = nextTick();
        if (!m_pings.empty())
            wake = std::min(wake, m_pings.front().due);
        const int count = waitForEvents(m_epoll, events.data(), eventsAtOnce, wake - now());
        for (int i = 0; i < count; ++i) {
            if (events[i].data.fd == m_listener)
                acceptAll();
            else
                receive(events[i].data.fd);
        }
        const Nanoseconds time = now();
        if (time >= nextTick())
            sendTicks(time);
        sendPings(time);
    }
}

void FloorServer::acceptAll()
{
    for (int i = 0; i < acceptsAtOnce; ++i) {
        const int descriptor = accept4(m_listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (descriptor == -1)
            return;
        if (m_clients.size() <= std::size_t(descriptor))
            m_clients.resize(std::size_t(descriptor) + 1);
        watch(m_epoll, descriptor);
    }
}

void FloorServer::receive(int descriptor)
{
    static std::array<char, 65536> buffer;
    Client &client = m_clients[std::size_t(descriptor)];
    const ssize_t size = recv(descriptor, buffer.data(), buffer.size(), MSG_DONTWAIT);
    // Nothing there: the event was for a client that left in the same batch and whose descriptor is in use again.
    if (size == -1 && errno == EAGAIN)
        return;
    if (size <= 0) {
        drop(descriptor);
        return;
    }
    if (client.state == Client::State::Listening)
        return;
    client.head.append(buffer.data(), std::size_t(size));
    if (client.state == Client::State::Upgrading)
        upgrade(descriptor, client);
    else
        join(descriptor, client);
}

void FloorServer::upgrade(int descriptor, Client &client)
{
    constexpr std::string_view keyField = "Sec-WebSocket-Key: ";
    constexpr std::string_view lineEnd = "\r\n";
    if (client.head.find("\r\n\r\n") == std::string::npos)
        return;
    const std::size_t field = client.head.find(keyField);
    if (field == std::string::npos) {
        drop(descriptor);
        return;
    }
    const std::size_t key = field + keyField.size();
    const std::string_view head = client.head;
    std::string answer = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                         "Sec-WebSocket-Accept: "
        + acceptFor(head.substr(key, head.find(lineEnd, key) - key)) + "\r\n\r\n";
    if (m_options.socketIo) {
        answer += serverTextFrame(
            R"(0{"sid":")" + std::to_string(descriptor)
            + R"(","upgrades":[],"pingInterval":25000,"pingTimeout":20000,"maxPayload":1000000})");
    }
    client.head = std::string();
    client.state = Client::State::Joining;
    if (!sendAll(descriptor, answer))
        drop(descriptor);
    else if (!m_options.socketIo)
        listen(descriptor, client);
}

void FloorServer::join(int descriptor, Client &client)
{
    static const std::size_t joiningSize = clientFrame(Opcode::Text, "40").size();
    if (client.head.size() < joiningSize)
        return;
    if (sendAll(descriptor, serverTextFrame(R"(40{"sid":")" + std::to_string(descriptor) + R"("})")))
        listen(descriptor, client);
    else
        drop(descriptor);
}

void FloorServer::listen(int descriptor, Client &client)
{
    client.head = std::string();
    client.state = Client::State::Listening;
    client.place = std::uint32_t(m_listeners.size());
    m_listeners.push_back(descriptor);
    if (m_options.heartbeats)
        m_pings.push_back({.due = now() + pingPeriod, .descriptor = descriptor, .generation = client.generation});
}

void FloorServer::drop(int descriptor)
{
    Client &client = m_clients[std::size_t(descriptor)];
    if (client.state == Client::State::Listening) {
        m_clients[std::size_t(m_listeners.back())].place = client.place;
        m_listeners[client.place] = m_listeners.back();
        m_listeners.pop_back();
    }
    client = Client{.head = {}, .generation = client.generation + 1};
    close(descriptor);
}

Nanoseconds FloorServer::nextTick() const
{
    const double ticks = double(m_sent + m_ticksAtOnce);
    return m_start + Nanoseconds(ticks / m_options.rate * double(nanosecondsPerSecond));
}

void FloorServer::sendTicks(Nanoseconds time)
{
    constexpr std::int64_t mostAtOnce = 64;
    constexpr std::int64_t values = 900;
    constexpr std::int64_t step = 373; // two ticks in a row never have the same price
    constexpr std::int64_t smallest = 100;
    const auto due = std::int64_t(double(time - m_start) / double(nanosecondsPerSecond) * m_options.rate) - m_sent;
    m_frames.clear();
    for (std::int64_t i = std::clamp<std::int64_t>(due, m_ticksAtOnce, mostAtOnce); i > 0; --i) {
        m_frame.replace(m_digits, tickDigits, std::to_string(smallest + m_sent * step % values));
        m_frames += m_frame;
        ++m_sent;
    }
    // From the back, for a client that is dropped is replaced by the last one.
    for (std::size_t i = m_listeners.size(); i > 0; --i) {
        if (!sendAll(m_listeners[i - 1], m_frames))
            drop(m_listeners[i - 1]);
    }
}

void FloorServer::sendPings(Nanoseconds time)
{
    while (!m_pings.empty() && m_pings.front().due <= time) {
        Ping ping = m_pings.front();
        m_pings.pop_front();
        if (m_clients[std::size_t(ping.descriptor)].generation != ping.generation)
            continue;
        if (!sendAll(ping.descriptor, m_pingFrame)) {
            drop(ping.descriptor);
            continue;
        }
        ping.due += pingPeriod;
        m_pings.push_back(ping);
    }
}

} // namespace ticker::bench
