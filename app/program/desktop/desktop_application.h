// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/clients_controller.h"
#include "desktop/export_controller.h"
#include "desktop/import_controller.h"
#include "desktop/prices_controller.h"
#include "desktop/start_answer.h"
#include "preferences/settings_controller.h"
#include "settings/settings_file.h"
#include "startup/activity_journal.h"
#include "startup/command_line.h"
#include "startup/termination_signals.h"
#include "ticker/server_thread.h"
#include "tray/tray_icon.h"
#include "widgets/wheel_guard.h"
#include "window/main_window.h"

#include <QTimer>

#include <memory>

namespace ticker {

class Console;
class SingleInstance;
struct ForwardedStart;

/// Tray, window and server put together. Main thread; on the stack of runDesktop(), which outlives everything in it.
class DesktopApplication final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DesktopApplication)

public:
    /// The settings are read from that file and kept in it.
    DesktopApplication(const CommandLine &commandLine, SettingsFile file, SingleInstance &instance, Console &console);
    ~DesktopApplication() override;

    void start();
    /// For connections made before start() only.
    [[nodiscard]] TickerServer *server() const { return m_server.server(); }

Q_SIGNALS:
    /// What became of a second start.
    void startAnswered(quint64 number, const ticker::StartAnswer &answer);

private:
    void connectServer();
    void connectWindow();
    void connectTray();
    void connectSettings();
    void connectJournal(const QString &file);
    void connectInstance(SingleInstance &instance);

    template<typename Call>
    void tellServer(Call call);
    void execute(const ServerCommand &command);
    void setPaused(bool paused);
    void setInterval(TickInterval interval);
    void setSeed(quint64 seed);
    void useMarket(const QString &path);
    void keepMarket(const FileResult &answer);
    void leaveUnwatched();
    void takeOver(const ForwardedStart &start, quint64 number);
    void takeOverRest(const CommandLine &wanted, quint64 number, Refusals refusals);
    void applyChanges(Settings &settings) const;
    [[nodiscard]] Settings settingsToStore() const;
    void takeImported(const Settings &settings);
    void saveSettings();
    void tell(const LocalizedText &line, const NoticeSubject &subject);
    void tellOfStorage(const std::optional<LocalizedText> &problem);
    void quit();

    Console &m_console;
    SettingsFile m_file;
    SettingsFile::Loaded m_loaded;
    /// What is written on top of the file; the rest of it belongs to whoever edits it.
    std::optional<TickInterval> m_chosenInterval;
    std::optional<quint64> m_chosenSeed;   ///< Only where the file has one: else each start takes a new one.
    std::optional<QString> m_chosenMarket; ///< A file, or empty for the built-in one.
    QString m_market;                      ///< The file in use, or empty for the built-in one.
    std::optional<QString> m_marketForNow; ///< A second start asked for it: not for the next start.
    WindowSettings m_windowSettings;
    bool m_startHidden = false;
    std::optional<std::chrono::milliseconds> m_duration; ///< Of the run; nothing: until the user quits.
    ServerConfig m_config;                               ///< As the server starts.
    ActivityJournal m_journal;                           ///< Outlives the server.
    ServerThread m_server;
    WheelGuard m_wheelGuard; ///< Before all windows.
    MainWindow m_window;
    PricesController m_prices;
    ExportController m_export;
    ImportController m_import;
    TrayIcon m_tray;
    ClientsController m_clients;
    SettingsController m_settingsController;
    TerminationSignals m_terminationSignals;
    QTimer m_saveTimer; ///< A slider that is dragged is written once.
};

/// Runs until the user quits. Returns the exit code: 0, also when another instance was raised instead; 1 without a display,
/// with a file of settings that cannot be had, an option that the other instance refused, or a recording that failed.
int runDesktop(const CommandLine &commandLine, Console &console, int &argc, char **argv);

} // namespace ticker
