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

/// A decimal number from 0 to largest, in thousands, millions or billions if K, M or B is behind it. However small it is, it
/// becomes 0 only if it is.
[[nodiscard]] Expected<TickFileSize, LocalizedText> tickFileSize(QByteArrayView text, quint64 largest);

/// A whole number.
[[nodiscard]] Expected<quint64, LocalizedText> tickFileSeq(QByteArrayView text);

} // namespace ticker
