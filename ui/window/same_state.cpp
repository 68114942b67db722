// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/same_state.h"

#include "server_values/server_snapshot.h"

namespace ticker {

bool haveSameState(const ServerSnapshot &one, const ServerSnapshot &other)
{
    const auto file = [](const ServerSnapshot &snapshot) { return snapshot.playback.value_or(Playback()).path; };
    const auto ended = [](const ServerSnapshot &snapshot) { return snapshot.playback.value_or(Playback()).ended; };
    const auto recording = [](const ServerSnapshot &snapshot) {
        return snapshot.recording ? std::optional(snapshot.recording->state) : std::nullopt;
    };
    return one.paused == other.paused && one.marketFile == other.marketFile && file(one) == file(other)
        && ended(one) == ended(other) && recording(one) == recording(other);
}

} // namespace ticker
