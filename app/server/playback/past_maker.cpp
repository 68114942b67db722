// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/past_maker.h"

#include "quotes/live_market.h"
#include "quotes/made_past.h"

#include <QDateTime>

#include <memory>
#include <utility>

namespace ticker {

PastMaker::~PastMaker()
{
    if (m_thread.joinable())
        m_thread.join();
}

void PastMaker::begin(const LiveMarket &market)
{
    if (!m_isOn || std::exchange(m_hasBegun, true) || market.isReplay())
        return;
    // What the thread makes is for this market: it expires with it.
    m_thread = std::thread([this, spec = market.spec(), seed = market.seed(), reference = market.reference(),
                            beginMs = QDateTime::currentMSecsSinceEpoch()] {
        const auto made = std::make_shared<MadePast>(MadePast::of(spec, seed, beginMs));
        const auto take = [reference, made] {
            if (const auto taker = reference.lock())
                (*taker)->takePast(std::move(*made));
        };
        QMetaObject::invokeMethod(this, take, Qt::QueuedConnection);
    });
}

void PastMaker::give(LiveMarket &market) const
{
    if (m_hasBegun && !market.isReplay())
        market.takePast(MadePast::of(market.spec(), market.seed(), QDateTime::currentMSecsSinceEpoch()));
}

} // namespace ticker
