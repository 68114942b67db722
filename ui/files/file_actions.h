// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market_values/file_command.h"
#include "server_values/server_snapshot.h"
#include "server_values/server_status.h"

#include <QObject>
#include <QPointer>

#include <optional>

class QAction;
class QFileDialog;
class QKeySequence;
class QMenu;
class QMimeData;
class QWidget;

namespace ticker {

/// All that begins with a file: the entries of the menu, the dialogs behind them, and files that are dropped on the window.
/// Asks by a signal. Main thread; owned by the window as its child.
class FileActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FileActions)

public:
    explicit FileActions(QWidget *window);

    void addTo(QMenu *menu);
    /// Starts a recording or stops it, whichever is possible.
    [[nodiscard]] QAction *record() const { return m_record; }
    /// Back to the market.
    [[nodiscard]] QAction *leave() const { return m_leave; }

    /// What can be done now. A server that could not start for want of a file lets another be chosen.
    void showState(const ServerStatus &status, const ServerSnapshot &snapshot);
    /// With the window: a dialog would stay behind.
    void closeDialog();

    /// Where dialogs begin: the folder of the last file that was chosen.
    void setFolder(const QString &folder) { m_folder = folder; }
    [[nodiscard]] const QString &folder() const { return m_folder; }

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void wanted(const ticker::FileCommand &command);
    void folderChanged();

private:
    QAction *makeAction(const QString &name, const QString &text, const QString &toolTip, const QKeySequence &shortcut);
    void ask(FileCommand::Kind kind, bool showReading = false);
    void showHowPlayedIsRead();
    void showRecording(bool isRecording);
    void setupDialog(QFileDialog &dialog, FileCommand::Kind kind, bool showReading) const;
    void choose(const FileCommand &command);
    [[nodiscard]] QString droppedFile(const QMimeData &data) const;

    QWidget *m_window;
    QString m_folder;
    QPointer<QFileDialog> m_dialog;
    bool m_isRecording = false;
    std::optional<Playback> m_playback; ///< Nothing: no file is played.

    // Owned by the window.
    QAction *m_openMarket = nullptr;
    QAction *m_builtIn = nullptr;
    QAction *m_play = nullptr;
    QAction *m_import = nullptr;
    QAction *m_reading = nullptr;
    QAction *m_leave = nullptr;
    QAction *m_record = nullptr;
};

} // namespace ticker
