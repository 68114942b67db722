// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/main_window.h"

#include "clients/client_actions.h"
#include "clients/clients_view.h"
#include "controls/market_control.h"
#include "controls/rate_control.h"
#include "controls/seed_actions.h"
#include "files/file_actions.h"
#include "files/file_text.h"
#include "files/opening_bar.h"
#include "files/playback_bar.h"
#include "files/recording_line.h"
#include "help/about_box.h"
#include "status/address_bar.h"
#include "status/load_line.h"
#include "status/message_bar.h"
#include "status/notice_bar.h"
#include "status/status_presenter.h"
#include "status/summary_bar.h"
#include "style/icons.h"
#include "widgets/plain_text.h"
#include "window/same_state.h"
#include "window/view_tabs.h"
#include "window/window_closer.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QMenuBar>
#include <QMessageBox>
#include <QToolTip>
#include <QUrl>
#include <QVBoxLayout>

#include <utility>

namespace ticker {

MainWindow::MainWindow(QWidget *parent) : QMainWindow(parent)
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowIcon(programIcon(QStringLiteral("tickertray")));
    setupActions();
    m_seedActions = new SeedActions(this);
    m_files = new FileActions(this);
    setupWidgets();
    setupLayout();
    setupMenus();
    connectParts();
    refreshState();
    resize(960, 700); // the smallest size is the layout's: nothing overlaps in any language or font
}

MainWindow::~MainWindow() = default;

QAction *MainWindow::makeAction(const QString &name, const QString &text, const QKeySequence &shortcut)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(shortcut);
    return action;
}

void MainWindow::setupActions()
{
    m_openAction = makeAction(QStringLiteral("openPageAction"), tr("&Open page"), Qt::CTRL | Qt::Key_O);
    m_openAction->setIcon(symbolicIcon(QStringLiteral("open")));
    m_copyAction = makeAction(QStringLiteral("copyAddressAction"), tr("&Copy address"),
                              Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    m_copyAction->setIcon(symbolicIcon(QStringLiteral("copy")));
    m_pauseAction = makeAction(QStringLiteral("pauseAction"), tr("&Pause"), Qt::CTRL | Qt::Key_P);

    connect(m_openAction, &QAction::triggered, this, &MainWindow::openPage);
    connect(m_copyAction, &QAction::triggered, this, &MainWindow::copyAddress);
    connect(m_pauseAction, &QAction::triggered, this, [this] { Q_EMIT pauseRequested(!m_snapshot.paused); });
}

void MainWindow::setupMenus()
{
    auto *close = makeAction(QStringLiteral("closeWindowAction"), tr("C&lose window"), Qt::CTRL | Qt::Key_W);
    connect(close, &QAction::triggered, this, &MainWindow::close);
    auto *quit = makeAction(QStringLiteral("quitAction"), tr("&Quit"), Qt::CTRL | Qt::Key_Q);
    quit->setMenuRole(QAction::QuitRole);
    connect(quit, &QAction::triggered, this, &MainWindow::quitRequested);
    auto *about = makeAction(QStringLiteral("aboutAction"), tr("&About TickerTray"), {});
    about->setMenuRole(QAction::AboutRole);
    connect(about, &QAction::triggered, this, [this] { openAboutBox(this); });

    m_fileMenu = menuBar()->addMenu(tr("&File"));
    m_fileMenu->setObjectName(QStringLiteral("fileMenu"));
    m_fileMenu->addActions({m_openAction, m_copyAction});
    m_fileMenu->addSeparator();
    m_files->addTo(m_fileMenu);
    m_fileMenuEnd = m_fileMenu->addSeparator();
    m_fileMenu->addActions({close, quit});

    menuBar()->addMenu(tr("F&eed"))->addAction(m_pauseAction);

    QMenu *market = menuBar()->addMenu(tr("&Market"));
    market->setObjectName(QStringLiteral("marketMenu"));
    market->setToolTipsVisible(true); // why it is not available
    m_marketControl->addTo(market);
    market->addSeparator();
    m_seedActions->addTo(market);

    m_clientsView->clientActions()->addTo(menuBar()->addMenu(tr("&Clients")));

    QMenu *view = menuBar()->addMenu(tr("Vie&w"));
    m_views->setMenu(view);
    addView(m_clientsView, tr("Clients"));
    QMenu *columns = view->addMenu(tr("&Columns"));
    columns->setObjectName(QStringLiteral("columnsMenu"));
    connect(columns, &QMenu::aboutToShow, this, [this, columns] {
        columns->clear();
        m_clientsView->fillColumnsMenu(columns);
    });

    QMenu *help = menuBar()->addMenu(tr("&Help"));
    help->setObjectName(QStringLiteral("helpMenu"));
    help->addAction(about);
}

void MainWindow::addView(QWidget *view, const QString &title)
{
    m_views->add(view, title);
}

void MainWindow::addFileAction(QAction *action)
{
    m_fileMenu->insertAction(m_fileMenuEnd, action);
}

void MainWindow::showView(const QString &name)
{
    m_views->showNamed(name);
}

ClientActions *MainWindow::clientActions() const
{
    return m_clientsView->clientActions();
}

void MainWindow::setupWidgets()
{
    m_noticeBar = new NoticeBar(this);
    m_messageBar = new MessageBar(this);
    m_addressBar = new AddressBar({m_copyAction, m_openAction, m_pauseAction, m_files->record()}, this);
    m_summaryBar = new SummaryBar({m_seedActions->set(), m_seedActions->renew()}, this);
    m_openingBar = new OpeningBar(this);
    m_playbackBar = new PlaybackBar(m_files->leave(), this);
    m_rateControl = new RateControl(this);
    m_marketControl = new MarketControl(this);
    m_clientsView = new ClientsView({m_openAction, m_copyAction}, this);
    m_recordingLine = new RecordingLine(this);
    m_loadLine = new LoadLine(this);
    m_views = new ViewTabs(this);
}

void MainWindow::setupLayout()
{
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(12, 6, 12, 6);
    layout->setSpacing(6);
    for (QWidget *bar : std::initializer_list<QWidget *>{m_noticeBar, m_messageBar, m_addressBar, m_summaryBar,
                                                         m_openingBar, m_playbackBar, m_rateControl, m_marketControl})
        layout->addWidget(bar);
    layout->addWidget(m_views, 1);
    auto *lastLine = new QHBoxLayout;
    lastLine->addWidget(m_recordingLine);
    lastLine->addWidget(m_loadLine, 1);
    layout->addLayout(lastLine);
    setCentralWidget(content);
}

void MainWindow::connectParts()
{
    m_closer = new WindowCloser(this);
    connect(m_closer, &WindowCloser::quitRequested, this, &MainWindow::quitRequested);
    connect(m_closer, &WindowCloser::hintDue, this, &MainWindow::closeHintDue);
    connect(m_closer, &WindowCloser::settingsChanged, this, [this] { Q_EMIT settingsChanged(settings()); });
    connect(m_files, &FileActions::wanted, this, &MainWindow::fileWanted);
    connect(m_files, &FileActions::folderChanged, this, [this] { Q_EMIT settingsChanged(settings()); });
    connect(m_openingBar, &OpeningBar::stopWanted, this, [this] {
        Q_EMIT fileWanted({FileCommand::Kind::LeaveFile, {}});
    });
    connect(m_playbackBar, &PlaybackBar::steered, this, &MainWindow::playbackCommanded);
    connect(m_messageBar, &MessageBar::retryRequested, this, &MainWindow::retryRequested);
    connect(m_messageBar, &MessageBar::nextFreePortRequested, this, &MainWindow::nextFreePortRequested);
    connect(m_rateControl, &RateControl::intervalRequested, this, &MainWindow::intervalRequested);
    connect(m_marketControl, &MarketControl::singleTickWanted, this, &MainWindow::singleTickWanted);
    connect(m_marketControl, &MarketControl::actionChosen, this, &MainWindow::marketActionChosen);
    connect(m_seedActions, &SeedActions::seedChosen, this, &MainWindow::seedChosen);
}

void MainWindow::applySettings(const WindowSettings &settings)
{
    if (!settings.geometry.isEmpty())
        restoreGeometry(settings.geometry); // refuses what it does not understand
    m_clientsView->restoreHeaderState(settings.clientsHeader);
    m_views->showNamed(settings.view);
    m_files->setFolder(settings.folder);
    m_closer->applySettings(settings);
}

WindowSettings MainWindow::settings() const
{
    WindowSettings settings;
    settings.geometry = saveGeometry();
    settings.clientsHeader = m_clientsView->headerState();
    settings.view = m_views->nameOfCurrent();
    settings.folder = m_files->folder();
    m_closer->addTo(&settings);
    return settings;
}

void MainWindow::showSnapshot(const ServerSnapshot &snapshot)
{
    const bool isSame = haveSameState(m_snapshot, snapshot);
    m_snapshot = snapshot;
    m_snapshotIsStale = true;
    m_seedActions->showSeed(snapshot.seed);
    m_noticeBar->follow(snapshot.playback);
    if (!isSame)
        refreshState();
    if (isOnScreen())
        refreshSnapshot();
}

void MainWindow::refreshSnapshot()
{
    m_snapshotIsStale = false;
    m_rateControl->showInterval(m_snapshot.interval);
    m_marketControl->showSymbols(m_snapshot.symbols);
    m_clientsView->setRows(m_snapshot.clients);
    m_openingBar->showOpening(isServing() ? m_snapshot.opening : std::nullopt);
    m_playbackBar->showPlayback(isServing() ? m_snapshot.playback : std::nullopt, m_snapshot.paused);
    m_recordingLine->showRecording(isServing() ? m_snapshot.recording : std::nullopt);
    m_loadLine->showSnapshot(isServing() ? &m_snapshot : nullptr);
    if (isServing())
        m_summaryBar->showSnapshot(m_snapshot);
    else
        m_summaryBar->showNothing();
}

void MainWindow::showStatus(const ServerStatus &status)
{
    m_status = status;
    if (!isServing())
        m_snapshot.clients.clear(); // no snapshot may come to say that they are gone
    refreshState();
    refreshSnapshot();
    if (status.error)
        m_messageBar->showError(*status.error);
    else
        m_messageBar->clear();
}

void MainWindow::showNotice(const QString &text, const NoticeSubject &subject)
{
    m_noticeBar->showNotice(text, subject);
}

void MainWindow::showAnswer(const FileResult &answer)
{
    m_noticeBar->showAnswer(answer);
}

void MainWindow::refreshState()
{
    const QString url = isServing() ? m_status.url : QString();
    const QString authority = StatusPresenter::authority(m_status);
    setWindowTitle(plainText(authority.isEmpty() ? tr("TickerTray") : tr("%1 – TickerTray", "address").arg(authority)));
    m_addressBar->showState(StatusPresenter::present(m_status, m_snapshot), url);
    m_clientsView->setAddress(url);

    m_pauseAction->setText(m_snapshot.paused ? tr("Res&ume feed") : tr("&Pause"));
    m_pauseAction->setIcon(symbolicIcon(m_snapshot.paused ? QStringLiteral("resume") : QStringLiteral("pause")));
    for (QAction *action : {m_openAction, m_copyAction, m_pauseAction})
        action->setEnabled(isServing());
    m_files->showState(m_status, m_snapshot);
    refreshMarket();
}

/// What needs a market: not while a file is played.
void MainWindow::refreshMarket()
{
    const QString whyNot = isServing() && m_snapshot.playback ? FileText::needsMarket() : QString();
    const bool hasMarket = isServing() && whyNot.isEmpty();
    m_rateControl->setAvailable(hasMarket, whyNot);
    m_marketControl->setAvailable(hasMarket, whyNot);
    m_seedActions->setAvailable(hasMarket, whyNot);
}

void MainWindow::setTrayActive(bool active)
{
    const bool lost = m_closer->isTrayActive() && !active;
    m_closer->setTrayActive(active);
    if (lost && isHidden() && !m_closer->isQuitting())
        bringToFront();
}

void MainWindow::bringToFront()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::toggle()
{
    if (!isOnScreen())
        bringToFront();
    else if (m_closer->isTrayActive())
        hide();
    else
        showMinimized();
}

void MainWindow::openPage()
{
    if (!isServing() || QDesktopServices::openUrl(QUrl(m_status.url)))
        return;
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Open page"),
                                tr("Cannot start a browser. The page is at %1").arg(m_status.url), QMessageBox::Ok,
                                this);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void MainWindow::copyAddress()
{
    if (!isServing())
        return;
    QApplication::clipboard()->setText(m_status.url);
    if (isOnScreen())
        QToolTip::showText(m_addressBar->mapToGlobal(m_addressBar->rect().bottomLeft()), tr("Address copied"), this);
}

void MainWindow::prepareToQuit()
{
    m_closer->prepareToQuit();
    Q_EMIT settingsChanged(settings());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    event->setAccepted(m_closer->close());
}

bool MainWindow::isServing() const
{
    return m_status.state == ServerStatus::State::Listening;
}

bool MainWindow::isOnScreen() const
{
    return isVisible() && !isMinimized();
}

void MainWindow::reportShown()
{
    const bool shown = isOnScreen();
    if (shown && m_snapshotIsStale)
        refreshSnapshot();
    if (std::exchange(m_reportedShown, shown) != shown)
        Q_EMIT shownChanged(shown);
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    reportShown();
}

void MainWindow::hideEvent(QHideEvent *event)
{
    QMainWindow::hideEvent(event);
    m_seedActions->closeDialog(); // windows of their own, which would stay behind
    m_files->closeDialog();
    reportShown();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange)
        reportShown();
}

} // namespace ticker

#include "moc_main_window.cpp"
