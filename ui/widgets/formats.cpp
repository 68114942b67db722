// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/formats.h"

#include "market_values/tick_interval.h"

#include <QCoreApplication>

#include <cmath>

namespace ticker::formats {

namespace {

struct Text final
{
    Q_DECLARE_TR_FUNCTIONS(ticker::formats)
};

} // namespace

QString count(quint64 number, const QLocale &locale)
{
    return locale.toString(number);
}

QString bytes(quint64 number, const QLocale &locale)
{
    return locale.formattedDataSize(qint64(number), number < 1000 ? 0 : 1, QLocale::DataSizeSIFormat);
}

QString exactBytes(quint64 number, const QLocale &locale)
{
    return number == 1 ? Text::tr("1 byte") : Text::tr("%1 bytes").arg(locale.toString(number));
}

QString duration(std::chrono::milliseconds duration, const QLocale &locale)
{
    using namespace std::chrono;
    const auto whole = floor<seconds>(qMax(duration, milliseconds::zero()));
    const auto part = [&locale](qint64 number) { return locale.toString(number); };
    const qint64 s = whole.count() % 60;
    const qint64 min = duration_cast<minutes>(whole).count() % 60;
    const qint64 h = duration_cast<hours>(whole).count() % 24;
    const qint64 d = duration_cast<hours>(whole).count() / 24;
    if (d > 0)
        return Text::tr("%1 d %2 h").arg(part(d), part(h));
    if (h > 0)
        return Text::tr("%1 h %2 min").arg(part(h), part(min));
    if (min > 0)
        return Text::tr("%1 min %2 s").arg(part(min), part(s));
    return Text::tr("%1 s").arg(part(s));
}

QString rate(double hertz, const QLocale &locale)
{
    const QString text = significant(hertz, locale);
    return text == significant(1.0, locale) ? Text::tr("%1 tick/s").arg(text) : Text::tr("%1 ticks/s").arg(text);
}

QString interval(const TickInterval &interval, const QLocale &locale)
{
    QLocale plain = locale;
    plain.setNumberOptions(plain.numberOptions() | QLocale::OmitGroupSeparator); // "1000 ms" is how people write it
    return Text::tr("%1 ms").arg(significant(interval.milliseconds(), plain));
}

QString price(double price, int decimals, const QLocale &locale)
{
    return locale.toString(price, 'f', decimals);
}

QString number(double value, int maxDecimals, const QLocale &locale)
{
    // The shortest text that is right to maxDecimals; locale.toString would keep trailing zeros.
    int decimals = maxDecimals;
    const double scale = std::pow(10.0, maxDecimals);
    auto digits = std::llround(value * scale);
    while (decimals > 0 && digits % 10 == 0) {
        digits /= 10;
        --decimals;
    }
    return locale.toString(value, 'f', decimals);
}

QString significant(double value, const QLocale &locale)
{
    if (!std::isfinite(value) || value == 0)
        return locale.toString(0);
    const int magnitude = int(std::floor(std::log10(std::abs(value))));
    return number(value, qBound(0, 2 - magnitude, 6), locale);
}

} // namespace ticker::formats
