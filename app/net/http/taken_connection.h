// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http_codec/http_message.h"
#include "streams/byte_stream.h"
#include "streams/connection_slot.h"
#include "telemetry/peer_info.h"

#include <memory>

namespace ticker {

/// A connection that leaves HTTP, with the request that the gate let pass: to become a WebSocket or a stream of events.
struct TakenConnection final
{
    HttpRequest request;
    PeerInfo peer;
    std::unique_ptr<ByteStream> stream; ///< Brings what lies behind the head of an upgrade: its first frames already.
    ConnectionSlot slot;
};

} // namespace ticker
