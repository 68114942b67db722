// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"
#include "instruments/instrument.h"
#include "market_values/tick_interval.h"
#include "playback/market_status.h"
#include "playback/tick_recording.h"
#include "server_values/server_config.h"
#include "server_values/server_status.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace ticker {

class DeadlineDriver;
class LiveMarket;
class PastMaker;
class ReplayOpener;
class ReplayPlayer;
class ReplaySource;
class TickClock;
class TickSink;
struct MarketAction;
struct MarketState;
struct ReplayError;
struct ReplayTick;

/// What is played, and how: a simulated market at the pace of the clock, or a file at its own. Hands each tick to its sinks, of
/// which the recording is one. What is on can be changed at any moment. Server thread; owned by the server.
class MarketController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MarketController)

public:
    /// Until load() the built-in market is there, which stands still. The deadlines outlive it.
    MarketController(const ServerConfig &config, DeadlineDriver &deadlines);
    ~MarketController() override;

    /// Gives it each tick from now on, after the sinks that there are. It outlives the controller's last tick.
    void addSink(TickSink &sink);
    /// Gets the market or the file to play, and the file to record to, as configured, or as commanded since. Why it cannot;
    /// nothing has changed then. A file may have to be read as a whole first: isLoading().
    [[nodiscard]] std::optional<ServerError> load();
    [[nodiscard]] bool isLoading() const { return m_isLoading; }
    /// Lets ticks come, unless it is paused.
    void start();
    /// From now on each simulated market has a past, unless it is configured to have none: the one that is on, which has just
    /// started, and all that follow. For when the port is open; the first call counts.
    void makePast();
    /// No tick comes any more; what was recorded is finished.
    void stop();

    void setInterval(TickInterval interval);
    void setPaused(bool paused);
    /// Begins a new tape of the same market at its first tick; while a file is played, of the market that comes back.
    void setSeed(quint64 seed);
    /// As LiveMarket::act(); clients hear of what is halted and of what goes on.
    [[nodiscard]] bool act(const MarketAction &action);
    /// One tick now, paused or not. Not of a file.
    void makeSingleTick();
    /// Changes how the file is played. Why it cannot be done; nothing: it is.
    [[nodiscard]] std::optional<LocalizedText> controlPlayback(const PlaybackCommand &command);

    // Files. If something cannot be done, nothing has changed, and ticks go on as they did. Clients hear of another market as
    // of a new seed.

    /// Plays a file in place of the market. Reads its start at once, or begins to read it as a whole: opening().
    [[nodiscard]] std::optional<ServerError> playFile(const ReplayConfig &config);
    /// The file that is being read as a whole; opened() comes, unless that is for load().
    [[nodiscard]] std::optional<FileOpening> opening() const;
    /// The market in a file of some kilobytes; an empty path: the built-in one.
    [[nodiscard]] std::optional<ServerError> useMarket(const QString &path);
    /// Back to the market, or no further with opening a file.
    [[nodiscard]] std::optional<ServerError> leaveFile();
    [[nodiscard]] std::optional<ServerError> record(const QString &path, TickRecording::Existing existing);
    void stopRecording();

    [[nodiscard]] LiveMarket &market() { return *m_market; }
    /// Another number with each market, file or seed that begins.
    [[nodiscard]] quint64 tape() const { return m_tape; }
    [[nodiscard]] bool isReplaying() const { return m_replay != nullptr; }
    [[nodiscard]] const TickInterval &interval() const { return m_interval; }
    [[nodiscard]] bool isPaused() const { return m_paused; }
    /// Ticks a second over the last seconds; 0 while paused.
    [[nodiscard]] double actualRateHz() const;
    /// Without the clients, which are none of its business.
    [[nodiscard]] MarketStatus status() const;
    /// The file that is played; nothing: there is a market.
    [[nodiscard]] std::optional<Playback> playback() const;
    /// Of the market that is on, or comes back after a file; empty: the built-in one.
    [[nodiscard]] const QString &marketFile() const { return m_config.marketFile; }
    /// Of its primary instrument; a file that names no symbol is played as this.
    [[nodiscard]] QString marketSymbol() const
    {
        return m_spec ? m_spec->headline().symbol : builtInMarket().headline().symbol;
    }
    [[nodiscard]] std::optional<Recording> recording() const { return m_recording.state(); }

Q_SIGNALS:
    /// A line for a person: a file that ended or cannot be read on.
    void reported(const ticker::LocalizedText &line);
    /// All of a file was played, or it cannot be read on. Clients were told.
    void playbackEnded(bool isWhole);
    /// Of load(), when it had to go on: why it failed; nothing: all is there.
    void loaded(const std::optional<ticker::ServerError> &error);
    /// A file that had to be read as a whole is played; or why not.
    void opened(const std::optional<ticker::LocalizedText> &why);
    /// The same as reported() of a recording that has ended by itself.
    void recordingFailed(const ticker::LocalizedText &line);

private:
    void setUpClock();
    void setUpOpener();
    void playSource(const ReplayConfig &config, ReplaySource source);
    void finishLoading(const std::optional<ServerError> &error);
    [[nodiscard]] std::optional<ServerError> recordAsConfigured();
    void change(std::unique_ptr<LiveMarket> market, std::unique_ptr<ReplayPlayer> replay = nullptr);
    void play(std::unique_ptr<LiveMarket> market);
    [[nodiscard]] MarketState stateNow() const;
    void updateState();
    void collectTick();
    void sendTicks();
    void onTicks(int count);
    void onReplayTick(const ReplayTick &tick);
    void onReplayIndexed();
    void onReplayEnd(const std::optional<ReplayError> &error);

    ServerConfig m_config; ///< With the files and the seed as they are now.
    DeadlineDriver &m_deadlines;
    TickInterval m_interval;
    std::optional<MarketSpec>
        m_spec; ///< Of the market; nothing: it was not read, for a file was played from the start.
    std::unique_ptr<LiveMarket> m_market;
    std::vector<TickSink *> m_sinks;
    std::unique_ptr<TickClock> m_clock;
    std::unique_ptr<ReplayOpener> m_opener; ///< Of the file that is to be played, where it is read as a whole first.
    std::unique_ptr<ReplayPlayer> m_replay; ///< Null: the market is simulated.
    bool m_isLoading = false;               ///< It is the one of load().
    TickRecording m_recording;
    quint64 m_tape = 1;
    bool m_paused = false;
    bool m_started = false;
    std::unique_ptr<PastMaker> m_past;
};

} // namespace ticker
