// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server_thread.h"

#include "server_dispatcher.h"

#include <QAbstractEventDispatcher>

namespace ticker {

ServerThread::ServerThread(const ServerConfig &config, QObject *parent)
    : QObject(parent), m_server(new TickerServer(config))
{
    m_thread.setObjectName(QStringLiteral("server"));
    if (auto dispatcher = makeServerDispatcher())
        m_thread.setEventDispatcher(dispatcher.release());
    m_server->moveToThread(&m_thread);
    connect(&m_thread, &QThread::started, m_server, &TickerServer::start);
    connect(m_server, &TickerServer::finished, &m_thread, &QThread::quit, Qt::DirectConnection);
    connect(&m_thread, &QThread::finished, m_server, &QObject::deleteLater);
}

ServerThread::~ServerThread()
{
    if (!m_thread.isRunning()) {
        delete m_server;
        return;
    }
    QMetaObject::invokeMethod(m_server, &TickerServer::shutDown, Qt::QueuedConnection);
    m_thread.wait();
}

void ServerThread::start()
{
    m_thread.start();
}

} // namespace ticker
