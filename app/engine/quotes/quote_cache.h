// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/tick_history.h"
#include "instruments/instrument.h"
#include "instruments/quote.h"
#include "instruments/symbol_set.h"
#include "packets/mergeable_tick.h"
#include "quotes/quote_fields.h"
#include "quotes/status_change.h"

#include <QByteArray>
#include <QHash>
#include <QStringList>

#include <optional>
#include <span>
#include <vector>

namespace ticker {

/// The newest quotes of a market as clients read them. The text of each is made once, when the first one needs it, and
/// shared by all messages. Server thread; owned by LiveMarket.
class QuoteCache final
{
public:
    /// The tape is what tells this run of the market from every other one: a few letters and digits.
    QuoteCache(const MarketSpec &spec, const QByteArray &tape);

    /// A tick, made at that time (ms since 1970). Its quotes are the newest ones from now on.
    void take(const Tick &tick, qint64 timeMs);

    /// Whether ticks come: part of what clients are told of the market.
    void setState(const MarketState &state) { m_state = state; }
    [[nodiscard]] const MarketState &state() const { return m_state; }
    /// Whose trading is halted: part of their quotes.
    void setHalted(const SymbolSet &halted);
    [[nodiscard]] const SymbolSet &halted() const { return m_halted; }
    /// Those of these that are halted; or those that are not.
    [[nodiscard]] SymbolSet whereTradingIs(bool halted, const SymbolSet &symbols) const;
    /// How often that was set: between two ticks the quotes change by this alone.
    [[nodiscard]] quint64 haltChanges() const { return m_haltChanges; }

    /// The state of a cache with fewer instruments, of which those of this one are a continuation.
    void takeAll(const QuoteCache &other);

    [[nodiscard]] const QByteArray &tape() const { return m_tape; }
    /// Of the last tick; 0 before the first one.
    [[nodiscard]] quint64 seq() const { return m_seq; }
    [[nodiscard]] qint64 timeMs() const { return m_timeMs; }
    /// The instruments that traded in the last tick.
    [[nodiscard]] const SymbolSet &changed() const { return m_changed; }
    /// All instruments.
    [[nodiscard]] const SymbolSet &all() const { return m_all; }

    [[nodiscard]] std::size_t size() const { return m_labels.size(); }
    /// The place of a symbol; nothing when there is no such instrument.
    [[nodiscard]] std::optional<int> find(const QString &symbol) const;
    [[nodiscard]] const QString &symbol(int instrument) const { return m_symbols[std::size_t(instrument)]; }
    /// Of these, in their order.
    [[nodiscard]] QStringList namesOf(const SymbolSet &symbols) const;
    /// The newest quote; its size is 0 when it has not traded yet.
    [[nodiscard]] const Quote &quote(int instrument) const { return m_quotes[std::size_t(instrument)]; }
    /// The ticks in which it has traded.
    [[nodiscard]] quint64 ticks(int instrument) const { return m_ticks[std::size_t(instrument)]; }
    /// The last tick in which it has traded; 0: none.
    [[nodiscard]] quint64 lastTraded(int instrument) const { return m_lastTraded[std::size_t(instrument)]; }
    /// The last tick in which any of these has traded; 0: none ever did.
    [[nodiscard]] quint64 lastTraded(const SymbolSet &symbols) const;
    [[nodiscard]] const PriceGrid &grid(int instrument) const { return m_grids[std::size_t(instrument)]; }
    [[nodiscard]] const SizeScale &sizes(int instrument) const { return m_sizes[std::size_t(instrument)]; }

    /// A quote as a JSON object: {"symbol":"ACME","price":636,"previous":12,"size":40,"open":500,"high":990,"low":3},
    /// with ,"state":"halted" at its end where trading is.
    [[nodiscard]] const QByteArray &quoteText(int instrument);
    /// Appends ,"seq":7,"after":5,"last":7,"time":1795377208008,"quotes":[…] with the quotes of these instruments, those that
    /// never traded left out, and what the chain has.
    void appendQuotes(QByteArray &text, const SymbolSet &symbols, const TickChain &chain = {}, QuoteFields fields = {});
    /// Appends quoteText() with these fields.
    void appendQuote(QByteArray &text, int instrument, QuoteFields fields);
    /// Where they come from; null: no fields can be had. It outlives its use here.
    void setFieldSource(QuoteFieldSource *source) { m_fieldSource = source; }
    /// Appends ,"state":"paused", or nothing while the market runs; and ,"halted":["ACME"], those of these that are, if any.
    void appendState(QByteArray &text, const SymbolSet &symbols) const;
    /// Appends ,"after":5,"last":7.
    static void appendChain(QByteArray &text, const TickChain &chain);
    /// Appends what is kept of an earlier quote, with a comma between two:
    /// {"symbol":"ACME","price":636,"previous":12,"size":40}.
    void appendTrade(QByteArray &text, const TickHistory::Trade &trade) const;
    /// Appends ["ACME","BOLT"].
    void appendSymbols(QByteArray &text, const SymbolSet &symbols) const;

private:
    QByteArray m_tape;
    QuoteFieldSource *m_fieldSource = nullptr;
    std::vector<QByteArray> m_labels;      ///< {"symbol":"ACME","price":
    std::vector<QByteArray> m_symbolTexts; ///< "ACME", with the quotes.
    std::vector<QString> m_symbols;
    std::vector<PriceGrid> m_grids;
    std::vector<SizeScale> m_sizes;
    std::vector<Quote> m_quotes;
    std::vector<quint64> m_ticks;
    std::vector<quint64> m_lastTraded; ///< By instrument, the tick; 0: never.
    std::vector<QByteArray> m_texts;   ///< Of the quotes, but for the stale ones.
    QHash<QString, int> m_places;
    SymbolSet m_all;
    SymbolSet m_changed;
    SymbolSet m_stale;
    SymbolSet m_halted;
    quint64 m_haltChanges = 0;
    MarketState m_state;
    quint64 m_seq = 0;
    qint64 m_timeMs = 0;
};

} // namespace ticker
