// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"
#include "instruments/instrument.h"
#include "market_file/market_file_error.h"

#include <QByteArrayView>

namespace ticker {

/// The CSV form of readMarket(): a header line, then an instrument on each. The text is in UTF-8. The market has no name
/// and the usual day, its sectors are those that instruments name, with the usual correlations; regimes other than the usual
/// ones cannot be written.
[[nodiscard]] Expected<MarketSpec, MarketFileError> readMarketCsv(QByteArrayView text);

} // namespace ticker
