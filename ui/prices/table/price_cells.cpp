// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/price_cells.h"

#include "table/price_columns.h"
#include "widgets/formats.h"
#include "widgets/plain_text.h"

#include <QCoreApplication>

#include <cmath>

namespace ticker {

namespace {

struct Text final
{
    Q_DECLARE_TR_FUNCTIONS(ticker::PriceCells)
};

constexpr double percent = 100;
constexpr int percentDecimals = 2;

double changePercent(const InstrumentPrice &price)
{
    return price.open == 0 ? 0 : (price.price - price.open) / std::abs(price.open) * percent;
}

int signOf(double number)
{
    return number > 0 ? 1 : number < 0 ? -1 : 0;
}

/// "+3", "-0.50", "0": the sign says which way.
QString withSign(double number, int decimals)
{
    const QLocale locale;
    const QString text = locale.toString(number, 'f', decimals);
    return number > 0 ? locale.positiveSign() + text : text;
}

QString arrow(int direction)
{
    return direction > 0 ? QStringLiteral("▲ ") : direction < 0 ? QStringLiteral("▼ ") : QString();
}

QString state(const InstrumentPrice &price)
{
    if (price.halted)
        return Text::tr("Halted");
    return price.size == 0 ? Text::tr("No trade yet") : Text::tr("Trading");
}

/// Of a column that means nothing before the first trade.
QString figure(const PriceRow &row, int column)
{
    const auto &[info, price] = row;
    const auto text = [decimals = info.decimals](double value) { return QLocale().toString(value, 'f', decimals); };
    if (price.size == 0)
        return QStringLiteral("–");
    switch (column) {
    case PriceColumns::Price:
        return arrow(PriceCells::direction(price, column)) + text(price.price);
    case PriceColumns::Previous:
        return text(price.previous);
    case PriceColumns::Change:
        return withSign(price.price - price.open, info.decimals);
    case PriceColumns::ChangePercent:
        return price.open == 0 ? QStringLiteral("–")
                               : Text::tr("%1 %").arg(withSign(changePercent(price), percentDecimals));
    case PriceColumns::Open:
        return text(price.open);
    case PriceColumns::High:
        return text(price.high);
    case PriceColumns::Low:
        return text(price.low);
    default:
        return formats::number(price.size, info.sizeDecimals);
    }
}

} // namespace

QString PriceCells::header(int column)
{
    switch (column) {
    case PriceColumns::InChart:
        return Text::tr("Chart");
    case PriceColumns::Symbol:
        return Text::tr("Symbol");
    case PriceColumns::Name:
        return Text::tr("Name");
    case PriceColumns::Price:
        return Text::tr("Price");
    case PriceColumns::Change:
        return Text::tr("Change");
    case PriceColumns::ChangePercent:
        return Text::tr("Change in %");
    case PriceColumns::Open:
        return Text::tr("Open");
    case PriceColumns::High:
        return Text::tr("High");
    case PriceColumns::Low:
        return Text::tr("Low");
    case PriceColumns::Previous:
        return Text::tr("Previous");
    case PriceColumns::LastSize:
        return Text::tr("Last size");
    case PriceColumns::Ticks:
        return Text::tr("Ticks");
    case PriceColumns::State:
        return Text::tr("State");
    default:
        return {};
    }
}

QString PriceCells::headerToolTip(int column)
{
    switch (column) {
    case PriceColumns::InChart:
        return Text::tr("Instruments shown in the chart, %1 at most").arg(MarketUpdate::mostCharted);
    case PriceColumns::Price:
        return Text::tr("Latest price, and whether it rose or fell with the last trade");
    case PriceColumns::Change:
    case PriceColumns::ChangePercent:
        return Text::tr("Since the first price of the day");
    case PriceColumns::Open:
    case PriceColumns::High:
    case PriceColumns::Low:
        return Text::tr("Of the day");
    case PriceColumns::Previous:
        return Text::tr("Price before the latest one");
    case PriceColumns::LastSize:
        return Text::tr("Size of the last trade");
    case PriceColumns::Ticks:
        return Text::tr("Number of ticks with a trade");
    default:
        return {};
    }
}

QString PriceCells::display(const PriceRow &row, int column)
{
    switch (column) {
    case PriceColumns::InChart:
        return {};
    case PriceColumns::Symbol:
        return plainText(row.info.symbol);
    case PriceColumns::Name:
        return plainText(row.info.name);
    case PriceColumns::Ticks:
        return formats::count(row.price.ticks);
    case PriceColumns::State:
        return state(row.price);
    default:
        return figure(row, column);
    }
}

QString PriceCells::spoken(const PriceRow &row, int column)
{
    if (column == PriceColumns::InChart)
        return Text::tr("%1 in the chart").arg(plainText(row.info.symbol));
    const int way = row.price.size == 0 ? 0 : direction(row.price, column);
    if (column != PriceColumns::Price || way == 0)
        return display(row, column);
    const QString price = QLocale().toString(row.price.price, 'f', row.info.decimals);
    return way > 0 ? Text::tr("%1, rising").arg(price) : Text::tr("%1, falling").arg(price);
}

QString PriceCells::fullName(const PriceRow &row)
{
    const bool hasName = !row.info.name.isEmpty() && row.info.name != row.info.symbol;
    return hasName ? row.info.symbol + QLatin1Char('\n') + row.info.name : row.info.symbol;
}

bool PriceCells::isNumeric(int column)
{
    return column >= PriceColumns::Price && column <= PriceColumns::Ticks;
}

Qt::Alignment PriceCells::alignment(int column)
{
    if (column == PriceColumns::State) // to the left it would stick to the figures before it
        return Qt::AlignCenter;
    return Qt::AlignVCenter | (isNumeric(column) ? Qt::AlignRight : Qt::AlignLeft);
}

double PriceCells::number(const PriceRow &row, int column)
{
    const InstrumentPrice &price = row.price;
    switch (column) {
    case PriceColumns::Price:
        return price.price;
    case PriceColumns::Change:
        return price.price - price.open;
    case PriceColumns::ChangePercent:
        return changePercent(price);
    case PriceColumns::Open:
        return price.open;
    case PriceColumns::High:
        return price.high;
    case PriceColumns::Low:
        return price.low;
    case PriceColumns::Previous:
        return price.previous;
    case PriceColumns::LastSize:
        return price.size;
    case PriceColumns::Ticks:
        return double(price.ticks);
    default:
        return 0;
    }
}

quint32 PriceCells::changedColumns(const InstrumentPrice &before, const InstrumentPrice &after)
{
    quint32 changed = 0;
    const auto note = [&changed](PriceColumns::Column column, bool differs) { changed |= quint32(differs) << column; };
    const bool isFirst = before.size == 0;
    const bool moved = isFirst || before.price != after.price;
    const bool changedDirection = direction(before, PriceColumns::Price) != direction(after, PriceColumns::Price);
    note(PriceColumns::Price, moved || changedDirection);
    note(PriceColumns::Change, moved || before.open != after.open);
    note(PriceColumns::ChangePercent, moved || before.open != after.open);
    note(PriceColumns::Open, isFirst || before.open != after.open);
    note(PriceColumns::High, isFirst || before.high != after.high);
    note(PriceColumns::Low, isFirst || before.low != after.low);
    note(PriceColumns::Previous, isFirst || before.previous != after.previous);
    note(PriceColumns::LastSize, before.size != after.size);
    note(PriceColumns::Ticks, before.ticks != after.ticks);
    note(PriceColumns::State, isFirst || before.halted != after.halted);
    return changed;
}

int PriceCells::direction(const InstrumentPrice &price, int column)
{
    switch (column) {
    case PriceColumns::Price:
        return signOf(price.price - price.previous);
    case PriceColumns::Change:
    case PriceColumns::ChangePercent:
        return signOf(price.price - price.open);
    default:
        return 0;
    }
}

} // namespace ticker
