// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed_codec/book_options.h"

#include "json_text.h"

#include <QJsonObject>

#include <algorithm>

namespace ticker {

namespace {

/// As it came, cut.
QString quoteOfValue(const QJsonValue &value)
{
    QString quote = QString::fromUtf8(jsonText(value)).left(FeedError::longestQuote);
    if (!quote.isEmpty() && quote.back().isHighSurrogate())
        quote.chop(1);
    return quote;
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
                         .arg(quoteOfValue(value), nearest),
                     quoteOfValue(value)};
}

std::optional<FeedError> readUpdates(const QJsonValue &value, bool *wantsDifferences)
{
    *wantsDifferences = value.toString() == QLatin1String("differences");
    if (*wantsDifferences || value.isUndefined() || value.isNull() || value.toString() == QLatin1String("snapshots"))
        return std::nullopt;
    return FeedError{
        FeedError::Code::BadUpdates,
        QStringLiteral("Updates must be \"snapshots\" or \"differences\", not: %1").arg(quoteOfValue(value)),
        quoteOfValue(value)};
}

} // namespace

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

} // namespace ticker
