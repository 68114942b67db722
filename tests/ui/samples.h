// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server_values/server_snapshot.h"
#include "server_values/server_status.h"

#include <QPalette>

/// Values for the tests of the window and the tray.
namespace ticker::samples {

inline ServerStatus listening(quint16 port = 8000)
{
    return {ServerStatus::State::Listening, QStringLiteral("http://127.0.0.1:%1/").arg(port), port, std::nullopt};
}

inline ServerStatus failed(ServerError::Code code = ServerError::Code::PortInUse)
{
    return {ServerStatus::State::Failed,
            {},
            8000,
            ServerError{code, QStringLiteral("Cannot listen"), QStringLiteral("127.0.0.1:8000"),
                        QStringLiteral("another program uses this port")}};
}

inline ClientRow client(quint64 id)
{
    using std::chrono::milliseconds;
    ClientRow row;
    row.id = id;
    row.address = QStringLiteral("127.0.0.1");
    row.port = quint16(40000 + id);
    row.transport = TransportKind(id % 4);
    row.userAgent = id % 3 == 0
        ? QString()
        : QStringLiteral("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.%1").arg(id);
    row.connectedFor = milliseconds(200'000 * id);
    row.getsHeadline = row.transport == TransportKind::SocketIoWebSocket
        || row.transport == TransportKind::SocketIoPolling;
    if (!row.getsHeadline)
        row.subscription = {2, false, QStringLiteral("TICK, MOON")};
    row.ticksPerSecond = 20;
    row.roundTrip = row.transport == TransportKind::ServerSentEvents ? std::chrono::nanoseconds(-1)
                                                                     : std::chrono::microseconds(700 * id);
    row.ticksSent = 4'000 * id;
    row.bytesSent = 1'234'567 * id;
    row.unsentBytes = id % 2 == 0 ? 30'000 : 0;
    return row;
}

inline ServerSnapshot running(int clients = 0, int intervalMs = 50)
{
    ServerSnapshot snapshot;
    for (int i = 1; i <= clients; ++i)
        snapshot.clients.append(client(quint64(i)));
    snapshot.interval = TickInterval::bounded(std::chrono::milliseconds(intervalMs));
    snapshot.actualRateHz = snapshot.interval.hertz();
    snapshot.seed = 20240607;
    snapshot.ticks = 12'000;
    snapshot.symbols = QStringList{QStringLiteral("TICK"), QStringLiteral("MOON"), QStringLiteral("ROCK")};
    snapshot.featuredSymbol = QStringLiteral("TICK");
    snapshot.featuredPrice = 512;
    return snapshot;
}

inline ServerSnapshot paused(int clients = 0)
{
    ServerSnapshot snapshot = running(clients);
    snapshot.paused = true;
    snapshot.actualRateHz = 0;
    return snapshot;
}

/// A file that is played, nearly half of it, and of which three quarters are known.
inline ServerSnapshot playing(int clients = 0)
{
    ServerSnapshot snapshot = running(clients);
    snapshot.seed = 0;
    Playback playback;
    playback.path = QStringLiteral("/home/ada/data/ticks.csv");
    playback.progress = 0.42;
    playback.indexed = 1;
    playback.timeMs = 1'767'605'400'000; // 2026-01-05 09:30
    playback.speed = 10;
    snapshot.playback = playback;
    return snapshot;
}

inline Recording recording(Recording::State state = Recording::State::Writing)
{
    return {state, QStringLiteral("/home/ada/data/out.csv"), 12'345, 1'234'567};
}

inline QPalette darkPalette()
{
    QPalette palette(QColor(0x35, 0x38, 0x3c), QColor(0x2b, 0x2d, 0x30));
    palette.setColor(QPalette::Base, QColor(0x1f, 0x20, 0x23));
    palette.setColor(QPalette::AlternateBase, QColor(0x27, 0x29, 0x2c));
    palette.setColor(QPalette::Highlight, QColor(0x2a, 0x62, 0xc9));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(role, QColor(0xe8, 0xe8, 0xe8));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(0x80, 0x80, 0x80));
    return palette;
}

} // namespace ticker::samples
