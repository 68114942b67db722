// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/running_export.h"

#include "startup/export_text.h"

#include <chrono>
#include <thread>

namespace ticker {

namespace {

/// Between two looks whether it is to stop.
constexpr std::chrono::milliseconds exportSlice{50};
/// Where nothing more has come through a pipe yet.
constexpr std::chrono::milliseconds exportPause{20};

} // namespace

RunningExport::RunningExport(const TickExport::Options &options, QObject *parent)
    : QObject(parent), m_thread([this, options] { run(options); })
{
}

RunningExport::~RunningExport()
{
    stop();
    m_thread.join();
}

/// What is told goes by the event loop, like everything between threads.
void RunningExport::run(const TickExport::Options &options)
{
    const LocalizedText text = exported(options);
    QMetaObject::invokeMethod(
        this, [this, text] { Q_EMIT ended(text); }, Qt::QueuedConnection);
}

LocalizedText RunningExport::exported(const TickExport::Options &options)
{
    auto begun = TickExport::begin(options);
    if (!begun)
        return notExportedText(options, begun.error().why);
    const std::unique_ptr<TickExport> work = begun.takeValue();
    while (!work->isDone()) {
        if (m_isStopped)
            return LocalizedText::tr("The export was stopped.");
        if (const auto error = work->work(exportSlice))
            return notExportedText(options, error->why);
        if (work->isWaiting())
            std::this_thread::sleep_for(exportPause);
        const int done = int(work->progress() * wholeProgress);
        QMetaObject::invokeMethod(
            this, [this, done] { Q_EMIT progressed(done); }, Qt::QueuedConnection);
    }
    return exportedText(work->summary(), options.to);
}

} // namespace ticker

#include "moc_running_export.cpp"
