// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ticker {

/// The symbol that the name of a file says, in upper case: AAPL of "aapl.csv", BTC-USD of "BTC-USD_2024.csv", BTCUSDT of
/// "BTCUSDT-1m-2024-01.csv". Empty: the name is none, as "ticks.csv" or "d01_export.csv". FILE_FORMATS.md has the rule.
[[nodiscard]] QString symbolOfFileName(const QString &path);

} // namespace ticker
