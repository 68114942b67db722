// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/replay_opener.h"

#include "playback/replay_loader.h"
#include "playback/replay_reading.h"
#include "replay/replay_source.h"

#include <chrono>
#include <utility>

namespace ticker {

namespace {

/// A file that takes longer to open is opened while others are served.
constexpr std::chrono::milliseconds shortOpening{20};

ServerError unplayable(const ReplayConfig &config, const ReplayError &why)
{
    return {ServerError::Code::FileUnplayable, LocalizedText::tr("Cannot play"), config.file,
            whyUnplayable(config.file, why.message)};
}

} // namespace

ReplayOpener::ReplayOpener() = default;
ReplayOpener::~ReplayOpener() = default;

Expected<std::optional<ReplaySource>, ServerError> ReplayOpener::open(const ReplayConfig &config, const QString &symbol)
{
    auto begun = ReplayOpening::begin(config.file, replayOptions(config.reading, config.file, symbol));
    if (!begun)
        return unplayable(config, begun.error());
    ReplayOpening opening = begun.takeValue();
    if (const auto why = opening.work(shortOpening))
        return unplayable(config, *why);
    if (opening.step() == ReplayOpening::Step::Done) {
        auto source = ReplaySource::open(opening);
        if (!source)
            return unplayable(config, source.error());
        return std::optional(source.takeValue());
    }
    stop();
    m_loader = std::make_unique<ReplayLoader>(std::move(opening));
    m_path = config.file;
    connect(m_loader.get(), &ReplayLoader::finished, this,
            [this, config](const std::optional<ReplayError> &why) { onLoaded(config, why); });
    connect(m_loader.get(), &ReplayLoader::reasonChanged, this, [this] { Q_EMIT reported(m_loader->reason()); });
    Q_EMIT reported(m_loader->reason());
    return std::optional<ReplaySource>();
}

std::optional<FileOpening> ReplayOpener::progress() const
{
    if (!m_loader)
        return std::nullopt;
    const ReplayOpening &opening = m_loader->opening();
    return FileOpening{m_path, opening.progress(), opening.step() == ReplayOpening::Step::AwaitingStart};
}

void ReplayOpener::stop()
{
    if (!m_loader)
        return;
    m_loader.reset();
    Q_EMIT stopped();
}

void ReplayOpener::onLoaded(const ReplayConfig &config, const std::optional<ReplayError> &why)
{
    ReplayLoader *const loader = m_loader.release();
    loader->deleteLater(); // it is on the stack
    if (why) {
        Q_EMIT failed(unplayable(config, *why));
        return;
    }
    auto source = ReplaySource::open(loader->opening());
    if (!source) {
        Q_EMIT failed(unplayable(config, source.error()));
        return;
    }
    ReplaySource playing = source.takeValue();
    Q_EMIT opened(config, playing);
}

} // namespace ticker

#include "moc_replay_opener.cpp"
