// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ticker_server.h"

#include "api_routes.h"
#include "deadline_driver.h"
#include "feed_server.h"
#include "http_exchange.h"
#include "http_gateway.h"
#include "http_port.h"
#include "instrument.h"
#include "port_listener.h"
#include "reply_headers.h"
#include "server_dispatcher.h"
#include "socketio_arguments.h"
#include "socketio_server.h"
#include "static_site.h"
#include "tape.h"
#include "tick_clock.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QHostAddress>
#include <QMetaMethod>
#include <QNetworkInterface>
#include <QSet>
#include <QTimer>

#include <vector>

namespace ticker {

namespace {

const QByteArray socketIoPath = QByteArrayLiteral("/socket.io/");
const QByteArray feedPath = QByteArrayLiteral("/ws");
/// Ids of the plain feed's clients, above all those of Socket.IO, which are counted from 1.
constexpr quint64 firstFeedId = quint64(1) << 62;
/// The event of the tutorial that this program began as.
const SocketIoEventName headlineEvent(QStringLiteral("stock price update"));
/// How many ports above a taken one are tried.
constexpr int nextPortAttempts = 100;
/// Different lines for a person in one run; more is somebody's game.
constexpr qsizetype maxReports = 100;
/// How long clients get to hear that the server goes away, and how often that is looked at.
constexpr std::chrono::milliseconds farewellTime{500};
constexpr std::chrono::milliseconds farewellStep{5};
/// Between two snapshots while nobody looks: for the tool tip of the tray.
constexpr std::chrono::milliseconds unwatchedSnapshotInterval{1000};
/// A snapshot is of all clients and takes its time from the ticks: one part in so many at most.
constexpr int snapshotShare = 50;

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

std::optional<ServerError> checkWebRoot(const QString &folder)
{
    const QFileInfo root(folder);
    if (folder.isEmpty() || (root.isDir() && root.isReadable()))
        return std::nullopt;
    return ServerError{ServerError::Code::WebRootUnreadable, QStringLiteral("Cannot serve"), folder,
                       QStringLiteral("this is not a folder that can be read")};
}

/// An address that a browser on this machine can open: nobody can connect to "all of them".
QString reachableAddress(const ServerConfig &config)
{
    const QHostAddress address(config.bindAddress);
    if (address == QHostAddress(QHostAddress::AnyIPv4))
        return QStringLiteral("127.0.0.1");
    return address == QHostAddress(QHostAddress::AnyIPv6) ? QStringLiteral("::1") : config.bindAddress;
}

} // namespace

struct TickerServer::Private final
{
    explicit Private(ServerConfig startConfig)
        : config(std::move(startConfig)), tape(config.seed), site(config.webRoot),
          socketIo(config.limits, deadlines.queue(), {true, config.allowJsonp}),
          feed(config.limits, deadlines.queue(), {[this] { return hello(); }, &QDateTime::currentMSecsSinceEpoch},
               firstFeedId),
          port(config.limits, deadlines)
    {
    }

    [[nodiscard]] Quote quote() const
    {
        return {headlineInstrument().symbol, tape.headlinePrice(ticks), ticks, lastTickAt};
    }
    [[nodiscard]] FeedHello hello() const
    {
        return {headlineInstrument().symbol, paused ? 0 : config.interval.hertz(), tape.seed()};
    }

    ServerConfig config;
    DeadlineDriver deadlines;
    Tape tape;
    TickClock clock;
    StaticSite site;
    SocketIoServer socketIo;
    FeedServer feed;
    HttpPort port; ///< Behind all that it serves, and so gone before it.
    QTimer snapshots;
    ServerSnapshot lastSnapshot;
    quint64 ticks = 0;
    qint64 lastTickAt = 0; ///< Milliseconds since 1970, for people.
    DeadlineQueue::Time farewell{0};
    QSet<QString> reported;
    quint16 wantedPort = 0;
    bool paused = false;
    bool watched = true;
};

TickerServer::TickerServer(ServerConfig config) : m_config(std::move(config)) { }

TickerServer::~TickerServer() = default;

void TickerServer::setUpRoutes()
{
    d->port.onReport([this](const QString &line) { report(line); });
    d->port.serveEngineIo(socketIoPath, d->socketIo.engineIo());
    d->port.serveWebSocket(feedPath, [this](const PeerInfo &peer, std::unique_ptr<WebSocketChannel> channel) {
        d->feed.acceptWebSocket(peer, std::move(channel));
    });
    HttpGateway &gateway = d->port.gateway();
    gateway.route(QString::fromLatin1(socketIoPath + "<arg>"), [](const std::shared_ptr<HttpExchange> &exchange) {
        exchange->reply(StaticSite::serveClientLibrary(exchange->request()));
    });
    routeApi(gateway,
             [this]() -> std::optional<Quote> { return d->ticks > 0 ? std::optional(d->quote()) : std::nullopt; });
    gateway.setFallback(
        [this](const std::shared_ptr<HttpExchange> &exchange) { exchange->reply(d->site.serve(exchange->request())); });
}

void TickerServer::setUpClock()
{
    constexpr int noTimer = -1;
    if (setTimerDeadline(noTimer, {})) // the thread's dispatcher can do it
        d->clock.setTimerSharpener(
            [](int timerId, std::chrono::nanoseconds fromNow) { setTimerDeadline(timerId, fromNow); });
    d->clock.setInterval(d->config.interval.nanoseconds());
    connect(&d->clock, &TickClock::ticked, this, &TickerServer::onTicks);
}

void TickerServer::setUpSnapshots()
{
    d->snapshots.setSingleShot(true);
    connect(&d->snapshots, &QTimer::timeout, this, &TickerServer::takeSnapshot);
}

void TickerServer::start()
{
    d = std::make_unique<Private>(m_config);
    setUpRoutes();
    setUpClock();
    setUpSnapshots();
    d->wantedPort = d->config.port;
    retry();
}

void TickerServer::retry()
{
    if (d->port.isListening())
        return;
    if (const auto error = checkWebRoot(d->config.webRoot))
        return fail(*error);
    if (const auto error = listen(d->wantedPort))
        fail(*error);
}

void TickerServer::listenOnNextFreePort()
{
    if (d->port.isListening())
        return;
    std::optional<ServerError> error;
    const int last = std::min(d->wantedPort + nextPortAttempts, 65535);
    for (int port = d->wantedPort + 1; port <= last; ++port) {
        error = listen(quint16(port));
        if (!error)
            return;
    }
    if (error)
        return fail(*error);
    retry(); // there is no port above
}

/// Nothing: it listens, and has said so.
std::optional<ServerError> TickerServer::listen(quint16 port)
{
    const auto rules = [this](quint16 listening) -> AccessPolicy::Rules {
        return {listening, ownHosts(d->config), d->config.allowedOrigins, d->config.allowNullOrigin};
    };
    if (auto error = d->port.listen(d->config.bindAddress, port, rules))
        return error;
    begin();
    if (!QHostAddress(d->config.bindAddress).isLoopback()) {
        report(QStringLiteral("Listening on %1: everyone who reaches this address over the network can read the feed.")
                   .arg(d->config.bindAddress));
    }
    ServerStatus status;
    status.state = ServerStatus::State::Listening;
    status.url = QStringLiteral("http://%1/").arg(endpointText(reachableAddress(d->config), d->port.port()));
    status.port = d->port.port();
    Q_EMIT statusChanged(status);
    return std::nullopt;
}

void TickerServer::begin()
{
    if (!d->paused)
        d->clock.start();
    // Snapshots are for a window; without one nothing is counted together for nobody.
    if (isSignalConnected(QMetaMethod::fromSignal(&TickerServer::snapshotTaken)))
        d->snapshots.start(d->config.limits.snapshotInterval);
}

/// Each line once: a page that keeps trying must not fill the log.
void TickerServer::report(const QString &line)
{
    if (d->reported.size() >= maxReports || d->reported.contains(line))
        return;
    d->reported.insert(line);
    Q_EMIT reported(line);
}

void TickerServer::fail(const ServerError &error)
{
    ServerStatus status;
    status.state = ServerStatus::State::Failed;
    status.port = d->wantedPort;
    status.error = error;
    Q_EMIT statusChanged(status);
}

void TickerServer::onTicks(int count)
{
    d->deadlines.touch();
    d->lastTickAt = QDateTime::currentMSecsSinceEpoch();
    const QString symbol = headlineInstrument().symbol;
    std::vector<SocketIoArguments> prices;
    std::vector<FeedTick> ticks;
    prices.reserve(std::size_t(count));
    ticks.reserve(std::size_t(count));
    for (int i = 0; i < count; ++i) {
        const int price = d->tape.headlinePrice(++d->ticks);
        prices.push_back(SocketIoArguments().addJson(QByteArray::number(price)));
        ticks.push_back({symbol, price, d->ticks, d->lastTickAt});
    }
    d->socketIo.of().emitTicks(headlineEvent, prices);
    d->feed.sendTicks(ticks);
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
    else if (d->port.isListening())
        d->clock.start();
}

void TickerServer::setWatched(bool watched)
{
    d->watched = watched;
    if (watched && d->snapshots.isActive())
        takeSnapshot();
}

void TickerServer::shutDown()
{
    d->clock.stop();
    d->snapshots.stop();
    d->port.closeDoors();
    d->deadlines.touch();
    d->socketIo.disconnectAll();
    d->feed.disconnectAll();
    Q_EMIT statusChanged({});
    d->port.finishRequests();
    d->farewell = d->deadlines.queue().now() + farewellTime;
    sayFarewell();
}

/// Waits until the last bytes are out, but not for a client that does not take them.
void TickerServer::sayFarewell()
{
    if (d->port.openConnections() == 0 || d->deadlines.queue().now() >= d->farewell)
        Q_EMIT finished();
    else
        d->deadlines.queue().add(farewellStep, [this] { sayFarewell(); });
}

void TickerServer::takeSnapshot()
{
    using namespace std::chrono;
    QElapsedTimer clock;
    clock.start();
    tellSnapshot();
    const auto least = ceil<milliseconds>(snapshotShare * nanoseconds(clock.nsecsElapsed()));
    d->snapshots.start(std::max(least, d->watched ? d->config.limits.snapshotInterval : unwatchedSnapshotInterval));
}

void TickerServer::tellSnapshot()
{
    ServerSnapshot snapshot;
    d->deadlines.touch();
    snapshot.clients = d->socketIo.clients() + d->feed.clients(); // whose ids are above the others
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
