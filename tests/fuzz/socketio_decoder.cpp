// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "socketio_codec/socketio_decoder.h"

#include "fuzz.h"
#include "socketio_codec/socketio_arguments.h"

#include <QList>

using namespace ticker;

namespace {

using Code = SocketIoError::Code;
using Type = SocketIoPacket::Type;

/// A packet that was put together must come out of another decoder as it went in.
void checkRoundTrip(const SocketIoPacket &packet)
{
    SocketIoDecoder decoder;
    auto result = decoder.addText(encodeSocketIoPacket(packet));
    for (const QByteArray &attachment : packet.attachments) {
        FUZZ_VERIFY(result.hasValue() && !result.value());
        result = decoder.addBinary(attachment);
    }
    FUZZ_VERIFY(result.hasValue() && result.value() == packet);
}

/// So must what an application makes of it and sends on.
void checkArguments(const SocketIoPacket &packet)
{
    if (packet.json.isEmpty())
        return;
    if (packet.type == Type::Event || packet.type == Type::BinaryEvent) {
        const SocketIoEvent event = SocketIoEvent::fromPacket(packet);
        const SocketIoPacket sent = makeEvent(packet.nsp, event.name, event.arguments, packet.id);
        checkRoundTrip(sent);
        const SocketIoEvent again = SocketIoEvent::fromPacket(sent);
        FUZZ_VERIFY(again.name == event.name && again.arguments == event.arguments);
    } else if (packet.type == Type::Ack || packet.type == Type::BinaryAck) {
        const SocketIoArguments arguments = argumentsOfAck(packet);
        const SocketIoPacket sent = makeAck(packet.nsp, packet.id.value_or(0), arguments);
        checkRoundTrip(sent);
        FUZZ_VERIFY(argumentsOfAck(sent) == arguments);
    }
}

/// Follows what the decoder must be waiting for.
class Model final
{
public:
    /// Whether the decoder can go on.
    bool take(const QByteArray &message)
    {
        const bool binary = message.startsWith('b');
        const QByteArray data = binary ? message.sliced(1) : message;
        const auto result = binary ? m_decoder.addBinary(data) : m_decoder.addText(data);
        if (binary && m_missing == 0)
            FUZZ_VERIFY(!result && result.error().code == Code::AttachmentUnexpected);
        if (!binary && m_missing > 0)
            FUZZ_VERIFY(!result && result.error().code == Code::AttachmentExpected);
        if (!result)
            return false;
        follow(data, binary, result.value());
        return true;
    }

private:
    void follow(const QByteArray &data, bool binary, const std::optional<SocketIoPacket> &packet)
    {
        if (binary) {
            m_attachments.append(data);
            --m_missing;
        } else {
            m_attachments.clear();
            m_missing = decodeSocketIoPacket(data).value().attachmentCount;
        }
        FUZZ_VERIFY(packet.has_value() == (m_missing == 0));
        if (!packet)
            return;
        FUZZ_VERIFY(packet->attachments == m_attachments && packet->attachmentCount == m_attachments.size());
        checkRoundTrip(*packet);
        checkArguments(*packet);
    }

    SocketIoDecoder m_decoder;
    QList<QByteArray> m_attachments;
    int m_missing = 0;
};

} // namespace

/// The input is one message per line: "b" and an attachment, else the text of a packet.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Model model;
    for (const QByteArray &message : fuzz::toBytes(data, size).split('\n')) {
        if (!model.take(message))
            break;
    }
    return 0;
}
