// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/accept_stream.h"

#include "server_values/server_limits.h"
#include "streams/descriptor_stream.h"
#include "streams/tcp_stream.h"

namespace ticker {

std::optional<AcceptedStream> acceptStream(qintptr descriptor, [[maybe_unused]] const Limits &limits)
{
#ifdef Q_OS_LINUX
    return DescriptorStream::accept(int(descriptor), limits.maxKernelUnsentBytes);
#else
    return TcpStream::accept(descriptor);
#endif
}

} // namespace ticker
