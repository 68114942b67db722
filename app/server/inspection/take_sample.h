// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspection/file_sample.h"
#include "replay_file/replay_options.h"

#include <QByteArrayView>

namespace ticker {

/// By the start of a file, as lines of UTF-8. Where a person has to say how it is read, an answer is tried, so that the
/// columns can be shown. Pure.
[[nodiscard]] FileSample takeSample(QByteArrayView start, bool isWhole, const ReplayOptions &options);

} // namespace ticker
