// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client_values/activity.h"
#include "client_values/client_details.h"
#include "client_values/close_status.h"
#include "market_values/market_update.h"
#include "server_values/access_rules.h"
#include "server_values/chosen_limits.h"
#include "server_values/listen_address.h"
#include "server_values/notice_subject.h"
#include "server_values/server_command.h"
#include "server_values/server_config.h"
#include "server_values/server_snapshot.h"
#include "server_values/server_status.h"

#include <QObject>

#include <memory>
#include <optional>

namespace ticker {

struct ServerParts;

/// The whole server: market, clock, sessions and the one port, put together. Lives on the server thread, where start()
/// makes its parts; created and destroyed by ServerThread. Slots are called by queued connections, signals carry values.
class TickerServer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TickerServer)

public:
    explicit TickerServer(ServerConfig config);
    ~TickerServer() override;

public Q_SLOTS:
    /// Listens as configured and starts the clock. Answered by statusChanged().
    void start();
    /// Tries again after a failure, on the same port.
    void retry();
    /// Tries the ports above the one that is taken.
    void listenOnNextFreePort();
    /// Listens there and not any more where it did; market and ticks go on. Clients who came by an address that is left are
    /// told: WebSockets get status 1012, since the service goes on, polls a close packet, event streams end. Answered by
    /// listenAnswered(); if it cannot be had, all stays as it is. A server that does not listen yet tries it there.
    void listenElsewhere(const ticker::ListenAddress &wanted);
    /// From the next request on, in place of those that were configured. Finds out anew which addresses this machine has.
    void setAccess(const ticker::AccessRules &rules);
    /// From the next connection and session on; what becomes of slow clients, at once.
    void setLimits(const ticker::ChosenLimits &limits);

    /// Carries out what a person asks for. What is refused is reported by reported(), a FileCommand by answered(): nothing
    /// has changed then, and ticks go on. Where the server could not start for want of a file, a FileCommand has it try
    /// again. Returns why it was refused; nothing: it is done.
    std::optional<ticker::LocalizedText> execute(const ticker::ServerCommand &command);
    /// The market as the settings have it: interval and, if there is one, seed. While a file is played they are for the
    /// market that comes back.
    void setMarketDefaults(ticker::TickInterval interval, const std::optional<quint64> &seed);

    /// Disconnects a client, which may come back; nothing happens when it has gone. What it is told depends on its transport.
    void disconnectClient(quint64 id, const ticker::CloseStatus &closeStatus);
    void disconnectAllClients();
    /// Tells clientDetailed() of this client from now on, and of no other; 0: of none.
    void watchClient(quint64 id);
    /// Lets pages of this origin in from now on. Answered by originAllowed(); what is no origin is told by reported().
    void allowOrigin(const QString &origin);
    /// Whether somebody looks at the snapshots, as at the start. If not, one a second is enough; if so, one comes at once.
    void setWatched(bool watched);
    /// Whether somebody looks at the prices, which nobody does at the start, and which symbols are in the chart. Answered by
    /// marketMoved() while somebody does.
    void setMarketWatched(const QStringList &charted, bool watched);
    /// Tells clients that the server goes away and closes the port. Answered by finished() within half a second.
    void shutDown();

Q_SIGNALS:
    void statusChanged(const ticker::ServerStatus &status);
    /// At most ten a second, fewer when there are so many clients that they would delay ticks, and only when something
    /// changed.
    void snapshotTaken(const ticker::ServerSnapshot &snapshot);
    /// At most ten a second, and only what has changed. Takes a fiftieth of the thread's time at most.
    void marketMoved(const ticker::MarketUpdate &update);
    /// A line for a person: what was refused, and how to allow it. What a client may cause passes a ReportFilter.
    void reported(const ticker::LocalizedText &line, const ticker::NoticeSubject &subject);
    /// A recording has ended by itself, which reported() has told. At the end of the program, too.
    void recordingFailed();
    /// All of a file was played, or it could not be read on. Clients have taken what was sent, or had half a second to do so.
    void playbackEnded(bool isWhole);
    void answered(const ticker::FileResult &answer);
    void listenAnswered(const ticker::ListenResult &answer);
    void clientDetailed(const ticker::ClientDetails &details);
    void originAllowed(const QString &origin);
    /// What has happened, ten times a second at most, and as many lines as an ActivityLog keeps. Who listens does so
    /// before start().
    void activityHappened(const ticker::Activities &lines);
    /// After shutDown(): the last client was told.
    void finished();

private:
    void setUpRoutes();
    std::optional<ServerError> serve();
    void onLoaded(const std::optional<ServerError> &error);
    void setUpActivityLog();
    void emitStatus(const ServerStatus &status);
    std::optional<ServerError> listen(quint16 port);
    void begin();
    void fail(const ServerError &error);
    void finishWhenSent();

    ServerConfig m_config;
    std::unique_ptr<ServerParts> d; ///< Set from start() on.
};

} // namespace ticker
