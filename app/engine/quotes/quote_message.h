// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "instruments/symbol_set.h"

#include <QByteArray>

namespace ticker {

class QuoteCache;

// The messages with quotes, each one JSON object. resources/api/WIRE.md says what they mean.

/// {"type":"tick","seq":…,"time":…,"quotes":[…]}, the quotes being the newest; and "merged", when other ticks are in it.
[[nodiscard]] QByteArray tickMessage(QuoteCache &cache, const SymbolSet &symbols, quint32 merged);
/// The same without a type, for where the name of an event says what it is.
[[nodiscard]] QByteArray quotesObject(QuoteCache &cache, const SymbolSet &symbols, quint32 merged);
/// {"type":"snapshot","symbols":[…],"seq":…,"time":…,"quotes":[…]}: what the client is subscribed to, and how some of it
/// stands. Instruments that never traded have no quote.
[[nodiscard]] QByteArray snapshotMessage(QuoteCache &cache, const SymbolSet &subscribed, const SymbolSet &shown);
/// The same without a type.
[[nodiscard]] QByteArray snapshotObject(QuoteCache &cache, const SymbolSet &subscribed, const SymbolSet &shown);
/// An earlier tick, by the text of its quotes.
[[nodiscard]] QByteArray missedTickMessage(quint64 seq, qint64 timeMs, const QByteArray &quotes);
/// {"type":"subscribed","symbols":[…]}
[[nodiscard]] QByteArray subscribedMessage(const QuoteCache &cache, const SymbolSet &symbols);
/// {"symbols":[…]}
[[nodiscard]] QByteArray subscribedObject(const QuoteCache &cache, const SymbolSet &symbols);
/// {"type":"max_rate","max_rate":5}
[[nodiscard]] QByteArray maxRateMessage(double hertz);
/// {"type":"gap","from":…,"to":…}: the ticks after the one and up to the other cannot be had any more.
[[nodiscard]] QByteArray gapMessage(quint64 afterSeq, quint64 lastSeq);
/// A message as one of server-sent events. It has no line end in it.
[[nodiscard]] QByteArray eventText(quint64 seq, const QByteArray &json);

} // namespace ticker
