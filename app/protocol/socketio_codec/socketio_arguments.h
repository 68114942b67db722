// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "socketio_codec/socketio_packet.h"

#include <QByteArrayList>
#include <QJsonValue>

namespace ticker {

/// What an event or an acknowledgement carries: values of JSON and binary ones, in order. A value that shares its bytes.
///
///     SocketIoArguments().add(42).add(QStringLiteral("text")).addBinary(bytes)
class SocketIoArguments final
{
public:
    SocketIoArguments() = default;

    SocketIoArguments &add(const QJsonValue &value);
    /// One value that is JSON already: a price's digits stay as they are, and what goes to many is encoded once.
    SocketIoArguments &addJson(const QByteArray &text);
    /// At most SocketIoPacket::maxAttachments of these; clients take no more.
    SocketIoArguments &addBinary(const QByteArray &data);

    [[nodiscard]] qsizetype size() const { return m_texts.size(); }
    [[nodiscard]] bool isEmpty() const { return m_texts.isEmpty(); }
    /// The value at an index, undefined when there is none. Binary data within it are placeholders, see attachments().
    [[nodiscard]] QJsonValue value(qsizetype index) const;
    /// The binary argument at an index; nothing when it is another.
    [[nodiscard]] std::optional<QByteArray> binary(qsizetype index) const;
    /// What {"_placeholder":true,"num":i} stands for, by i.
    [[nodiscard]] const QList<QByteArray> &attachments() const { return m_attachments; }
    /// The text of each argument, as it came or will go.
    [[nodiscard]] const QByteArrayList &texts() const { return m_texts; }

    friend bool operator==(const SocketIoArguments &, const SocketIoArguments &) = default;

private:
    friend struct SocketIoEvent;
    friend SocketIoArguments argumentsOfAck(const SocketIoPacket &packet);

    QByteArrayList m_texts;
    QList<QByteArray> m_attachments;
};

/// An event as it is received.
struct SocketIoEvent final
{
    QString name; ///< Untrusted. A number, which the protocol allows, by its digits.
    SocketIoArguments arguments;

    /// Of an event's packet that SocketIoDecoder let pass and that has a payload.
    [[nodiscard]] static SocketIoEvent fromPacket(const SocketIoPacket &packet);
};

/// Of an acknowledgement's packet that SocketIoDecoder let pass; none when it has no payload.
[[nodiscard]] SocketIoArguments argumentsOfAck(const SocketIoPacket &packet);

/// An event's name, made JSON once: whoever sends the same event time and again keeps it.
class SocketIoEventName final
{
public:
    SocketIoEventName(const QString &name); // NOLINT(google-explicit-constructor): a name is a name

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] const QByteArray &json() const { return m_json; }

private:
    QString m_text;
    QByteArray m_json;
};

[[nodiscard]] SocketIoPacket makeEvent(const QByteArray &nsp, const SocketIoEventName &name,
                                       const SocketIoArguments &arguments, std::optional<quint64> id = {});
[[nodiscard]] SocketIoPacket makeAck(const QByteArray &nsp, quint64 id, const SocketIoArguments &arguments);

} // namespace ticker
