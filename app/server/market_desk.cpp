// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market_desk.h"

#include "deadline_driver.h"
#include "live_market.h"
#include "market_file.h"
#include "recorder.h"
#include "replay_player.h"
#include "server_dispatcher.h"
#include "tick_clock.h"

#include <QDateTime>
#include <QFileInfo>

#include <utility>

namespace ticker {

namespace {

using namespace std::chrono_literals;

/// Between two looks at the recording: what is lost at most when the machine stops.
constexpr auto recordingInterval = 1s;

ServerError marketError(const QString &what, const QString &file, const QString &why)
{
    return {ServerError::Code::MarketUnreadable, what, file, why};
}

QString nameOf(const QString &path)
{
    return QFileInfo(path).fileName();
}

} // namespace

MarketDesk::MarketDesk(const ServerConfig &config, DeadlineDriver &deadlines)
    : m_config(config), m_deadlines(deadlines), m_interval(config.interval),
      m_market(std::make_unique<LiveMarket>(builtInMarket(), config.seed)),
      m_feeds(config.limits, deadlines.queue(), {true, config.allowJsonp},
              [this] { return m_paused ? 0 : m_interval.hertz(); }),
      m_clock(std::make_unique<TickClock>())
{
    m_feeds.setMarket(*m_market);
    setUpClock();
    connect(&m_recording, &QTimer::timeout, this, &MarketDesk::watchRecording);
}

MarketDesk::~MarketDesk() = default;

void MarketDesk::setUpClock()
{
    constexpr int noTimer = -1;
    if (setTimerDeadline(noTimer, {})) // the thread's dispatcher can do it
        m_clock->setTimerSharpener(
            [](int timerId, std::chrono::nanoseconds fromNow) { setTimerDeadline(timerId, fromNow); });
    m_clock->setInterval(m_interval.nanoseconds());
    connect(m_clock.get(), &TickClock::ticked, this, &MarketDesk::onTicks);
}

// Files

std::optional<ServerError> MarketDesk::load()
{
    if (auto error = m_config.replay.file.isEmpty() ? loadMarket() : loadReplay())
        return error;
    return startRecording();
}

std::optional<ServerError> MarketDesk::loadMarket()
{
    const QString &file = m_config.marketFile;
    if (file.isEmpty())
        return std::nullopt;
    const auto spec = readMarketFile(file);
    if (!spec) {
        const QString &where = spec.error().where;
        return marketError(QStringLiteral("Cannot use the market in"), file,
                           where.isEmpty() ? spec.error().message
                                           : QStringLiteral("%1: %2").arg(where, spec.error().message));
    }
    play(std::make_unique<LiveMarket>(*spec, m_config.seed));
    return std::nullopt;
}

std::optional<ServerError> MarketDesk::loadReplay()
{
    const ReplayConfig &config = m_config.replay;
    auto source = ReplaySource::open(config.file, {m_market->spec().headline().symbol, ReplayOptions::OnBadLine::Stop});
    if (!source)
        return marketError(QStringLiteral("Cannot play"), config.file, source.error().message);
    ReplayPlayer::Options options;
    options.schedule.speed = config.speed;
    options.schedule.skipGaps = config.skipGaps;
    options.loop = config.loop;
    m_replay = std::make_unique<ReplayPlayer>(source.takeValue(), options);
    connect(m_replay.get(), &ReplayPlayer::ticked, this, &MarketDesk::onReplayTick);
    connect(m_replay.get(), &ReplayPlayer::ended, this, &MarketDesk::onReplayEnd);
    play(std::make_unique<LiveMarket>(m_replay->source().spec()));
    return std::nullopt;
}

std::optional<ServerError> MarketDesk::startRecording()
{
    if (m_config.recordFile.isEmpty() || m_recorder)
        return std::nullopt;
    auto recorder = Recorder::start(m_config.recordFile, {});
    if (!recorder)
        return marketError(QStringLiteral("Cannot record to"), m_config.recordFile, recorder.error());
    m_recorder = recorder.takeValue();
    m_recording.start(recordingInterval);
    return std::nullopt;
}

void MarketDesk::watchRecording()
{
    m_recorder->flush();
    if (m_recorder->state() != RecorderWriter::State::Failed)
        return;
    m_recording.stop();
    Q_EMIT reported(
        QStringLiteral("Recording to %1 has ended: %2").arg(nameOf(m_config.recordFile), m_recorder->error()));
    m_recorder.reset();
}

/// In place of the one that is on.
void MarketDesk::play(std::unique_ptr<LiveMarket> market)
{
    m_deadlines.touch();
    m_feeds.setMarket(*market);
    m_market = std::move(market);
}

// Ticks

void MarketDesk::start()
{
    m_started = true;
    if (m_replay) {
        m_replay->start();
        m_replay->setPaused(m_paused);
    } else if (!m_paused) {
        m_clock->start();
    }
}

void MarketDesk::stop()
{
    m_started = false;
    m_clock->stop();
    if (m_replay)
        m_replay->setPaused(true);
    m_recording.stop();
    m_recorder.reset(); // which waits for the last bytes
}

void MarketDesk::onTicks(int count)
{
    m_deadlines.touch();
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    for (int i = 0; i < count; ++i) {
        m_market->advance(now);
        m_feeds.collectTick();
        if (m_recorder)
            m_recorder->append(m_market->spec(), m_market->tick(), now);
    }
    m_feeds.sendTicks();
}

void MarketDesk::onReplayTick(const ReplayTick &tick)
{
    m_deadlines.touch();
    const MarketSpec &spec = m_replay->source().spec();
    if (spec.instruments.size() != m_market->spec().instruments.size()) {
        m_market->setSpec(spec);
        m_feeds.setMarket(*m_market);
    }
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    m_market->play(tick, now);
    m_feeds.collectTick();
    if (m_recorder)
        m_recorder->append(m_market->spec(), m_market->tick(), now);
    m_feeds.sendTicks();
}

void MarketDesk::onReplayEnd(const std::optional<ReplayError> &error)
{
    const QString file = nameOf(m_config.replay.file);
    Q_EMIT reported(error ? QStringLiteral("Cannot play %1 any further: %2").arg(file, error->message)
                          : QStringLiteral("%1 was played to its end.").arg(file));
}

// Control

void MarketDesk::setInterval(TickInterval interval)
{
    m_interval = interval;
    m_clock->setInterval(interval.nanoseconds());
}

void MarketDesk::setPaused(bool paused)
{
    m_paused = paused;
    if (!m_started)
        return;
    if (m_replay)
        m_replay->setPaused(paused);
    else if (paused)
        m_clock->stop();
    else
        m_clock->start();
}

void MarketDesk::setSeed(quint64 seed)
{
    if (m_replay)
        return;
    m_config.seed = seed;
    play(std::make_unique<LiveMarket>(m_market->spec(), seed));
}

void MarketDesk::makeSingleTick()
{
    if (m_started && !m_replay)
        onTicks(1);
}

std::optional<ControlError> MarketDesk::control(const ControlRequest &request)
{
    const auto ofReplay = [] {
        return ControlError{QStringLiteral("A file is played, to which this cannot be done.")};
    };
    if (const auto *pause = std::get_if<ControlRequest::SetPaused>(&request.what)) {
        setPaused(pause->paused);
        return std::nullopt;
    }
    if (const auto *replay = std::get_if<ControlRequest::Replay>(&request.what))
        return controlReplay(*replay);
    if (m_replay)
        return ofReplay();
    if (const auto *interval = std::get_if<TickInterval>(&request.what)) {
        setInterval(*interval);
    } else if (const auto *seed = std::get_if<ControlRequest::SetSeed>(&request.what)) {
        setSeed(seed->seed);
    } else if (const auto *action = std::get_if<MarketAction>(&request.what)) {
        if (!m_market->act(*action))
            return ControlError{QStringLiteral("There is no instrument \"%1\" in this market.").arg(action->symbol)};
    } else {
        makeSingleTick();
    }
    return std::nullopt;
}

std::optional<ControlError> MarketDesk::controlReplay(const ControlRequest::Replay &wish)
{
    if (!m_replay)
        return ControlError{QStringLiteral("No file is played.")};
    if (wish.speed)
        m_replay->setSpeed(*wish.speed);
    if (wish.skipGaps)
        m_replay->setSkipGaps(*wish.skipGaps);
    if (wish.loop)
        m_replay->setLoop(*wish.loop);
    if (wish.seek) {
        if (const auto error = m_replay->seek(*wish.seek))
            return ControlError{error->message};
    }
    return std::nullopt;
}

double MarketDesk::actualRateHz() const
{
    return m_paused || m_replay ? 0 : m_clock->actualRateHz();
}

ApiStatus MarketDesk::status() const
{
    ApiStatus status;
    status.rateHz = m_interval.hertz();
    status.actualRateHz = actualRateHz();
    status.paused = m_paused;
    status.clients = m_feeds.clientCount();
    if (m_replay) {
        const ReplayPlayer::Options &options = m_replay->options();
        status.replay = ApiStatus::Replay{nameOf(m_config.replay.file),
                                          m_replay->source().progress(),
                                          m_replay->indexed(),
                                          m_replay->speed(),
                                          options.loop,
                                          m_replay->hasEnded()};
    }
    return status;
}

} // namespace ticker
