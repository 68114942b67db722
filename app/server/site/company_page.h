// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http_codec/http_message.h"

namespace ticker {

class LiveMarket;

/// GET /company/NAME: the price as of the request, in a page without a script: the web before push. The name is a symbol,
/// in any case, still percent-encoded. An unknown one is 404, with links to those that there are.
[[nodiscard]] HttpReply companyPage(LiveMarket &market, const QByteArray &rawName);

} // namespace ticker
