// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localized_text.h"
#include "market_values/file_inspection.h"

namespace ticker {

/// What a person can say, so that a file plays that does not for this reason. Pure.
[[nodiscard]] FileInspection::Question openQuestion(const LocalizedText &why);

} // namespace ticker
