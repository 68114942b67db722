// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client_values/activity.h"
#include "localized_text.h"

#include <QString>

#include <optional>

namespace ticker {

/// Writes lines of the activity log to a file, a JSON object each (JSON Lines). A file that is there is replaced when all
/// is written, and else stays as it was. Why it cannot be done; nothing: it is.
[[nodiscard]] std::optional<LocalizedText> saveActivities(const QString &path, const Activities &lines);

} // namespace ticker
