// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localized_text.h"
#include "tick_export/tick_export.h"

namespace ticker {

// What is told of an export, as sentences for people.

/// How many rows there are, and from when to when.
[[nodiscard]] LocalizedText exportedText(const TickExport::Summary &summary, const QString &to);
[[nodiscard]] LocalizedText notExportedText(const TickExport::Options &options, const LocalizedText &why);

} // namespace ticker
