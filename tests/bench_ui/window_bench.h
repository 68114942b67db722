// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "block_meter.h"
#include "client_values/activity.h"
#include "snapshot_source.h"
#include "window/main_window.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QThread>

#include <functional>

class QTableView;

namespace ticker {

class ActivityView;

/// Drives a MainWindow with snapshots and tells how long its event loop was held up: sorted by each column, and
/// while many come, go, or the window is hidden and shown. Main thread.
class WindowBench final
{
public:
    struct Plan final
    {
        int clients = 10'000;
        int snapshots = 30; ///< Of each part.
    };

    explicit WindowBench(const Plan &plan);
    ~WindowBench();
    Q_DISABLE_COPY_MOVE(WindowBench)

    /// Everything, one after the other; takes as long as the snapshots do.
    QJsonObject run();

private:
    void setClients(int count);
    void setTurnover(int clients);
    /// Runs the event loop while so many snapshots come, @p action before the second of them.
    QJsonObject measure(const QString &what, const std::function<void()> &action, int turnover);
    [[nodiscard]] QString columnName(int column) const;

    Plan m_plan;
    QThread m_thread;
    SnapshotSource *m_source; ///< Lives on m_thread, which deletes it.
    MainWindow m_window;
    ActivityView *m_activity; ///< Owned by the window.
    BlockMeter m_meter;
    QTableView *m_table; ///< The window's.
    int m_snapshotsSeen = 0;
    double m_longestMs = 0;
};

} // namespace ticker
