// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gate/body_turns.h"

#include <utility>

namespace ticker {

namespace {
/// Bytes for all of them in one pass. As JSON they take about a millisecond to write, from a file much less.
constexpr qsizetype bytesPerPass = 64 * 1024;
} // namespace

void BodyTurns::join(Sender &sender)
{
    if (sender.m_waits)
        return;
    sender.m_waits = true;
    m_line.push_back(&sender);
    passLater();
}

void BodyTurns::leave(Sender &sender)
{
    if (sender.m_waits)
        std::erase(m_line, &sender);
    sender.m_waits = false;
}

void BodyTurns::passLater()
{
    if (!std::exchange(m_isCalled, true))
        QMetaObject::invokeMethod(this, &BodyTurns::pass, Qt::QueuedConnection);
}

/// Who joins during the pass waits for the next one: what it has sent may have to be taken first.
void BodyTurns::pass()
{
    m_isCalled = false;
    qsizetype bytes = 0;
    for (std::size_t turns = m_line.size(); turns > 0 && bytes < bytesPerPass && !m_line.empty(); --turns) {
        Sender *sender = m_line.front();
        m_line.pop_front();
        sender->m_waits = false;
        bytes += sender->takeTurn();
    }
    if (!m_line.empty())
        passLater();
}

} // namespace ticker

#include "moc_body_turns.cpp"
