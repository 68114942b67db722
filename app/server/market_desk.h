// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api_routes.h"
#include "server_config.h"
#include "server_status.h"
#include "ticker_feeds.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace ticker {

class DeadlineDriver;
class LiveMarket;
class Recorder;
class ReplayPlayer;
class TickClock;
struct ReplayError;
struct ReplayTick;

/// What is played, and how: a made-up market at the pace of the clock, or a file at its own; each tick goes to the feeds and,
/// while it is recorded, to a file. Server thread; owned by the server.
class MarketDesk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MarketDesk)

public:
    /// Until load() the built-in market is there, which stands still. The deadlines outlive it.
    MarketDesk(const ServerConfig &config, DeadlineDriver &deadlines);
    ~MarketDesk() override;

    /// Gets the market or the file to play, and the file to record to, as configured. Why it cannot; nothing has changed then.
    [[nodiscard]] std::optional<ServerError> load();
    /// Lets ticks come, unless it is paused.
    void start();
    /// No tick comes any more; what was recorded is finished.
    void stop();

    void setInterval(TickInterval interval);
    void setPaused(bool paused);
    /// Begins a new tape of the same market at its first tick. Not of a file.
    void setSeed(quint64 seed);
    /// One tick now, paused or not. Not of a file.
    void makeSingleTick();
    /// Why it cannot be done; nothing: it is.
    [[nodiscard]] std::optional<ControlError> control(const ControlRequest &request);

    [[nodiscard]] LiveMarket &market() { return *m_market; }
    [[nodiscard]] TickerFeeds &feeds() { return m_feeds; }
    [[nodiscard]] const TickInterval &interval() const { return m_interval; }
    [[nodiscard]] bool isPaused() const { return m_paused; }
    /// Ticks a second over the last seconds; 0 while paused, and of a file.
    [[nodiscard]] double actualRateHz() const;
    [[nodiscard]] ApiStatus status() const;

Q_SIGNALS:
    /// A line for a person: a file that ended or cannot be read on, a recording that failed.
    void reported(const QString &line);

private:
    void setUpClock();
    [[nodiscard]] std::optional<ServerError> loadMarket();
    [[nodiscard]] std::optional<ServerError> loadReplay();
    [[nodiscard]] std::optional<ServerError> startRecording();
    void play(std::unique_ptr<LiveMarket> market);
    void onTicks(int count);
    void onReplayTick(const ReplayTick &tick);
    void onReplayEnd(const std::optional<ReplayError> &error);
    [[nodiscard]] std::optional<ControlError> controlReplay(const ControlRequest::Replay &wish);
    void watchRecording();

    ServerConfig m_config;
    DeadlineDriver &m_deadlines;
    TickInterval m_interval;
    std::unique_ptr<LiveMarket> m_market; ///< Before the feeds, which refer to it.
    TickerFeeds m_feeds;
    std::unique_ptr<TickClock> m_clock;
    std::unique_ptr<ReplayPlayer> m_replay; ///< Null: the market is made up.
    std::unique_ptr<Recorder> m_recorder;   ///< Null: nothing is recorded.
    QTimer m_recording;                     ///< While it is recorded: has it written, and looks after errors.
    bool m_paused = false;
    bool m_started = false;
};

} // namespace ticker
