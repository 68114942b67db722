// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_bench.h"

#include "activity/activity_model.h"
#include "activity/activity_view.h"
#include "clients/clients_model.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QScrollBar>
#include <QTableView>

namespace ticker {

namespace {

constexpr QSize windowSize{1600, 1000};
/// Of the clients, how many leave and come between two snapshots: on a usual day, and when many reconnect.
constexpr int usualTurnoverDivisor = 1000;
constexpr int stormTurnoverDivisor = 20;

/// The most that the server tells at once: of each second 200 lines, in ten batches.
constexpr qsizetype linesOfABatch = 20;

Activities batchOf(const ServerSnapshot &snapshot)
{
    Activities lines;
    for (const ClientRow &client : snapshot.clients.last(qMin(linesOfABatch, snapshot.clients.size()))) {
        Activity line;
        line.kind = Activity::Kind::Connected;
        line.client = client.id;
        line.address = client.address;
        line.port = client.port;
        line.text = client.userAgent;
        lines.append(line);
    }
    return lines;
}

double rounded(double milliseconds)
{
    return qRound(milliseconds * 100) / 100.0;
}

QJsonObject json(const BlockMeter::Blocks &blocks)
{
    return {{QStringLiteral("longestMs"), rounded(blocks.longestMs)},
            {QStringLiteral("p99Ms"), rounded(blocks.p99Ms)},
            {QStringLiteral("medianMs"), rounded(blocks.medianMs)}};
}

} // namespace

WindowBench::WindowBench(const Plan &plan)
    : m_plan(plan), m_source(new SnapshotSource), m_activity(new ActivityView),
      m_table(m_window.findChild<QTableView *>(QStringLiteral("clientsTable")))
{
    m_source->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_source, &QObject::deleteLater);
    QObject::connect(m_source, &SnapshotSource::snapshotTaken, &m_window, [this](const ServerSnapshot &snapshot) {
        m_meter.mark();
        ++m_snapshotsSeen;
        m_window.showSnapshot(snapshot);
        m_activity->append(batchOf(snapshot));
    });
    m_window.addView(m_activity, QStringLiteral("Activity"));
    m_window.showStatus({ServerStatus::State::Listening, QStringLiteral("http://127.0.0.1:8000/"), 8000, std::nullopt});
    m_window.resize(windowSize);
    m_window.show();
    m_thread.start();
    QMetaObject::invokeMethod(m_source, &SnapshotSource::start, Qt::QueuedConnection);
}

WindowBench::~WindowBench()
{
    m_thread.quit();
    m_thread.wait();
}

void WindowBench::setClients(int count)
{
    QMetaObject::invokeMethod(
        m_source, [source = m_source, count] { source->setClients(count); }, Qt::QueuedConnection);
}

void WindowBench::setTurnover(int clients)
{
    QMetaObject::invokeMethod(
        m_source, [source = m_source, clients] { source->setTurnover(clients); }, Qt::QueuedConnection);
}

QString WindowBench::columnName(int column) const
{
    return column < 0 ? QStringLiteral("as they came")
                      : m_table->model()->headerData(column, Qt::Horizontal).toString();
}

QJsonObject WindowBench::measure(const QString &what, const std::function<void()> &action, int turnover)
{
    setTurnover(turnover);
    m_snapshotsSeen = 0;
    m_meter.restart();
    const auto runUntil = [this](int snapshots) {
        while (m_snapshotsSeen < snapshots)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    };
    runUntil(1);
    QElapsedTimer clock;
    clock.start();
    action();
    const double actionMs = double(clock.nsecsElapsed()) / 1e6;
    runUntil(m_plan.snapshots);
    m_longestMs = std::max(m_longestMs, m_meter.wall().longestMs);
    return {{QStringLiteral("what"), what},
            {QStringLiteral("actionMs"), rounded(actionMs)},
            {QStringLiteral("blocked"), json(m_meter.wall())},
            {QStringLiteral("blockedCpu"), json(m_meter.cpu())}};
}

QJsonObject WindowBench::run()
{
    const int usual = m_plan.clients / usualTurnoverDivisor;
    QJsonArray runs;
    runs.append(measure(
        QStringLiteral("all come"), [this] { setClients(m_plan.clients); }, 0));
    m_table->verticalScrollBar()->setValue(m_table->verticalScrollBar()->maximum() / 2);
    m_table->selectRow(m_table->model()->rowCount() / 2);
    for (int column = -1; column < ClientsModel::COLUMN_COUNT; ++column) {
        const auto sort = [this, column] { m_table->sortByColumn(column, Qt::DescendingOrder); };
        runs.append(measure(QStringLiteral("by %1").arg(columnName(column)), sort, usual));
    }
    const auto sortByBytes = [this] { m_table->sortByColumn(ClientsModel::Bytes, Qt::DescendingOrder); };
    runs.append(measure(QStringLiteral("many reconnect"), sortByBytes, m_plan.clients / stormTurnoverDivisor));
    // As many lines as there may be, so that each batch drives out as many.
    ServerSnapshot full;
    full.clients.resize(linesOfABatch);
    for (qsizetype lines = 0; lines < ActivityModel::mostLines; lines += linesOfABatch)
        m_activity->append(batchOf(full));
    const auto showActivity = [this] { m_window.showView(m_activity->objectName()); };
    runs.append(measure(QStringLiteral("activity"), showActivity, m_plan.clients / stormTurnoverDivisor));
    m_window.showView(QStringLiteral("clientsView"));
    runs.append(measure(
        QStringLiteral("hidden"), [this] { m_window.hide(); }, usual));
    runs.append(measure(
        QStringLiteral("shown"), [this] { m_window.show(); }, usual));
    runs.append(measure(
        QStringLiteral("all go"), [this] { setClients(0); }, 0));
    return {{QStringLiteral("clients"), m_plan.clients},
            {QStringLiteral("longestBlockMs"), rounded(m_longestMs)},
            {QStringLiteral("runs"), runs}};
}

} // namespace ticker
