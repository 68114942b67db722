// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settings_transfer.h"

#include "open_file.h"
#include "whole_file.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace ticker {

namespace {

struct Text final
{
    Q_DECLARE_TR_FUNCTIONS(ticker::SettingsTransfer)
};

/// The keys that mean nothing to us, as settingsFromJson() names them.
QStringList unknownKeys(const QJsonObject &object, const QJsonObject &known, const QString &prefix = {})
{
    QStringList unknown;
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        if (!known.contains(it.key()))
            unknown.append(prefix + it.key());
        else if (it->isObject())
            unknown += unknownKeys(it->toObject(), known.value(it.key()).toObject(),
                                   prefix + it.key() + QLatin1Char('.'));
    }
    return unknown;
}

} // namespace

Expected<ImportedSettings, QString> importSettings(const QString &path)
{
    const auto file = openToRead(path);
    if (!file)
        return Text::tr("Cannot read %1. %2").arg(path, file.error().why.translated());
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson((*file)->read(mostSettingsBytes + 1), &error);
    if (!document.isObject() && error.error != QJsonParseError::NoError) {
        return Text::tr("%1 is not a settings file: %2 at byte %3.").arg(path, error.errorString()).arg(error.offset);
    }
    const QJsonObject object = document.object();
    const auto version = settingsVersion(object);
    if (!version || *version < 1)
        return Text::tr("%1 is not a TickerTray settings file: it lacks \"version\": 1.").arg(path);
    if (*version > currentSettingsVersion)
        return Text::tr("%1 was saved by a newer version of TickerTray.").arg(path);
    ImportedSettings imported;
    imported.settings = settingsFromJson(object, &imported.notUnderstood);
    imported.notUnderstood += unknownKeys(object, toJson(Settings()));
    return imported;
}

std::optional<QString> exportSettings(const QString &path, const Settings &settings)
{
    if (const auto why = writeWholeFile(path, QJsonDocument(toJson(settings)).toJson()))
        return Text::tr("Cannot write the settings to %1: %2").arg(path, why->translated());
    return std::nullopt;
}

} // namespace ticker
