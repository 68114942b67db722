// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/client_inspector.h"

#include "feeds/ticker_feeds.h"
#include "thread/deadline_driver.h"

#include <QDateTime>

namespace ticker {

namespace {

constexpr std::chrono::milliseconds lookInterval{250};

} // namespace

ClientInspector::ClientInspector(TickerFeeds &feeds, DeadlineDriver &deadlines)
    : m_feeds(feeds), m_deadlines(deadlines), m_watch(&QDateTime::currentMSecsSinceEpoch), m_timer(this)
{
    m_timer.setInterval(lookInterval);
    connect(&m_timer, &QTimer::timeout, this, &ClientInspector::look);
    m_feeds.setClientWatch(&m_watch);
}

void ClientInspector::watch(quint64 id)
{
    m_watch.watch(id);
    m_last = {};
    m_timer.stop();
    if (id == 0)
        return;
    m_timer.start();
    look();
}

void ClientInspector::look()
{
    m_deadlines.touch();
    const quint64 id = m_watch.client();
    ClientDetails details = m_feeds.details(id).value_or(ClientDetails{id, true, {}, {}, {}, {}});
    details.messages = m_watch.messages();
    if (details.isGone)
        watch(0);
    if (details == m_last)
        return;
    m_last = details;
    Q_EMIT detailed(details);
}

void ClientInspector::disconnect(quint64 id, const CloseStatus &closeStatus)
{
    m_deadlines.touch();
    m_feeds.disconnectClient(id, closeStatus);
}

void ClientInspector::disconnectAll()
{
    m_deadlines.touch();
    const QList<ClientRow> clients = m_feeds.clients();
    for (const ClientRow &client : clients)
        m_feeds.disconnectClient(client.id, {});
}

} // namespace ticker

#include "moc_client_inspector.cpp"
