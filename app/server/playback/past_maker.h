// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <thread>

namespace ticker {

class LiveMarket;

/// Gives each simulated market its past. The first one gets it from a thread of its own, so that the server answers
/// meanwhile; all later ones at once, for who hears of another market asks for its charts. Server thread; owned by
/// MarketController.
class PastMaker final : public QObject
{
    Q_DISABLE_COPY_MOVE(PastMaker)

public:
    /// If it is off, no market has a past.
    explicit PastMaker(bool isOn) : m_isOn(isOn) { }
    /// Waits for the thread, some 10 ms at most.
    ~PastMaker() override;

    /// From now on markets have one: this one, which begins now, too. Only the first call counts.
    void begin(const LiveMarket &market);
    /// Another market begins now.
    void give(LiveMarket &market) const;

private:
    bool m_isOn;
    bool m_hasBegun = false;
    std::thread m_thread;
};

} // namespace ticker
