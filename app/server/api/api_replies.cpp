// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/api_replies.h"

#include "http_codec/reply_headers.h"
#include "json_text.h"
#include "quotes/live_market.h"
#include "subscriptions/resolve_symbols.h"

#include <type_traits>

namespace ticker {

namespace {

constexpr int headline = 0; ///< Its place in a market.

QByteArray quoted(quint64 number)
{
    return '"' + QByteArray::number(number) + '"';
}

QByteArray modelName(const PriceModel &model)
{
    return std::visit(
        [](const auto &chosen) -> QByteArray {
            using Model = std::decay_t<decltype(chosen)>;
            if constexpr (std::is_same_v<Model, UniformModel>)
                return "uniform";
            else if constexpr (std::is_same_v<Model, RandomWalkModel>)
                return "randomWalk";
            else if constexpr (std::is_same_v<Model, GeometricBrownianModel>)
                return "gbm";
            else if constexpr (std::is_same_v<Model, MeanReversionModel>)
                return "meanReversion";
            else if constexpr (std::is_same_v<Model, JumpDiffusionModel>)
                return "jumpDiffusion";
            else if constexpr (std::is_same_v<Model, GarchModel>)
                return "garch";
            else
                return "regimes";
        },
        model);
}

QByteArray instrumentText(const Instrument &instrument)
{
    return "{\"symbol\":" + jsonText(instrument.symbol) + ",\"name\":" + jsonText(instrument.name) + ",\"tickSize\":"
        + instrument.grid.text(instrument.grid.tickSize()) + ",\"start\":" + instrument.grid.text(instrument.startPrice)
        + ",\"sizeDecimals\":" + QByteArray::number(instrument.sizes.decimals())
        + ",\"spread\":" + jsonText(instrument.spread) + ",\"depth\":" + jsonText(instrument.depth)
        + ",\"activity\":" + jsonText(instrument.activity) + ",\"model\":\"" + modelName(instrument.model)
        + "\",\"sector\":" + (instrument.sector.isEmpty() ? QByteArray("null") : jsonText(instrument.sector)) + '}';
}

QByteArray dayText(const DayShape &shape)
{
    return shape.depth == 0 ? QByteArray("null") : "{\"shape\":\"u\",\"depth\":" + jsonText(shape.depth) + '}';
}

QByteArray textOrNull(const LocalizedText &text)
{
    return text.isEmpty() ? QByteArray("null") : jsonText(text.english());
}

QByteArray numberOrNull(const std::optional<qint64> &number)
{
    return number ? QByteArray::number(*number) : QByteArray("null");
}

QByteArray pastText(const PastTicks &past)
{
    return past.isEmpty() ? QByteArray("null") : "{\"first\":" + QByteArray::number(past.firstSeq()) + ",\"last\":0}";
}

QByteArray openingText(const std::optional<FileOpening> &opening)
{
    if (!opening)
        return "null";
    return "{\"file\":" + jsonText(opening->name()) + ",\"progress\":" + jsonText(opening->progress) + '}';
}

QByteArray skippedKindsText(const std::vector<SkippedKind> &kinds)
{
    QByteArray list;
    for (const SkippedKind &kind : kinds) {
        list += (list.isEmpty() ? "{\"reason\":" : ",{\"reason\":") + jsonText(kind.reason.english())
            + ",\"count\":" + QByteArray::number(kind.count) + ",\"line\":" + QByteArray::number(kind.line) + '}';
    }
    return '[' + list + ']';
}

QByteArray replayText(const std::optional<Playback> &replay)
{
    if (!replay)
        return "null";
    const auto truth = [](bool is) { return is ? "true" : "false"; };
    return "{\"file\":" + jsonText(replay->name()) + ",\"format\":" + textOrNull(replay->format)
        + ",\"progress\":" + jsonText(replay->progress) + ",\"indexed\":" + jsonText(replay->indexed)
        + ",\"speed\":" + jsonText(replay->speed) + ",\"loop\":" + truth(replay->loop)
        + ",\"following\":" + truth(replay->following) + ",\"ended\":" + truth(replay->ended)
        + ",\"error\":" + textOrNull(replay->error) + ",\"from\":" + numberOrNull(replay->fromMs)
        + ",\"to\":" + numberOrNull(replay->toMs) + ",\"rows\":" + QByteArray::number(replay->rows)
        + ",\"skippedLines\":" + QByteArray::number(replay->skippedLines) + ",\"skipped\":"
        + textOrNull(replay->skipped) + ",\"skippedKinds\":" + skippedKindsText(replay->skippedKinds) + '}';
}

} // namespace

HttpReply jsonReply(const QByteArray &body)
{
    HttpReply reply;
    reply.contentType = "application/json";
    reply.body = body;
    return reply;
}

HttpReply badParameter(const ApiQueryError &error)
{
    return problemReply(400, QStringLiteral("Bad parameter"), error.detail);
}

QByteArray tickTag(const LiveMarket &market)
{
    const quint64 haltChanges = market.cache().haltChanges();
    return market.tape() + (market.past().isEmpty() ? "-" : "+") + QByteArray::number(market.seq())
        + (haltChanges > 0 ? '.' + QByteArray::number(haltChanges) : QByteArray());
}

Expected<int, ApiQueryError> instrumentOf(const QuoteCache &cache, const ApiQuery &query)
{
    const std::optional<QString> symbol = query.text(QStringLiteral("symbol"));
    if (!symbol)
        return headline;
    if (const auto place = cache.find(symbol->trimmed()))
        return *place;
    return ApiQueryError{unknownSymbolError(*symbol).message};
}

Expected<QuoteFields, ApiQueryError> fieldsOf(const ApiQuery &query)
{
    const auto names = decodeFieldNames(query.list(QStringLiteral("fields")).value_or(QString()));
    const auto fields = names ? QuoteFields::fromNames(names->value_or(QStringList())) : names.error();
    return fields ? Expected<QuoteFields, ApiQueryError>(*fields) : ApiQueryError{fields.error().message};
}

Expected<SymbolSet, ApiQueryError> symbolsOf(const QuoteCache &cache, const ApiQuery &query, const QString &otherwise)
{
    const auto set = resolveSymbols(splitSymbols(query.list(QStringLiteral("symbols")).value_or(otherwise)), cache);
    if (!set)
        return ApiQueryError{set.error().message};
    return *set;
}

HttpReply statusReply(const LiveMarket &market, const MarketStatus &status)
{
    return jsonReply(
        "{\"name\":\"TickerTray\",\"version\":" + jsonText(QStringLiteral(TICKER_VERSION))
        + ",\"simulated\":true,\"tape\":\"" + market.tape() + "\",\"seed\":" + quoted(market.seed())
        + ",\"seq\":" + QByteArray::number(market.seq()) + ",\"rate\":" + jsonText(status.rateHz)
        + ",\"actualRate\":" + jsonText(status.actualRateHz) + ",\"paused\":" + (status.paused ? "true" : "false")
        + ",\"state\":\"" + marketStateName(market.cache().state().kind) + '"' + ",\"clients\":"
        + QByteArray::number(qulonglong(status.clients)) + ",\"headline\":" + jsonText(market.spec().headline().symbol)
        + ",\"featured\":" + jsonText(market.featured().symbol) + ",\"market\":" + jsonText(market.spec().name)
        + ",\"instruments\":" + QByteArray::number(qulonglong(market.spec().instruments.size()))
        + ",\"history\":{\"first\":" + QByteArray::number(market.history().firstSeq())
        + ",\"last\":" + QByteArray::number(market.history().lastSeq()) + "},\"generated\":" + pastText(market.past())
        + ",\"replay\":" + replayText(status.replay) + ",\"opening\":" + openingText(status.opening) + '}');
}

HttpReply instrumentsReply(const LiveMarket &market)
{
    QByteArray list;
    for (const Instrument &instrument : market.spec().instruments)
        list += (list.isEmpty() ? "" : ",") + instrumentText(instrument);
    return jsonReply("{\"market\":" + jsonText(market.spec().name) + ",\"ticksPerDay\":"
                     + QByteArray::number(market.spec().ticksPerDay) + ",\"day\":" + dayText(market.spec().dayShape)
                     + ",\"featured\":" + jsonText(market.featured().symbol) + ",\"simulated\":true,\"instruments\":["
                     + list + "]}");
}

HttpReply quoteReply(LiveMarket &market, const ApiQuery &query)
{
    QuoteCache &cache = market.cache();
    const auto place = instrumentOf(cache, query);
    if (!place)
        return problemReply(404, QStringLiteral("Unknown symbol"), place.error().detail);
    const auto fields = fieldsOf(query);
    if (!fields)
        return badParameter(fields.error());
    const bool hasTraded = cache.quote(*place).size > 0;
    QByteArray quote = hasTraded ? QByteArray() : "{\"symbol\":" + jsonText(cache.symbol(*place)) + ",\"price\":null}";
    if (hasTraded)
        cache.appendQuote(quote, *place, *fields);
    return jsonReply(quote.chopped(1) + ",\"tape\":\"" + cache.tape() + "\",\"seq\":" + QByteArray::number(cache.seq())
                     + ",\"time\":" + (hasTraded ? QByteArray::number(cache.timeMs()) : QByteArray("null"))
                     + ",\"simulated\":true}");
}

HttpReply bookReply(LiveMarket &market, const ApiQuery &query)
{
    const QuoteCache &cache = market.cache();
    const auto place = instrumentOf(cache, query);
    if (!place)
        return problemReply(404, QStringLiteral("Unknown symbol"), place.error().detail);
    const auto depth = query.number(QStringLiteral("depth"), 1, OrderBook::mostLevels, OrderBook::usualLevels);
    if (!depth)
        return badParameter(depth.error());
    MarketBooks &books = market.books();
    QByteArray text = "{\"symbol\":" + jsonText(cache.symbol(*place)) + ",\"tape\":\"" + cache.tape()
        + "\",\"seq\":" + QByteArray::number(cache.seq()) + ",\"update\":" + QByteArray::number(books.update())
        + ",\"time\":" + (cache.seq() > 0 ? QByteArray::number(cache.timeMs()) : QByteArray("null"));
    books.appendLevels(text, *place, books.book(*place, int(*depth)));
    return jsonReply(text + ",\"simulated\":true}");
}

HttpReply quotesReply(LiveMarket &market, const ApiQuery &query)
{
    QuoteCache &cache = market.cache();
    const auto symbols = symbolsOf(cache, query, QStringLiteral("*"));
    if (!symbols)
        return problemReply(404, QStringLiteral("Unknown symbol"), symbols.error().detail);
    const auto fields = fieldsOf(query);
    if (!fields)
        return badParameter(fields.error());
    QByteArray text = "{\"simulated\":true,\"tape\":\"" + cache.tape() + '"';
    cache.appendQuotes(text, *symbols, {}, *fields);
    return jsonReply(text + '}');
}

HttpReply lanesReply(const LaneMeter &lanes, const ApiQuery &query, qint64 timeMs)
{
    QList<QByteArray> names;
    if (const auto text = query.list(QStringLiteral("names")))
        names = text->toUtf8().split(',');
    for (const QByteArray &name : std::as_const(names)) {
        if (!LaneMeter::isName(name)) {
            return problemReply(400, QStringLiteral("Invalid lane name"),
                                QStringLiteral("\"names\" must be comma-separated lane names of letters, digits, "
                                               "\".\", \"-\" and \"_\", at most 64 characters each."));
        }
    }
    QByteArray list;
    for (const auto &[name, count] : lanes.counts(names)) {
        list += (list.isEmpty() ? "{\"name\":\"" : ",{\"name\":\"") + name + "\",\"requests\":"
            + QByteArray::number(count.requests) + ",\"notModified\":" + QByteArray::number(count.notModified)
            + ",\"open\":" + QByteArray::number(count.open) + ",\"bytesUp\":" + QByteArray::number(count.bytes.up)
            + ",\"bytesDown\":" + QByteArray::number(count.bytes.down) + '}';
    }
    return jsonReply("{\"time\":" + QByteArray::number(timeMs)
                     + ",\"leftOut\":\"TCP and IP: headers, acknowledgements, repetitions\",\"lanes\":[" + list + "]}");
}

HttpReply timeReply(qint64 timeMs)
{
    return jsonReply("{\"time\":" + QByteArray::number(timeMs) + '}');
}

} // namespace ticker
