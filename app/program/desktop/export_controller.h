// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/candle_interval.h"
#include "market_values/file_reading.h"
#include "server_values/server_snapshot.h"
#include "tick_export/tick_export.h"

#include <QObject>
#include <QPointer>

#include <optional>

class QAction;
class QFileDialog;
class QMenu;
class QProgressDialog;

namespace ticker {

class MainWindow;
class RunningExport;

/// Adds to the window's menu File the export of the file that is played, else of the last recording. Main thread; owned by
/// the application; the window outlives it.
class ExportController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExportController)

public:
    explicit ExportController(MainWindow *window);
    ~ExportController() override;

    void showSnapshot(const ServerSnapshot &snapshot);

private:
    using Bars = std::optional<CandleInterval>;

    void addEntry(const QString &name, const QString &text, Bars bars);
    void updateMenu();
    void ask(Bars bars);
    void closeDialog();
    void start(TickExport::Options options, const QString &path);
    void showProgress(const QString &name);
    void finish(const QString &text);

    MainWindow *m_window;
    QString m_from; ///< Empty: there is nothing to export.
    FileReading m_reading;
    QPointer<RunningExport> m_running;
    QPointer<QFileDialog> m_dialog;
    QPointer<QProgressDialog> m_progress;
    QMenu *m_menu = nullptr; ///< Of the window.
};

} // namespace ticker
