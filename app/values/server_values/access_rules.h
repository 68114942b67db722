// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace ticker {

/// Who may read the feed beside pages and programs of this computer. A value.
struct AccessRules final
{
    QStringList hosts;            ///< Names by which this computer is called, "name" or "name:port".
    QStringList origins;          ///< Of pages, "https://example.org".
    bool allowNullOrigin = false; ///< Pages opened from a file.

    friend bool operator==(const AccessRules &, const AccessRules &) = default;
};

} // namespace ticker
