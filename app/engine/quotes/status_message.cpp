// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "quotes/status_message.h"

#include "json_text.h"
#include "quotes/quote_cache.h"

#include <QJsonArray>

namespace ticker {

namespace {

QByteArray statusObject(const QuoteCache &cache, const QByteArray &state, const QByteArray &more, qint64 timeMs)
{
    return "{\"tape\":\"" + cache.tape() + "\",\"state\":\"" + state + '"' + more
        + ",\"seq\":" + QByteArray::number(cache.seq()) + ",\"time\":" + QByteArray::number(timeMs) + '}';
}

QByteArray symbolStatusObject(const QuoteCache &cache, const char *state, const QStringList &symbols, qint64 timeMs)
{
    return statusObject(cache, state, ",\"symbols\":" + jsonText(QJsonArray::fromStringList(symbols)), timeMs);
}

} // namespace

QByteArray heartbeatObject(const QuoteCache &cache, const SymbolSet &subscribed, std::chrono::milliseconds every,
                           std::optional<quint64> last, qint64 timeMs)
{
    QByteArray text = "{\"tape\":\"" + cache.tape() + "\",\"every\":" + secondsText(every)
        + ",\"seq\":" + QByteArray::number(cache.seq());
    QuoteCache::appendChain(text, {{}, last});
    text += ",\"time\":" + QByteArray::number(timeMs);
    cache.appendState(text, subscribed);
    return text + '}';
}

QByteArray marketStatusObject(const QuoteCache &cache, qint64 timeMs)
{
    const MarketState &state = cache.state();
    const QByteArray reason = state.reason.isEmpty() ? QByteArray() : ",\"message\":" + jsonText(state.reason);
    return statusObject(cache, marketStateName(state.kind), reason, timeMs);
}

QByteArray marketChangedObject(const QuoteCache &cache, qint64 timeMs)
{
    return statusObject(cache, "changed", {}, timeMs);
}

QByteArray tradingStatusObject(const QuoteCache &cache, const SymbolSet &symbols, bool halted, qint64 timeMs)
{
    return symbolStatusObject(cache, halted ? "halted" : "trading", cache.namesOf(symbols), timeMs);
}

QByteArray goneStatusObject(const QuoteCache &cache, const QStringList &symbols, qint64 timeMs)
{
    return symbolStatusObject(cache, "gone", symbols, timeMs);
}

QByteArray eventWithoutId(const QByteArray &json)
{
    return "data: " + json + "\n\n";
}

QByteArray eventWithoutTick(const QByteArray &json)
{
    return "id: " + noTickId.toByteArray() + '\n' + eventWithoutId(json);
}

QByteArray namedEvent(const char *name, const QByteArray &json)
{
    return QByteArray("event: ") + name + '\n' + eventWithoutId(json);
}

} // namespace ticker
