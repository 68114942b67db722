// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "byte_stream.h"

#include "descriptor_stream.h"
#include "server_limits.h"
#include "tcp_stream.h"

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
