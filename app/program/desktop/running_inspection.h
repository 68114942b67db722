// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market_values/file_inspection.h"
#include "market_values/file_reading.h"

#include <QObject>
#include <QString>

#include <atomic>
#include <chrono>
#include <thread>

namespace ticker {

/// Looks at a file in a thread of its own, and then reads all of it. Main thread; owned by who wants to know.
class RunningInspection final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunningInspection)

public:
    /// Begins at once. The symbol is that of a file which names none.
    RunningInspection(const QString &path, const FileReading &reading, const QString &symbol, QObject *parent);
    /// Stops it, and waits for that.
    ~RunningInspection() override;

Q_SIGNALS:
    /// What is known so far, and how far it is, from 0 to 1; 1: that is all. It comes at once when the start was looked at,
    /// then a few times a second.
    void told(const ticker::FileInspection &inspection, double progress);

private:
    void run(const QString &path, const FileReading &reading, const QString &symbol);

    std::atomic<bool> m_isStopped = false;
    std::thread m_thread;
};

} // namespace ticker
