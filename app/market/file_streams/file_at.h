// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>

namespace ticker {

/// What is in a file at this offset, whoever else reads it elsewhere: at most so many bytes, less at the end only. Null,
/// unlike empty: it cannot be read.
[[nodiscard]] QByteArray readAt(const QFile &file, quint64 offset, qsizetype mostBytes);

} // namespace ticker
