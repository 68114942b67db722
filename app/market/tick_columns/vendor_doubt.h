// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localized_text.h"
#include "tick_columns/tick_layout.h"

#include <QByteArrayList>
#include <QByteArrayView>

#include <optional>
#include <vector>

namespace ticker {

/// Why the columns of a vendor's file would give wrong prices, though their names are understood. Nothing: they would not.
[[nodiscard]] std::optional<LocalizedText> vendorDoubt(const QByteArrayList &names,
                                                       const std::vector<QByteArrayList> &rows,
                                                       const TickLayout &layout, const TickReadOptions &options);

/// The same of the first line of a file of JSON objects.
[[nodiscard]] std::optional<LocalizedText> vendorDoubt(QByteArrayView firstLine);

} // namespace ticker
