// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "byte_stream.h"

#include "descriptor_stream.h"
#include "server_limits.h"
#include "tcp_stream.h"

#include <QTcpSocket>

namespace ticker {

std::unique_ptr<ByteStream> openByteStream(std::unique_ptr<QTcpSocket> socket, [[maybe_unused]] const Limits &limits)
{
#ifdef Q_OS_LINUX
    socket->flush();
    if (socket->bytesToWrite() == 0) {
        if (auto stream = DescriptorStream::takeFrom(*socket, limits.maxKernelUnsentBytes)) {
            socket.release()->deleteLater(); // this may run beneath its own reading
            return stream;
        }
    }
#endif
    return std::make_unique<TcpStream>(std::move(socket));
}

} // namespace ticker
