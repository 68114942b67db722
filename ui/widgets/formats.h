// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>

#include <chrono>

namespace ticker {

class TickInterval;

/// Numbers as people read them, in the given locale. Pure; for the screen only, never for the wire.
namespace formats {

/// "1,234"
QString count(quint64 number, const QLocale &locale = QLocale());
/// "1.2 MB"
QString bytes(quint64 number, const QLocale &locale = QLocale());
/// "1,234,567 bytes"
QString exactBytes(quint64 number, const QLocale &locale = QLocale());
/// The two largest units: "12 s", "3 min 20 s", "2 h 5 min", "1 d 4 h".
QString duration(std::chrono::milliseconds duration, const QLocale &locale = QLocale());
/// Three significant digits, no trailing zeros: "20 ticks/s", "0.333 ticks/s", "1 tick/s".
QString rate(double hertz, const QLocale &locale = QLocale());
/// "50 ms", "0.333 ms"
QString interval(const TickInterval &interval, const QLocale &locale = QLocale());
/// "512", "101.25", "0.0000012345": with all of its decimals.
QString price(double price, int decimals, const QLocale &locale = QLocale());
/// At most @p maxDecimals digits after the point, no trailing zeros.
QString number(double value, int maxDecimals, const QLocale &locale = QLocale());
/// Three significant digits, at least all digits before the point, no trailing zeros.
QString significant(double value, const QLocale &locale = QLocale());

} // namespace formats

} // namespace ticker
