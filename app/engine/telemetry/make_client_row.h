// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client_values/client_row.h"
#include "deadline_queue.h"
#include "delivery/packet_sender.h"

namespace ticker {

struct PeerInfo;

/// What the window is told of a client, whatever it speaks; its unknown events are left to the caller.
[[nodiscard]] ClientRow makeClientRow(quint64 id, const PeerInfo &peer, TransportKind transport,
                                      DeadlineQueue::Time age, const PacketSender::Statistics &statistics);

} // namespace ticker
