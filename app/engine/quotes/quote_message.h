// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "instruments/symbol_set.h"
#include "packets/mergeable_tick.h"
#include "quotes/quote_fields.h"

#include <QByteArray>

namespace ticker {

class QuoteCache;

// The messages with quotes, each one JSON object. resources/api/WIRE.md says what they mean.

/// {"type":"tick","seq" from {"seq": where no name of an event says what it is.
[[nodiscard]] QByteArray withType(const char *type, const QByteArray &object);
/// {"type":"tick","seq":…,"after":…,"time":…,"quotes":[…]}, the quotes being the newest; "merged", when other ticks are in it;
/// and "last", when that is not the newest tick of the market.
[[nodiscard]] QByteArray tickMessage(QuoteCache &cache, const TickContents &contents);
/// The same without a type, for where the name of an event says what it is.
[[nodiscard]] QByteArray quotesObject(QuoteCache &cache, const TickContents &contents);
/// {"type":"snapshot","tape":"…","symbols":[…],"seq":…,"after":…,"last":…,"time":…,"quotes":[…]}: what the client is
/// subscribed to, and how some of it stands. Instruments that never traded have no quote.
[[nodiscard]] QByteArray snapshotMessage(QuoteCache &cache, const SymbolSet &subscribed, const SymbolSet &shown,
                                         const TickChain &chain = {}, QuoteFields fields = {});
/// The same without a type.
[[nodiscard]] QByteArray snapshotObject(QuoteCache &cache, const SymbolSet &subscribed, const SymbolSet &shown,
                                        const TickChain &chain = {}, QuoteFields fields = {});
/// An earlier tick, by the text of its quotes, and the one before it.
[[nodiscard]] QByteArray missedTickMessage(quint64 seq, quint64 after, qint64 timeMs, const QByteArray &quotes);
/// {"type":"subscribed","symbols":[…],"after":…,"last":…}
[[nodiscard]] QByteArray subscribedMessage(const QuoteCache &cache, const SymbolSet &symbols, const TickChain &chain);
/// The same without a type.
[[nodiscard]] QByteArray subscribedObject(const QuoteCache &cache, const SymbolSet &symbols, const TickChain &chain);
/// {"type":"max_rate","max_rate":5}
[[nodiscard]] QByteArray maxRateMessage(double hertz);
/// {"type":"gap","tape":"…","from":…,"to":…}: the ticks after the one and up to the cache's last cannot be had any more.
[[nodiscard]] QByteArray gapMessage(const QuoteCache &cache, quint64 afterSeq);
/// {"type":"resumed","tape":"…","after":…}: the ticks of these instruments after that one follow. With how the market is, and
/// which of them are halted.
[[nodiscard]] QByteArray resumedMessage(const QuoteCache &cache, quint64 afterSeq, const SymbolSet &symbols);
/// A message as one of server-sent events. It has no line end in it.
[[nodiscard]] QByteArray eventText(quint64 seq, const QByteArray &json);

} // namespace ticker
