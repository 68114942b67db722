// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "streams/byte_stream.h"

#include <QHostAddress>

#include <memory>

namespace ticker {

/// A connection that was just accepted.
struct AcceptedStream final
{
    std::unique_ptr<ByteStream> stream;
    QHostAddress address; ///< The peer's.
    quint16 port = 0;
};

} // namespace ticker
