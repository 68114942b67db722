// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/clients_controller.h"

#include "activity/activity_view.h"
#include "clients/client_actions.h"
#include "clients/client_details_dialog.h"
#include "server_values/notice_subject.h"
#include "status/notice_bar.h"
#include "ticker/ticker_server.h"
#include "tray/tray_icon.h"
#include "window/main_window.h"

namespace ticker {

ClientsController::ClientsController(MainWindow &window, TickerServer &server)
    : m_window(window), m_server(server), m_activity(new ActivityView(&window)),
      m_details(new ClientDetailsDialog(&window))
{
    m_window.addView(m_activity, tr("Activity"));
    connectActivity();
    connectClients();
}

void ClientsController::connectActivity()
{
    connect(&m_server, &TickerServer::activityHappened, m_activity, &ActivityView::append);
    connect(&m_server, &TickerServer::originAllowed, this, &ClientsController::originAllowed);
    connect(m_activity, &ActivityView::originAllowed, &m_server, &TickerServer::allowOrigin);
    constexpr auto kind = NoticeSubject::Kind::ActivityExport;
    connect(m_activity, &ActivityView::noticed, &m_window,
            [this](const QString &text) { m_window.showNotice(text, {kind}); });
    connect(m_activity, &ActivityView::saved, &m_window, [this] { m_window.notices()->withdraw({kind}); });
}

void ClientsController::connectClients()
{
    const ClientActions *actions = m_window.clientActions();
    connect(actions, &ClientActions::disconnectWanted, &m_server, &TickerServer::disconnectClient);
    connect(actions, &ClientActions::allDisconnectWanted, &m_server, &TickerServer::disconnectAllClients);
    connect(actions, &ClientActions::detailsWanted, m_details, qOverload<quint64>(&ClientDetailsDialog::open));
    connect(actions, &ClientActions::activityWanted, this, [this](quint64 id, const QString &name) {
        m_activity->showOnlyClient(id, name);
        m_window.showView(m_activity->objectName());
    });
    connect(m_details, &ClientDetailsDialog::watchWanted, &m_server, &TickerServer::watchClient);
    connect(m_details, &ClientDetailsDialog::disconnectWanted, &m_server,
            [server = &m_server](quint64 id) { server->disconnectClient(id, {}); });
    connect(&m_server, &TickerServer::clientDetailed, m_details, &ClientDetailsDialog::showDetails);
}

void ClientsController::connectTray(const TrayIcon &tray)
{
    connect(&tray, &TrayIcon::disconnectAllRequested, m_window.clientActions(), &ClientActions::disconnectAll);
}

} // namespace ticker

#include "moc_clients_controller.cpp"
