// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed_codec/feed_message.h"
#include "history/candle_book.h"
#include "history/past_ticks.h"
#include "history/tick_history.h"
#include "market_values/market_action.h"
#include "quotes/depth_books.h"
#include "quotes/made_past.h"
#include "quotes/market_books.h"
#include "quotes/quote_cache.h"
#include "quotes/replayed_quotes.h"
#include "simulation/market.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace ticker {

/// The market that is on, made up or from a file: moved by one tick at a time, with what the feeds and the interface read of
/// it. Knows no clock. Server thread; owned by the server.
class LiveMarket final
{
public:
    /// Ticks that a client can catch up on; beyond them it is better off with the newest.
    static constexpr quint64 mostMissed = 10'000;

    /// One that is made up. The specification holds to its ranges.
    LiveMarket(const MarketSpec &spec, quint64 seed);
    /// One of a file, whose instruments at its start these are.
    explicit LiveMarket(const MarketSpec &fileSpec);
    ~LiveMarket();
    Q_DISABLE_COPY_MOVE(LiveMarket)

    /// Refers to this market, and expires with it.
    [[nodiscard]] std::weak_ptr<LiveMarket *const> reference() const { return m_self; }
    [[nodiscard]] bool isReplay() const { return !m_market.has_value(); }
    /// Takes the past that was made for it, which is past() and in candles() from now on, and nowhere else. Nothing happens if
    /// it has one, is a file's, or has forgotten its first ticks.
    void takePast(MadePast past);
    /// Makes the next tick, at that time (ms since 1970). Not of a file.
    void advance(qint64 timeMs);
    /// Takes the next tick of the file, played at that time; its instruments are those of cache(), or setSpec() came first.
    void play(const ReplayTick &tick, qint64 timeMs);
    /// The file has got instruments. The cache before lives on until the next call.
    void setSpec(const MarketSpec &fileSpec);

    [[nodiscard]] const MarketSpec &spec() const { return m_spec; }
    /// Of them the one to show first: MarketSpec::featured(); of a file the headline.
    [[nodiscard]] const Instrument &featured() const;
    /// Another one whenever spec() is; to be kept by who compares.
    [[nodiscard]] std::shared_ptr<const void> specMark() const { return m_specMark; }
    /// 0 of a file.
    [[nodiscard]] quint64 seed() const { return m_market ? m_market->seed() : 0; }
    /// What tells it from every other market, also from one with the same seed: twelve letters and digits, by chance.
    [[nodiscard]] const QByteArray &tape() const { return m_cache->tape(); }
    /// Of the last tick; 0 before the first one.
    [[nodiscard]] quint64 seq() const { return m_cache->seq(); }
    [[nodiscard]] const Tick &tick() const { return m_market ? m_market->tick() : m_replayed.tick(); }
    [[nodiscard]] qint64 timeMs() const { return m_cache->timeMs(); }
    /// In the order of the market.
    [[nodiscard]] const QStringList &symbols() const { return m_symbols; }
    /// Takes effect with the next tick, and a halt or its end at once. False: there is no such instrument, the value is out of
    /// its range, or the market is a file's, to which nothing can be done.
    [[nodiscard]] bool act(const MarketAction &action);
    /// Which instruments are halted since it was last asked, and which are not any more.
    [[nodiscard]] TradingChange takeTradingChange();
    /// Whether its ticks come, which is for others to say.
    void setState(const MarketState &state) { m_cache->setState(state); }
    /// No instrument of a file ever is.
    [[nodiscard]] bool isHalted(int instrument) const { return m_market && m_market->isHalted(instrument); }
    [[nodiscard]] QuoteCache &cache() { return *m_cache; }
    [[nodiscard]] const QuoteCache &cache() const { return *m_cache; }
    [[nodiscard]] MarketBooks &books() { return m_books; }
    [[nodiscard]] const MarketBooks &books() const { return m_books; }
    /// Those of so many levels, for who follows them tick by tick. They last as long as this.
    [[nodiscard]] DepthBooks &booksOf(int levels)
    {
        return m_depths.try_emplace(levels, m_books, levels).first->second;
    }
    [[nodiscard]] const TickHistory &history() const { return m_history; }
    [[nodiscard]] const PastTicks &past() const { return m_past; }
    [[nodiscard]] CandleBook &candles() { return m_candles; }

    /// Shows each tick after a number that concerns some instruments, as a tick message without what history does not keep
    /// (open, high, low), until the visitor says false. False: it did, or not all of them are known any more, or they are
    /// more than mostMissed.
    bool visitMissed(quint64 afterSeq, const SymbolSet &symbols,
                     const std::function<bool(quint64 seq, const QByteArray &json)> &visit) const;

    /// The headline's price as a JSON number, if it traded in the last tick; else empty.
    [[nodiscard]] QByteArray headlineOfTick() const;
    /// The newest quote of the featured instrument; null before its first trade.
    [[nodiscard]] const Quote *featuredQuote() const;
    /// What a client of the plain feed is greeted with, but for the rate.
    [[nodiscard]] FeedHello hello() const;

private:
    void useCache();
    void take(const Tick &tick, qint64 timeMs);

    MarketSpec m_spec;
    std::optional<Market> m_market; ///< Nothing: it is a file's.
    ReplayedQuotes m_replayed;
    std::unique_ptr<QuoteCache> m_cache;
    std::unique_ptr<QuoteCache> m_oldCache; ///< Until clients have changed over.
    TickHistory m_history;
    PastTicks m_past;
    CandleBook m_candles;
    MarketBooks m_books{m_spec, m_market ? &*m_market : nullptr};
    std::map<int, DepthBooks> m_depths; ///< By the number of levels.
    QStringList m_symbols;
    std::shared_ptr<LiveMarket *const> m_self = std::make_shared<LiveMarket *const>(this);
    std::shared_ptr<const bool> m_specMark = std::make_shared<const bool>();
};

} // namespace ticker
