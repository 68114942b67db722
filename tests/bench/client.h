// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tick_record.h"

#include <cstdint>
#include <string>
#include <string_view>

struct sockaddr_in;

namespace ticker::bench {

/// What a client has to say; it is told while the client reads.
class ClientObserver
{
public:
    virtual void ready() = 0;
    virtual void ticked(TickCount &client, std::string_view text) = 0;
    virtual void pinged() = 0;
    /// It is of no more use. @p why is one line.
    virtual void broke(const std::string &why) = 0;

protected:
    ~ClientObserver() = default;
};

/// How all clients speak.
struct Dialect
{
    bool socketIo = true; ///< Socket.IO 5 over WebSocket, else each text frame with a type "tick" is one.
    std::string request;  ///< The upgrade, up to its empty line.
};

/// One connection of the load generator: the handshakes, then ticks to be counted and pings to be answered. Its socket
/// is closed with it, without a closeStatus.
class Client final
{
public:
    Client() = default;
    Client(const Client &) = delete;
    Client &operator=(const Client &) = delete;
    Client(Client &&other) noexcept;
    Client &operator=(Client &&) = delete;
    ~Client();

    /// Begins to connect; when it can be written to, send the request. Returns the descriptor. @p subscription is the frame
    /// that asks the plain feed for ticks, which stays valid.
    [[nodiscard]] int connect(const sockaddr_in &server, std::string_view subscription);
    void sendRequest(const Dialect &dialect, ClientObserver &observer);
    /// Understands what came, however it is cut.
    void take(std::string_view bytes, const Dialect &dialect, ClientObserver &observer);
    void close();

    [[nodiscard]] int descriptor() const { return m_descriptor; }
    TickCount count;

private:
    enum class State : std::uint8_t { Connecting, Upgrading, Opening, Joining, Ready, Broken };

    /// How much of the bytes was understood; the rest is not complete.
    [[nodiscard]] std::size_t read(std::string_view bytes, const Dialect &dialect, ClientObserver &observer);
    [[nodiscard]] std::size_t readHead(std::string_view bytes, const Dialect &dialect, ClientObserver &observer);
    void readPlain(std::string_view text, ClientObserver &observer);
    void readSocketIo(std::string_view text, ClientObserver &observer);
    void send(std::string_view bytes, ClientObserver &observer);
    void fail(const std::string &why, ClientObserver &observer);

    std::string m_rest; ///< Of the last read: the beginning of a frame.
    std::string_view m_subscription;
    int m_descriptor = -1;
    State m_state = State::Connecting;
};

} // namespace ticker::bench
