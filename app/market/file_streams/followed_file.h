// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localized_text.h"

#include <QFile>
#include <QString>

#include <optional>

namespace ticker {

/// Why nothing more will come at the end of a file that grows, a sentence: it is shorter than what was read of it, or
/// its path names another file by now. Nothing: more may come.
[[nodiscard]] std::optional<LocalizedText> whyNoMore(const QFile &file, const QString &path, quint64 bytesRead);

} // namespace ticker
