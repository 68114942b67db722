// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"
#include "localized_text.h"
#include "tick_file/tick_file.h"

namespace ticker {

// The values of a file of ticks, from their texts. What is wrong is told by a few words, such as "abc is no number".

/// A text of the file in a message: shortened, and without control characters.
[[nodiscard]] QString quotedForPeople(QByteArrayView text);

/// A decimal number, with an exponent or without, from 0 to PriceGrid::largestPrice.
[[nodiscard]] Expected<TickFilePrice, LocalizedText> tickFilePrice(QByteArrayView text);

/// In ns since 1970: a whole or decimal number of seconds, ms, us or ns, told apart by its size (below 10^11 seconds,
/// below 10^14 ms, below 10^17 us), or ISO 8601: 2026-01-05, 2026-01-05T09:30, 2026-01-05 09:30:00.5+01:00, UTC if it
/// does not say; from 1970 to 2262.
[[nodiscard]] Expected<qint64, LocalizedText> tickFileTime(QByteArrayView text);

/// A number from 0 to largest; a fraction is rounded to the next whole number, but to 1 at least unless it is 0.
[[nodiscard]] Expected<quint64, LocalizedText> tickFileSize(QByteArrayView text, quint64 largest);

/// A whole number.
[[nodiscard]] Expected<quint64, LocalizedText> tickFileSeq(QByteArrayView text);

} // namespace ticker
