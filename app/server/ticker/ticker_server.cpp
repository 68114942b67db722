// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ticker/ticker_server.h"

#include "api/api_routes.h"
#include "api/event_stream_request.h"
#include "http/http_exchange.h"
#include "http/http_router.h"
#include "http_codec/reply_headers.h"
#include "port/port_listener.h"
#include "quotes/live_market.h"
#include "server_values/web_origin.h"
#include "site/company_page.h"
#include "ticker/listen_rules.h"
#include "ticker/server_parts.h"

#include <QDateTime>
#include <QHostAddress>
#include <QMetaMethod>

#include <utility>

namespace ticker {

namespace {

const QByteArray socketIoPath = QByteArrayLiteral("/socket.io/");
const QByteArray feedPath = QByteArrayLiteral("/ws");
/// What the messages at feedPath are; both names mean the same.
const QStringList feedSubprotocols{QStringLiteral("tickertray.v1"), QStringLiteral("json")};
const QByteArray eventsPath = QByteArrayLiteral("/events");
const QByteArray companyPath = QByteArrayLiteral("/company/");
/// How many ports above a taken one are tried.
constexpr int nextPortAttempts = 100;
/// How long clients get to hear that the server goes away, and how often that is looked at.
constexpr std::chrono::milliseconds leavingTime{500};
constexpr std::chrono::milliseconds leavingStep{5};

} // namespace

TickerServer::TickerServer(ServerConfig config) : m_config(std::move(config)) { }

TickerServer::~TickerServer() = default;

void TickerServer::setUpRoutes()
{
    d->port.onRefused([this](const HttpRequest &request, const PeerInfo &peer, const HttpError &error) {
        d->deadlines.touch();
        d->activity.refusal(request, peer, error);
        const QByteArray origin = request.header("origin");
        d->reports.reportRefusal(
            ServerActivity::kindOfRefusal(request, error), peer.network, error.notice,
            {NoticeSubject::Kind::Access, QString::fromLatin1(origin.isEmpty() ? request.header("host") : origin)});
    });
    d->port.serveEngineIo(socketIoPath, d->feeds.socketIo().engineIo());
    d->port.serveWebSocket(feedPath, feedSubprotocols,
                           [this](const PeerInfo &peer, std::unique_ptr<WebSocketChannel> channel) {
                               d->feeds.feed().acceptWebSocket(peer, std::move(channel));
                           });
    d->port.serveEventStream(
        eventsPath,
        [this](const HttpRequest &request) { return refuseEventStream(request, d->market.market().cache()); },
        [this](const PeerInfo &peer, const HttpRequest &request, std::unique_ptr<WebSocketChannel> channel) {
            const auto asked = readEventStreamRequest(request, d->market.market().cache()); // not refused
            d->feeds.feed().acceptEventStream(peer, *asked, std::move(channel));
        });
    HttpRouter &router = d->port.router();
    router.route(QString::fromLatin1(socketIoPath + "<arg>"), [this](const std::shared_ptr<HttpExchange> &exchange) {
        exchange->reply(d->site.serveClientLibrary(exchange->request()));
    });
    routeApi(router,
             {[this]() -> LiveMarket & { return d->market.market(); }, [this] { return d->status(); },
              [this]() -> const LaneMeter & { return d->port.lanes(); },
              [this](const ServerCommand &command) {
                  return d->commands.execute(command, ServerActivity::By::Program).refusal;
              }});
    router.route(QStringLiteral("/company/<arg>"), [this](const std::shared_ptr<HttpExchange> &exchange) {
        const HttpRequest &request = exchange->request();
        exchange->reply(request.isRead() ? companyPage(d->market.market(), request.path.sliced(companyPath.size()))
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
    d->activity.setLog(d->activityLog.get());
    d->feeds.setActivityLog(d->activityLog.get());
}

void TickerServer::start()
{
    d = std::make_unique<ServerParts>(
        m_config, [this](const LocalizedText &line, const NoticeSubject &subject) { Q_EMIT reported(line, subject); });
    setUpActivityLog();
    connect(&d->market, &MarketController::reported, this,
            [this](const LocalizedText &line) { d->reports.report(line, {NoticeSubject::Kind::Playback}); });
    connect(&d->market, &MarketController::loaded, this, &TickerServer::onLoaded);
    connect(&d->files, &FileCommands::answered, this, [this](const FileResult &answer) {
        d->activity.file(answer);
        Q_EMIT answered(answer);
    });
    connect(&d->market, &MarketController::recordingFailed, this, [this](const LocalizedText &line) {
        Q_EMIT reported(line, {NoticeSubject::Kind::Recording});
        Q_EMIT recordingFailed();
    });
    connect(&d->market, &MarketController::playbackEnded, this, [this](bool isWhole) {
        d->lastTicks.start(leavingTime, [this, isWhole] { Q_EMIT playbackEnded(isWhole); });
    });
    connect(&d->updates, &MarketUpdateSource::moved, this, &TickerServer::marketMoved);
    connect(&d->clients, &ClientInspector::detailed, this, &TickerServer::clientDetailed);
    for (const auto signal : {&MarketController::reported, &MarketController::recordingFailed})
        connect(&d->market, signal, this, [this](const LocalizedText &line) { d->activity.notice(line); });
    setUpRoutes();
    connect(&d->snapshots, &SnapshotTaker::taken, this, &TickerServer::snapshotTaken);
    d->wantedPort = d->config.listen.port;
    retry();
}

void TickerServer::retry()
{
    if (d->port.isListening())
        return;
    if (auto error = serve())
        fail(*error);
}

/// Nothing: it listens, and has said so; or it will as soon as the file is read.
std::optional<ServerError> TickerServer::serve()
{
    if (auto error = StaticSite::checkRoot(d->config.webRoot))
        return error;
    if (d->market.isLoading())
        return std::nullopt;
    if (!d->begun) {
        if (auto error = d->market.load())
            return error;
    }
    return d->market.isLoading() ? std::nullopt : listen(d->wantedPort);
}

void TickerServer::onLoaded(const std::optional<ServerError> &error)
{
    const auto problem = error ? error : listen(d->wantedPort);
    if (problem)
        fail(*problem);
}

void TickerServer::listenElsewhere(const ListenAddress &wanted)
{
    const ListenAddress before{d->config.listen.address, d->wantedPort};
    const ListenAddress used{d->config.listen.address, d->port.port()};
    d->config.listen.address = wanted.address;
    d->wantedPort = wanted.port;
    if (!d->port.isListening()) {
        const auto error = serve();
        if (error)
            fail(*error);
        Q_EMIT listenAnswered({wanted, error});
        return;
    }
    if (wanted == before || wanted == used) {
        Q_EMIT listenAnswered({wanted, std::nullopt});
        return;
    }
    const auto error = listen(wanted.port);
    if (error) {
        d->config.listen.address = before.address;
        d->wantedPort = before.port;
        if (!d->port.isListening())
            fail(*error);
    } else {
        d->deadlines.touch();
        d->feeds.disconnectWhere(leftBehind(used, {wanted.address, d->port.port()}), DisconnectReason::ServerMoved);
    }
    Q_EMIT listenAnswered({wanted, error});
}

void TickerServer::setAccess(const AccessRules &rules)
{
    d->config.access = rules;
    if (d->port.isListening())
        d->port.setRules(accessRules(d->config, d->port.port()));
}

void TickerServer::setLimits(const ChosenLimits &limits)
{
    d->config.limits.choose(limits);
    d->port.setLimits(d->config.limits);
    d->unsent.setLimit(limits.maxUnsentBytesTotal);
    d->feeds.setLimits(d->config.limits, {.allowRevision3 = true, .allowJsonp = limits.allowJsonp});
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
    if (auto error = d->port.listen(d->config.listen.address, port, rules))
        return error;
    if (!std::exchange(d->begun, true))
        begin();
    if (!QHostAddress(d->config.listen.address).isLoopback()) {
        Q_EMIT reported(
            LocalizedText::tr("Listening on %1: anyone who can reach this address over the network can read the feed.")
                .arg(d->config.listen.address),
            {NoticeSubject::Kind::NetworkOpened});
    }
    ServerStatus status;
    status.state = ServerStatus::State::Listening;
    status.url = QStringLiteral("http://%1/")
                     .arg(endpointText(reachableAddress(d->config.listen.address), d->port.port()));
    status.port = d->port.port();
    emitStatus(status);
    d->market.makePast(); // now that the port is open
    return std::nullopt;
}

void TickerServer::begin()
{
    d->market.start();
    // Snapshots are for a window; without one nothing is counted together for nobody.
    if (isSignalConnected(QMetaMethod::fromSignal(&TickerServer::snapshotTaken)))
        d->snapshots.start();
}

void TickerServer::emitStatus(const ServerStatus &status)
{
    d->activity.status(status);
    Q_EMIT statusChanged(status);
}

void TickerServer::fail(const ServerError &error)
{
    ServerStatus status;
    status.state = ServerStatus::State::Failed;
    status.port = d->wantedPort;
    status.error = error;
    emitStatus(status);
}

std::optional<LocalizedText> TickerServer::execute(const ServerCommand &command)
{
    const CommandResult result = d->commands.execute(command, ServerActivity::By::Person);
    if (result.file)
        Q_EMIT answered(*result.file);
    else if (result.refusal)
        Q_EMIT reported(*result.refusal, {NoticeSubject::Kind::Command});
    if (result.file && !result.refusal)
        retry();
    return result.refusal;
}

void TickerServer::setMarketDefaults(TickInterval interval, const std::optional<quint64> &seed)
{
    d->market.setInterval(interval);
    d->activity.control({interval}, ServerActivity::By::Person);
    if (!seed)
        return;
    d->market.setSeed(*seed);
    d->activity.control({ServerCommand::SetSeed{*seed}}, ServerActivity::By::Person);
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
        Q_EMIT reported(LocalizedText::tr("\"%1\" is not a valid origin and cannot be allowed.").arg(origin),
                        {NoticeSubject::Kind::Command});
        return;
    }
    if (!d->config.access.origins.contains(origin))
        d->config.access.origins.append(origin);
    if (d->port.isListening())
        d->port.setRules(accessRules(d->config, d->port.port()));
    d->activity.originAllowed(origin);
    Q_EMIT originAllowed(origin);
}

void TickerServer::setWatched(bool watched)
{
    d->snapshots.setWatched(watched);
}

void TickerServer::setMarketWatched(const QStringList &charted, bool watched)
{
    d->updates.watch(charted, watched);
}

void TickerServer::shutDown()
{
    d->market.stop();
    d->updates.stop();
    d->snapshots.stop();
    d->port.stopListening();
    d->deadlines.touch();
    d->feeds.disconnectAll();
    d->reports.tellHidden();
    emitStatus({});
    if (d->activityLog)
        d->activityLog->flush();
    d->port.finishRequests();
    d->goneAt = d->deadlines.queue().now() + leavingTime;
    finishWhenSent();
}

/// Waits until the last bytes are out, but not for a client that does not take them.
void TickerServer::finishWhenSent()
{
    if (d->port.openConnections() == 0 || d->deadlines.queue().now() >= d->goneAt)
        Q_EMIT finished();
    else
        d->deadlines.queue().add(leavingStep, [this] { finishWhenSent(); });
}

} // namespace ticker

#include "moc_ticker_server.cpp"
