// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace ticker {

/// Writes a file through a temporary one beside it, which takes its place when all of it is on disk: on a full one, or
/// where nothing can be written, the old file stays as it is. Returns the system's words for what went wrong.
[[nodiscard]] std::optional<QString> writeWholeFile(const QString &path, const QByteArray &bytes);

/// The absolute path of a file that is named as from that folder. Empty stays empty.
[[nodiscard]] QString absolutePath(const QString &folder, const QString &file);

} // namespace ticker
