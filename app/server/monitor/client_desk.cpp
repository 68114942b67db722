// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/client_desk.h"

#include "thread/deadline_driver.h"
#include "feeds/ticker_feeds.h"

#include <QDateTime>

namespace ticker {

namespace {

constexpr std::chrono::milliseconds lookInterval{250};

} // namespace

ClientDesk::ClientDesk(TickerFeeds &feeds, DeadlineDriver &deadlines)
    : m_feeds(feeds), m_deadlines(deadlines), m_watch(&QDateTime::currentMSecsSinceEpoch), m_timer(this)
{
    m_timer.setInterval(lookInterval);
    connect(&m_timer, &QTimer::timeout, this, &ClientDesk::look);
    m_feeds.setClientWatch(&m_watch);
}

void ClientDesk::watch(quint64 id)
{
    m_watch.watch(id);
    m_last = {};
    m_timer.stop();
    if (id == 0)
        return;
    m_timer.start();
    look();
}

void ClientDesk::look()
{
    m_deadlines.touch();
    const quint64 id = m_watch.client();
    ClientDetails details = m_feeds.details(id).value_or(ClientDetails{id, true, {}, {}, {}});
    details.messages = m_watch.messages();
    if (details.isGone)
        watch(0);
    if (details == m_last)
        return;
    m_last = details;
    Q_EMIT detailed(details);
}

void ClientDesk::disconnect(quint64 id, const ClientFarewell &farewell)
{
    m_deadlines.touch();
    m_feeds.disconnectClient(id, farewell);
}

void ClientDesk::disconnectAll()
{
    m_deadlines.touch();
    const QList<ClientRow> clients = m_feeds.clients();
    for (const ClientRow &client : clients)
        m_feeds.disconnectClient(client.id, {});
}

} // namespace ticker
