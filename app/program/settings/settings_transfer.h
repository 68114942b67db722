// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"
#include "settings/settings.h"

namespace ticker {

/// What a file of settings that somebody exported holds.
struct ImportedSettings final
{
    Settings settings;         ///< What was not understood has its default.
    QStringList notUnderstood; ///< Keys, "window.folder" for instance: unknown ones and those with a wrong value.
};

/// Reads settings from a file of any name, in the form in which they are stored. The error is a sentence for a person: it
/// cannot be read, holds no settings of this program, or those of a newer version.
[[nodiscard]] Expected<ImportedSettings, QString> importSettings(const QString &path);

/// Writes them to a file of any name, through a temporary file, so that the one before is whole until then. Returns what
/// went wrong, as a sentence.
[[nodiscard]] std::optional<QString> exportSettings(const QString &path, const Settings &settings);

} // namespace ticker
