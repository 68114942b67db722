// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/price_series.h"

#include <QLocale>
#include <QString>

#include <optional>

namespace ticker {

/// The chart in words, for those who do not see it. Pure.
namespace chartSummary {

constexpr int percentDecimals = 2;

/// "+0.59 %"; "–": there is none.
[[nodiscard]] QString percentText(std::optional<double> percent, const QLocale &locale = QLocale());
/// "five minutes", "12 min 20 s"
[[nodiscard]] QString timeText(qint64 lengthMs, const QLocale &locale = QLocale());
/// "ACME 512, up 3 in five minutes; lowest 498, highest 520"
[[nodiscard]] QString lineText(const QString &symbol, const PriceSeries::Extent &extent, int decimals, qint64 lengthMs,
                               const QLocale &locale = QLocale());
/// "ACME +0.59 % in five minutes; lowest -2.16 %, highest +2.16 %"
[[nodiscard]] QString percentLineText(const QString &symbol, const PriceSeries::Extent &extent, qint64 lengthMs,
                                      const QLocale &locale = QLocale());

} // namespace chartSummary

} // namespace ticker
