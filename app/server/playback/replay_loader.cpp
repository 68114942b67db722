// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/replay_loader.h"

#include <chrono>
#include <utility>

namespace ticker {

namespace {

/// Between two looks at what else there is to do.
constexpr std::chrono::milliseconds slice{5};
/// Where nothing more has come yet.
constexpr std::chrono::milliseconds waitingPause{20};

} // namespace

ReplayLoader::ReplayLoader(ReplayOpening opening, QObject *parent) : QObject(parent), m_opening(std::move(opening))
{
    connect(&m_timer, &QTimer::timeout, this, &ReplayLoader::work);
    m_timer.start(0);
}

LocalizedText ReplayLoader::reason() const
{
    const QString &name = m_opening.name();
    switch (m_opening.step()) {
    case ReplayOpening::Step::AwaitingStart:
        return LocalizedText::tr("%1 is played as soon as its first lines have come.").arg(name);
    case ReplayOpening::Step::FindingDateOrder:
        return LocalizedText::tr("%1 is read until a date shows whether the day or the month comes first.").arg(name);
    case ReplayOpening::Step::CheckingOrder:
        return LocalizedText::tr("%1 may be sorted by symbol. It is read as a whole first.").arg(name);
    case ReplayOpening::Step::Sorting:
    case ReplayOpening::Step::Done:
        break;
    }
    return LocalizedText::tr("%1 is not in the order of time. It is sorted first.").arg(name);
}

void ReplayLoader::work()
{
    const bool wasAwaited = m_opening.step() == ReplayOpening::Step::AwaitingStart;
    const auto why = m_opening.work(slice);
    if (!why && m_opening.step() != ReplayOpening::Step::Done) {
        m_timer.setInterval(m_opening.isWaiting() ? waitingPause : std::chrono::milliseconds(0));
        if (wasAwaited && m_opening.step() != ReplayOpening::Step::AwaitingStart)
            Q_EMIT reasonChanged();
        return;
    }
    m_timer.stop();
    Q_EMIT finished(why);
}

} // namespace ticker

#include "moc_replay_loader.cpp"
