// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market_values/file_reading.h"

#include <QCommandLineOption>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

class QCommandLineParser;

namespace ticker {

/// The options that say how a file is read. Each goes with --replay or --inspect.
[[nodiscard]] QList<QCommandLineOption> readingOptions();
/// The names of all options that go with --replay, these and others.
[[nodiscard]] QStringList optionsOfReplay();
/// Reads them. Returns what is wrong, as one line.
[[nodiscard]] std::optional<QString> readReadingOptions(const QCommandLineParser &parser, FileReading *reading);

} // namespace ticker
