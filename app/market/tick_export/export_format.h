// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace ticker {

/// How an exported file is written. A value.
struct ExportFormat final
{
    enum class Rows : quint8 {
        Csv,
        JsonLines,
    };

    Rows rows = Rows::Csv;
    bool isPacked = false; ///< By gzip.

    friend bool operator==(const ExportFormat &, const ExportFormat &) = default;
};

/// By the ending of a file name: ".csv" or ".jsonl", and ".gz" behind it if it is packed. Upper and lower case make no
/// difference. Nothing: it has another one.
[[nodiscard]] std::optional<ExportFormat> exportFormatOf(const QString &path);

} // namespace ticker
