// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"
#include "instruments/instrument.h"
#include "market_file/market_file_error.h"

#include <QByteArrayView>

namespace ticker {

/// The JSON form of readMarket(): an object with the market's fields, or an array of its instruments. The text is in
/// UTF-8. A place in broken JSON is where it cannot go on, at or right behind what is wrong.
[[nodiscard]] Expected<MarketSpec, MarketFileError> readMarketJson(QByteArrayView text);

} // namespace ticker
