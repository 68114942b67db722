// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <vector>

namespace ticker {

/// The sign by which most of these lines have the same number of cells, and more than one; else a comma. Pure.
[[nodiscard]] char findCsvSeparator(const std::vector<QByteArrayView> &lines);

} // namespace ticker
