// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCoreApplication;
class QLocale;

namespace ticker {

/// Lets the window speak the first of the user's languages that it knows, and Qt's own dialogs with it; English if there
/// is none. The console and the log stay English, for programs read them. The application owns what is loaded.
void installTranslations(QCoreApplication *application, const QLocale &locale);

} // namespace ticker
