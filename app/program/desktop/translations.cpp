// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <memory>

namespace ticker {

namespace {

/// Whether something was found for the locale.
bool install(QCoreApplication *application, const QLocale &locale, const QString &name, const QString &folder)
{
    auto translator = std::make_unique<QTranslator>(application);
    if (!translator->load(locale, name, QStringLiteral("_"), folder))
        return false;
    return QCoreApplication::installTranslator(translator.release());
}

bool isEnglish(const QString &language)
{
    return QLocale(language).language() == QLocale::English;
}

} // namespace

void installTranslations(QCoreApplication *application, const QLocale &locale)
{
    // One by one: given the whole list, a translator passes over English, for which there is no file.
    const QStringList languages = locale.uiLanguages();
    for (const QString &language : languages) {
        if (isEnglish(language))
            return;
        if (install(application, QLocale(language), QStringLiteral("tickertray"), QStringLiteral(":/translations"))) {
            install(application, QLocale(language), QStringLiteral("qtbase"),
                    QLibraryInfo::path(QLibraryInfo::TranslationsPath));
            return;
        }
    }
}

} // namespace ticker
