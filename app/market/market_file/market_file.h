// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"
#include "instruments/instrument.h"
#include "market_file/market_file_error.h"

#include <QByteArray>
#include <QString>

namespace ticker {

/// Reads a market from the bytes of a file in UTF-8: JSON when the first character that is no blank is a brace or a bracket,
/// else CSV. Every number and text is checked, so the result holds to the ranges of MarketSpec and price_model.h. Of a
/// key that a JSON object has twice, the last one counts. Without a name in it the market's name is empty.
[[nodiscard]] Expected<MarketSpec, MarketFileError> readMarket(const QByteArray &bytes);

/// The same from a file, which is read at once and blocks the caller. Without a name in it the market has the file's, less
/// its suffix. Errors also: it cannot be read, is no regular file, is larger than mostMarketFileBytes.
[[nodiscard]] Expected<MarketSpec, MarketFileError> readMarketFile(const QString &path);

inline constexpr qint64 mostMarketFileBytes = 4'000'000;

} // namespace ticker
