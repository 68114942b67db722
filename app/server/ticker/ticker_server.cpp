// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ticker/ticker_server.h"

#include "telemetry/activity_log.h"
#include "control/server_activity.h"
#include "api/api_routes.h"
#include "monitor/client_inspector.h"
#include "site/company_page.h"
#include "thread/deadline_driver.h"
#include "api/event_stream_request.h"
#include "http/http_exchange.h"
#include "http/http_router.h"
#include "port/http_port.h"
#include "ticker/listen_rules.h"
#include "quotes/live_market.h"
#include "playback/market_controller.h"
#include "monitor/market_update_source.h"
#include "port/port_listener.h"
#include "http_codec/reply_headers.h"
#include "monitor/snapshot_taker.h"
#include "site/static_site.h"
#include "server_values/web_origin.h"

#include <QDateTime>
#include <QHostAddress>
#include <QMetaMethod>
#include <QSet>

#include <utility>

namespace ticker {

namespace {

const QByteArray socketIoPath = QByteArrayLiteral("/socket.io/");
const QByteArray feedPath = QByteArrayLiteral("/ws");
const QByteArray eventsPath = QByteArrayLiteral("/events");
const QByteArray companyPath = QByteArrayLiteral("/company/");
/// How many ports above a taken one are tried.
constexpr int nextPortAttempts = 100;
/// Different lines for a person in one run; more is somebody's game.
constexpr qsizetype maxReports = 100;
/// How long clients get to hear that the server goes away, and how often that is looked at.
constexpr std::chrono::milliseconds farewellTime{500};
constexpr std::chrono::milliseconds farewellStep{5};

} // namespace

struct TickerServer::Private final
{
    explicit Private(ServerConfig startConfig)
        : config(std::move(startConfig)), site(config.webRoot), controller(config, deadlines),
          watch(controller, config.limits.snapshotInterval), clients(controller.feeds(), deadlines),
          port(config.limits, deadlines), snapshots(controller, deadlines, config.limits.snapshotInterval)
    {
    }

    [[nodiscard]] LiveMarket &market() { return controller.market(); }

    ServerConfig config;
    DeadlineDriver deadlines;
    std::unique_ptr<ActivityLog> activityLog; ///< Null: nobody reads it.
    ServerActivity notes;
    StaticSite site;
    MarketController controller;
    MarketUpdateSource watch;
    ClientInspector clients;
    HttpPort port; ///< Behind all that it serves, and so gone before it.
    SnapshotTaker snapshots;
    DeadlineQueue::Time closeStatus{0};
    QSet<QString> reported;
    quint16 wantedPort = 0;
    bool begun = false;
};

TickerServer::TickerServer(ServerConfig config) : m_config(std::move(config)) { }

TickerServer::~TickerServer() = default;

void TickerServer::setUpRoutes()
{
    d->port.onRefused([this](const HttpRequest &request, const PeerInfo &peer, const HttpError &error) {
        d->notes.refusal(request, peer, error);
        report(error.told);
    });
    d->port.serveEngineIo(socketIoPath, d->controller.feeds().socketIo().engineIo());
    d->port.serveWebSocket(feedPath, [this](const PeerInfo &peer, std::unique_ptr<WebSocketChannel> channel) {
        d->controller.feeds().feed().acceptWebSocket(peer, std::move(channel));
    });
    d->port.serveEventStream(
        eventsPath, [this](const HttpRequest &request) { return refuseEventStream(request, d->market().cache()); },
        [this](const PeerInfo &peer, const HttpRequest &request, std::unique_ptr<WebSocketChannel> channel) {
            const auto command = readEventStreamRequest(request, d->market().cache()); // not refused
            d->controller.feeds().feed().acceptEventStream(peer, *command, std::move(channel));
        });
    HttpRouter &router = d->port.router();
    router.route(QString::fromLatin1(socketIoPath + "<arg>"), [this](const std::shared_ptr<HttpExchange> &exchange) {
        exchange->reply(d->site.serveClientLibrary(exchange->request()));
    });
    routeApi(router,
             {[this]() -> LiveMarket & { return d->market(); }, [this] { return d->controller.status(); },
              [this]() -> const LaneMeter & { return d->port.lanes(); },
              [this](const ControlRequest &request) {
                  auto error = d->controller.control(request);
                  if (!error)
                      d->notes.control(request, ServerActivity::By::Program);
                  return error;
              }});
    router.route(QStringLiteral("/company/<arg>"), [this](const std::shared_ptr<HttpExchange> &exchange) {
        const HttpRequest &request = exchange->request();
        exchange->reply(request.isRead() ? companyPage(d->market(), request.path.sliced(companyPath.size()))
                                         : methodNotAllowedReply());
    });
    router.setFallback(
        [this](const std::shared_ptr<HttpExchange> &exchange) { exchange->reply(d->site.serve(exchange->request())); });
}

void TickerServer::setUpActivityLog()
{
    if (!isSignalConnected(QMetaMethod::fromSignal(&TickerServer::activityHappened)))
        return;
    d->activityLog = std::make_unique<ActivityLog>(d->deadlines.queue(), &QDateTime::currentMSecsSinceEpoch,
                                                   [this](const Activities &lines) { Q_EMIT activityHappened(lines); });
    d->notes.setLog(d->activityLog.get());
    d->controller.feeds().setActivityLog(d->activityLog.get());
}

void TickerServer::start()
{
    d = std::make_unique<Private>(m_config);
    setUpActivityLog();
    connect(&d->controller, &MarketController::reported, this, &TickerServer::report);
    connect(&d->controller, &MarketController::recordingFailed, this, &TickerServer::reported);
    connect(&d->watch, &MarketUpdateSource::moved, this, &TickerServer::marketMoved);
    connect(&d->clients, &ClientInspector::detailed, this, &TickerServer::clientDetailed);
    for (const auto signal : {&MarketController::reported, &MarketController::recordingFailed})
        connect(&d->controller, signal, this, [this](const LocalizedText &line) { d->notes.notice(line); });
    setUpRoutes();
    connect(&d->snapshots, &SnapshotTaker::taken, this, &TickerServer::snapshotTaken);
    d->wantedPort = d->config.port;
    retry();
}

void TickerServer::retry()
{
    if (d->port.isListening())
        return;
    if (const auto error = serve())
        fail(*error);
}

/// Nothing: it listens, and has said so.
std::optional<ServerError> TickerServer::serve()
{
    if (auto error = StaticSite::checkRoot(d->config.webRoot))
        return error;
    if (!d->begun) {
        if (auto error = d->controller.load())
            return error;
    }
    return listen(d->wantedPort);
}

void TickerServer::listenElsewhere(const ListenAddress &command)
{
    const ListenAddress before{d->config.bindAddress, d->wantedPort};
    const ListenAddress used{d->config.bindAddress, d->port.port()};
    d->config.bindAddress = command.address;
    d->wantedPort = command.port;
    if (!d->port.isListening()) {
        const auto error = serve();
        if (error)
            fail(*error);
        Q_EMIT listenAnswered({command, error});
        return;
    }
    if (command == before || command == used) {
        Q_EMIT listenAnswered({command, std::nullopt});
        return;
    }
    const auto error = listen(command.port);
    if (error) {
        d->config.bindAddress = before.address;
        d->wantedPort = before.port;
        if (!d->port.isListening())
            fail(*error);
    } else {
        d->deadlines.touch();
        d->controller.feeds().disconnectWhere(leftBehind(used, {command.address, d->port.port()}),
                                              DisconnectReason::ServerMoved);
    }
    Q_EMIT listenAnswered({command, error});
}

void TickerServer::setAccess(const AccessRules &rules)
{
    d->config.allowedHosts = rules.hosts;
    d->config.allowedOrigins = rules.origins;
    d->config.allowNullOrigin = rules.allowNullOrigin;
    if (d->port.isListening())
        d->port.setRules(accessRules(d->config, d->port.port()));
}

void TickerServer::setLimits(const ChosenLimits &limits)
{
    d->config.allowJsonp = limits.allowJsonp;
    d->config.limits.maxConnections = limits.maxConnections;
    d->config.limits.pingInterval = limits.pingInterval;
    d->config.limits.pingTimeout = limits.pingTimeout;
    d->config.limits.slowClients = limits.slowClients;
    d->port.setLimits(d->config.limits);
    d->controller.feeds().setLimits(d->config.limits, {.allowRevision3 = true, .allowJsonp = limits.allowJsonp});
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
    const auto rules = [this](quint16 listening) { return accessRules(d->config, listening); };
    if (auto error = d->port.listen(d->config.bindAddress, port, rules))
        return error;
    if (!std::exchange(d->begun, true))
        begin();
    if (!QHostAddress(d->config.bindAddress).isLoopback()) {
        report(
            LocalizedText::tr("Listening on %1: anyone who can reach this address over the network can read the feed.")
                .arg(d->config.bindAddress));
    }
    ServerStatus status;
    status.state = ServerStatus::State::Listening;
    status.url = QStringLiteral("http://%1/")
                     .arg(endpointText(reachableAddress(d->config.bindAddress), d->port.port()));
    status.port = d->port.port();
    tellStatus(status);
    return std::nullopt;
}

void TickerServer::begin()
{
    d->controller.start();
    // Snapshots are for a window; without one nothing is counted together for nobody.
    if (isSignalConnected(QMetaMethod::fromSignal(&TickerServer::snapshotTaken)))
        d->snapshots.start();
}

/// Each line once: a page that keeps trying must not fill the log.
void TickerServer::report(const LocalizedText &line)
{
    const QString english = line.english();
    if (d->reported.size() >= maxReports || d->reported.contains(english))
        return;
    d->reported.insert(english);
    Q_EMIT reported(line);
}

void TickerServer::tellStatus(const ServerStatus &status)
{
    d->notes.status(status);
    Q_EMIT statusChanged(status);
}

void TickerServer::fail(const ServerError &error)
{
    ServerStatus status;
    status.state = ServerStatus::State::Failed;
    status.port = d->wantedPort;
    status.error = error;
    tellStatus(status);
}

void TickerServer::setInterval(TickInterval interval)
{
    d->controller.setInterval(interval);
    d->notes.control({interval}, ServerActivity::By::Person);
}

void TickerServer::setSeed(quint64 seed)
{
    d->controller.setSeed(seed);
    d->notes.control({ControlRequest::SetSeed{seed}}, ServerActivity::By::Person);
}

void TickerServer::makeSingleTick()
{
    d->controller.makeSingleTick();
    d->notes.control({ControlRequest::SingleTick{}}, ServerActivity::By::Person);
}

void TickerServer::act(const MarketAction &action)
{
    if (d->market().act(action))
        d->notes.control({action}, ServerActivity::By::Person);
}

void TickerServer::setPaused(bool paused)
{
    d->controller.setPaused(paused);
    d->notes.control({ControlRequest::SetPaused{paused}}, ServerActivity::By::Person);
}

void TickerServer::execute(const FileCommand &command)
{
    const FileResult answer = d->controller.execute(command);
    d->notes.file(answer);
    Q_EMIT answered(answer);
    if (answer.why.isEmpty())
        retry();
}

void TickerServer::controlPlayback(const PlaybackCommand &command)
{
    if (const auto error = d->controller.controlPlayback(command))
        Q_EMIT reported(*error);
    else
        d->notes.control({command}, ServerActivity::By::Person);
}

void TickerServer::disconnectClient(quint64 id, const CloseStatus &closeStatus)
{
    d->clients.disconnect(id, closeStatus);
}

void TickerServer::disconnectAllClients()
{
    d->clients.disconnectAll();
}

void TickerServer::watchClient(quint64 id)
{
    d->clients.watch(id);
}

void TickerServer::allowOrigin(const QString &origin)
{
    if (!isWebOrigin(origin)) {
        Q_EMIT reported(LocalizedText::tr("\"%1\" is not a valid origin and cannot be allowed.").arg(origin));
        return;
    }
    if (!d->config.allowedOrigins.contains(origin))
        d->config.allowedOrigins.append(origin);
    if (d->port.isListening())
        d->port.setRules(accessRules(d->config, d->port.port()));
    d->notes.originAllowed(origin);
    Q_EMIT originAllowed(origin);
}

void TickerServer::setWatched(bool watched)
{
    d->snapshots.setWatched(watched);
}

void TickerServer::setMarketWatched(const QStringList &charted, bool watched)
{
    d->watch.watch(charted, watched);
}

void TickerServer::shutDown()
{
    d->controller.stop();
    d->watch.stop();
    d->snapshots.stop();
    d->port.stopListening();
    d->deadlines.touch();
    d->controller.feeds().disconnectAll();
    tellStatus({});
    if (d->activityLog)
        d->activityLog->flush();
    d->port.finishRequests();
    d->closeStatus = d->deadlines.queue().now() + farewellTime;
    sayFarewell();
}

/// Waits until the last bytes are out, but not for a client that does not take them.
void TickerServer::sayFarewell()
{
    if (d->port.openConnections() == 0 || d->deadlines.queue().now() >= d->closeStatus)
        Q_EMIT finished();
    else
        d->deadlines.queue().add(farewellStep, [this] { sayFarewell(); });
}

} // namespace ticker
