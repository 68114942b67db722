// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "instruments/price_grid.h"
#include "instruments/price_model.h"
#include "market_file/field_reader.h"

namespace ticker {

/// No price in a market file, and no parameter that is one, is above this.
constexpr double mostMoney = 1e9;

/// Reads the model of an instrument: a text, which is its type, an object with a type and parameters, or undefined, which
/// is geometric Brownian motion. Keeps the first problem, whose path begins with "model", and is without meaning then.
[[nodiscard]] PriceModel readModel(const QJsonValue &value, const PriceGrid &grid, double start,
                                   std::optional<FieldProblem> &problem);

/// The parameters of a type of model from allModels(), in the order in which they are explained.
[[nodiscard]] QStringList parametersOf(const QString &type);

/// A price in units of the grid, if it is a multiple of the tick size and has no more digits than a double can tell apart;
/// else the field has failed.
[[nodiscard]] qint64 readPrice(double price, const PriceGrid &grid, const QString &name, FieldReader &fields);

} // namespace ticker
