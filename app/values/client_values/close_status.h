// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>

namespace ticker {

/// What a client is told when a person disconnects it, as far as its transport can tell anything: the status and reason of
/// a WebSocket's close frame (RFC 6455, 5.5.1 and 7.4).
struct CloseStatus final
{
    static constexpr quint16 noCode = 0;
    /// Those that a server may send with a meaning for a client: normal, going away, policy, error, restart, try later.
    static constexpr std::array<quint16, 6> codes{1000, 1001, 1008, 1011, 1012, 1013};
    /// Bytes in UTF-8; of a longer one the rest is left out.
    static constexpr qsizetype longestReason = 123;

    quint16 code = noCode; ///< Or noCode: the close frame is empty.
    QString reason;        ///< Only with a code.

    /// As it is sent: cut between two characters, if it is too long.
    [[nodiscard]] QByteArray reasonBytes() const;

    friend bool operator==(const CloseStatus &, const CloseStatus &) = default;
};

} // namespace ticker
