// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "socketio/socketio_ack.h"

#include "socketio/socketio_socket.h"

#include <utility>

namespace ticker {

struct SocketIoAck::State final
{
    std::weak_ptr<SocketIoSocket *> socket; ///< Expires with the socket.
    quint64 id = 0;
};

SocketIoAck::SocketIoAck(const std::shared_ptr<SocketIoSocket *> &socket, std::optional<quint64> id)
    : m_state(id ? std::make_shared<State>(State{socket, *id}) : nullptr)
{
}

void SocketIoAck::operator()(const SocketIoArguments &arguments) const
{
    if (!m_state)
        return;
    if (const auto socket = std::exchange(m_state->socket, {}).lock())
        (*socket)->send(makeAck((*socket)->nsp(), m_state->id, arguments));
}

} // namespace ticker
