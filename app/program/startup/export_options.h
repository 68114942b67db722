// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/candle_interval.h"

#include <QCommandLineOption>
#include <QList>
#include <QString>

#include <optional>

class QCommandLineParser;

namespace ticker {

/// The options that export a file instead of playing it.
[[nodiscard]] QList<QCommandLineOption> exportOptions();
/// Reads all but the name of the file. Returns what is wrong, as one line; also that an option which says how the server
/// runs goes with them.
[[nodiscard]] std::optional<QString> readExportOptions(const QCommandLineParser &parser,
                                                       std::optional<CandleInterval> *bars);

} // namespace ticker
