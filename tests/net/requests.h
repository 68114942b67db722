// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "raw_client.h"

// The requests that the tests of the one port send.
namespace ticker::test {

inline const QByteArray pollOpen = "GET /socket.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: localhost\r\n\r\n";
inline const QByteArray upgrade = "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: localhost\r\n"
                                  "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                                  "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

inline QByteArray get(const QByteArray &path, const QByteArray &fields = {})
{
    return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + fields + "\r\n";
}

inline QByteArray sidOf(const RawReply &reply)
{
    const qsizetype from = reply.body.indexOf("\"sid\":\"") + 7;
    return reply.body.mid(from, reply.body.indexOf('"', from) - from);
}

/// A masked text frame, as clients send it (RFC 6455, 5.3), with a mask of zeros.
inline QByteArray clientFrame(const QByteArray &text)
{
    Q_ASSERT(text.size() < 126);
    return QByteArray("\x81") + char(0x80 | text.size()) + QByteArray(4, '\0') + text;
}

/// Whether a newcomer is served as if nothing had happened.
inline bool stillServes(quint16 port)
{
    RawClient client(port);
    client.send(get("/api/quote"));
    const auto reply = client.readReply();
    return reply && reply->status == 200;
}

} // namespace ticker::test
