// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localized_text.h"
#include "replay_file/replay_text.h"
#include "tick_columns/tick_layout.h"

#include <QString>

namespace ticker {

// How a file is written, for people.

/// "CSV in gzip".
[[nodiscard]] LocalizedText formName(const ReplayTextForm &form, TickLayout::Form lines);
/// "bars".
[[nodiscard]] LocalizedText contentName(TickLayout::Content content);
/// "UTF-8".
[[nodiscard]] QString encodingName(TextEncoding encoding);

} // namespace ticker
