// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"
#include "json_rows/json_rows.h"
#include "localized_text.h"

#include <QByteArrayView>

#include <optional>

namespace ticker {

/// Where the rows of a JSON text are, by its start; what is behind the last whole value counts only if it is long enough to
/// tell. Nothing: each line is a row already, or this is no JSON. An error says why it cannot be known, as a sentence. Pure.
[[nodiscard]] Expected<std::optional<JsonRows>, LocalizedText> findJsonRows(QByteArrayView start);

/// Rows in two places: a sentence with both keys.
[[nodiscard]] LocalizedText severalLists(QByteArrayView one, QByteArrayView other);

} // namespace ticker
