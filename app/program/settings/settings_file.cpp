// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settings_file.h"

#include "open_file.h"
#include "whole_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QStandardPaths>

namespace ticker {

SettingsFile::SettingsFile(const QString &profile)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    const QString name = profile.isEmpty() ? QStringLiteral("settings.json")
                                           : QStringLiteral("settings-%1.json").arg(profile);
    m_path = folder + QStringLiteral("/tickertray/") + name;
}

SettingsFile SettingsFile::at(const QString &path)
{
    SettingsFile file{QString()};
    file.m_path = path;
    return file;
}

SettingsFile::Loaded SettingsFile::load() const
{
    const auto file = openToRead(m_path);
    if (!file && file.error().isMissing)
        return {};
    if (!file) {
        // Moved away, lest the defaults take its place when something is changed.
        return {{},
                LocalizedText::tr("Cannot read the settings in %1. %2 The defaults are used; it was kept as %3.")
                    .arg(m_path)
                    .arg(file.error().why)
                    .arg(keepAside())};
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson((*file)->read(mostSettingsBytes + 1), &error);
    (*file)->close();
    if (!document.isObject()) {
        const LocalizedText why = error.error != QJsonParseError::NoError
            ? LocalizedText::tr("%1 at byte %2").arg(error.errorString()).arg(error.offset)
            : LocalizedText::tr("not a JSON object");
        return {
            {},
            LocalizedText::tr("The settings in %1 are invalid (%2). The defaults are used; the file was kept as %3.")
                .arg(m_path)
                .arg(why)
                .arg(keepAside())};
    }
    Loaded loaded;
    QStringList problems;
    loaded.settings = settingsFromJson(document.object(), &problems);
    if (!problems.isEmpty()) {
        loaded.warning =
            LocalizedText::tr(
                "The settings in %1 have invalid values: %2. The defaults are used for these; the file was kept as %3.")
                .arg(m_path)
                .arg(problems.join(QStringLiteral(", ")))
                .arg(keepAside());
        // The next start goes on with what was understood, and has nothing to say again.
        if (const auto problem = save(loaded.settings))
            loaded.warning = LocalizedText::tr("%1 %2").arg(*loaded.warning).arg(*problem);
    }
    return loaded;
}

SettingsFile::Updated SettingsFile::update(const std::function<void(Settings &)> &change) const
{
    Loaded loaded = load();
    change(loaded.settings);
    return {std::move(loaded.warning), save(loaded.settings)};
}

/// Moves the file away under a name that is free, and so the next start finds nothing to complain about.
QString SettingsFile::keepAside() const
{
    for (int number = 1; number < 1000; ++number) {
        QString name = number == 1 ? m_path + QStringLiteral(".broken")
                                   : QStringLiteral("%1.broken-%2").arg(m_path).arg(number);
        if (QFile::rename(m_path, name))
            return name;
        if (!QFileInfo::exists(name))
            break;
    }
    return m_path;
}

std::optional<LocalizedText> SettingsFile::save(const Settings &settings) const
{
    QDir().mkpath(QFileInfo(m_path).path());
    if (const auto why = writeWholeFile(m_path, QJsonDocument(toJson(settings)).toJson()))
        return LocalizedText::tr("Cannot write the settings to %1: %2").arg(m_path).arg(*why);
    return std::nullopt;
}

} // namespace ticker
