// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspection/file_sample.h"

#include <QByteArrayView>

namespace ticker {

/// The first rows of a file whose columns are not understood, so that a person can say what they mean. The line is the one
/// that is to blame: the header, or the first one. Nothing in its columns if the text does not look like a table. Pure.
[[nodiscard]] FileSample takeRawSample(QByteArrayView start, quint64 line);

/// The same of a file whose columns are understood, but of which no row can be read.
[[nodiscard]] std::vector<QStringList> takeRawRows(QByteArrayView start, const TickLayout &layout, qsizetype columns);

} // namespace ticker
