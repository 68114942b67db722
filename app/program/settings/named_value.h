// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstddef>
#include <optional>

namespace ticker {

/// A value that is stored by a name. Of a list of them the first is the default.
template<typename Value>
struct Named final
{
    Value value;
    const char *name;
};

template<typename Value, std::size_t Count>
[[nodiscard]] QString nameOf(const Named<Value> (&all)[Count], Value value)
{
    for (const auto &one : all) {
        if (one.value == value)
            return QString::fromLatin1(one.name);
    }
    Q_UNREACHABLE();
    return {};
}

/// Nothing: none of them has this name.
template<typename Value, std::size_t Count>
[[nodiscard]] std::optional<Value> valueOf(const Named<Value> (&all)[Count], const QString &name)
{
    for (const auto &one : all) {
        if (name == QLatin1String(one.name))
            return one.value;
    }
    return std::nullopt;
}

} // namespace ticker
