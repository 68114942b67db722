// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/tick_recording.h"

#include "quotes/live_market.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace ticker {

namespace {

/// Between two looks at the recording: what is lost at most when the machine stops.
constexpr std::chrono::milliseconds lookInterval{1000};

} // namespace

TickRecording::TickRecording(QObject *parent) : QObject(parent)
{
    connect(&m_timer, &QTimer::timeout, this, &TickRecording::look);
}

TickRecording::~TickRecording() = default;

std::optional<LocalizedText> TickRecording::start(const QString &path, Existing existing)
{
    if (m_recorder)
        return LocalizedText::tr("A recording to %1 is in progress. Stop it first.").arg(m_last->name());
    if (isFinishing(path))
        return LocalizedText::tr("The last recording to this file is still being saved.");
    const QString part = path + QStringLiteral(".part");
    if (QFileInfo::exists(part))
        return LocalizedText::tr("%1 is left over from an interrupted recording. Move it away first.").arg(part);
    Recorder::Options options;
    options.overwrite = existing == Existing::Replaced;
    options.onEnd = [this] { QMetaObject::invokeMethod(this, &TickRecording::look, Qt::QueuedConnection); };
    auto recorder = Recorder::start(path, options);
    if (!recorder)
        return recorder.error();
    m_recorder = recorder.takeValue();
    m_last = Recording{Recording::State::Writing, path, 0, 0};
    m_timer.start(lookInterval);
    return std::nullopt;
}

bool TickRecording::isFinishing(const QString &path) const
{
    return std::any_of(m_finishing.begin(), m_finishing.end(),
                       [&](const Finishing &each) { return each.path == path; });
}

void TickRecording::collectTick()
{
    if (m_recorder)
        m_recorder->append(m_market->spec(), m_market->tick(), m_market->timeMs());
}

void TickRecording::stop()
{
    if (!m_recorder)
        return;
    m_timer.stop();
    m_last = state();
    m_last->state = Recording::State::Finishing;
    m_recorder->finish();
    m_finishing.push_back({m_last->path, std::move(m_recorder)});
    lookAtFinishing();
}

void TickRecording::close()
{
    stop();
    for (const Finishing &each : m_finishing)
        each.recorder->wait();
    lookAtFinishing();
}

void TickRecording::look()
{
    if (m_recorder) {
        m_recorder->flush();
        if (m_recorder->state() == RecorderWriter::State::Failed) {
            m_timer.stop();
            m_last = state();
            end(m_last->path, *m_recorder);
            m_recorder.reset();
        }
    }
    lookAtFinishing();
}

void TickRecording::lookAtFinishing()
{
    std::erase_if(m_finishing, [this](const Finishing &each) {
        const RecorderWriter::State state = each.recorder->state();
        const bool ended = state == RecorderWriter::State::Done || state == RecorderWriter::State::Failed;
        if (ended)
            end(each.path, *each.recorder);
        return ended;
    });
}

void TickRecording::end(const QString &path, const Recorder &recorder)
{
    const bool isDone = recorder.state() == RecorderWriter::State::Done;
    if (m_last->path == path) // else the next one has begun
        m_last->state = isDone ? Recording::State::Done : Recording::State::Failed;
    if (!isDone)
        Q_EMIT failed(recorder.error());
}

std::optional<Recording> TickRecording::state() const
{
    if (!m_recorder)
        return m_last;
    return Recording{Recording::State::Writing, m_last->path, m_recorder->ticks(), m_recorder->bytes()};
}

} // namespace ticker

#include "moc_tick_recording.cpp"
