// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop_values/window_settings.h"
#include "market_values/file_command.h"
#include "market_values/market_action.h"
#include "server_values/notice_subject.h"
#include "server_values/server_snapshot.h"
#include "server_values/server_status.h"

#include <QMainWindow>

class QAction;
class QMenu;

namespace ticker {

class AddressBar;
class ClientActions;
class ClientsView;
class FileActions;
class LoadLine;
class MarketControl;
class MessageBar;
class NoticeBar;
class OpeningBar;
class PlaybackBar;
class RateControl;
class RecordingLine;
class SeedActions;
class SummaryBar;
class ViewTabs;
class WindowCloser;

/// The window: address, state, rate, market or file, and who is connected. Shows values and asks for changes by signals; knows
/// no server. Main thread; owned by the application, which outlives it and must call prepareToQuit() before
/// QCoreApplication::quit(), because since Qt 6 quit() asks every window to close and a window that hides instead
/// would refuse.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    explicit MainWindow(QWidget *parent = nullptr);
    ~MainWindow() override;

    /// A further page beside that of the clients, chosen by its tab, the menu View or Ctrl and its number; the window
    /// takes it over. To be called before applySettings(). Its objectName is what the settings know it by.
    void addView(QWidget *view, const QString &title);
    /// A further entry of the menu File, for such a page.
    void addFileAction(QAction *action);
    /// Shows the page of that objectName.
    void showView(const QString &name);
    /// What can be done with clients, for whoever knows the server.
    [[nodiscard]] ClientActions *clientActions() const;
    /// What is told at the top of the window.
    [[nodiscard]] NoticeBar *notices() const { return m_noticeBar; }
    /// To be called once, before the window is first shown.
    void applySettings(const WindowSettings &settings);
    [[nodiscard]] WindowSettings settings() const;

public Q_SLOTS:
    /// Cheap while the window is hidden: the newest snapshot is kept and shown with the window.
    void showSnapshot(const ticker::ServerSnapshot &snapshot);
    void showStatus(const ticker::ServerStatus &status);
    /// A line that stays at the top until it is dismissed, or what it is about is over.
    void showNotice(const QString &text, const ticker::NoticeSubject &subject = {});
    /// A notice if a file could not be opened or recorded to.
    void showAnswer(const ticker::FileResult &answer);
    /// Whether a tray shows our icon. Losing it while the window is hidden brings the window back.
    void setTrayActive(bool active);
    void bringToFront();
    /// Hides the window, or brings it to the front. Without a tray it never hides.
    void toggle();
    void openPage();
    void copyAddress();
    /// From now on closing is accepted. Hands out the settings a last time.
    void prepareToQuit();

Q_SIGNALS:
    void intervalRequested(ticker::TickInterval interval);
    void pauseRequested(bool paused);
    /// A new tape is wanted, of this seed; perhaps the one that it has.
    void seedChosen(quint64 seed);
    void singleTickWanted();
    /// Its value is within the range of its kind.
    void marketActionChosen(const ticker::MarketAction &action);
    void fileWanted(const ticker::FileCommand &command);
    void playbackCommanded(const ticker::PlaybackCommand &command);
    void retryRequested();
    void nextFreePortRequested();
    void quitRequested();
    /// The window was hidden to the tray for the first time: a text that says how to come back and how to quit.
    void closeHintDue(const QString &title, const QString &text);
    /// Something of settings() changed that should be stored now: a hint shown, an answer to remember, the window
    /// closed.
    void settingsChanged(const ticker::WindowSettings &settings);
    /// On screen and not minimised.
    void shownChanged(bool shown);

protected:
    void closeEvent(QCloseEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QAction *makeAction(const QString &name, const QString &text, const QKeySequence &shortcut);
    void setupActions();
    void setupMenus();
    void setupWidgets();
    void setupLayout();
    void connectParts();

    void refreshSnapshot();
    void refreshState();
    void refreshMarket();
    void reportShown();
    [[nodiscard]] bool isServing() const;
    [[nodiscard]] bool isOnScreen() const;

    ServerStatus m_status;
    ServerSnapshot m_snapshot;
    bool m_snapshotIsStale = false; ///< Came while hidden; the widgets show an older one.
    bool m_reportedShown = false;

    // Owned by Qt's parent-child tree.
    QAction *m_openAction = nullptr;
    QAction *m_copyAction = nullptr;
    QAction *m_pauseAction = nullptr;
    QMenu *m_fileMenu = nullptr;
    QAction *m_fileMenuEnd = nullptr; ///< What pages add stands before it.
    WindowCloser *m_closer = nullptr;
    FileActions *m_files = nullptr;
    SeedActions *m_seedActions = nullptr;
    NoticeBar *m_noticeBar = nullptr;
    MessageBar *m_messageBar = nullptr;
    AddressBar *m_addressBar = nullptr;
    SummaryBar *m_summaryBar = nullptr;
    OpeningBar *m_openingBar = nullptr;
    PlaybackBar *m_playbackBar = nullptr;
    RateControl *m_rateControl = nullptr;
    MarketControl *m_marketControl = nullptr;
    ViewTabs *m_views = nullptr;
    ClientsView *m_clientsView = nullptr;
    RecordingLine *m_recordingLine = nullptr;
    LoadLine *m_loadLine = nullptr;
};

} // namespace ticker
