// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings_dialog/preferences.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace ticker {

/// The entry by which the desktop starts this program at login (Desktop Application Autostart Specification): a file in the
/// user's autostart folder, one for each profile. Main thread.
class AutostartFile final
{
public:
    /// The program is given by its absolute path, and so is a file of settings of its own, if it has one. The profile may
    /// be empty.
    AutostartFile(QString program, const QString &profile, const QString &configFile = {});

    /// As it is on disk now; the desktop's own settings may have switched it off. Not available inside a Flatpak, whose
    /// files the desktop does not see, nor where there are no such folders.
    [[nodiscard]] Autostart read() const;
    /// Writes the file, through a temporary one, or removes it. Returns what went wrong, as a sentence.
    [[nodiscard]] std::optional<QString> write(const Autostart &start) const;

    [[nodiscard]] QString path() const { return m_path; }
    /// What the file holds. Pure.
    [[nodiscard]] QString contents(bool hidden) const;

    /// One argument as the key Exec has it (Desktop Entry Specification, "The Exec key"), in the escaped form of a file.
    [[nodiscard]] static QString execArgument(const QString &text);

private:
    QString m_program;
    QString m_profile;
    QString m_configFile;
    QString m_path;
};

} // namespace ticker
