// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/socket_shutdown.h"

#include <QTcpSocket>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#endif

namespace ticker {

void shutdownWriting(QTcpSocket &socket)
{
#ifdef Q_OS_UNIX
    if (socket.socketDescriptor() >= 0)
        ::shutdown(int(socket.socketDescriptor()), SHUT_WR);
#else
    socket.disconnectFromHost();
#endif
}

} // namespace ticker
