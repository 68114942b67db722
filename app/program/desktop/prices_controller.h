// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop_values/window_settings.h"

#include <QObject>

namespace ticker {

class MainWindow;
class PricesPage;
class TickerServer;
struct LookSettings;

/// Puts the page with the prices into the window, and connects it with the server. Main thread; owned by the application;
/// window and server outlive it.
class PricesController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PricesController)

public:
    /// Before the window's settings are applied.
    PricesController(TickerServer *server, MainWindow *window, const PricesSettings &settings);

    void addTo(WindowSettings *settings) const;
    void showLook(const LookSettings &look);

Q_SIGNALS:
    /// Something of what addTo() adds.
    void settingsChanged();

private:
    void tellServer();

    TickerServer *m_server;
    PricesPage *m_page; ///< The window's.
    bool m_pageIsShown = false;
    bool m_windowIsShown = false;
    bool m_isWatched = false; ///< As the server was told.
    QStringList m_charted;    ///< Likewise.
};

} // namespace ticker
