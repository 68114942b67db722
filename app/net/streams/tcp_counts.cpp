// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/tcp_counts.h"

#ifdef Q_OS_LINUX

// The C library's own header has a tcp_info of twenty years ago; both can't be had in one file.
#include <linux/tcp.h>

#include <netinet/in.h>
#include <sys/socket.h>

namespace ticker {

StreamBytes tcpCounts(int descriptor)
{
    tcp_info info{};
    socklen_t size = sizeof info;
    if (::getsockopt(descriptor, IPPROTO_TCP, TCP_INFO, &info, &size) != 0)
        return {};
    return {info.tcpi_bytes_received, info.tcpi_bytes_sent - info.tcpi_bytes_retrans};
}

} // namespace ticker

#endif // Q_OS_LINUX
