// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/export_controller.h"

#include "desktop/running_export.h"
#include "instruments/instrument.h"
#include "playback/replay_reading.h"
#include "widgets/plain_text.h"
#include "window/main_window.h"

#include <QAction>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QProgressDialog>

namespace ticker {

namespace {

/// Milliseconds after which a person wonders.
constexpr int patienceMs = 500;

QString nameOfExport(const QString &from, std::optional<CandleInterval> bars)
{
    const QString what = bars ? QString::fromLatin1(candleIntervalText(*bars)) : QStringLiteral("export");
    return QFileInfo(from).completeBaseName() + QLatin1Char('_') + what + QStringLiteral(".csv");
}

} // namespace

ExportController::ExportController(MainWindow *window) : m_window(window), m_menu(new QMenu(tr("Export &file"), window))
{
    m_menu->setObjectName(QStringLiteral("exportFileMenu"));
    addEntry(QStringLiteral("exportTicksAction"), tr("&Ticks, or the bars of the file…"), {});
    m_menu->addSeparator();
    for (const CandleInterval interval : candleIntervals) {
        const QString text = QString::fromLatin1(candleIntervalText(interval));
        //: An interval such as 5m
        addEntry(QStringLiteral("exportBarsAction") + text, tr("Bars of %1…").arg(text), interval);
    }
    window->addFileAction(m_menu->menuAction());
    connect(window, &MainWindow::shownChanged, this, [this] {
        if (!m_window->isVisible())
            closeDialog(); // it would stay behind
    });
    updateMenu();
}

ExportController::~ExportController() = default;

void ExportController::addEntry(const QString &name, const QString &text, Bars bars)
{
    QAction *const action = m_menu->addAction(text);
    action->setObjectName(name);
    connect(action, &QAction::triggered, this, [this, bars] { ask(bars); });
}

void ExportController::showSnapshot(const ServerSnapshot &snapshot)
{
    m_from.clear();
    m_reading = {};
    if (snapshot.playback) {
        m_from = snapshot.playback->path;
        m_reading = snapshot.playback->reading;
        if (m_reading.symbol.isEmpty())
            m_reading.symbol = snapshot.headlineSymbol; // counts only where the file names none
    } else if (snapshot.recording && snapshot.recording->state == Recording::State::Done) {
        m_from = snapshot.recording->path;
    }
    updateMenu();
}

void ExportController::updateMenu()
{
    m_menu->menuAction()->setEnabled(!m_from.isEmpty() && !m_running);
}

void ExportController::ask(Bars bars)
{
    closeDialog();
    auto *dialog = new QFileDialog(m_window, tr("Export file"), m_window->settings().folder);
    dialog->setObjectName(QStringLiteral("exportFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave); // asks before a file is replaced
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->setNameFilters({tr("CSV (*.csv *.csv.gz)"), tr("JSON Lines (*.jsonl *.jsonl.gz)")});
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains(QLatin1String("*.csv")) ? QStringLiteral("csv")
                                                                         : QStringLiteral("jsonl"));
    });
    dialog->selectFile(nameOfExport(m_from, bars));
    TickExport::Options options; // of what there is now: another file may be played when the dialog closes
    options.from = m_from;
    options.reading = replayOptions(m_reading, m_from, builtInMarket().headline().symbol);
    options.bars = bars;
    options.overwrite = true; // the dialog asks
    connect(dialog, &QFileDialog::fileSelected, this, [this, options](const QString &path) { start(options, path); });
    m_dialog = dialog;
    dialog->open();
}

void ExportController::closeDialog()
{
    if (m_dialog)
        m_dialog->reject();
}

void ExportController::start(TickExport::Options options, const QString &path)
{
    const auto format = exportFormatOf(path);
    if (!format) {
        m_window->showNotice(
            tr("Cannot export to %1: the name must end in .csv, .jsonl, .csv.gz or .jsonl.gz.").arg(path));
        return;
    }
    options.to = path;
    options.format = *format;
    m_running = new RunningExport(options, this);
    connect(m_running, &RunningExport::ended, this, [this](const LocalizedText &text) { finish(text.translated()); });
    showProgress(QFileInfo(path).fileName());
    updateMenu();
}

/// The window can be used meanwhile.
void ExportController::showProgress(const QString &name)
{
    m_progress = new QProgressDialog(tr("Exporting to %1…").arg(plainText(name)), tr("&Stop"), 0,
                                     RunningExport::wholeProgress + 1, m_window);
    m_progress->setObjectName(QStringLiteral("exportFileProgress"));
    m_progress->setWindowTitle(tr("Export file"));
    m_progress->setAttribute(Qt::WA_DeleteOnClose);
    m_progress->setWindowModality(Qt::NonModal);
    m_progress->setMinimumDuration(patienceMs);
    m_progress->setValue(0); // from now on it counts how long it takes
    connect(m_progress, &QProgressDialog::canceled, m_running, [this] {
        m_running->stop();
        m_running->disconnect(m_progress); // a value would show it again
    });
    connect(m_running, &RunningExport::progressed, m_progress, &QProgressDialog::setValue);
}

void ExportController::finish(const QString &text)
{
    if (m_progress)
        m_progress->deleteLater();
    m_progress.clear();
    m_running->deleteLater();
    m_running.clear();
    updateMenu();
    m_window->showNotice(text);
}

} // namespace ticker

#include "moc_export_controller.cpp"
