// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <memory>
#include <optional>

namespace ticker {

class SocketIoArguments;
class SocketIoSocket;

/// The answer that a client may have asked for with an event. A value that may be kept and called later; copies are one
/// and the same answer. Server thread.
class SocketIoAck final
{
public:
    /// Without an id no answer is wanted.
    SocketIoAck(const std::shared_ptr<SocketIoSocket *> &socket, std::optional<quint64> id);

    [[nodiscard]] bool isWanted() const { return m_state != nullptr; }
    /// Answers. Only the first call does; none when no answer is wanted or the client has left.
    void operator()(const SocketIoArguments &arguments) const;

private:
    struct State;

    std::shared_ptr<State> m_state;
};

} // namespace ticker
