// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "socketio_codec/socketio_packet.h"

#include "json_text.h"

#include <QJsonArray>

#include <algorithm>

namespace ticker {

namespace {

using Type = SocketIoPacket::Type;
using Code = SocketIoError::Code;

constexpr quint64 maxAckId = (quint64(1) << 53) - 1; // the largest integer that JavaScript tells from its neighbours

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Names that a client or server library emits by itself; a peer that could send them could fake a disconnect.
bool isReservedEvent(const QString &name)
{
    static const QLatin1String reserved[] = {
        QLatin1String("connect"),       QLatin1String("connect_error"), QLatin1String("disconnect"),
        QLatin1String("disconnecting"), QLatin1String("newListener"),   QLatin1String("removeListener"),
    };
    return std::find(std::begin(reserved), std::end(reserved), name) != std::end(reserved);
}

/// Reads one packet from left to right. Each step returns false after it has set the error.
class Reader final
{
public:
    explicit Reader(const QByteArray &text) : m_text(text) { }

    Expected<SocketIoPacket, SocketIoError> read()
    {
        if (readType() && readAttachmentCount() && readNamespace() && readId() && readPayload())
            return std::move(m_packet);
        return m_error;
    }

private:
    bool fail(Code code)
    {
        m_error = {code, m_at};
        return false;
    }
    [[nodiscard]] bool atEnd() const { return m_at == m_text.size(); }

    bool readType();
    bool readAttachmentCount();
    bool readNamespace();
    bool readId();
    bool readPayload();
    bool checkPayload(const QJsonValue &value);
    bool checkEvent(const QJsonValue &value);

    const QByteArray &m_text;
    qsizetype m_at = 0;
    SocketIoPacket m_packet;
    SocketIoError m_error;
};

bool Reader::readType()
{
    if (atEnd() || m_text[m_at] < '0' || m_text[m_at] > '6')
        return fail(Code::UnknownType);
    m_packet.type = Type(m_text[m_at++] - '0');
    return true;
}

bool Reader::readAttachmentCount()
{
    if (!m_packet.isBinary())
        return true;
    int count = 0;
    while (!atEnd() && isDigit(m_text[m_at])) {
        // Capped, so that a megabyte of digits cannot overflow it.
        count = std::min(count * 10 + (m_text[m_at] - '0'), SocketIoPacket::maxAttachments + 1);
        ++m_at;
    }
    if (count == 0 || atEnd() || m_text[m_at] != '-')
        return fail(Code::BadAttachmentCount);
    if (count > SocketIoPacket::maxAttachments)
        return fail(Code::TooManyAttachments);
    m_packet.attachmentCount = count;
    ++m_at;
    return true;
}

bool Reader::readNamespace()
{
    if (atEnd() || m_text[m_at] != '/')
        return true;
    qsizetype end = m_text.indexOf(',', m_at);
    if (end < 0) // "40/custom" is as good as "40/custom,"
        end = m_text.size();
    m_packet.nsp = m_text.sliced(m_at, end - m_at);
    m_at = std::min(end + 1, m_text.size());
    return true;
}

bool Reader::readId()
{
    if (atEnd() || !isDigit(m_text[m_at]))
        return true;
    quint64 id = 0;
    for (; !atEnd() && isDigit(m_text[m_at]); ++m_at) {
        id = id * 10 + quint64(m_text[m_at] - '0');
        if (id > maxAckId)
            return fail(Code::BadAckId);
    }
    m_packet.id = id;
    return true;
}

bool Reader::readPayload()
{
    if (atEnd()) // no payload is fine for each type: so does the reference
        return true;
    if (m_packet.type == Type::Disconnect)
        return fail(Code::BadPayload);
    const auto value = parseJson(m_text.sliced(m_at));
    if (!value)
        return fail(Code::BadJson);
    if (!checkPayload(*value))
        return false;
    m_packet.json = m_text.sliced(m_at).trimmed();
    return true;
}

bool Reader::checkPayload(const QJsonValue &value)
{
    switch (m_packet.type) {
    case Type::Connect:
        return value.isObject() || fail(Code::BadPayload);
    case Type::ConnectError:
        return value.isObject() || value.isString() || fail(Code::BadPayload);
    case Type::Ack:
    case Type::BinaryAck:
        return value.isArray() || fail(Code::BadPayload);
    case Type::Event:
    case Type::BinaryEvent:
        return checkEvent(value);
    case Type::Disconnect:
        break;
    }
    Q_UNREACHABLE();
    return false;
}

bool Reader::checkEvent(const QJsonValue &value)
{
    const QJsonValue name = value.isArray() ? value.toArray().at(0) : QJsonValue();
    if (!name.isString() && !name.isDouble())
        return fail(Code::BadPayload);
    if (name.isString() && isReservedEvent(name.toString()))
        return fail(Code::ReservedEvent);
    return true;
}

/// The text of a packet up to its payload.
QByteArray encodeHead(const SocketIoPacket &packet)
{
    QByteArray text(1, char('0' + int(packet.type)));
    if (packet.isBinary())
        text += QByteArray::number(packet.attachmentCount) + '-';
    if (packet.nsp != SocketIoPacket::mainNamespace())
        text += packet.nsp + ',';
    if (packet.id)
        text += QByteArray::number(*packet.id);
    return text;
}

} // namespace

Expected<SocketIoPacket, SocketIoError> decodeSocketIoPacket(const QByteArray &text)
{
    return Reader(text).read();
}

QByteArray encodeSocketIoPacket(const SocketIoPacket &packet)
{
    return encodeHead(packet) + packet.json;
}

} // namespace ticker
