// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tick_columns/column_names.h"

#include <QByteArray>

#include <algorithm>
#include <array>

namespace ticker {

namespace {

using enum TickField;

struct Alias final
{
    QByteArrayView name; ///< Lower case, without blanks and punctuation.
    TickField field;
    int rank = 1;
    SideForm side = SideForm::None;
};

/// The first names of each field are those that messages tell.
constexpr std::array aliases{
    // Times: of the trade, then of the event, then of receipt; a day alone when there is nothing better.
    Alias{"time", Time},
    Alias{"timestamp", Time},
    Alias{"date", Time, 2},
    Alias{"datetime", Time},
    Alias{"ts", Time},
    Alias{"tradetime", Time},
    Alias{"opentime", Time},             // Binance klines
    Alias{"transacttime", Time},         // Binance aggregate trades
    Alias{"transactiontime", Time},      // Binance bookTicker
    Alias{"windowstart", Time},          // Polygon
    Alias{"participanttimestamp", Time}, // Polygon
    Alias{"siptimestamp", Time, 2},      // Polygon
    Alias{"trftimestamp", Time, 4},      // Polygon
    Alias{"tsevent", Time},              // Databento
    Alias{"tsrecv", Time, 4},            // Databento
    Alias{"localtimestamp", Time, 4},    // Tardis
    Alias{"gmttime", Time},              // Dukascopy
    Alias{"localtime", Time},            // Dukascopy
    Alias{"utctime", Time},
    Alias{"timeutc", Time},
    Alias{"datetimeutc", Time},
    Alias{"epoch", Time},
    Alias{"unix", Time},
    Alias{"unixtime", Time},
    Alias{"unixtimestamp", Time},
    Alias{"timems", Time},
    Alias{"timestampms", Time},
    Alias{"timens", Time},
    Alias{"timestampns", Time},
    Alias{"eventtime", Time, 2},
    Alias{"closetime", Time, 4}, // Binance klines
    Alias{"tradedate", Time, 3},
    Alias{"datum", Time, 2}, // German
    Alias{"zeit", Time},
    Alias{"uhrzeit", Time},
    Alias{"zeitstempel", Time},

    Alias{"symbol", Symbol},
    Alias{"ticker", Symbol},
    Alias{"instrument", Symbol},
    Alias{"sym", Symbol},
    Alias{"pair", Symbol},
    Alias{"tradingsymbol", Symbol},
    Alias{"productid", Symbol}, // Coinbase
    Alias{"instid", Symbol},
    Alias{"instrumentid", Symbol, 2},
    Alias{"figi", Symbol, 3},
    Alias{"isin", Symbol, 3},

    Alias{"price", Price},
    Alias{"last", Price},
    Alias{"lastprice", Price},
    Alias{"tradeprice", Price},
    Alias{"currentprice", Price}, // Yahoo's portfolio
    Alias{"ltp", Price},          // India
    Alias{"kurs", Price},         // German
    Alias{"preis", Price},

    Alias{"bid", Bid},
    Alias{"bidprice", Bid}, // Dukascopy
    Alias{"bestbid", Bid},
    Alias{"bestbidprice", Bid}, // Binance bookTicker
    Alias{"bids0price", Bid},   // Tardis
    Alias{"bidpx00", Bid},      // Databento
    Alias{"ask", Ask},
    Alias{"askprice", Ask},
    Alias{"bestask", Ask},
    Alias{"bestaskprice", Ask},
    Alias{"asks0price", Ask},
    Alias{"askpx00", Ask},
    Alias{"offer", Ask},

    Alias{"open", Open},
    Alias{"openprice", Open},
    Alias{"erster", Open}, // ariva.de
    Alias{"eroeffnung", Open},
    Alias{"high", High},
    Alias{"highprice", High},
    Alias{"hoch", High},
    Alias{"low", Low},
    Alias{"lowprice", Low},
    Alias{"tief", Low},
    Alias{"close", Close},
    Alias{"closeprice", Close},
    Alias{"closelast", Close}, // Nasdaq.com
    Alias{"schlusskurs", Close},
    Alias{"schluss", Close},
    Alias{"adjclose", Close, 3},      // Yahoo
    Alias{"adjustedclose", Close, 3}, // Alpha Vantage

    Alias{"size", Size},
    Alias{"volume", Size},
    Alias{"qty", Size},
    Alias{"quantity", Size},
    Alias{"amount", Size},
    Alias{"vol", Size},
    Alias{"shares", Size},
    Alias{"lastsize", Size},
    Alias{"tradesize", Size},
    Alias{"stuecke", Size}, // ariva.de
    Alias{"stueck", Size},
    Alias{"tickvol", Size, 2}, // MetaTrader 5
    Alias{"tickvolume", Size, 2},
    Alias{"volumen", Size, 2}, // ariva.de: money
    Alias{"umsatz", Size, 3},

    Alias{"bidsize", BidSize},   // Polygon, IEX
    Alias{"bidqty", BidSize},    // Binance and Kraken, tickers
    Alias{"bidvolume", BidSize}, // Dukascopy
    Alias{"bidamount", BidSize}, // Tardis
    Alias{"bids0amount", BidSize},
    Alias{"bestbidsize", BidSize}, // Coinbase
    Alias{"bestbidqty", BidSize},  // Binance bookTicker
    Alias{"bidsz00", BidSize},     // Databento
    Alias{"asksize", AskSize},
    Alias{"askqty", AskSize},
    Alias{"askvolume", AskSize},
    Alias{"askamount", AskSize},
    Alias{"asks0amount", AskSize},
    Alias{"bestasksize", AskSize},
    Alias{"bestaskqty", AskSize},
    Alias{"asksz00", AskSize},

    // Of the taker; side_rules.h tells whose file means it otherwise.
    Alias{"side", Side, 1, SideForm::Taker},
    Alias{"tks", Side, 1, SideForm::Letters},               // Alpaca
    Alias{"isbuyermaker", Side, 2, SideForm::BuyerIsMaker}, // Binance
    Alias{"flags", Side, 3, SideForm::Flags},               // MetaTrader 5

    Alias{"tradeid", Id},
    Alias{"aggtradeid", Id}, // Binance aggregate trades
    Alias{"id", Id, 2},

    Alias{"seq", Seq},
};

/// Alpha Vantage counts its columns: "5. volume".
QByteArrayView withoutCount(QByteArrayView name)
{
    const auto *const end = std::ranges::find_if_not(name, [](char c) { return c >= '0' && c <= '9'; });
    const QByteArrayView rest = name.sliced(end - name.begin());
    return end != name.begin() && rest.startsWith(". ") ? rest : name;
}

/// Letters and digits in lower case; German umlauts as two letters.
QByteArray plainName(QByteArrayView name)
{
    QString plain;
    const QString lower = QString::fromUtf8(withoutCount(name)).toLower();
    for (const QChar c : lower) {
        if (c == QChar(0xe4))
            plain += QStringLiteral("ae");
        else if (c == QChar(0xf6))
            plain += QStringLiteral("oe");
        else if (c == QChar(0xfc))
            plain += QStringLiteral("ue");
        else if (c == QChar(0xdf))
            plain += QStringLiteral("ss");
        else if (c.isLetterOrNumber())
            plain += c;
    }
    return plain.toUtf8();
}

} // namespace

QString tickFieldName(TickField field)
{
    constexpr std::array<const char *, tickFields> names{
        "time", "time of day", "symbol", "price",    "bid",      "ask",  "open", "high",
        "low",  "close",       "size",   "bid size", "ask size", "side", "id",   "seq"};
    return QString::fromLatin1(names.at(std::size_t(field)));
}

QStringList tickFieldNames()
{
    QStringList names;
    for (std::size_t i = 0; i < tickFields; ++i)
        names.append(tickFieldName(TickField(i)).replace(QLatin1Char(' '), QLatin1Char('-')));
    return names;
}

std::optional<TickField> tickFieldFromName(QByteArrayView name)
{
    for (std::size_t i = 0; i < tickFields; ++i) {
        if (plainName(name) == plainName(tickFieldName(TickField(i)).toUtf8()))
            return TickField(i);
    }
    return std::nullopt;
}

std::optional<ColumnMeaning> columnMeaning(QByteArrayView name)
{
    constexpr qsizetype longest = 64;
    if (name.size() > longest)
        return std::nullopt;
    const QByteArray plain = plainName(name);
    const auto *const found = std::ranges::find(aliases, QByteArrayView(plain), &Alias::name);
    if (found == aliases.end())
        return std::nullopt;
    const bool mayBeClose = found->field == Price && (plain == "price" || plain == "kurs" || plain == "preis");
    return ColumnMeaning{found->field, found->rank, mayBeClose, found->side};
}

std::vector<std::optional<ColumnMeaning>> columnMeanings(const QByteArrayList &names)
{
    std::vector<std::optional<ColumnMeaning>> meanings;
    for (const QByteArray &name : names)
        meanings.push_back(columnMeaning(name));
    constexpr std::array<QByteArrayView, 4> bitfinex{"id", "mts", "amount", "price"};
    QByteArrayList plain;
    for (const QByteArray &name : names)
        plain.append(plainName(name));
    const bool isBitfinex = std::size_t(names.size()) == bitfinex.size()
        && std::ranges::all_of(bitfinex, [&](QByteArrayView name) { return plain.contains(name); });
    if (isBitfinex) {
        meanings[std::size_t(plain.indexOf("mts"))] = ColumnMeaning{Time};
        meanings[std::size_t(plain.indexOf("amount"))] = ColumnMeaning{Size, 1, false, SideForm::SignOfSize};
    }
    return meanings;
}

bool isHeaderName(QByteArrayView name)
{
    const auto meaning = columnMeaning(name);
    return meaning && !isBesidePrice(meaning->field);
}

QString commonColumnNames(TickField field)
{
    constexpr qsizetype most = 4;
    QStringList names;
    for (const Alias &alias : aliases) {
        if (alias.field == field && names.size() < most)
            names.append(QString::fromLatin1(alias.name.data(), alias.name.size()));
    }
    return names.join(QStringLiteral(", "));
}

} // namespace ticker
