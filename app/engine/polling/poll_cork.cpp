// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "polling/poll_cork.h"

#include "polling/polling_transport.h"

namespace ticker {

void PollCork::uncork()
{
    m_isCorked = false;
    // What is answered may bring the client's next request at once, which has to wait for nothing.
    for (const Poll &poll : m_waiting) {
        if (const auto transport = poll.lock())
            (*transport)->uncorked();
    }
    m_waiting.clear();
}

} // namespace ticker
