// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "quotes/quote_message.h"

#include "json_text.h"
#include "quotes/quote_cache.h"

#include <QJsonValue>

namespace ticker {

namespace {

/// Bytes of a message without its quotes, and about those of a quote and of a symbol: to allocate once.
constexpr qsizetype headBytes = 120;
constexpr qsizetype quoteBytes = 110;
constexpr qsizetype symbolBytes = 10;

void appendTick(QByteArray &text, QuoteCache &cache, const TickContents &contents)
{
    const auto last = contents.last == cache.seq() ? std::nullopt : std::optional(contents.last);
    cache.appendQuotes(text, contents.symbols, {contents.after, last}, QuoteFields(contents.fields));
    if (contents.merged > 0)
        text += ",\"merged\":" + QByteArray::number(contents.merged);
    text += '}';
}

} // namespace

QByteArray withType(const char *type, const QByteArray &object)
{
    return QByteArray("{\"type\":\"") + type + "\"," + object.sliced(1);
}

QByteArray tickMessage(QuoteCache &cache, const TickContents &contents)
{
    QByteArray text;
    text.reserve(headBytes + contents.symbols.size() * quoteBytes);
    text += "{\"type\":\"tick\"";
    appendTick(text, cache, contents);
    return text;
}

QByteArray quotesObject(QuoteCache &cache, const TickContents &contents)
{
    QByteArray text;
    text.reserve(headBytes + contents.symbols.size() * quoteBytes);
    text += "{\"simulated\":true";
    appendTick(text, cache, contents);
    return text;
}

QByteArray snapshotObject(QuoteCache &cache, const SymbolSet &subscribed, const SymbolSet &shown,
                          const TickChain &chain, QuoteFields fields)
{
    QByteArray text;
    text.reserve(headBytes + subscribed.size() * symbolBytes + shown.size() * quoteBytes);
    text += "{\"tape\":\"" + cache.tape() + "\",\"symbols\":";
    cache.appendSymbols(text, subscribed);
    cache.appendQuotes(text, shown, chain, fields);
    cache.appendState(text, subscribed);
    return text + '}';
}

QByteArray snapshotMessage(QuoteCache &cache, const SymbolSet &subscribed, const SymbolSet &shown,
                           const TickChain &chain, QuoteFields fields)
{
    return withType("snapshot", snapshotObject(cache, subscribed, shown, chain, fields));
}

QByteArray missedTickMessage(quint64 seq, quint64 after, qint64 timeMs, const QByteArray &quotes)
{
    return "{\"type\":\"tick\",\"seq\":" + QByteArray::number(seq) + ",\"after\":" + QByteArray::number(after)
        + ",\"time\":" + QByteArray::number(timeMs) + ",\"quotes\":[" + quotes + "]}";
}

QByteArray subscribedObject(const QuoteCache &cache, const SymbolSet &symbols, const TickChain &chain)
{
    QByteArray text = "{\"symbols\":";
    cache.appendSymbols(text, symbols);
    QuoteCache::appendChain(text, chain);
    return text + '}';
}

QByteArray subscribedMessage(const QuoteCache &cache, const SymbolSet &symbols, const TickChain &chain)
{
    return withType("subscribed", subscribedObject(cache, symbols, chain));
}

QByteArray maxRateMessage(double hertz)
{
    return "{\"type\":\"max_rate\",\"max_rate\":" + jsonText(hertz) + '}';
}

QByteArray gapMessage(const QuoteCache &cache, quint64 afterSeq)
{
    return "{\"type\":\"gap\",\"tape\":\"" + cache.tape() + "\",\"from\":" + QByteArray::number(afterSeq)
        + ",\"to\":" + QByteArray::number(cache.seq()) + '}';
}

QByteArray resumedMessage(const QuoteCache &cache, quint64 afterSeq, const SymbolSet &symbols)
{
    QByteArray text = "{\"type\":\"resumed\",\"tape\":\"" + cache.tape()
        + "\",\"after\":" + QByteArray::number(afterSeq);
    cache.appendState(text, symbols);
    return text + '}';
}

QByteArray eventText(quint64 seq, const QByteArray &json)
{
    return "id: " + QByteArray::number(seq) + "\ndata: " + json + "\n\n";
}

} // namespace ticker
