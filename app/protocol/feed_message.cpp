// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed_message.h"

#include "json_text.h"

#include <QJsonObject>

namespace ticker {

namespace {

QByteArray encodeTickAs(const char *type, const FeedTick &tick)
{
    return QByteArray("{\"type\":\"") + type + "\",\"symbol\":" + jsonText(tick.symbol)
        + ",\"price\":" + QByteArray::number(tick.price) + ",\"seq\":" + QByteArray::number(tick.seq)
        + ",\"time\":" + QByteArray::number(tick.timeMs) + '}';
}

QByteArray codeText(FeedError::Code code)
{
    switch (code) {
    case FeedError::Code::UnknownMessage:
        return QByteArrayLiteral("unknown_message");
    case FeedError::Code::BinaryMessage:
        return QByteArrayLiteral("binary_message");
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

FeedError unknownMessage(const QString &message, const QString &quote)
{
    return {FeedError::Code::UnknownMessage, message.arg(quote), quote};
}

} // namespace

QByteArray encodeFeedHello(const FeedHello &hello)
{
    return "{\"type\":\"hello\",\"symbol\":" + jsonText(hello.symbol) + ",\"rate\":" + jsonText(hello.rateHz)
        + ",\"seed\":\"" + QByteArray::number(hello.seed) + "\",\"simulated\":true}";
}

QByteArray encodeFeedTick(const FeedTick &tick)
{
    return encodeTickAs("tick", tick);
}

QByteArray encodeFeedSnapshot(const FeedTick &tick)
{
    return encodeTickAs("snapshot", tick);
}

QByteArray encodeFeedPong(qint64 timeMs)
{
    return "{\"type\":\"pong\",\"time\":" + QByteArray::number(timeMs) + '}';
}

QByteArray encodeFeedError(const FeedError &error)
{
    return "{\"type\":\"error\",\"code\":\"" + codeText(error.code) + "\",\"message\":" + jsonText(error.message) + '}';
}

Expected<FeedRequest, FeedError> decodeFeedRequest(const QByteArray &utf8)
{
    const std::optional<QJsonValue> json = parseJson(utf8);
    if (!json)
        return unknownMessage(QStringLiteral("This is not JSON: %1"), quoteOf(utf8));
    const QJsonValue action = json->toObject().value(QStringLiteral("action"));
    if (!action.isString())
        return unknownMessage(QStringLiteral("A message is an object like {\"action\":\"ping\"}. This is none: %1"),
                              quoteOf(utf8));
    if (action.toString() == QLatin1String("ping"))
        return FeedRequest{FeedRequest::Action::Ping};
    return unknownMessage(QStringLiteral("There is no action \"%1\". The only one is \"ping\"."),
                          quoteOf(action.toString()));
}

FeedError binaryFeedError()
{
    return {FeedError::Code::BinaryMessage,
            QStringLiteral("This was binary data. A message is a text like {\"action\":\"ping\"}."),
            {}};
}

} // namespace ticker
