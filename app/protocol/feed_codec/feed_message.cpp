// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed_codec/feed_message.h"

#include "json_text.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringTokenizer>

#include <algorithm>

namespace ticker {

namespace {

QByteArray codeText(FeedError::Code code)
{
    switch (code) {
    case FeedError::Code::UnknownMessage:
        return QByteArrayLiteral("unknown_message");
    case FeedError::Code::BinaryMessage:
        return QByteArrayLiteral("binary_message");
    case FeedError::Code::BadSymbols:
        return QByteArrayLiteral("bad_symbols");
    case FeedError::Code::TooManySymbols:
        return QByteArrayLiteral("too_many_symbols");
    case FeedError::Code::UnknownSymbol:
        return QByteArrayLiteral("unknown_symbol");
    case FeedError::Code::BadMaxRate:
        return QByteArrayLiteral("bad_max_rate");
    case FeedError::Code::BadHeartbeat:
        return QByteArrayLiteral("bad_heartbeat");
    case FeedError::Code::BadFields:
        return QByteArrayLiteral("bad_fields");
    case FeedError::Code::BadChannel:
        return QByteArrayLiteral("bad_channel");
    case FeedError::Code::BadDepth:
        return QByteArrayLiteral("bad_depth");
    case FeedError::Code::BadUpdates:
        return QByteArrayLiteral("bad_updates");
    }
    Q_UNREACHABLE();
    return {};
}

/// How a text begins, cut between two characters.
QString quoteOf(const QString &text)
{
    QString quote = text.left(FeedError::longestQuote);
    if (!quote.isEmpty() && quote.back().isHighSurrogate())
        quote.chop(1);
    return quote;
}

QString quoteOf(const QByteArray &utf8)
{
    constexpr qsizetype bytesPerCharacter = 4; // at most
    return quoteOf(QString::fromUtf8(utf8.left(bytesPerCharacter * FeedError::longestQuote)));
}

FeedError errorAbout(FeedError::Code code, const QString &message, const QString &quote)
{
    return {code, message.arg(quote), quote};
}

FeedError unknownMessage(const QString &message, const QString &quote)
{
    return errorAbout(FeedError::Code::UnknownMessage, message, quote);
}

std::optional<FeedError> readDepth(const QJsonValue &value, int *depth)
{
    if (value.isUndefined() || value.isNull())
        return std::nullopt;
    const double number = value.toDouble(-1);
    const bool isWhole = value.isDouble() && number >= 1 && number <= BookRequest::mostDepth && number == int(number);
    if (isWhole) {
        *depth = int(number);
        return std::nullopt;
    }
    const QString nearest = value.isDouble()
        ? QStringLiteral(" The nearest is %1.").arg(std::clamp(number, 1.0, double(BookRequest::mostDepth)), 0, 'f', 0)
        : QString();
    return FeedError{FeedError::Code::BadDepth,
                     QStringLiteral("The depth must be a whole number of levels from 1 to %1, not: %2.%3")
                         .arg(BookRequest::mostDepth)
                         .arg(quoteOf(jsonText(value)), nearest),
                     quoteOf(jsonText(value))};
}

std::optional<FeedError> readUpdates(const QJsonValue &value, bool *wantsDifferences)
{
    *wantsDifferences = value.toString() == QLatin1String("differences");
    if (*wantsDifferences || value.isUndefined() || value.isNull() || value.toString() == QLatin1String("snapshots"))
        return std::nullopt;
    return FeedError{
        FeedError::Code::BadUpdates,
        QStringLiteral("Updates must be \"snapshots\" or \"differences\", not: %1").arg(quoteOf(jsonText(value))),
        quoteOf(jsonText(value))};
}

Expected<FeedRequest, FeedError> decodeSubscription(FeedRequest::Action action, const QJsonObject &message,
                                                    const MaxRateRange &range)
{
    FeedRequest request{action, {}, {}};
    auto symbols = decodeSymbolChoice(message.value(QStringLiteral("symbols")));
    if (!symbols)
        return symbols.error();
    request.symbols = symbols.takeValue();
    const QJsonValue channel = message.value(QStringLiteral("channel"));
    if (channel.toString() == QLatin1String("book")) {
        auto book = decodeBookOptions(message, range);
        if (!book)
            return book.error();
        request.book = book.takeValue();
        return request;
    }
    if (!channel.isUndefined() && channel.toString() != QLatin1String("quotes")) {
        return errorAbout(FeedError::Code::BadChannel,
                          QStringLiteral("The channel must be \"quotes\" or \"book\", not: %1"),
                          quoteOf(jsonText(channel)));
    }
    if (action == FeedRequest::Action::Unsubscribe)
        return request;
    const auto maxRate = decodeMaxRate(message.value(QStringLiteral("max_rate")), range);
    if (!maxRate)
        return maxRate.error();
    request.maxRate = *maxRate;
    const auto fields = decodeFieldNames(message.value(QStringLiteral("fields")));
    if (!fields)
        return fields.error();
    request.fields = *fields;
    return request;
}

Expected<FeedRequest, FeedError> decodeRateChange(const QJsonObject &message, const MaxRateRange &range)
{
    const auto maxRate = decodeMaxRate(message.value(QStringLiteral("max_rate")), range);
    if (!maxRate)
        return maxRate.error();
    return FeedRequest{FeedRequest::Action::MaxRate, {}, maxRate->value_or(0)};
}

Expected<FeedRequest, FeedError> decodeHeartbeatWish(const QJsonObject &message)
{
    const auto every = decodeHeartbeat(message.value(QStringLiteral("every")));
    if (!every)
        return every.error();
    return FeedRequest{FeedRequest::Action::Heartbeat, {}, {}, *every};
}

} // namespace

QString feedErrorName(FeedError::Code code)
{
    return QString::fromLatin1(codeText(code));
}

QByteArray encodeFeedHello(const FeedHello &hello)
{
    QByteArray instruments;
    for (const FeedHello::Instrument &instrument : hello.instruments) {
        instruments += (instruments.isEmpty() ? "" : ",") + ("{\"symbol\":" + jsonText(instrument.symbol))
            + ",\"name\":" + jsonText(instrument.name) + ",\"tickSize\":" + instrument.tickSize + '}';
    }
    const QByteArray state = hello.state.isEmpty() ? QByteArray() : ",\"state\":\"" + hello.state + '"';
    return "{\"type\":\"hello\",\"tape\":\"" + hello.tape + "\",\"seed\":\"" + QByteArray::number(hello.seed)
        + "\",\"rate\":" + jsonText(hello.rateHz) + state + ",\"headline\":" + jsonText(hello.headline)
        + ",\"featured\":" + jsonText(hello.featured) + ",\"instruments\":[" + instruments + "],\"simulated\":true}";
}

QByteArray helloWithHeartbeat(const QByteArray &hello, std::chrono::milliseconds every)
{
    if (every <= std::chrono::milliseconds::zero())
        return hello;
    return hello.chopped(1) + ",\"heartbeat\":" + secondsText(every) + '}';
}

QByteArray encodeFeedPong(qint64 timeMs)
{
    return "{\"type\":\"pong\",\"time\":" + QByteArray::number(timeMs) + '}';
}

QByteArray encodeErrorObject(const FeedError &error)
{
    return "{\"code\":\"" + codeText(error.code) + "\",\"message\":" + jsonText(error.message) + '}';
}

QByteArray encodeFeedError(const FeedError &error)
{
    return "{\"type\":\"error\"," + encodeErrorObject(error).sliced(1);
}

Expected<FeedRequest, FeedError> decodeFeedRequest(const QByteArray &utf8, const MaxRateRange &range)
{
    const std::optional<QJsonValue> json = parseJson(utf8);
    if (!json)
        return unknownMessage(QStringLiteral("This is not JSON: %1"), quoteOf(utf8));
    const QJsonObject message = json->toObject();
    const QJsonValue action = message.value(QStringLiteral("action"));
    if (!action.isString())
        return unknownMessage(QStringLiteral("A message must be an object like {\"action\":\"ping\"}, not: %1"),
                              quoteOf(utf8));
    if (action.toString() == QLatin1String("ping"))
        return FeedRequest{FeedRequest::Action::Ping, {}, {}};
    if (action.toString() == QLatin1String("subscribe"))
        return decodeSubscription(FeedRequest::Action::Subscribe, message, range);
    if (action.toString() == QLatin1String("unsubscribe"))
        return decodeSubscription(FeedRequest::Action::Unsubscribe, message, range);
    if (action.toString() == QLatin1String("max_rate"))
        return decodeRateChange(message, range);
    if (action.toString() == QLatin1String("heartbeat"))
        return decodeHeartbeatWish(message);
    return unknownMessage(QStringLiteral("Unknown action \"%1\". Valid actions are subscribe, unsubscribe, max_rate, "
                                         "heartbeat and ping."),
                          quoteOf(action.toString()));
}

SymbolChoice splitSymbols(const QString &text)
{
    SymbolChoice choice;
    for (const QStringView part : qTokenize(text, u',')) {
        const QStringView symbol = part.trimmed();
        if (symbol == u"*")
            return {true, {}};
        if (!symbol.isEmpty())
            choice.symbols.append(symbol.toString());
        if (choice.symbols.size() > SymbolChoice::mostSymbols)
            break;
    }
    return choice;
}

Expected<SymbolChoice, FeedError> decodeSymbolChoice(const QJsonValue &value)
{
    const auto bad = [](const QJsonValue &what) {
        return errorAbout(FeedError::Code::BadSymbols,
                          QStringLiteral("Symbols must be a list like [\"ACME\"], or \"*\" for all, not: %1"),
                          what.isUndefined() ? QStringLiteral("nothing") : quoteOf(jsonText(what)));
    };
    const auto tooMany = [](qsizetype count) {
        return errorAbout(FeedError::Code::TooManySymbols,
                          QStringLiteral("Too many symbols: %1. At most 1000 can be named at once; \"*\" means all."),
                          QString::number(count));
    };
    if (!value.isString() && !value.isArray())
        return bad(value);
    const QJsonArray list = value.isArray() ? value.toArray() : QJsonArray{value};
    if (list.size() > SymbolChoice::mostSymbols)
        return tooMany(list.size());
    SymbolChoice choice;
    for (const QJsonValue item : list) {
        if (!item.isString())
            return bad(item);
        const SymbolChoice named = splitSymbols(item.toString());
        if (named.all)
            return named;
        choice.symbols += named.symbols;
        if (choice.symbols.size() > SymbolChoice::mostSymbols)
            return tooMany(choice.symbols.size());
    }
    return choice;
}

Expected<std::optional<double>, FeedError> decodeMaxRate(const QJsonValue &value, const MaxRateRange &range)
{
    if (value.isUndefined() || value.isNull())
        return std::optional<double>();
    const double rate = value.toDouble(-1);
    if (rate == 0 || (rate >= range.lowest && rate <= range.highest))
        return std::optional(rate);
    return FeedError{
        FeedError::Code::BadMaxRate,
        QStringLiteral("max_rate must be a number of messages per second from %1 to %2, or 0 for every tick, not: %3")
            .arg(range.lowest)
            .arg(range.highest)
            .arg(quoteOf(jsonText(value))),
        quoteOf(jsonText(value))};
}

Expected<std::optional<QStringList>, FeedError> decodeFieldNames(const QJsonValue &value)
{
    if (value.isUndefined() || value.isNull())
        return std::optional<QStringList>();
    const auto bad = [](const QJsonValue &what) {
        return errorAbout(FeedError::Code::BadFields,
                          QStringLiteral("Fields must be a list like [\"bid\",\"ask\"], not: %1"),
                          quoteOf(jsonText(what)));
    };
    constexpr qsizetype mostFields = 20; // there are six
    const QJsonArray list = value.isArray() ? value.toArray() : QJsonArray{value};
    if (list.size() > mostFields)
        return bad(value);
    QStringList names;
    for (const QJsonValue item : list) {
        if (!item.isString())
            return bad(item);
        for (const QString &name : item.toString().split(QLatin1Char(','), Qt::SkipEmptyParts))
            names.append(name.trimmed());
        if (names.size() > mostFields)
            return bad(value);
    }
    return std::optional(names);
}

Expected<BookRequest, FeedError> decodeBookOptions(const QJsonObject &options, const MaxRateRange &range)
{
    BookRequest request;
    if (auto error = readDepth(options.value(QStringLiteral("depth")), &request.depth))
        return *error;
    if (auto error = readUpdates(options.value(QStringLiteral("updates")), &request.wantsDifferences))
        return *error;
    const auto maxRate = decodeMaxRate(options.value(QStringLiteral("max_rate")), range);
    if (!maxRate)
        return maxRate.error();
    request.maxRate = *maxRate;
    return request;
}

Expected<std::chrono::milliseconds, FeedError> decodeHeartbeat(const QJsonValue &value)
{
    using Seconds = std::chrono::duration<double>;
    constexpr Seconds shortest = HeartbeatRange::shortest;
    constexpr Seconds longest = HeartbeatRange::longest;
    if (value.toString() == QLatin1String("off"))
        return std::chrono::milliseconds(0);
    const double seconds = value.toDouble(-1);
    if (value.isDouble() && seconds >= shortest.count() && seconds <= longest.count())
        return std::chrono::round<std::chrono::milliseconds>(Seconds(seconds));
    const QString quote = value.isUndefined() ? QStringLiteral("nothing") : quoteOf(jsonText(value));
    const QString nearest = value.isDouble()
        ? QStringLiteral(" The nearest is %1.").arg(std::clamp(seconds, shortest.count(), longest.count()))
        : QString();
    return FeedError{FeedError::Code::BadHeartbeat,
                     QStringLiteral("The heartbeat must be a number of seconds from %1 to %2, or \"off\", not: %3.%4")
                         .arg(shortest.count())
                         .arg(longest.count())
                         .arg(quote, nearest),
                     quote};
}

FeedError binaryFeedError()
{
    return {FeedError::Code::BinaryMessage,
            QStringLiteral("Binary messages are not supported. Send text like {\"action\":\"ping\"}."),
            {}};
}

FeedError unknownSymbolError(const QString &symbol)
{
    return errorAbout(FeedError::Code::UnknownSymbol, QStringLiteral("There is no instrument \"%1\" in this market."),
                      quoteOf(symbol));
}

} // namespace ticker
