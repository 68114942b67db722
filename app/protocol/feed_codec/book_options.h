// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed_codec/feed_message.h"

class QJsonObject;

namespace ticker {

/// Reads the fields depth, updates and max_rate of an object, or the options of an event; what is missing is as usual.
[[nodiscard]] Expected<BookRequest, FeedError> decodeBookOptions(const QJsonObject &options, const MaxRateRange &range);

} // namespace ticker
