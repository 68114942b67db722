// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"
#include "localized_text.h"
#include "tick_file/tick_file.h"

namespace ticker {

// The values of a file of ticks, from their texts. What is wrong is told by a few words, such as "abc is no number".

/// A decimal number, with an exponent or without, from -PriceGrid::largestPrice to PriceGrid::largestPrice.
[[nodiscard]] Expected<TickFilePrice, LocalizedText> tickFilePrice(QByteArrayView text);

/// A number from 0 to largest, in thousands, millions or billions if K, M or B is behind it; a fraction is rounded to the next whole number, but to 1 at least unless it is 0.
[[nodiscard]] Expected<quint64, LocalizedText> tickFileSize(QByteArrayView text, quint64 largest);

/// A whole number.
[[nodiscard]] Expected<quint64, LocalizedText> tickFileSeq(QByteArrayView text);

} // namespace ticker
