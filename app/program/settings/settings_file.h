// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localized_text.h"
#include "settings/settings.h"

#include <functional>
#include <optional>

namespace ticker {

/// The settings of one profile, or those of a file that was asked for, on disk. Main thread; owned by the application.
class SettingsFile final
{
public:
    struct Loaded final
    {
        Settings settings;
        /// Set when the file was not (fully) understood: what, and where the old one was kept.
        std::optional<LocalizedText> warning;
    };

    struct Updated final
    {
        std::optional<LocalizedText> warning; ///< Of the file as it was, as load() has it.
        std::optional<LocalizedText> problem; ///< Why it is not written.
    };

    explicit SettingsFile(const QString &profile);
    /// At an absolute path.
    [[nodiscard]] static SettingsFile at(const QString &path);

    /// No file: defaults. A broken one: it is kept aside, and what was understood of it takes its place.
    [[nodiscard]] Loaded load() const;
    /// Changes what is on disk now, which a person may have edited since load().
    [[nodiscard]] Updated update(const std::function<void(Settings &)> &change) const;
    /// Written to a temporary file and renamed, so that a full disk leaves the old one intact. Returns what went wrong.
    [[nodiscard]] std::optional<LocalizedText> save(const Settings &settings) const;

    [[nodiscard]] QString path() const { return m_path; }

private:
    [[nodiscard]] QString keepAside() const;

    QString m_path;
};

} // namespace ticker
