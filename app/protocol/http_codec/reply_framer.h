// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace ticker {

/// Finds the end of a reply that QHttpServer writes piecewise, by its Content-Length, and makes of it what goes to
/// the client: no body to a HEAD, the right Connection field. Pure.
class ReplyFramer final
{
public:
    /// Takes more of the reply; true once it is whole.
    bool append(QByteArrayView bytes);
    /// The bytes for the client. Only when whole; starts over for the next reply.
    QByteArray take(bool withBody, bool keepAlive);

private:
    bool readHead();
    [[nodiscard]] qsizetype lengthLine() const;

    QByteArray m_bytes;
    qsizetype m_headSize = 0; ///< 0 until the head is whole.
    qsizetype m_bodySize = 0;
};

} // namespace ticker
