// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "site/company_page.h"

#include "http_codec/reply_headers.h"
#include "quotes/live_market.h"

#include <QDateTime>
#include <QTimeZone>

namespace ticker {

namespace {

const QByteArray pathPrefix = QByteArrayLiteral("/company/");

/// Everything that a market file says is untrusted.
QByteArray escaped(const QString &text)
{
    return text.toHtmlEscaped().toUtf8();
}

QByteArray page(const QString &title, const QByteArray &body)
{
    return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
           "<link rel=\"icon\" href=\"/favicon.svg\" type=\"image/svg+xml\">\n<title>"
        + escaped(title) + "</title>\n</head>\n<body>\n" + body + "</body>\n</html>\n";
}

HttpReply htmlReply(int status, const QByteArray &html)
{
    HttpReply reply;
    reply.status = status;
    reply.contentType = "text/html; charset=utf-8";
    reply.body = html;
    reply.headers = pageSecurityHeaders();
    reply.headers.append(HttpHeader("Cache-Control", "no-store"));
    return reply;
}

QByteArray links(const LiveMarket &market)
{
    QByteArray list = "<ul>\n";
    for (const Instrument &instrument : market.spec().instruments) {
        list += "<li><a href=\"" + pathPrefix + instrument.symbol.toUtf8().toPercentEncoding() + "\">"
            + escaped(instrument.symbol) + "</a> " + escaped(instrument.name) + "</li>\n";
    }
    return list + "</ul>\n";
}

QByteArray row(const char *name, const QByteArray &value)
{
    return QByteArray("<tr><th scope=\"row\">") + name + "</th><td>" + value + "</td></tr>\n";
}

QByteArray table(const QuoteCache &cache, int place)
{
    const Quote &quote = cache.quote(place);
    const PriceGrid &grid = cache.grid(place);
    const QString time = QDateTime::fromMSecsSinceEpoch(cache.timeMs(), QTimeZone::utc()).toString(Qt::ISODateWithMs);
    return "<table>\n" + row("Price", grid.text(quote.price)) + row("Previous", grid.text(quote.previous))
        + row("Open", grid.text(quote.open)) + row("High", grid.text(quote.high)) + row("Low", grid.text(quote.low))
        + row("Tick", QByteArray::number(cache.seq())) + row("Time", time.toLatin1()) + "</table>\n";
}

} // namespace

HttpReply companyPage(LiveMarket &market, const QByteArray &rawName)
{
    const QString name = QString::fromUtf8(QByteArray::fromPercentEncoding(rawName));
    const QuoteCache &cache = market.cache();
    const auto place = cache.find(name.toUpper());
    if (!place) {
        return htmlReply(404,
                         page(QStringLiteral("No such company"),
                              "<h1>No such company</h1>\n<p>Companies in this market:</p>\n" + links(market)));
    }
    const Instrument &instrument = market.spec().instruments[std::size_t(*place)];
    const bool hasTraded = cache.quote(*place).size > 0;
    return htmlReply(
        200,
        page(instrument.name,
             "<h1>" + escaped(instrument.name) + "</h1>\n<p>" + escaped(instrument.symbol)
                 + ", simulated. The price is from the time of your request; reload the page for a newer one.</p>\n"
                 + (hasTraded ? table(cache, *place) : QByteArray("<p>No price yet.</p>\n")) + "<h2>Others</h2>\n"
                 + links(market)));
}

} // namespace ticker
