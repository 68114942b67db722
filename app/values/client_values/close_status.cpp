// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client_values/close_status.h"

namespace ticker {

QByteArray CloseStatus::reasonBytes() const
{
    // Bytes behind the first one of a character: 10xxxxxx.
    const auto isContinuation = [](char byte) { return (quint8(byte) & 0xc0U) == 0x80U; };
    QByteArray bytes = reason.toUtf8();
    if (bytes.size() <= longestReason)
        return bytes;
    qsizetype end = longestReason;
    while (end > 0 && isContinuation(bytes.at(end)))
        --end;
    return bytes.left(end);
}

} // namespace ticker
