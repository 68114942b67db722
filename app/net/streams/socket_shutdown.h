// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTcpSocket;

namespace ticker {

/// Says to the peer that nothing more will come and keeps reading (POSIX shutdown). Elsewhere starts a normal close.
void shutdownWriting(QTcpSocket &socket);

} // namespace ticker
