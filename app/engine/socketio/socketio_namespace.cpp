// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "socketio/socketio_namespace.h"

#include "packets/outgoing_packet.h"
#include "packets/tick_batch.h"
#include "socketio/socketio_socket.h"

namespace ticker {

void SocketIoNamespace::emitEvent(const QString &name, const SocketIoArguments &arguments)
{
    const SocketIoPacket packet = makeEvent(m_name, name, arguments);
    if (packet.isBinary()) {
        m_audience.forEach<SocketIoSocket>([&packet](SocketIoSocket &socket) { socket.send(packet); });
        return;
    }
    OutgoingPacket encoded({EngineIoPacket::Type::Message, false, encodeSocketIoPacket(packet)});
    encoded.prepareFrame();
    m_audience.forEach<SocketIoSocket>([&encoded](SocketIoSocket &socket) { socket.sendEncoded(encoded); });
}

void SocketIoNamespace::emitTick(const SocketIoEventName &name, const SocketIoArguments &arguments)
{
    emitTicks(name, {&arguments, 1});
}

void SocketIoNamespace::emitTicks(const SocketIoEventName &name, std::span<const SocketIoArguments> ticks)
{
    if (ticks.empty() || m_audience.size() == 0)
        return;
    std::vector<OutgoingPacket> packets;
    packets.reserve(ticks.size());
    for (const SocketIoArguments &arguments : ticks) {
        const SocketIoPacket packet = makeEvent(m_name, name, arguments);
        Q_ASSERT(!packet.isBinary());
        packets.emplace_back(EngineIoPacket{EngineIoPacket::Type::Message, false, encodeSocketIoPacket(packet)},
                             OutgoingPacket::Kind::Tick);
    }
    m_audience.send(TickBatch(std::move(packets)));
}

void SocketIoNamespace::dropConflatedTicks()
{
    m_audience.forEach<SocketIoSocket>([](SocketIoSocket &socket) { socket.dropConflatedTicks(); });
}

void SocketIoNamespace::join(SocketIoSocket &socket)
{
    m_audience.add(socket);
    if (m_connected)
        m_connected(socket);
}

void SocketIoNamespace::leave(SocketIoSocket &socket, DisconnectReason reason)
{
    m_audience.remove(socket);
    if (m_disconnected)
        m_disconnected(socket, reason);
}

bool SocketIoNamespace::dispatch(SocketIoSocket &socket, const SocketIoEvent &event, const SocketIoAck &ack)
{
    const auto found = m_handlers.constFind(event.name);
    if (found == m_handlers.cend())
        return false;
    const EventHandler handler = *found; // it may register another one
    handler(socket, event.arguments, ack);
    return true;
}

} // namespace ticker
