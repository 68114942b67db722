// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_values/time_names.h"

#include <algorithm>
#include <array>

namespace ticker {

namespace {

struct FixedZone final
{
    QByteArrayView name;
    int minutes;
};

// CST, IST, BST and others with several meanings are missing on purpose.
constexpr std::array fixedZones{
    FixedZone{"Z", 0},      FixedZone{"UTC", 0},    FixedZone{"GMT", 0},    FixedZone{"WET", 0},
    FixedZone{"WEST", 60},  FixedZone{"CET", 60},   FixedZone{"MEZ", 60},   FixedZone{"CEST", 120},
    FixedZone{"MESZ", 120}, FixedZone{"EET", 120},  FixedZone{"EEST", 180}, FixedZone{"MSK", 180},
    FixedZone{"EST", -300}, FixedZone{"EDT", -240}, FixedZone{"CDT", -300}, FixedZone{"MST", -420},
    FixedZone{"MDT", -360}, FixedZone{"PST", -480}, FixedZone{"PDT", -420}, FixedZone{"BRT", -180},
    FixedZone{"SGT", 480},  FixedZone{"HKT", 480},  FixedZone{"JST", 540},  FixedZone{"KST", 540},
    FixedZone{"AEST", 600}, FixedZone{"AEDT", 660}, FixedZone{"NZST", 720}, FixedZone{"NZDT", 780},
};

struct NamedZone final
{
    QByteArrayView name;
    QByteArrayView zone;
};

constexpr std::array namedZones{
    NamedZone{"ET", "America/New_York"},
    NamedZone{"CT", "America/Chicago"},
    NamedZone{"MT", "America/Denver"},
    NamedZone{"PT", "America/Los_Angeles"},
};

template<typename Table>
auto findName(const Table &table, QByteArrayView name)
{
    return std::ranges::find_if(table,
                                [&](const auto &each) { return name.compare(each.name, Qt::CaseInsensitive) == 0; });
}

} // namespace

std::optional<int> offsetOfZoneName(QByteArrayView name)
{
    const auto found = findName(fixedZones, name);
    return found == fixedZones.end() ? std::nullopt : std::optional(found->minutes);
}

QByteArrayView zoneOfShortName(QByteArrayView name)
{
    const auto found = findName(namedZones, name);
    return found == namedZones.end() ? QByteArrayView() : found->zone;
}

int monthOf(QByteArrayView name)
{
    constexpr std::array<QByteArrayView, 12> months{"january",   "february", "march",    "april",
                                                    "may",       "june",     "july",     "august",
                                                    "september", "october",  "november", "december"};
    constexpr qsizetype shortName = 3;
    for (std::size_t i = 0; i < months.size(); ++i) {
        if (name.compare(months[i], Qt::CaseInsensitive) == 0
            || name.compare(months[i].first(shortName), Qt::CaseInsensitive) == 0)
            return int(i) + 1;
    }
    return name.compare("sept", Qt::CaseInsensitive) == 0 ? 9 : 0;
}

bool isWeekday(QByteArrayView name)
{
    constexpr std::array<QByteArrayView, 7> days{"monday", "tuesday",  "wednesday", "thursday",
                                                 "friday", "saturday", "sunday"};
    return std::ranges::any_of(days, [&](QByteArrayView day) {
        return name.size() >= 3 && day.first(std::min(name.size(), day.size())).compare(name, Qt::CaseInsensitive) == 0;
    });
}

} // namespace ticker
