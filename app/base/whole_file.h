// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localized_text.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace ticker {

/// Writes a file through a temporary one beside it, which takes its place when all of it is on disk: on a full one, or
/// where nothing can be written, the old file stays as it is. What is no regular file is never replaced. Returns what went
/// wrong.
[[nodiscard]] std::optional<LocalizedText> writeWholeFile(const QString &path, const QByteArray &bytes);

/// Has the name of a new file still be there after the machine has lost its power. Some file systems cannot; then it
/// comes to the disk a little later.
void makeNameDurable(const QString &path);

/// The absolute path of a file that is named as from that folder. Empty stays empty.
[[nodiscard]] QString absolutePath(const QString &folder, const QString &file);

} // namespace ticker
