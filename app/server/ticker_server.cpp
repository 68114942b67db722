// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ticker_server.h"

#include "api_routes.h"
#include "deadline_driver.h"
#include "front_door.h"
#include "gate.h"
#include "http_exchange.h"
#include "http_gateway.h"
#include "instrument.h"
#include "port_listener.h"
#include "reply_headers.h"
#include "socketio_routes.h"
#include "socketio_server.h"
#include "static_site.h"
#include "tape.h"
#include "tick_clock.h"
#include "websocket_door.h"

#include <QDateTime>
#include <QFileInfo>
#include <QHostAddress>
#include <QMetaMethod>
#include <QNetworkInterface>
#include <QTimer>

namespace ticker {

namespace {

/// The event of the tutorial that this program began as.
const QByteArray headlineEvent = QByteArrayLiteral("stock price update");
/// How many ports above a taken one are tried.
constexpr int nextPortAttempts = 100;
/// How long clients get to hear that the server goes away, and how often that is looked at.
constexpr std::chrono::milliseconds farewellTime{500};
constexpr std::chrono::milliseconds farewellStep{5};

/// The names by which a machine that listens beyond loopback is reached.
QStringList ownHosts(const ServerConfig &config)
{
    QStringList hosts = config.allowedHosts;
    const QHostAddress address(config.bindAddress);
    const auto add = [&hosts](const QHostAddress &own) {
        QHostAddress plain = own;
        plain.setScopeId({});
        const bool ipv6 = plain.protocol() == QAbstractSocket::IPv6Protocol;
        hosts.append(ipv6 ? QStringLiteral("[%1]").arg(plain.toString()) : plain.toString());
    };
    if (address == QHostAddress(QHostAddress::AnyIPv4) || address == QHostAddress(QHostAddress::AnyIPv6)) {
        const QList<QHostAddress> addresses = QNetworkInterface::allAddresses();
        for (const QHostAddress &own : addresses)
            add(own);
    } else {
        add(address);
    }
    return hosts;
}

} // namespace

struct TickerServer::Private final
{
    explicit Private(ServerConfig startConfig)
        : config(std::move(startConfig)), tape(config.seed), site(config.webRoot),
          socketIo(config.limits, deadlines.queue()), webSockets(config.limits, deadlines)
    {
    }

    [[nodiscard]] Quote quote() const
    {
        return {headlineInstrument().symbol, tape.headlinePrice(ticks), ticks, lastTickAt};
    }

    ServerConfig config;
    DeadlineDriver deadlines;
    Tape tape;
    TickClock clock;
    StaticSite site;
    Gate gate;
    SocketIoServer socketIo;
    WebSocketDoor webSockets;
    /// Last, and so the first to go: its connections use everything above.
    std::unique_ptr<HttpGateway> gateway;
    QList<FrontDoor *> doors; ///< Owned by the gateway.
    QTimer snapshots;
    ServerSnapshot lastSnapshot;
    quint64 ticks = 0;
    qint64 lastTickAt = 0; ///< Milliseconds since 1970, for people.
    DeadlineQueue::Time farewell{0};
    quint16 wantedPort = 0;
    bool paused = false;
};

TickerServer::TickerServer(ServerConfig config) : m_config(std::move(config)) { }

TickerServer::~TickerServer() = default;

void TickerServer::setUpGate()
{
    d->gateway = std::make_unique<HttpGateway>();
    d->gate.limits = d->config.limits;
    d->gate.deadlines = &d->deadlines;
    d->gate.gateway = d->gateway.get();
    d->gate.report = [this](const QString &line) { Q_EMIT reported(line); };
    d->gate.refuseUpgrade = [this](const HttpRequest &request, const PeerInfo &peer) {
        return refuseSocketIoUpgrade(d->socketIo, request, peer);
    };
    d->gate.acceptUpgrade = [this](UpgradeRequest upgrade) {
        acceptSocketIoUpgrade(d->socketIo, d->webSockets, std::move(upgrade));
    };
}

void TickerServer::setUpRoutes()
{
    routeSocketIo(*d->gateway, d->socketIo);
    routeApi(*d->gateway, [this]() -> std::optional<Quote> {
        return d->ticks > 0 ? std::optional(d->quote()) : std::nullopt;
    });
    d->gateway->setFallback([this](const std::shared_ptr<HttpExchange> &exchange) {
        exchange->reply(d->site.serve(exchange->request()));
    });
}

void TickerServer::setUpClock()
{
    d->clock.setInterval(d->config.interval.nanoseconds());
    connect(&d->clock, &TickClock::ticked, this, &TickerServer::onTick);
}

void TickerServer::setUpSnapshots()
{
    d->snapshots.setInterval(d->config.limits.snapshotInterval);
    connect(&d->snapshots, &QTimer::timeout, this, &TickerServer::takeSnapshot);
}

void TickerServer::start()
{
    d = std::make_unique<Private>(m_config);
    setUpGate();
    setUpRoutes();
    setUpClock();
    setUpSnapshots();
    if (!d->config.webRoot.isEmpty()) {
        const QFileInfo root(d->config.webRoot);
        if (!root.isDir() || !root.isReadable())
            return fail({ServerError::Code::WebRootUnreadable, QStringLiteral("Cannot serve"), d->config.webRoot,
                         QStringLiteral("this is not a folder that can be read")});
    }
    listen(d->config.port);
}

void TickerServer::retry()
{
    if (d->doors.isEmpty())
        listen(d->wantedPort);
}

void TickerServer::listenOnNextFreePort()
{
    const int first = d->wantedPort + 1;
    for (int port = first; d->doors.isEmpty() && port < std::min(first + nextPortAttempts, 65536); ++port) {
        if (listen(quint16(port)))
            return;
    }
}

bool TickerServer::listen(quint16 port)
{
    d->wantedPort = port;
    auto result = listenOn(d->config.bindAddress, port, d->gate);
    if (const auto *error = std::get_if<ServerError>(&result)) {
        fail(*error);
        return false;
    }
    const auto &listening = std::get<ListeningDoors>(result);
    d->doors = listening.doors;
    d->gate.policy = AccessPolicy({listening.port, ownHosts(d->config), d->config.allowedOrigins,
                                   d->config.allowNullOrigin});
    for (FrontDoor *door : std::as_const(d->doors))
        d->gateway->bind(door);
    if (!d->paused)
        d->clock.start();
    // Snapshots are for a window; without one nothing is counted together for nobody.
    if (isSignalConnected(QMetaMethod::fromSignal(&TickerServer::snapshotTaken)))
        d->snapshots.start();
    ServerStatus status;
    status.state = ServerStatus::State::Listening;
    status.url = QStringLiteral("http://%1/").arg(endpointText(d->config.bindAddress, listening.port));
    status.port = listening.port;
    Q_EMIT statusChanged(status);
    return true;
}

void TickerServer::fail(const ServerError &error)
{
    ServerStatus status;
    status.state = ServerStatus::State::Failed;
    status.port = d->wantedPort;
    status.error = error;
    Q_EMIT statusChanged(status);
}

void TickerServer::onTick()
{
    d->deadlines.touch();
    ++d->ticks;
    d->lastTickAt = QDateTime::currentMSecsSinceEpoch();
    d->socketIo.broadcastTick(headlineEvent, QByteArray::number(d->tape.headlinePrice(d->ticks)));
}

void TickerServer::setInterval(TickInterval interval)
{
    d->config.interval = interval;
    d->clock.setInterval(interval.nanoseconds());
}

void TickerServer::setPaused(bool paused)
{
    d->paused = paused;
    if (paused)
        d->clock.stop();
    else if (!d->doors.isEmpty())
        d->clock.start();
}

void TickerServer::disconnectClient(quint64 id)
{
    d->deadlines.touch();
    d->socketIo.disconnectClient(id);
}

void TickerServer::disconnectAll()
{
    d->deadlines.touch();
    d->socketIo.disconnectAll();
}

void TickerServer::shutDown()
{
    d->clock.stop();
    d->snapshots.stop();
    for (FrontDoor *door : std::as_const(d->doors))
        door->close();
    disconnectAll();
    Q_EMIT statusChanged({});
    d->gate.closing = true;
    for (FrontDoor *door : std::as_const(d->doors))
        door->closeIdleConnections();
    d->farewell = d->deadlines.queue().now() + farewellTime;
    sayFarewell();
}

/// Waits until the last bytes are out, but not for a client that does not take them.
void TickerServer::sayFarewell()
{
    if (d->gate.connections.open == 0 || d->deadlines.queue().now() >= d->farewell)
        Q_EMIT finished();
    else
        d->deadlines.queue().add(farewellStep, [this] { sayFarewell(); });
}

void TickerServer::takeSnapshot()
{
    ServerSnapshot snapshot;
    d->deadlines.touch();
    snapshot.clients = d->socketIo.clients();
    snapshot.interval = d->config.interval;
    snapshot.actualRateHz = d->paused ? 0 : d->clock.actualRateHz();
    snapshot.paused = d->paused;
    snapshot.seed = d->tape.seed();
    snapshot.ticks = d->ticks;
    snapshot.headlineSymbol = headlineInstrument().symbol;
    if (d->ticks > 0)
        snapshot.headlinePrice = d->quote().price;
    if (snapshot == d->lastSnapshot)
        return;
    d->lastSnapshot = snapshot;
    Q_EMIT snapshotTaken(snapshot);
}

} // namespace ticker
