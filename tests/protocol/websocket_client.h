// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engineio_codec/engineio_text.h"
#include "websocket_codec/websocket_reader.h"

#include <QByteArrayList>
#include <QtEndian>

// The frames of a WebSocket client, and what a reader of them should hear.
namespace ticker {

constexpr qsizetype mostOfMessage = 1'000'000;
inline const QByteArray someMask("\x37\xfa\x21\x3d");

// The first byte of a frame.
enum First : uchar {
    More = 0x00, // without FIN
    MoreText = 0x01,
    MoreBinary = 0x02,
    Last = 0x80,
    Text = 0x81,
    Binary = 0x82,
    Close = 0x88,
    Ping = 0x89,
    Pong = 0x8a,
};

/// How many bytes spell a length.
enum class Form { Shortest, One, Two, Eight };

/// A header up to the mask.
inline QByteArray head(uchar first, quint64 length, Form form = Form::Shortest)
{
    if (form == Form::Shortest)
        form = length < 126 ? Form::One : length < 65536 ? Form::Two : Form::Eight;
    QByteArray bytes(1, char(first));
    char longer[8];
    if (form == Form::One)
        return bytes.append(char(0x80 | length));
    if (form == Form::Two) {
        qToBigEndian(quint16(length), longer);
        return bytes.append(char(0xfe)).append(longer, 2);
    }
    qToBigEndian(length, longer);
    return bytes.append(char(0xff)).append(longer, 8);
}

inline QByteArray masked(QByteArray bytes, const QByteArray &mask)
{
    for (qsizetype i = 0; i < bytes.size(); ++i)
        bytes[i] = char(bytes[i] ^ mask[i % 4]);
    return bytes;
}

inline QByteArray frame(uchar first, const QByteArray &payload = {}, const QByteArray &mask = someMask,
                        Form form = Form::Shortest)
{
    return head(first, quint64(payload.size()), form) + mask + masked(payload, mask);
}

inline QByteArray closeFrame(quint16 code, const QByteArray &reason = {})
{
    char bytes[2];
    qToBigEndian(code, bytes);
    return frame(Close, QByteArray(bytes, 2) + reason);
}

inline QByteArray described(const char *kind, const QByteArray &data)
{
    return QByteArray(kind) + ' ' + data;
}

inline QByteArray described(const WebSocketMessage &message)
{
    using Kind = WebSocketMessage::Kind;
    switch (message.kind) {
    case Kind::Text:
        return described("text", message.data);
    case Kind::Binary:
        return described("binary", message.data);
    case Kind::Ping:
        return described("ping", message.data);
    case Kind::Pong:
        return described("pong", message.data);
    case Kind::Close:
        break;
    }
    return described("close", QByteArray::number(message.closeCode) + ' ' + message.data);
}

inline QByteArray errorWith(int closeCode)
{
    return "error " + QByteArray::number(closeCode);
}

/// All that the reader has to say for now.
inline QByteArrayList heardBy(WebSocketReader *reader)
{
    QByteArrayList heard;
    for (;;) {
        const auto message = reader->next();
        if (!message)
            return heard << errorWith(message.error().closeCode);
        if (!*message)
            return heard;
        heard << described(**message);
    }
}

/// The same when the bytes come in pieces.
inline QByteArrayList heard(const QByteArrayList &pieces, qsizetype most = mostOfMessage)
{
    WebSocketReader reader(most);
    QByteArrayList all;
    for (const QByteArray &piece : pieces) {
        if (!all.isEmpty() && all.last().startsWith("error"))
            all.removeLast(); // it comes again
        reader.append(piece);
        all += heardBy(&reader);
    }
    return all;
}

inline QByteArrayList heardBytewise(const QByteArray &bytes, qsizetype most = mostOfMessage)
{
    QByteArrayList pieces;
    for (const char c : bytes)
        pieces << QByteArray(1, c);
    return heard(pieces, most);
}

inline bool isUtf8(QByteArrayView text)
{
    while (!text.isEmpty()) {
        const Utf8Character character = firstUtf8Character(text);
        if (!character.valid)
            return false;
        text = text.sliced(character.bytes);
    }
    return true;
}

/// What the message of a whole control frame is.
inline QByteArray referenceControl(int opcode, const QByteArray &payload)
{
    if (opcode != 8)
        return described(opcode == 9 ? "ping" : "pong", payload);
    if (payload.isEmpty())
        return "close 1005 ";
    const int code = uchar(payload[0]) * 256 + uchar(payload[1]);
    const bool known = (code >= 1000 && code <= 1014 && (code < 1004 || code > 1006)) || code / 1000 == 3
        || code / 1000 == 4;
    if (!known)
        return errorWith(1002);
    if (!isUtf8(payload.mid(2)))
        return errorWith(1007);
    return "close " + QByteArray::number(code) + ' ' + payload.mid(2);
}

/// RFC 6455, section 5, as simply as can be: with all bytes at hand, and copies of them.
inline QByteArrayList reference(QByteArray bytes, qsizetype most)
{
    QByteArrayList heard;
    QByteArray message;
    int messageOpcode = 0;
    while (bytes.size() >= 2) {
        const int first = uchar(bytes[0]);
        const int second = uchar(bytes[1]);
        const int opcode = first % 16;
        const int length = second % 128;
        const bool isWrongStart = opcode == 0 ? messageOpcode == 0 : messageOpcode != 0;
        const bool isWrongControl = opcode > 10 || first < 128 || length > 125 || (opcode == 8 && length == 1);
        if (first / 16 % 8 != 0 || second < 128 || (opcode > 2 && opcode < 8)
            || (opcode < 8 ? isWrongStart : isWrongControl))
            return heard << errorWith(1002);
        const int longer = length == 126 ? 2 : length == 127 ? 8 : 0;
        if (bytes.size() < 2 + longer)
            return heard;
        const quint64 size = longer == 0 ? quint64(length) : bytes.mid(2, longer).toHex().toULongLong(nullptr, 16);
        if (opcode < 8 && size > quint64(most - message.size()))
            return heard << errorWith(1009);
        bytes.remove(0, 2 + longer);
        if (quint64(bytes.size()) < 4 + size)
            return heard;
        const QByteArray payload = masked(bytes.mid(4, qsizetype(size)), bytes.first(4));
        bytes.remove(0, 4 + qsizetype(size));
        if (opcode >= 8) {
            heard << referenceControl(opcode, payload);
            if (heard.last().startsWith("error") || opcode == 8)
                return heard;
            continue;
        }
        messageOpcode = opcode != 0 ? opcode : messageOpcode;
        message += payload;
        if (first < 128)
            continue;
        if (messageOpcode == 1 && !isUtf8(message))
            return heard << errorWith(1007);
        heard << described(messageOpcode == 1 ? "text" : "binary", message);
        message.clear();
        messageOpcode = 0;
    }
    return heard;
}

} // namespace ticker
