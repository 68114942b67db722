// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace ticker {

/// Where the rows are in a JSON text that is more than one object a line: in arrays at its top level, or in each object at
/// its top level under these keys, one in the other. A value.
struct JsonRows final
{
    std::vector<QByteArray> path;
    bool areKeyedByTime = false; ///< What is there is an object, whose keys are times and whose values are rows.
};

} // namespace ticker
