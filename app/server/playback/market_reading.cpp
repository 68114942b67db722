// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/market_reading.h"

#include "market_file/market_file.h"

namespace ticker {

Expected<MarketSpec, ServerError> marketAt(const QString &path)
{
    if (path.isEmpty())
        return builtInMarket();
    auto read = readMarketFile(path);
    if (read)
        return read.takeValue();
    const auto &[where, message] = read.error();
    return ServerError{ServerError::Code::MarketUnreadable, LocalizedText::tr("Cannot use the market in"), path,
                       where.isEmpty() ? message : LocalizedText::tr("%1: %2").arg(where).arg(message)};
}

} // namespace ticker
