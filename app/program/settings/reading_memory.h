// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market_values/file_inspection.h"
#include "market_values/file_reading.h"

#include <QByteArray>
#include <QJsonArray>

#include <cstddef>
#include <optional>
#include <vector>

namespace ticker {

/// How files are read, by their headers: what a person said of one file counts for the next one with the same columns. The
/// symbol is not kept, for it is another one in each file, nor that playing stops at a bad line. A value.
class ReadingMemory final
{
public:
    static constexpr std::size_t mostReadings = 50;
    /// A longer list of columns is not kept.
    static constexpr qsizetype longestColumns = 4000;

    /// By the names of the columns, as the file is understood without any help; empty: it has no names.
    [[nodiscard]] static QByteArray keyOf(const FileInspection &inspection);

    [[nodiscard]] std::optional<FileReading> find(const QByteArray &key) const;
    /// The oldest one is forgotten for it. One that says nothing is not kept, nor is the one before.
    void keep(const QByteArray &key, FileReading reading);

    [[nodiscard]] QJsonArray toJson() const;
    /// Nothing: some of it is not understood.
    [[nodiscard]] static std::optional<ReadingMemory> fromJson(const QJsonArray &array);

    friend bool operator==(const ReadingMemory &, const ReadingMemory &) = default;

private:
    struct Entry final
    {
        QByteArray key;
        FileReading reading;

        friend bool operator==(const Entry &, const Entry &) = default;
    };

    std::vector<Entry> m_entries; ///< The newest one last.
};

} // namespace ticker
