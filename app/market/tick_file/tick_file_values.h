// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"
#include "instruments/side.h"
#include "localized_text.h"
#include "tick_columns/side_form.h"
#include "tick_file/tick_file.h"

#include <QByteArrayView>

#include <optional>

namespace ticker {

// The values of a file of ticks, from their texts. What is wrong is told by a few words, such as "abc is no number".

/// A decimal number, with an exponent or without, from -PriceGrid::largestPrice to PriceGrid::largestPrice.
[[nodiscard]] Expected<TickFilePrice, LocalizedText> tickFilePrice(QByteArrayView text);

/// A decimal number from 0 to largest, in thousands, millions or billions if K, M or B is behind it. However small it is, it
/// becomes 0 only if it is.
[[nodiscard]] Expected<TickFileSize, LocalizedText> tickFileSize(QByteArrayView text, quint64 largest);

/// A whole number.
[[nodiscard]] Expected<quint64, LocalizedText> tickFileSeq(QByteArrayView text);

// Those that most lines of some files do not have, so that nothing is told of what is wrong.

constexpr qsizetype mostDigitsOfId = 19;
/// So many digits and nothing else; other ids are words.
[[nodiscard]] std::optional<quint64> tickFileId(QByteArrayView text);

/// What the taker did, as it is written in this form, of which there is a column. Unknown is what says so itself.
[[nodiscard]] std::optional<Side> tickFileSide(QByteArrayView text, SideForm form);

} // namespace ticker
