// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"
#include "localized_text.h"

#include <QFile>
#include <QString>

#include <memory>
#include <optional>

namespace ticker {

// A long file is called NAME.part while it is written, and gets its name when it is complete.

/// NAME.part.
[[nodiscard]] QString partName(const QString &path);

/// Makes NAME.part, unbuffered. Unless it may be replaced, a NAME or NAME.part that exists is an error; a link to nothing
/// always is. The error is a sentence for people, without the name.
[[nodiscard]] Expected<std::unique_ptr<QFile>, LocalizedText> openPartFile(const QString &path, bool overwrite);

/// When all is written: flushes it to disk, closes it and gives it its name. Returns why that failed, a clause; then it is
/// NAME.part still.
[[nodiscard]] std::optional<LocalizedText> finishPartFile(QFile &file, const QString &path, bool overwrite);

} // namespace ticker
