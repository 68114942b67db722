// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/market_controller.h"

#include "clock/tick_clock.h"
#include "playback/market_reading.h"
#include "playback/past_maker.h"
#include "playback/replay_opener.h"
#include "playback/replay_player.h"
#include "playback/replay_reading.h"
#include "quotes/live_market.h"
#include "thread/deadline_driver.h"
#include "thread/server_dispatcher.h"

#include <QDateTime>
#include <QFileInfo>

#include <utility>

namespace ticker {

MarketController::MarketController(const ServerConfig &config, DeadlineDriver &deadlines)
    : m_config(config), m_deadlines(deadlines), m_interval(config.interval),
      m_market(std::make_unique<LiveMarket>(builtInMarket(), config.seed)), m_clock(std::make_unique<TickClock>()),
      m_opener(std::make_unique<ReplayOpener>()), m_past(std::make_unique<PastMaker>(config.hasPast))
{
    addSink(m_recording);
    setUpClock();
    setUpOpener();
    connect(&m_recording, &TickRecording::failed, this, &MarketController::recordingFailed);
}

MarketController::~MarketController() = default;

void MarketController::setUpClock()
{
    constexpr int noTimer = -1;
    if (setTimerDeadline(noTimer, {})) // the thread's dispatcher can do it
        m_clock->setTimerSharpener(
            [](int timerId, std::chrono::nanoseconds fromNow) { setTimerDeadline(timerId, fromNow); });
    m_clock->setInterval(m_interval.nanoseconds());
    connect(m_clock.get(), &TickClock::ticked, this, &MarketController::onTicks);
}

// What is on

std::optional<ServerError> MarketController::load()
{
    if (auto error = m_config.replay.file.isEmpty() ? useMarket(m_config.marketFile) : playFile(m_config.replay))
        return error;
    m_isLoading = opening().has_value();
    return m_isLoading ? std::nullopt : recordAsConfigured();
}

std::optional<ServerError> MarketController::recordAsConfigured()
{
    if (m_config.recordFile.isEmpty() || m_recording.isOn())
        return std::nullopt;
    return record(m_config.recordFile, TickRecording::Existing::Refused);
}

std::optional<ServerError> MarketController::useMarket(const QString &path)
{
    auto spec = marketAt(path);
    if (!spec)
        return spec.error();
    m_config.marketFile = path;
    m_config.replay = {};
    m_spec = spec.takeValue();
    change(std::make_unique<LiveMarket>(*m_spec, m_config.seed));
    return std::nullopt;
}

std::optional<ServerError> MarketController::playFile(const ReplayConfig &config)
{
    auto source = m_opener->open(config, marketSymbol());
    if (!source)
        return source.error();
    if (auto opened = source.takeValue())
        playSource(config, std::move(*opened));
    return std::nullopt;
}

void MarketController::playSource(const ReplayConfig &config, ReplaySource source)
{
    ReplayPlayer::Options options;
    options.schedule.speed = config.speed;
    options.schedule.skipGaps = config.skipGaps;
    options.loop = config.loop;
    auto replay = std::make_unique<ReplayPlayer>(std::move(source), options);
    connect(replay.get(), &ReplayPlayer::ticked, this, &MarketController::onReplayTick);
    connect(replay.get(), &ReplayPlayer::ended, this, &MarketController::onReplayEnd);
    connect(replay.get(), &ReplayPlayer::indexComplete, this, &MarketController::onReplayIndexed);
    m_config.replay = config;
    auto live = std::make_unique<LiveMarket>(replay->source().spec());
    const auto doubt = doubtOfTimes(replay->source().firstTimeNs(), replay->source().firstTimeText());
    change(std::move(live), std::move(replay));
    if (doubt)
        Q_EMIT reported(LocalizedText::tr("%1: %2").arg(QFileInfo(config.file).fileName()).arg(*doubt));
}

void MarketController::setUpOpener()
{
    connect(m_opener.get(), &ReplayOpener::reported, this, &MarketController::reported);
    connect(m_opener.get(), &ReplayOpener::opened, this, [this](const ReplayConfig &config, ReplaySource &source) {
        const bool isLoading = m_isLoading; // or change() ends it
        playSource(config, std::move(source));
        if (!isLoading)
            Q_EMIT opened(std::nullopt);
    });
    connect(m_opener.get(), &ReplayOpener::failed, this, [this](const ServerError &error) {
        if (m_isLoading)
            finishLoading(error);
        else
            Q_EMIT opened(error.why);
    });
    connect(m_opener.get(), &ReplayOpener::stopped, this, [this] {
        if (!m_isLoading)
            Q_EMIT opened(LocalizedText::tr("Opening was stopped."));
    });
}

void MarketController::finishLoading(const std::optional<ServerError> &error)
{
    m_isLoading = false;
    Q_EMIT loaded(error ? error : recordAsConfigured());
}

std::optional<ServerError> MarketController::leaveFile()
{
    if (opening() && !m_isLoading) { // what is on goes on
        m_opener->stop();
        return std::nullopt;
    }
    if (m_config.replay.file.isEmpty())
        return std::nullopt;
    if (!m_spec)
        return useMarket(m_config.marketFile);
    m_config.replay = {};
    change(std::make_unique<LiveMarket>(*m_spec, m_config.seed));
    return std::nullopt;
}

void MarketController::change(std::unique_ptr<LiveMarket> market, std::unique_ptr<ReplayPlayer> replay)
{
    m_opener->stop();
    m_clock->stop();
    m_replay = std::move(replay);
    play(std::move(market));
    if (m_started)
        start();
    if (m_isLoading)
        finishLoading(std::nullopt);
}

/// In place of the one that is on.
void MarketController::play(std::unique_ptr<LiveMarket> market)
{
    m_deadlines.touch();
    if (m_started) // before, nobody has seen any
        market->books().follow(m_market->books());
    market->setState(stateNow());
    for (TickSink *sink : m_sinks)
        sink->setMarket(*market);
    m_market = std::move(market);
    ++m_tape;
    m_past->give(*m_market);
}

void MarketController::makePast()
{
    m_past->begin(*m_market);
}

std::optional<ServerError> MarketController::record(const QString &path, TickRecording::Existing existing)
{
    const auto why = m_recording.start(path, existing);
    if (!why)
        return std::nullopt;
    return ServerError{ServerError::Code::RecordingRefused, LocalizedText::tr("Cannot record to"), path, *why};
}

std::optional<FileOpening> MarketController::opening() const
{
    return m_opener->progress();
}

void MarketController::stopRecording()
{
    m_recording.stop();
}

// Ticks

void MarketController::start()
{
    m_started = true;
    if (m_replay) {
        m_replay->start();
        m_replay->setPaused(m_paused);
    } else if (!m_paused) {
        m_clock->start();
    }
}

void MarketController::stop()
{
    m_started = false;
    m_clock->stop();
    m_opener->stop();
    if (m_replay)
        m_replay->setPaused(true);
    m_recording.close();
}

void MarketController::addSink(TickSink &sink)
{
    sink.setMarket(*m_market);
    m_sinks.push_back(&sink);
}

void MarketController::collectTick()
{
    for (TickSink *sink : m_sinks)
        sink->collectTick();
}

void MarketController::sendTicks()
{
    for (TickSink *sink : m_sinks)
        sink->sendTicks();
}

void MarketController::onTicks(int count)
{
    m_deadlines.touch();
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    for (int i = 0; i < count; ++i) {
        m_market->advance(now);
        collectTick();
    }
    sendTicks();
}

void MarketController::onReplayTick(const ReplayTick &tick)
{
    m_deadlines.touch();
    const MarketSpec &spec = m_replay->source().spec();
    if (spec.instruments.size() != m_market->spec().instruments.size()) {
        m_market->setSpec(spec);
        for (TickSink *sink : m_sinks)
            sink->setMarket(*m_market);
    }
    m_market->play(tick, QDateTime::currentMSecsSinceEpoch());
    collectTick();
    sendTicks();
}

void MarketController::onReplayEnd(const std::optional<ReplayError> &error)
{
    const QString file = QFileInfo(m_config.replay.file).fileName();
    Q_EMIT reported(error ? LocalizedText::tr("Playback of %1 stopped: %2").arg(file).arg(error->message)
                          : LocalizedText::tr("Playback of %1 has finished.").arg(file));
    updateState();
}

void MarketController::onReplayIndexed()
{
    const LocalizedText skipped = skippedOf(*m_replay).summary();
    if (!skipped.isEmpty())
        Q_EMIT reported(LocalizedText::tr("%1: %2").arg(QFileInfo(m_config.replay.file).fileName()).arg(skipped));
}

// Its state

MarketState MarketController::stateNow() const
{
    if (m_replay && m_replay->hasEnded()) {
        return m_replay->error() ? MarketState{MarketState::Kind::Failed, m_replay->error()->message.english()}
                                 : MarketState{MarketState::Kind::Ended, {}};
    }
    return {m_paused ? MarketState::Kind::Paused : MarketState::Kind::Running, {}};
}

/// Clients are told when it is another one.
void MarketController::updateState()
{
    const MarketState state = stateNow();
    if (state == m_market->cache().state())
        return;
    m_deadlines.touch();
    m_market->setState(state);
    for (TickSink *sink : m_sinks)
        sink->marketStateChanged();
    if (m_replay && m_replay->hasEnded())
        Q_EMIT playbackEnded(!m_replay->error());
}

// Control

void MarketController::setInterval(TickInterval interval)
{
    m_interval = interval;
    m_clock->setInterval(interval.nanoseconds());
}

void MarketController::setPaused(bool paused)
{
    m_paused = paused;
    updateState();
    if (!m_started)
        return;
    if (m_replay)
        m_replay->setPaused(paused);
    else if (paused)
        m_clock->stop();
    else
        m_clock->start();
}

bool MarketController::act(const MarketAction &action)
{
    if (!m_market->act(action))
        return false;
    const TradingChange change = m_market->takeTradingChange();
    if (change.halted.isEmpty() && change.resumed.isEmpty())
        return true;
    m_deadlines.touch();
    for (TickSink *sink : m_sinks)
        sink->tradingChanged(change);
    return true;
}

void MarketController::setSeed(quint64 seed)
{
    m_config.seed = seed;
    if (m_replay) // it is for the market that one goes back to
        return;
    play(std::make_unique<LiveMarket>(m_market->spec(), seed));
}

void MarketController::makeSingleTick()
{
    if (m_started && !m_replay)
        onTicks(1);
}

std::optional<LocalizedText> MarketController::controlPlayback(const PlaybackCommand &command)
{
    if (!m_replay)
        return LocalizedText::tr("No file is playing.");
    if (command.loop.value_or(false) && m_replay->source().isFollowing())
        return LocalizedText::tr("A file that is followed has no end, so it cannot be repeated.");
    if (command.speed)
        m_replay->setSpeed(*command.speed);
    if (command.skipGaps)
        m_replay->setSkipGaps(*command.skipGaps);
    if (command.loop)
        m_replay->setLoop(*command.loop);
    if (command.seek) {
        const auto error = m_replay->seek(*command.seek);
        updateState();
        if (error)
            return error->message;
    }
    updateState();
    return std::nullopt;
}

double MarketController::actualRateHz() const
{
    if (m_paused)
        return 0;
    return m_replay ? m_replay->actualRateHz() : m_clock->actualRateHz();
}

MarketStatus MarketController::status() const
{
    MarketStatus status;
    status.rateHz = m_interval.hertz();
    status.actualRateHz = actualRateHz();
    status.paused = m_paused;
    status.replay = playback();
    status.opening = opening();
    return status;
}

std::optional<Playback> MarketController::playback() const
{
    if (!m_replay)
        return std::nullopt;
    Playback playback = playbackOf(*m_replay, m_config.replay.file);
    playback.reading = m_config.replay.reading;
    return playback;
}

} // namespace ticker

#include "moc_market_controller.cpp"
