// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace ticker {

/// What a person says of a file of ticks, beyond what it says itself. A value.
struct FileReading final
{
    enum class BadLines : quint8 {
        SkipFew, ///< They are left out, as long as they are few.
        SkipAll,
        Stop, ///< Playing ends at the first one.
    };
    enum class DateOrder : quint8 {
        ByFile, ///< As its dates show.
        DayFirst,
        MonthFirst,
    };

    BadLines badLines = BadLines::SkipFew;
    DateOrder dateOrder = DateOrder::ByFile;
    QByteArray timeZone;       ///< Of times that name none, as "Europe/Berlin"; empty: UTC.
    std::optional<char> point; ///< Of decimal numbers: '.' or ','; nothing: as the file's numbers show.
    QString symbol;       ///< Of a file that names none; empty: what its name says, or that of the primary instrument.
    QString columns = {}; ///< What columns mean, as "time=open_time,price=close"; empty: what their names say.
    bool follow = false;  ///< At its end, more lines are waited for.

    friend bool operator==(const FileReading &, const FileReading &) = default;
};

} // namespace ticker
