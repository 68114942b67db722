// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "websocket_codec/websocket_frame.h"

#include <QtEndian>

namespace ticker {

QByteArray encodeFrame(Opcode opcode, const QByteArray &payload)
{
    constexpr qsizetype longestShort = 125; // RFC 6455, 5.2: in the header's second byte itself
    constexpr qsizetype longestMedium = 0xffff;
    constexpr char medium = 126;
    constexpr char large = 127;
    Q_ASSERT(quint8(opcode) < 0x8 || payload.size() <= longestShort);

    const qsizetype size = payload.size();
    QByteArray frame;
    frame.reserve(size + 10);
    frame.append(char(0x80 | quint8(opcode))); // FIN: never fragmented
    char length[sizeof(quint64)];
    if (size <= longestShort) {
        frame.append(char(size));
    } else if (size <= longestMedium) {
        qToBigEndian(quint16(size), length);
        frame.append(medium).append(length, sizeof(quint16));
    } else {
        qToBigEndian(quint64(size), length);
        frame.append(large).append(length, sizeof(quint64));
    }
    return frame.append(payload);
}

} // namespace ticker
