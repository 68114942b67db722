// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/remembered_reading.h"
#include "file_import/import_dialog.h"
#include "instruments/instrument.h"
#include "market_values/file_command.h"
#include "market_values/file_inspection.h"
#include "server_values/server_snapshot.h"
#include "settings/reading_memory.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <memory>
#include <optional>

namespace ticker {

class MainWindow;
class RunningInspection;

/// Looks at each file that a person wants to play before the server does: what leaves no question is played, for the rest the
/// import dialog opens. Main thread; owned by the application; the window outlives it.
class ImportController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImportController)

public:
    ImportController(MainWindow *window, ReadingMemory memory);
    ~ImportController() override;

    /// A file to be opened or played; wanted() comes when it is clear how. Of any other command at once.
    void look(const FileCommand &command);
    /// What became of a command. If a file was neither ticks nor a market, the dialog opens.
    void follow(const FileResult &answer);
    /// What is played, and the symbol of files that name none.
    void showSnapshot(const ServerSnapshot &snapshot);

    [[nodiscard]] const ReadingMemory &memory() const { return m_memory; }
    void setMemory(const ReadingMemory &memory) { m_memory = memory; }

Q_SIGNALS:
    void wanted(const ticker::FileCommand &command);
    void memoryChanged();

private:
    enum class State : quint8 {
        Idle,
        Looking,  ///< At the file as it is.
        Checking, ///< As it is to be read.
        Opening,  ///< The server says whether it is a market.
        Asking,   ///< The dialog is open.
    };

    void inspect(const FileReading &reading);
    void onTold(const FileInspection &inspection, double progress);
    void check();
    void tryRemembered();
    void decide();
    void play();
    void send(const FileCommand &command, bool isRemembered);
    void tellOfReading(const FileResult &answer);
    void ask();
    [[nodiscard]] ImportDialog::Memory memoryOfHeader() const;
    void remember(const FileReading &reading);
    void accept(FileReading reading, bool isToBeRemembered);
    void stop();

    MainWindow *m_window;
    ImportDialog *m_dialog; ///< The window's.
    ReadingMemory m_memory;
    QString m_symbol = builtInMarket().headline().symbol; ///< As a server that plays nothing yet would have it.
    std::optional<Playback> m_playback;                   ///< Nothing: no file is played.
    State m_state = State::Idle;
    FileCommand m_command;                         ///< What is wanted.
    QByteArray m_header;                           ///< Of its file, for the memory; empty: it has none.
    std::optional<RememberedReading> m_remembered; ///< Of another file with these columns.
    FileReading m_reading;                         ///< As it is to be read now,
    FileInspection m_latest;                       ///< what was found so,
    double m_progress = 0;                         ///< as far as it has been read.
    std::unique_ptr<RunningInspection> m_running;
    std::optional<FileCommand> m_sent; ///< Last, and not answered yet.
    bool m_isSentAsRemembered = false;
};

} // namespace ticker
