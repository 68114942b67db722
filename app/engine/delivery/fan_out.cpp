// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/fan_out.h"

#include "packets/tick_batch.h"

#include <algorithm>
#include <utility>

namespace ticker {

FanOut::Member::~Member()
{
    if (m_fanOut)
        m_fanOut->vacate(*this);
}

void FanOut::Member::fastPathChanged()
{
    if (!m_fanOut)
        return;
    settle();
    m_fanOut->m_seats[m_seat].fastPath = fastPath();
}

void FanOut::Member::settle()
{
    if (!m_fanOut)
        return;
    Seat &seat = m_fanOut->m_seats[m_seat];
    if (seat.bytes == 0)
        return;
    sentDirectly(std::exchange(seat.ticks, 0U), std::exchange(seat.bytes, 0U));
}

FanOut::~FanOut()
{
    for (const Seat &seat : m_seats)
        seat.member->m_fanOut = nullptr;
}

void FanOut::add(Member &member)
{
    Q_ASSERT(!member.m_fanOut);
    member.m_fanOut = this;
    member.m_seat = std::uint32_t(m_seats.size());
    m_seats.push_back({member.fastPath(), &member});
}

void FanOut::remove(Member &member)
{
    if (member.m_fanOut != this)
        return;
    member.settle();
    vacate(member);
}

void FanOut::vacate(Member &member)
{
    member.m_fanOut = nullptr;
    Seat &left = m_seats[member.m_seat];
    if (m_walks > 0) { // the walk's order must not change
        left = {};
        m_hasGaps = true;
        return;
    }
    left = m_seats.back();
    left.member->m_seat = member.m_seat;
    m_seats.pop_back();
}

void FanOut::closeGaps()
{
    std::erase_if(m_seats, [](const Seat &seat) { return !seat.member; });
    for (std::size_t i = 0; i < m_seats.size(); ++i)
        m_seats[i].member->m_seat = std::uint32_t(i);
    m_hasGaps = false;
}

void FanOut::send(const TickBatch &batch)
{
    const QByteArrayView frames = batch.frames();
    walk([&](Seat &seat) {
        if (!seat.fastPath) {
            seat.member->sendTicks(batch);
            return;
        }
        const qint64 taken = seat.fastPath.path->send(seat.fastPath.descriptor, frames);
        if (taken == frames.size()) {
            seat.ticks += batch.counted();
            seat.bytes += quint64(taken);
        } else {
            seat.member->fastPathTook(batch, taken);
        }
    });
}

} // namespace ticker
