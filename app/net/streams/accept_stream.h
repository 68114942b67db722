// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "streams/accepted_stream.h"

#include <optional>

namespace ticker {

struct Limits;

/// Takes over the descriptor of a connection: on Linux as it is, elsewhere with a QTcpSocket. Nothing when the connection is
/// gone already.
[[nodiscard]] std::optional<AcceptedStream> acceptStream(qintptr descriptor, const Limits &limits);

} // namespace ticker
