// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/file_actions.h"

#include "style/icons.h"
#include "widgets/plain_text.h"

#include <QAction>
#include <QDateTime>
#include <QDir>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMimeData>
#include <QUrl>

namespace ticker {

namespace {

/// Whether another file would let the server start.
bool wantsFile(const ServerStatus &status)
{
    return status.error
        && (status.error->code == ServerError::Code::MarketUnreadable
            || status.error->code == ServerError::Code::FileUnplayable);
}

} // namespace

FileActions::FileActions(QWidget *window) : QObject(window), m_window(window)
{
    m_openMarket = makeAction(QStringLiteral("openMarketAction"), tr("Open &market…"),
                              tr("Generates prices for the instruments in a file"), Qt::CTRL | Qt::Key_M);
    m_builtIn = makeAction(QStringLiteral("builtInMarketAction"), tr("Built-&in market"),
                           tr("Returns to the twelve fictitious companies"), {});
    m_play = makeAction(QStringLiteral("playFileAction"), tr("&Play file…"),
                        tr("Plays the ticks of a file instead of the market's"), Qt::CTRL | Qt::Key_L);
    m_import = makeAction(QStringLiteral("importFileAction"), tr("Import fil&e…"),
                          tr("Shows how a file is read before it is played"), Qt::CTRL | Qt::Key_I);
    m_reading = makeAction(QStringLiteral("fileReadingAction"), tr("&How it is read…"),
                           tr("Shows how the file that is played is read"), {});
    m_leave = makeAction(QStringLiteral("leaveFileAction"), tr("Bac&k to the market"),
                         tr("Stops playback and restarts the market"), Qt::CTRL | Qt::Key_B);
    m_record = makeAction(QStringLiteral("recordAction"), {}, {}, Qt::CTRL | Qt::Key_R);
    connect(m_openMarket, &QAction::triggered, this, [this] { ask(FileCommand::Kind::UseMarket); });
    connect(m_builtIn, &QAction::triggered, this, [this] { Q_EMIT wanted({FileCommand::Kind::UseMarket, {}}); });
    connect(m_play, &QAction::triggered, this, [this] { ask(FileCommand::Kind::Play); });
    connect(m_import, &QAction::triggered, this, [this] { ask(FileCommand::Kind::Play, true); });
    connect(m_reading, &QAction::triggered, this, &FileActions::showHowPlayedIsRead);
    connect(m_leave, &QAction::triggered, this, [this] { Q_EMIT wanted({FileCommand::Kind::LeaveFile, {}}); });
    connect(m_record, &QAction::triggered, this, [this] {
        if (m_isRecording)
            Q_EMIT wanted({FileCommand::Kind::StopRecording, {}});
        else
            ask(FileCommand::Kind::Record);
    });
    window->setAcceptDrops(true);
    window->installEventFilter(this);
    showRecording(false);
    showState({}, {});
}

QAction *FileActions::makeAction(const QString &name, const QString &text, const QString &toolTip,
                                 const QKeySequence &shortcut)
{
    auto *action = new QAction(text, m_window);
    action->setObjectName(name);
    action->setShortcut(shortcut);
    if (!shortcut.isEmpty()) //: What a button does, and its shortcut.
        action->setToolTip(plainToolTip(tr("%1 (%2)").arg(toolTip, shortcut.toString(QKeySequence::NativeText))));
    return action;
}

void FileActions::addTo(QMenu *menu)
{
    menu->addActions({m_openMarket, m_builtIn});
    menu->addSeparator();
    menu->addActions({m_play, m_import, m_reading, m_leave});
    menu->addSeparator();
    menu->addAction(m_record);
}

void FileActions::showState(const ServerStatus &status, const ServerSnapshot &snapshot)
{
    const bool serving = status.state == ServerStatus::State::Listening;
    m_openMarket->setEnabled(serving || wantsFile(status));
    m_play->setEnabled(serving || wantsFile(status));
    m_import->setEnabled(m_play->isEnabled());
    m_playback = serving ? snapshot.playback : std::nullopt;
    m_reading->setEnabled(m_playback && QFileInfo(m_playback->path).isFile());
    m_builtIn->setEnabled(serving ? !snapshot.marketFile.isEmpty() : wantsFile(status));
    m_leave->setEnabled(serving && snapshot.playback.has_value());
    m_record->setEnabled(serving);
    const bool isRecording = serving && snapshot.recording && snapshot.recording->state == Recording::State::Writing;
    if (isRecording != m_isRecording)
        showRecording(isRecording);
}

void FileActions::showRecording(bool isRecording)
{
    m_isRecording = isRecording;
    m_record->setText(m_isRecording ? tr("S&top recording") : tr("&Record to…"));
    m_record->setIconText(m_isRecording ? tr("Stop recording") : tr("Record"));
    m_record->setIcon(m_isRecording ? symbolicIcon(QStringLiteral("stop")) : programIcon(QStringLiteral("record")));
    const QString shortcut = m_record->shortcut().toString(QKeySequence::NativeText);
    m_record->setToolTip(plainToolTip(m_isRecording ? tr("Stops recording and completes the file (%1)").arg(shortcut)
                                                    : tr("Records every tick to a file (%1)").arg(shortcut)));
}

void FileActions::ask(FileCommand::Kind kind, bool showReading)
{
    closeDialog();
    auto *dialog = new QFileDialog(m_window, QString(), m_folder);
    dialog->setObjectName(QStringLiteral("fileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    setupDialog(*dialog, kind, showReading);
    connect(dialog, &QFileDialog::fileSelected, this, [this, kind, showReading](const QString &path) {
        choose({kind, path, {}, {}, showReading});
    });
    m_dialog = dialog;
    dialog->open();
}

void FileActions::setupDialog(QFileDialog &dialog, FileCommand::Kind kind, bool showReading) const
{
    const QString everything = tr("All files (*)");
    if (kind == FileCommand::Kind::Record) {
        dialog.setWindowTitle(tr("Record to"));
        dialog.setAcceptMode(QFileDialog::AcceptSave); // asks before a file is replaced
        dialog.setDefaultSuffix(QStringLiteral("csv"));
        dialog.setNameFilters({tr("Ticks (*.csv)"), everything});
        dialog.selectFile(QDateTime::currentDateTime().toString(QStringLiteral("'ticks' yyyy-MM-dd HHmmss'.csv'")));
        return;
    }
    dialog.setFileMode(QFileDialog::ExistingFile);
    if (kind == FileCommand::Kind::Play) {
        dialog.setWindowTitle(showReading ? tr("Import file") : tr("Play file"));
        dialog.setNameFilters(
            {tr("Ticks or bars (%1)").arg(QStringLiteral("*.csv *.tsv *.txt *.json *.jsonl *.ndjson *.gz *.zip *.zst")),
             everything});
    } else {
        dialog.setWindowTitle(tr("Open market"));
        dialog.setNameFilters({tr("Markets (*.json *.csv)"), everything});
    }
}

void FileActions::choose(const FileCommand &command)
{
    m_folder = QFileInfo(command.path).absolutePath();
    Q_EMIT folderChanged();
    Q_EMIT wanted(command);
}

/// Read in another way, it is played from its start, but as fast as now.
void FileActions::showHowPlayedIsRead()
{
    if (!m_playback)
        return;
    const PlaybackCommand how{std::nullopt, m_playback->speed, m_playback->loop, m_playback->skipGaps};
    Q_EMIT wanted({FileCommand::Kind::Play, m_playback->path, how, m_playback->reading, true});
}

void FileActions::closeDialog()
{
    if (m_dialog)
        m_dialog->reject();
}

/// Empty: it is not one file of this computer, or none can be opened now.
QString FileActions::droppedFile(const QMimeData &data) const
{
    const QList<QUrl> urls = data.urls();
    return m_play->isEnabled() && urls.size() == 1 ? urls.first().toLocalFile() : QString();
}

bool FileActions::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_window || (event->type() != QEvent::DragEnter && event->type() != QEvent::Drop))
        return QObject::eventFilter(watched, event);
    auto *drop = static_cast<QDropEvent *>(event);
    const QString path = droppedFile(*drop->mimeData());
    if (path.isEmpty())
        return QObject::eventFilter(watched, event);
    drop->setDropAction(Qt::CopyAction);
    drop->accept();
    if (event->type() == QEvent::Drop)
        choose({FileCommand::Kind::Open, path});
    return true;
}

} // namespace ticker

#include "moc_file_actions.cpp"
