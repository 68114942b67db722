// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/prices_controller.h"

#include "desktop_values/look_settings.h"
#include "prices_page.h"
#include "server_values/notice_subject.h"
#include "status/notice_bar.h"
#include "ticker/ticker_server.h"
#include "window/main_window.h"

namespace ticker {

PricesController::PricesController(TickerServer *server, MainWindow *window, const PricesSettings &settings)
    : m_server(server), m_page(new PricesPage)
{
    m_page->applySettings(settings);
    window->addView(m_page, tr("Prices"));
    window->addFileAction(m_page->exportAction());
    connect(server, &TickerServer::marketMoved, m_page, &PricesPage::showUpdate);
    connect(m_page, &PricesPage::chartedChanged, this, &PricesController::tellServer);
    connect(m_page, &PricesPage::settingsChanged, this, &PricesController::settingsChanged);
    constexpr auto kind = NoticeSubject::Kind::ChartExport;
    connect(m_page, &PricesPage::exportFailed, window,
            [window](const QString &problem) { window->showNotice(problem, {kind}); });
    connect(m_page, &PricesPage::exported, window, [window] { window->notices()->withdraw({kind}); });
    connect(m_page, &PricesPage::shownChanged, this, [this](bool shown) {
        m_pageIsShown = shown;
        tellServer();
    });
    connect(window, &MainWindow::shownChanged, this, [this](bool shown) {
        m_windowIsShown = shown;
        tellServer();
    });
}

void PricesController::addTo(WindowSettings *settings) const
{
    settings->prices = m_page->settings();
}

void PricesController::showLook(const LookSettings &look)
{
    m_page->setRisingIsRed(look.risingIsRed);
}

/// A page that nobody looks at costs the server nothing.
void PricesController::tellServer()
{
    const bool watched = m_pageIsShown && m_windowIsShown;
    const QStringList charted = m_page->charted();
    if (watched == m_isWatched && (charted == m_charted || !watched))
        return;
    m_isWatched = watched;
    m_charted = charted;
    QMetaObject::invokeMethod(
        m_server, [server = m_server, charted, watched] { server->setMarketWatched(charted, watched); },
        Qt::QueuedConnection);
}

} // namespace ticker

#include "moc_prices_controller.cpp"
