// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <optional>

namespace ticker {

/// Of a short name of a time zone that means the same everywhere, such as UTC, CET or EST: minutes from UTC. Nothing: there is
/// no such name, or it has several meanings (CST, IST, BST).
[[nodiscard]] std::optional<int> offsetOfZoneName(QByteArrayView name);

/// Short names of zones that change between summer and winter, such as ET; empty: it is none.
[[nodiscard]] QByteArrayView zoneOfShortName(QByteArrayView name);

/// By its English name, whole or its first three letters; 0: it is none.
[[nodiscard]] int monthOf(QByteArrayView name);
[[nodiscard]] bool isWeekday(QByteArrayView name);

} // namespace ticker
