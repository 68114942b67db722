// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localized_text.h"
#include "tick_export/tick_export.h"

#include <QObject>

#include <atomic>
#include <thread>

namespace ticker {

/// Exports a file in a thread of its own, since a long one takes minutes. Main thread; owned by who exports.
class RunningExport final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunningExport)

public:
    static constexpr int wholeProgress = 1000;

    /// Begins at once.
    RunningExport(const TickExport::Options &options, QObject *parent);
    /// Stops it, and waits for that.
    ~RunningExport() override;

    /// Nothing remains of the file, unless it is complete already; ended() comes in any case.
    void stop() { m_isStopped = true; }

Q_SIGNALS:
    /// From 0 to wholeProgress; it may go back, when a file that was sorted is read.
    void progressed(int thousandths);
    /// What became of it, a sentence. The last signal.
    void ended(const ticker::LocalizedText &text);

private:
    void run(const TickExport::Options &options);
    [[nodiscard]] LocalizedText exported(const TickExport::Options &options);

    std::atomic<bool> m_isStopped = false;
    std::thread m_thread;
};

} // namespace ticker
