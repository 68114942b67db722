// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace ticker {

/// One packet of Socket.IO, revisions 4 and 5: "<type>[<n>-][<namespace>,][<ack id>][<json>]".
struct SocketIoPacket final
{
    /// The values are the digits on the wire.
    enum class Type : quint8 { Connect, Disconnect, Event, Ack, ConnectError, BinaryEvent, BinaryAck };

    Type type = Type::Event;
    int attachmentCount = 0;          ///< 1 to maxAttachments of the two binary types, else 0.
    QByteArray nsp = mainNamespace(); ///< Starts with a slash.
    std::optional<quint64> id;        ///< Of the acknowledgement that is wanted or given; at most 2^53 - 1.
    /// The payload, empty when there is none; as it came, so that digits and the order of keys stay what they were. An
    /// event's is an array that starts with a string or number, an acknowledgement's any array, a connect's an object.
    /// {"_placeholder":true,"num":0} stands for attachments[0].
    QByteArray json;
    QList<QByteArray> attachments; ///< They follow in packets of their own; see SocketIoDecoder.

    [[nodiscard]] bool isBinary() const { return type == Type::BinaryEvent || type == Type::BinaryAck; }
    [[nodiscard]] static QByteArray mainNamespace() { return QByteArrayLiteral("/"); }

    /// Attachments of one packet; the reference server's limit.
    static constexpr int maxAttachments = 10;
    /// Bytes of a packet with its attachments: they are kept until the last one is there, for which a client may have us
    /// wait as long as it is connected.
    static constexpr qsizetype maxBytesWithAttachments = 256 * 1024;

    friend bool operator==(const SocketIoPacket &, const SocketIoPacket &) = default;
};

/// Why bytes are no packet, or not the packet that is due, and where in what was given to the decoder.
struct SocketIoError final
{
    enum class Code : quint8 {
        UnknownType,
        BadAttachmentCount,
        TooManyAttachments,
        BadAckId,
        BadJson,
        BadPayload,     ///< JSON, but not of the kind that the type asks for.
        ReservedEvent,  ///< An event with a name that has a meaning of its own, such as "connect".
        BadPlaceholder, ///< A number that is no attachment's.
        AttachmentExpected,
        AttachmentUnexpected,
        AttachmentsTooLarge,
    };

    Code code = Code::UnknownType;
    qsizetype offset = 0;

    friend bool operator==(const SocketIoError &, const SocketIoError &) = default;
};

/// Decodes the text of one packet, with every rule on its payload; attachments are still to come.
/// JSON deeper than Qt reads (1024 levels) is BadJson.
[[nodiscard]] Expected<SocketIoPacket, SocketIoError> decodeSocketIoPacket(const QByteArray &text);

/// The text of a packet. Its attachments, attachmentCount of them, must follow with nothing between.
[[nodiscard]] QByteArray encodeSocketIoPacket(const SocketIoPacket &packet);

} // namespace ticker
