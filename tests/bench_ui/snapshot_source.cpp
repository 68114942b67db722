// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshot_source.h"

namespace ticker {

namespace {

constexpr std::chrono::milliseconds snapshotInterval{100};
constexpr int bytesOfATick = 35;
constexpr int instruments = 500; ///< The most that a market may have.

} // namespace

SnapshotSource::SnapshotSource() : m_timer(this)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(snapshotInterval);
    connect(&m_timer, &QTimer::timeout, this, &SnapshotSource::takeSnapshot);
    m_snapshot.interval = TickInterval::bounded(snapshotInterval);
    m_snapshot.featuredSymbol = QStringLiteral("ACME");
    m_snapshot.symbols.append(m_snapshot.featuredSymbol);
    while (m_snapshot.symbols.size() < instruments)
        m_snapshot.symbols.append(QStringLiteral("SYM%1").arg(m_snapshot.symbols.size()));
}

void SnapshotSource::setClients(int count)
{
    m_count = count;
}

void SnapshotSource::setTurnover(int clients)
{
    m_turnover = clients;
}

void SnapshotSource::start()
{
    m_timer.start();
}

void SnapshotSource::stop()
{
    m_timer.stop();
}

ClientRow SnapshotSource::newClient()
{
    ClientRow row;
    row.id = ++m_lastId;
    row.address = QStringLiteral("127.0.%1.%2").arg(row.id / 250 % 250).arg(row.id % 250);
    row.port = quint16(m_random());
    row.transport = row.id % 5 == 0 ? TransportKind::SocketIoPolling : TransportKind::SocketIoWebSocket;
    row.getsHeadline = row.id % 2 == 0;
    row.subscription = {2, false, m_subscription};
    row.userAgent = QStringLiteral(
                        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/%1.0.0.0")
                        .arg(m_random() % 1000);
    return row;
}

void SnapshotSource::comeAndGo()
{
    QList<ClientRow> &rows = m_snapshot.clients;
    for (int i = 0; i < m_turnover && !rows.isEmpty(); ++i)
        rows.removeAt(qsizetype(m_random() % quint64(rows.size())));
    if (rows.size() > m_count)
        rows.resize(m_count);
    while (rows.size() < m_count)
        rows.append(newClient());
}

void SnapshotSource::takeSnapshot()
{
    using namespace std::chrono;
    comeAndGo();
    const bool isWholeSecond = ++m_snapshot.ticks % (seconds(1) / snapshotInterval) == 0;
    // Rows are made anew, as the server does, for else nothing would be known of what it costs to drop them.
    QList<ClientRow> rows;
    rows.reserve(m_snapshot.clients.size());
    for (ClientRow row : std::as_const(m_snapshot.clients)) {
        const quint64 ticks = 1 + m_random() % 4;
        row.ticksSent += ticks;
        row.bytesSent += ticks * bytesOfATick;
        row.unsentBytes = row.id % 7 == 0 ? qint64(m_random() % 100'000) : 0;
        if (isWholeSecond) {
            row.ticksPerSecond = 10 + double(m_random() % 10);
            row.roundTrip = microseconds(m_random() % 5000);
        }
        row.connectedFor += isWholeSecond ? seconds(1) : seconds(0);
        rows.append(row);
    }
    m_snapshot.clients = rows;
    m_snapshot.featuredPrice = double(m_random() % 1000);
    Q_EMIT snapshotTaken(m_snapshot);
}

} // namespace ticker
