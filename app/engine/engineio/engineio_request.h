// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "telemetry/peer_info.h"

#include <QByteArray>

namespace ticker {

/// A request to the Engine.IO path that passed the gate: whole, its Host and Origin allowed.
struct EngineIoRequest final
{
    QByteArray method;      ///< "GET"
    QByteArray query;       ///< Raw, without the question mark.
    QByteArray contentType; ///< As sent; empty when absent.
    QByteArray body;
    PeerInfo peer;
};

} // namespace ticker
