// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market_values/market_action.h"

#include <array>
#include <cmath>

namespace ticker {

namespace {

struct Entry final
{
    MarketAction::Kind kind;
    const char *name;
    MarketAction::Range range;
};

constexpr std::array entries{
    Entry{MarketAction::Kind::Spike, "spike", {0.0001, 10, 0.05}},
    Entry{MarketAction::Kind::Crash, "crash", {0.0001, 0.99, 0.2}},
    Entry{MarketAction::Kind::Halt, "halt", {}},
    Entry{MarketAction::Kind::Resume, "resume", {}},
    Entry{MarketAction::Kind::Flat, "flat", {0, 1, 1, true}},
    Entry{MarketAction::Kind::Burst, "burst", {1, 1'000'000, 100, true}},
    Entry{MarketAction::Kind::Drift, "drift", {-0.1, 0.1, 0.001}},
};

const Entry &entryOf(MarketAction::Kind kind)
{
    for (const Entry &entry : entries) {
        if (entry.kind == kind)
            return entry;
    }
    Q_UNREACHABLE();
    return entries.front();
}

} // namespace

bool MarketAction::Range::contains(double value) const
{
    return value >= lowest && value <= highest && (!whole || value == std::floor(value));
}

MarketAction::Range MarketAction::rangeOf(Kind kind)
{
    return entryOf(kind).range;
}

QString MarketAction::nameOf(Kind kind)
{
    return QString::fromLatin1(entryOf(kind).name);
}

std::optional<MarketAction::Kind> MarketAction::fromName(const QString &name)
{
    for (const Entry &entry : entries) {
        if (name == QLatin1String(entry.name))
            return entry.kind;
    }
    return std::nullopt;
}

} // namespace ticker
