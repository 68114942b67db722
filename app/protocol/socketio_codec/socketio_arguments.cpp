// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "socketio_codec/socketio_arguments.h"

#include "json_text.h"
#include "socketio_codec/socketio_placeholder.h"

#include <QJsonObject>

namespace ticker {

namespace {

SocketIoPacket makePacket(SocketIoPacket::Type plain, SocketIoPacket::Type binary, const QByteArray &nsp,
                          const QByteArrayList &texts, const QList<QByteArray> &attachments)
{
    Q_ASSERT(attachments.size() <= SocketIoPacket::maxAttachments);
    SocketIoPacket packet;
    packet.type = attachments.isEmpty() ? plain : binary;
    packet.attachmentCount = int(attachments.size());
    packet.nsp = nsp;
    packet.json = '[' + texts.join(',') + ']';
    packet.attachments = attachments;
    return packet;
}

} // namespace

SocketIoArguments &SocketIoArguments::add(const QJsonValue &value)
{
    return addJson(jsonText(value));
}

SocketIoArguments &SocketIoArguments::addJson(const QByteArray &text)
{
    m_texts.append(text);
    return *this;
}

SocketIoArguments &SocketIoArguments::addBinary(const QByteArray &data)
{
    m_texts.append(placeholderText(m_attachments.size()));
    m_attachments.append(data);
    return *this;
}

QJsonValue SocketIoArguments::value(qsizetype index) const
{
    if (index < 0 || index >= m_texts.size())
        return QJsonValue::Undefined;
    return parseJson(m_texts.at(index)).value_or(QJsonValue(QJsonValue::Undefined));
}

std::optional<QByteArray> SocketIoArguments::binary(qsizetype index) const
{
    const QJsonValue argument = value(index);
    if (!isPlaceholder(argument))
        return std::nullopt;
    const auto number = attachmentNumber(argument, m_attachments.size());
    return number ? std::optional(m_attachments.at(*number)) : std::nullopt;
}

SocketIoEvent SocketIoEvent::fromPacket(const SocketIoPacket &packet)
{
    SocketIoEvent event;
    event.arguments.m_texts = splitJsonArray(packet.json);
    Q_ASSERT(!event.arguments.m_texts.isEmpty());
    const QJsonValue name = event.arguments.value(0);
    event.name = name.isString() ? name.toString() : QString::fromUtf8(event.arguments.m_texts.constFirst());
    event.arguments.m_texts.removeFirst();
    event.arguments.m_attachments = packet.attachments;
    return event;
}

SocketIoArguments argumentsOfAck(const SocketIoPacket &packet)
{
    SocketIoArguments arguments;
    arguments.m_texts = splitJsonArray(packet.json);
    arguments.m_attachments = packet.attachments;
    return arguments;
}

SocketIoEventName::SocketIoEventName(const QString &name) : m_text(name), m_json(jsonText(name)) { }

SocketIoPacket makeEvent(const QByteArray &nsp, const SocketIoEventName &name, const SocketIoArguments &arguments,
                         std::optional<quint64> id)
{
    using Type = SocketIoPacket::Type;
    SocketIoPacket packet = makePacket(Type::Event, Type::BinaryEvent, nsp,
                                       QByteArrayList{name.json()} + arguments.texts(), arguments.attachments());
    packet.id = id;
    return packet;
}

SocketIoPacket makeAck(const QByteArray &nsp, quint64 id, const SocketIoArguments &arguments)
{
    using Type = SocketIoPacket::Type;
    SocketIoPacket packet = makePacket(Type::Ack, Type::BinaryAck, nsp, arguments.texts(), arguments.attachments());
    packet.id = id;
    return packet;
}

} // namespace ticker
