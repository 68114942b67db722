// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "quotes/quote_message.h"

#include "json_text.h"
#include "quotes/quote_cache.h"

#include <QJsonValue>

namespace ticker {

namespace {

/// Bytes of a message without its quotes, and about those of a quote and of a symbol: to allocate once.
constexpr qsizetype headBytes = 100;
constexpr qsizetype quoteBytes = 110;
constexpr qsizetype symbolBytes = 10;

/// {"type":"tick","seq" from {"seq"
QByteArray withType(const char *type, const QByteArray &object)
{
    return QByteArray("{\"type\":\"") + type + "\"," + object.sliced(1);
}

void appendTick(QByteArray &text, QuoteCache &cache, const SymbolSet &symbols, quint32 merged)
{
    cache.appendQuotes(text, symbols);
    if (merged > 0)
        text += ",\"merged\":" + QByteArray::number(merged);
    text += '}';
}

} // namespace

QByteArray tickMessage(QuoteCache &cache, const SymbolSet &symbols, quint32 merged)
{
    QByteArray text;
    text.reserve(headBytes + symbols.size() * quoteBytes);
    text += "{\"type\":\"tick\"";
    appendTick(text, cache, symbols, merged);
    return text;
}

QByteArray quotesObject(QuoteCache &cache, const SymbolSet &symbols, quint32 merged)
{
    QByteArray text;
    text.reserve(headBytes + symbols.size() * quoteBytes);
    text += "{\"simulated\":true";
    appendTick(text, cache, symbols, merged);
    return text;
}

QByteArray snapshotObject(QuoteCache &cache, const SymbolSet &subscribed, const SymbolSet &shown)
{
    QByteArray text;
    text.reserve(headBytes + subscribed.size() * symbolBytes + shown.size() * quoteBytes);
    text += "{\"symbols\":";
    cache.appendSymbols(text, subscribed);
    cache.appendQuotes(text, shown);
    return text + '}';
}

QByteArray snapshotMessage(QuoteCache &cache, const SymbolSet &subscribed, const SymbolSet &shown)
{
    return withType("snapshot", snapshotObject(cache, subscribed, shown));
}

QByteArray missedTickMessage(quint64 seq, qint64 timeMs, const QByteArray &quotes)
{
    return "{\"type\":\"tick\",\"seq\":" + QByteArray::number(seq) + ",\"time\":" + QByteArray::number(timeMs)
        + ",\"quotes\":[" + quotes + "]}";
}

QByteArray subscribedObject(const QuoteCache &cache, const SymbolSet &symbols)
{
    QByteArray text = "{\"symbols\":";
    cache.appendSymbols(text, symbols);
    return text + '}';
}

QByteArray subscribedMessage(const QuoteCache &cache, const SymbolSet &symbols)
{
    return withType("subscribed", subscribedObject(cache, symbols));
}

QByteArray maxRateMessage(double hertz)
{
    return "{\"type\":\"max_rate\",\"max_rate\":" + jsonText(hertz) + '}';
}

QByteArray gapMessage(quint64 afterSeq, quint64 lastSeq)
{
    return "{\"type\":\"gap\",\"from\":" + QByteArray::number(afterSeq) + ",\"to\":" + QByteArray::number(lastSeq)
        + '}';
}

QByteArray eventText(quint64 seq, const QByteArray &json)
{
    return "id: " + QByteArray::number(seq) + "\ndata: " + json + "\n\n";
}

} // namespace ticker
