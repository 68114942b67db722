// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ticker/server_thread.h"

#include "thread/server_dispatcher.h"

#include <QAbstractEventDispatcher>

namespace ticker {

ServerThread::ServerThread(const ServerConfig &config, QObject *parent)
    : QObject(parent), m_server(new TickerServer(config))
{
    connect(m_server, &TickerServer::finished, m_server, [this] {
        m_server->deleteLater();
        m_thread.quit();
    });
}

ServerThread::~ServerThread()
{
    if (!m_thread.isRunning()) {
        delete m_server;
        return;
    }
    QMetaObject::invokeMethod(m_server, &TickerServer::shutDown, Qt::QueuedConnection);
    m_thread.join();
}

void ServerThread::start()
{
    m_thread.start(&makeServerDispatcher);
    m_server->moveToThread(m_thread.affinity());
    QMetaObject::invokeMethod(m_server, &TickerServer::start, Qt::QueuedConnection);
}

} // namespace ticker

#include "moc_server_thread.cpp"
