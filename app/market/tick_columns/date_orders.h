// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"
#include "file_values/civil_time.h"
#include "localized_text.h"

#include <QByteArrayList>

namespace ticker {

/// Which number of 01/02/2024 is the month: what all of these times allow. If they do not tell, it is as usual in such a file;
/// undecided: no time asks for it. Fails if they contradict each other, or do not tell and nothing is usual.
[[nodiscard]] Expected<DateOrder, LocalizedText> dateOrderOf(const QByteArrayList &cells, DateOrder usual);

} // namespace ticker
