// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"
#include "file_values/civil_time.h"
#include "localized_text.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QTimeZone>

#include <limits>
#include <optional>

namespace ticker {

/// How the times of one file are read, beyond what each of them says itself. A value.
struct FileTimeRules final
{
    DateOrder order = DateOrder::Undecided;
    QByteArray zone;              ///< Of times that name none; empty: UTC.
    bool hasExcelSerials = false; ///< Numbers are days since 1899-12-30.
    bool isNewestFirst = false;   ///< Each time is hardly later than the one before.

    friend bool operator==(const FileTimeRules &, const FileTimeRules &) = default;
};

/// Reads the times of one file, one after the other, in ns since 1970 UTC, from 1700 to 2262. One thread; part of the reader
/// of a file.
///
/// A number is seconds below 10^11, ms below 10^14, us below 10^17, else ns; but a date if that would be before 1980 or after
/// 2262 and it reads as 20240102, 202401020930 or 20240102093000. For everything else see readCivilTime().
class FileTimes final
{
public:
    using Result = Expected<qint64, LocalizedText>;

    explicit FileTimes(const FileTimeRules &rules);

    [[nodiscard]] Result read(QByteArrayView text);
    /// A day and a time of day in two columns.
    [[nodiscard]] Result read(QByteArrayView date, QByteArrayView timeOfDay);

    /// Whether two texts are the same time.
    [[nodiscard]] bool areSame(QByteArrayView one, QByteArrayView other);

    /// The time of the line before: of an hour that a clock shows twice in autumn the second one is meant where the first
    /// would be earlier than this, by more than lines of ticks are out of order. Of newest first, the second one unless it
    /// would be later.
    void setPrevious(qint64 timeNs);

private:
    /// Where a zone was the same distance from UTC.
    struct Offset final
    {
        const QTimeZone *zone = nullptr;
        qint64 span = 0; ///< Of local time.
        qint64 seconds = 0;
    };

    [[nodiscard]] Result resolve(const CivilTime &time, QByteArrayView text);
    [[nodiscard]] Result resolveInZone(qint64 day, qint64 nanosecond, const QTimeZone &zone, QByteArrayView text);
    [[nodiscard]] const QTimeZone *zoneOf(QByteArrayView name);

    FileTimeRules m_rules;
    QTimeZone m_zone;
    QByteArray m_otherName; ///< Of the zone that a text has named last.
    QTimeZone m_other;
    Offset m_offset;
    qint64 m_earliestNs = std::numeric_limits<qint64>::min();
    qint64 m_latestNs = std::numeric_limits<qint64>::max(); ///< Of newest first.
};

} // namespace ticker
