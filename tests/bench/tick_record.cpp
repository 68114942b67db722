// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tick_record.h"

namespace ticker::bench {

void TickRecord::add(TickCount &client, Nanoseconds at, std::string_view text)
{
    client.lastHash = hashOf(text);
    if (client.lastAt != 0)
        m_intervals.add(at - client.lastAt);
    client.lastAt = at;
    const std::uint64_t index = client.ticks++;
    ++m_total;
    m_textBytes += text.size();
    if (index >= m_ticks.size())
        return;
    Tick &tick = m_ticks[index];
    if (tick.clients++ == 0) {
        tick.first = at;
        tick.hash = client.lastHash;
    }
    tick.last = at;
    if (tick.hash != client.lastHash)
        ++m_mismatches;
}

std::vector<Nanoseconds> TickRecord::spreads(std::size_t clients) const
{
    std::vector<Nanoseconds> result;
    for (const Tick &tick : m_ticks) {
        if (tick.clients == clients)
            result.push_back(tick.last - tick.first);
    }
    return result;
}

} // namespace ticker::bench
