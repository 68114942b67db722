// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "system.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace ticker::bench {

struct FloorOptions
{
    int port = 0;              ///< 0 takes any free one.
    double rate = 1;           ///< Ticks a second.
    bool socketIo = true;      ///< Socket.IO over WebSocket, else WebSocket alone.
    bool heartbeats = false;   ///< A ping to each client each second.
    std::size_t textBytes = 0; ///< Length of a tick's text, at least that of the shortest one.
};

/// The least that a correct server for many clients does: one thread, one epoll set, and at a tick one send() of the
/// ready frame for each client. What any other server costs is told as a ratio to it.
///
/// What a client sends after its handshake is read and thrown away, and a client that does not keep up is dropped.
class FloorServer final
{
public:
    explicit FloorServer(const FloorOptions &options);

    [[nodiscard]] int port() const;
    [[noreturn]] void run();

private:
    struct Client
    {
        std::string head;             ///< Of its request, or the frame that joins, as long as that is not complete.
        std::uint32_t generation = 0; ///< Tells a client from the next one on the same descriptor.
        std::uint32_t place = 0;      ///< Among the listeners, when it is one.
        enum class State : std::uint8_t { Upgrading, Joining, Listening } state = State::Upgrading;
    };
    struct Ping
    {
        Nanoseconds due = 0;
        int descriptor = -1;
        std::uint32_t generation = 0;
    };

    void acceptAll();
    void receive(int descriptor);
    void upgrade(int descriptor, Client &client);
    void join(int descriptor, Client &client);
    void listen(int descriptor, Client &client);
    void drop(int descriptor);
    void sendTicks(Nanoseconds time);
    void sendPings(Nanoseconds time);
    [[nodiscard]] Nanoseconds nextTick() const;

    FloorOptions m_options;
    int m_epoll = -1;
    int m_listener = -1;
    std::vector<Client> m_clients; ///< By descriptor.
    std::vector<int> m_listeners;  ///< Descriptors of those that get ticks.
    std::deque<Ping> m_pings;      ///< In the order of their due times, for all have the same period.
    std::string m_frame;           ///< Of a tick; its digits are written anew each time.
    std::string m_frames;          ///< Of several ticks that go out at once.
    std::string m_pingFrame;
    std::size_t m_digits = 0; ///< Where in the frame they begin.
    Nanoseconds m_start = 0;
    std::int64_t m_sent = 0; ///< Ticks since the start.
    std::int64_t m_ticksAtOnce = 1;
};

} // namespace ticker::bench
