// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

namespace ticker {

class PollingTransport;

/// Has a hanging GET wait for all of what is sent in a row: it can be answered but once, and the rest would take its client
/// another request. Server thread; shared by a server's polling transports, outlives them.
class PollCork final
{
public:
    /// Dies with its transport.
    using Poll = std::weak_ptr<PollingTransport *>;

    /// From now on no GET is answered, but to close it.
    void cork() { m_isCorked = true; }
    /// Answers those that there is something for by now.
    void uncork();

    [[nodiscard]] bool isCorked() const { return m_isCorked; }
    /// To be told by uncork(). Once each.
    void wait(Poll poll) { m_waiting.push_back(std::move(poll)); }

private:
    bool m_isCorked = false;
    std::vector<Poll> m_waiting; ///< Kept from tick to tick, for its memory.
};

} // namespace ticker
