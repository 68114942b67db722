// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tick_columns/known_shapes.h"

#include "file_values/decimal_text.h"
#include "file_values/read_civil_time.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace ticker {

namespace {

using enum TickField;

/// What may stand in a column: T a day with a time or a number since 1980, D a day, C a time of day, N a number, S a text,
/// B true or false, ? anything.
struct RowShape final
{
    std::string_view cells;
    TickLayout::Content content;
    std::array<std::optional<TickField>, 12> columns;
    SideForm side = SideForm::None;
};

constexpr std::optional<TickField> noField = std::nullopt;

// With the sources of the shapes. What stands first is preferred where columns alone do not tell.
constexpr std::array rowShapes{
    // MetaTrader 4, export of bars: 2011.12.08,18:49,77.708,77.710,77.702,77.702,30
    RowShape{"DCNNNNN", TickLayout::Content::Bars, {Time, TimeOfDay, Open, High, Low, Close, Size}},
    // histdata.com, ASCII bars: 20120201 000000;1.306600;1.306600;1.306560;1.306560;0. Also ccxt's and freqtrade's.
    RowShape{"TNNNNN", TickLayout::Content::Bars, {Time, Open, High, Low, Close, Size}},
    // Kraken, archive of bars, with the number of trades: 1381095000,122.0,122.5,121.5,122.2,1.1,3
    RowShape{"TNNNNNN", TickLayout::Content::Bars, {Time, Open, High, Low, Close, Size}},
    RowShape{"DNNNNN", TickLayout::Content::Bars, {Time, Open, High, Low, Close, Size}},
    // Binance, archive of klines: open time, four prices, volume, close time, quote volume, count, two taker volumes, 0
    RowShape{"TNNNNNTNNNN?", TickLayout::Content::Bars, {Time, Open, High, Low, Close, Size}},
    // Tinkoff Invest, archive of candles: figi;time;open;close;high;low;volume;
    RowShape{"STNNNNN", TickLayout::Content::Bars, {Symbol, Time, Open, Close, High, Low, Size}},
    RowShape{"STNNNNN?", TickLayout::Content::Bars, {Symbol, Time, Open, Close, High, Low, Size}},
    // truefx.com: AUD/USD,20140101 21:55:34.404,0.88796,0.88922
    RowShape{"STNN", TickLayout::Content::Quotes, {Symbol, Time, Bid, Ask}},
    // histdata.com, ASCII ticks: 20240102 093000123,1.106600,1.106770,0
    RowShape{"TNNN", TickLayout::Content::Quotes, {Time, Bid, Ask, Size}},
    // Kraken, archive of trades: 1381095255,122.00000,0.10000000
    RowShape{"TNN", TickLayout::Content::Ticks, {Time, Price, Size}},
    // Binance, archive of trades: id, price, quantity, quote quantity, time, buyer is maker, best match
    RowShape{"NNNNTB", TickLayout::Content::Ticks, {Id, Price, Size, noField, Time, Side}, SideForm::BuyerIsMaker},
    RowShape{"NNNNTBB", TickLayout::Content::Ticks, {Id, Price, Size, noField, Time, Side}, SideForm::BuyerIsMaker},
    // Binance, archive of aggregate trades: id, price, quantity, first id, last id, time, buyer is maker, best match
    RowShape{"NNNNNTBB",
             TickLayout::Content::Ticks,
             {Id, Price, Size, noField, noField, Time, Side},
             SideForm::BuyerIsMaker},
    // Bitfinex, trades by REST: 401597393,1574694475039,-0.005,7244.9: id, time, amount, price
    RowShape{"NTNN", TickLayout::Content::Ticks, {Id, Time, Size, Price}, SideForm::SignOfSize},
    RowShape{"TN", TickLayout::Content::Ticks, {Time, Price}},
};

bool isNumber(const QByteArray &cell)
{
    return bool(DecimalText::fromText(cell));
}

/// From 1980 to 2100, in whatever unit, or written as a date without separators.
bool isTimeNumber(const QByteArray &cell)
{
    const auto number = DecimalText::fromText(cell);
    if (!number || number->isNegative)
        return false;
    quint64 whole = number->wholePart(~quint64(0)).value_or(0);
    constexpr quint64 thousand = 1000;
    constexpr quint64 from = CivilTime::startOf1980;
    constexpr quint64 until = 4'102'444'800;
    while (whole >= until)
        whole /= thousand;
    return whole >= from && whole < until;
}

bool fits(const QByteArray &cell, char kind)
{
    const auto time = readCivilTime(cell, DateOrder::Undecided);
    const bool isDay = time && time->day && !time->nanosecondOfDay;
    switch (kind) {
    case 'T':
        return (time && time->day && time->nanosecondOfDay) || isTimeNumber(cell);
    case 'D':
        return isDay;
    case 'C':
        return time && !time->day;
    case 'N':
        return isNumber(cell);
    case 'B':
        return cell.compare("true", Qt::CaseInsensitive) == 0 || cell.compare("false", Qt::CaseInsensitive) == 0;
    case 'S':
        return !cell.isEmpty() && !time && !isNumber(cell);
    default:
        return true;
    }
}

bool fits(const QByteArrayList &row, const RowShape &shape)
{
    if (std::size_t(row.size()) != shape.cells.size())
        return false;
    for (qsizetype i = 0; i < row.size(); ++i) {
        if (!fits(row[i], shape.cells[std::size_t(i)]))
            return false;
    }
    return true;
}

double valueOf(const QByteArrayList &row, const RowShape &shape, TickField field)
{
    const auto *const found = std::ranges::find(shape.columns, std::optional(field));
    return row.value(found - shape.columns.begin()).toDouble();
}

/// What the prices of a row must be to each other.
bool isSound(const QByteArrayList &row, const RowShape &shape)
{
    if (shape.content == TickLayout::Content::Bars) {
        const double open = valueOf(row, shape, Open);
        const double close = valueOf(row, shape, Close);
        return valueOf(row, shape, High) >= std::max(open, close) && valueOf(row, shape, Low) <= std::min(open, close);
    }
    if (shape.side == SideForm::SignOfSize)
        return valueOf(row, shape, Price) > 0 && row.value(0).toULongLong() > 0;
    if (shape.content != TickLayout::Content::Quotes)
        return true;
    constexpr double widestSpread = 0.1; // as a share of the bid
    const double bid = valueOf(row, shape, Bid);
    const double ask = valueOf(row, shape, Ask);
    return bid <= ask && ask - bid <= std::abs(bid) * widestSpread;
}

/// Sizes without a sign could be anything else.
bool hasSigns(const std::vector<QByteArrayList> &rows, const RowShape &shape)
{
    const auto sizes = std::ranges::find(shape.columns, std::optional(Size)) - shape.columns.begin();
    const auto isBelow = [&](const QByteArrayList &row) { return row.value(sizes).startsWith('-'); };
    return std::ranges::any_of(rows, isBelow) && !std::ranges::all_of(rows, isBelow);
}

/// Whether nearly all rows are of this shape.
bool fitsMost(const std::vector<QByteArrayList> &rows, const RowShape &shape)
{
    constexpr std::size_t few = 20; // one in so many may be odd
    if (shape.side == SideForm::SignOfSize && !hasSigns(rows, shape))
        return false;
    std::size_t odd = 0;
    for (const QByteArrayList &row : rows)
        odd += fits(row, shape) && isSound(row, shape) ? 0 : 1;
    return odd <= rows.size() / few;
}

} // namespace

std::optional<KnownShape> findKnownShape(const std::vector<QByteArrayList> &rows)
{
    if (rows.empty())
        return std::nullopt;
    const auto *const found = std::ranges::find_if(rowShapes,
                                                   [&](const RowShape &shape) { return fitsMost(rows, shape); });
    if (found == rowShapes.end())
        return std::nullopt;
    // Time, price and size of a trade, or a bid and an ask: where the last is hardly more than the first, who knows.
    const RowShape asQuotes{"TNN", TickLayout::Content::Quotes, {Time, Bid, Ask}};
    if (found->cells == asQuotes.cells && fitsMost(rows, asQuotes))
        return std::nullopt;
    return KnownShape{found->content,
                      {found->columns.begin(), found->columns.begin() + std::ptrdiff_t(found->cells.size())},
                      found->side};
}

} // namespace ticker
