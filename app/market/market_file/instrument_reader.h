// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"
#include "instruments/instrument.h"
#include "market_file/field_reader.h"

namespace ticker {

/// Reads an instrument from the object that describes it in a JSON market file, and which a row of a CSV file is made into.
[[nodiscard]] Expected<Instrument, FieldProblem> readInstrument(const QJsonValue &value);

} // namespace ticker
