// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_summary.h"

#include "widgets/formats.h"

#include <QCoreApplication>

namespace ticker::chartSummary {

namespace {

struct Text final
{
    Q_DECLARE_TR_FUNCTIONS(ticker::ChartSummary)
};

constexpr qint64 minuteMs = 60'000;

} // namespace

QString percentText(std::optional<double> percent, const QLocale &locale)
{
    if (!percent)
        return QStringLiteral("–");
    const QString number = locale.toString(*percent, 'f', percentDecimals);
    return Text::tr("%1 %", "a percentage").arg(*percent > 0 ? locale.positiveSign() + number : number);
}

QString timeText(qint64 lengthMs, const QLocale &locale)
{
    switch (lengthMs) {
    case minuteMs:
        return Text::tr("one minute");
    case 5 * minuteMs:
        return Text::tr("five minutes");
    case 15 * minuteMs:
        return Text::tr("15 minutes");
    case 60 * minuteMs:
        return Text::tr("one hour");
    default:
        return formats::duration(std::chrono::milliseconds(lengthMs), locale);
    }
}

QString lineText(const QString &symbol, const PriceSeries::Extent &extent, int decimals, qint64 lengthMs,
                 const QLocale &locale)
{
    const auto text = [&](double price) { return locale.toString(price, 'f', decimals); };
    const double change = extent.last - extent.first;
    //: A symbol, its price, what it did ("up 3"), "five minutes", its lowest and its highest price.
    return Text::tr("%1 %2, %3 in %4; lowest %5, highest %6")
        .arg(symbol, text(extent.last),
             change > 0       ? Text::tr("up %1").arg(text(change))
                 : change < 0 ? Text::tr("down %1").arg(text(-change))
                              : Text::tr("unchanged"),
             timeText(lengthMs, locale), text(extent.low), text(extent.high));
}

QString percentLineText(const QString &symbol, const PriceSeries::Extent &extent, qint64 lengthMs,
                        const QLocale &locale)
{
    const auto text = [&](double price) { return percentText(extent.percentOf(price), locale); };
    //: A symbol, by how much it changed in per cent, "five minutes", and its lowest and highest price likewise.
    return Text::tr("%1 %2 in %3; lowest %4, highest %5")
        .arg(symbol, text(extent.last), timeText(lengthMs, locale), text(extent.low), text(extent.high));
}

} // namespace ticker::chartSummary
