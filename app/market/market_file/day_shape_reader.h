// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "instruments/day_shape.h"
#include "market_file/field_reader.h"

#include <optional>

namespace ticker {

/// The field of a market that says how its day goes.
[[nodiscard]] QString dayField();

/// Reads it: a text, which is a shape, an object with a shape and its depth, or undefined, which is flat. Keeps the first
/// problem, and is without meaning then.
[[nodiscard]] DayShape readDayShape(FieldReader &fields, std::optional<FieldProblem> &problem);

} // namespace ticker
