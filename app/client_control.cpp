// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client_control.h"

#include "activity_view.h"
#include "main_window.h"
#include "ticker_server.h"

namespace ticker {

ClientControl::ClientControl(MainWindow &window, TickerServer &server)
    : m_window(window), m_server(server), m_activity(new ActivityView(&window))
{
    m_window.addView(m_activity, tr("Activity"));
    connectActivity();
}

void ClientControl::connectActivity()
{
    connect(&m_server, &TickerServer::activityHappened, m_activity, &ActivityView::append);
    connect(&m_server, &TickerServer::originAllowed, this, &ClientControl::originAllowed);
    connect(m_activity, &ActivityView::originAllowed, &m_server, &TickerServer::allowOrigin);
    connect(m_activity, &ActivityView::noticed, &m_window, &MainWindow::showNotice);
}

} // namespace ticker
