// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <optional>

namespace ticker::seed_text {

/// A seed as a person types it: decimal digits from 0 to 2^64-1, blanks around them allowed. Nothing for all else, such
/// as signs, separators or other digits than ours. Pure.
std::optional<quint64> parse(QStringView text);

/// A new seed by chance, ten digits at most: people copy it by hand.
quint64 random();

} // namespace ticker::seed_text
