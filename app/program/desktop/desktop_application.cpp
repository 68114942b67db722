// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/desktop_application.h"

#include "desktop/display.h"
#include "desktop/forwarded_start.h"
#include "desktop/single_instance.h"
#include "desktop/translations.h"
#include "startup/console.h"
#include "startup/program_outcome.h"
#include "startup/startup.h"
#include "status/notice_bar.h"

#include <QApplication>
#include <QDir>

#include <utility>

namespace ticker {

namespace {

/// To whoever starts a second one. The exit code.
int tellOfFirst(const CommandLine &commandLine, const StartAnswer &answer, Console &console)
{
    QString line = QStringLiteral("TickerTray is already running");
    line += commandLine.hidden ? QStringLiteral(".") : QStringLiteral("; its window was brought to the front.");
    if (!answer.done.isEmpty())
        line += QStringLiteral(" It took over %1.").arg(answer.done.join(QStringLiteral(", ")));
    console.printLine(line);
    for (const auto &[option, why] : answer.refused)
        console.printError(option.isEmpty() ? why : QStringLiteral("%1: %2").arg(option, why));
    return answer.refused.isEmpty() ? 0 : 1;
}

} // namespace

DesktopApplication::DesktopApplication(const CommandLine &commandLine, SettingsFile file, SingleInstance &instance,
                                       Console &console)
    : m_console(console), m_file(std::move(file)), m_loaded(m_file.load()), m_windowSettings(m_loaded.settings.window),
      m_startHidden(commandLine.hidden), m_duration(commandLine.duration),
      m_config(startConfig(commandLine, m_loaded.settings)), m_server(m_config),
      m_prices(m_server.server(), &m_window, m_windowSettings.prices), m_export(&m_window),
      m_import(&m_window, m_loaded.settings.readings), m_clients(m_window, *m_server.server()),
      m_settingsController(m_config, m_loaded.settings.look,
                           {LanAccess::thisMachine(),
                            AutostartFile(QCoreApplication::applicationFilePath(), commandLine.profile,
                                          commandLine.configFile.isEmpty() ? QString() : m_file.path()),
                            [this] { return settingsToStore(); }})
{
    m_market = m_config.marketFile;
    m_saveTimer.setSingleShot(true);
    m_saveTimer.setInterval(std::chrono::seconds(1));
    connect(&m_saveTimer, &QTimer::timeout, this, &DesktopApplication::saveSettings);
    connect(&m_terminationSignals, &TerminationSignals::received, this, &DesktopApplication::quit);
    m_window.applySettings(m_windowSettings);
    connectServer();
    connectWindow();
    connectTray();
    connectSettings();
    connectInstance(instance);
    connectJournal(commandLine.logFile);
    if (commandLine.exitAtEnd)
        connect(m_server.server(), &TickerServer::playbackEnded, this, &DesktopApplication::quit);
}

DesktopApplication::~DesktopApplication() = default;

void DesktopApplication::connectServer()
{
    TickerServer *server = m_server.server();
    connect(server, &TickerServer::statusChanged, &m_console, &Console::printStatus);
    // By the console, which is there when this has gone: at its end the server has a last word, too.
    connect(server, &TickerServer::reported, &m_console, &Console::printError);
    connect(server, &TickerServer::reported, this, [this](const LocalizedText &line, const NoticeSubject &subject) {
        m_window.showNotice(line.translated(), subject);
    });
    connect(server, &TickerServer::answered, this, &DesktopApplication::keepMarket);
    connect(server, &TickerServer::answered, &m_window, &MainWindow::showAnswer);
    connect(server, &TickerServer::answered, &m_import, &ImportController::follow);
    connect(server, &TickerServer::statusChanged, &m_window, &MainWindow::showStatus);
    connect(server, &TickerServer::statusChanged, &m_tray, &TrayIcon::showStatus);
    connect(server, &TickerServer::snapshotTaken, &m_window, &MainWindow::showSnapshot);
    connect(server, &TickerServer::snapshotTaken, &m_export, &ExportController::showSnapshot);
    connect(server, &TickerServer::snapshotTaken, &m_import, &ImportController::showSnapshot);
    connect(server, &TickerServer::snapshotTaken, &m_tray, &TrayIcon::showSnapshot);
}

void DesktopApplication::connectWindow()
{
    TickerServer *server = m_server.server();
    connect(&m_window, &MainWindow::intervalRequested, this, &DesktopApplication::setInterval);
    connect(&m_window, &MainWindow::pauseRequested, this, &DesktopApplication::setPaused);
    connect(&m_window, &MainWindow::seedChosen, this, &DesktopApplication::setSeed);
    connect(&m_window, &MainWindow::singleTickWanted, this, [this] { execute({ServerCommand::SingleTick{}}); });
    connect(&m_window, &MainWindow::marketActionChosen, this,
            [this](const MarketAction &action) { execute({action}); });
    connect(&m_window, &MainWindow::fileWanted, &m_import, &ImportController::look);
    connect(&m_import, &ImportController::wanted, this, [this](const FileCommand &command) { execute({command}); });
    connect(&m_import, &ImportController::memoryChanged, &m_saveTimer, qOverload<>(&QTimer::start));
    connect(&m_window, &MainWindow::playbackCommanded, this,
            [this](const PlaybackCommand &command) { execute({command}); });
    connect(&m_window, &MainWindow::retryRequested, server, &TickerServer::retry);
    connect(&m_window, &MainWindow::nextFreePortRequested, server, &TickerServer::listenOnNextFreePort);
    connect(&m_window, &MainWindow::quitRequested, this, &DesktopApplication::quit);
    connect(&m_window, &MainWindow::closeHintDue, &m_tray, &TrayIcon::showHint);
    connect(&m_window, &MainWindow::shownChanged, &m_tray, &TrayIcon::setWindowShown);
    connect(&m_window, &MainWindow::shownChanged, server, &TickerServer::setWatched);
    connect(&m_window, &MainWindow::settingsChanged, this, [this](const WindowSettings &window) {
        m_windowSettings = window;
        m_saveTimer.start();
    });
    connect(&m_prices, &PricesController::settingsChanged, &m_saveTimer, qOverload<>(&QTimer::start));
}

void DesktopApplication::connectTray()
{
    connect(&m_tray, &TrayIcon::toggleWindowRequested, &m_window, &MainWindow::toggle);
    m_clients.connectTray(m_tray);
    connect(&m_tray, &TrayIcon::openPageRequested, &m_window, &MainWindow::openPage);
    connect(&m_tray, &TrayIcon::copyAddressRequested, &m_window, &MainWindow::copyAddress);
    connect(&m_tray, &TrayIcon::pauseRequested, this, &DesktopApplication::setPaused);
    connect(&m_tray, &TrayIcon::intervalRequested, this, &DesktopApplication::setInterval);
    connect(&m_tray, &TrayIcon::quitRequested, this, &DesktopApplication::quit);
    connect(&m_tray, &TrayIcon::availabilityChanged, this, [this] { m_window.setTrayActive(m_tray.isActive()); });
    // To start hidden is for desktops with a tray; nobody is left with a program that cannot be seen.
    connect(&m_tray, &TrayIcon::gaveUpWaiting, &m_window, &MainWindow::bringToFront);
}

void DesktopApplication::connectSettings()
{
    m_settingsController.connectServer(m_server.server());
    connect(&m_clients, &ClientsController::originAllowed, &m_settingsController, &SettingsController::keepOrigin);
    m_settingsController.connectWindow(m_window, m_tray);
    connect(&m_settingsController, &SettingsController::changed, this, [this] { m_saveTimer.start(); });
    connect(&m_settingsController, &SettingsController::lookChanged, &m_prices, &PricesController::showLook);
    m_prices.showLook(m_loaded.settings.look);
    connect(&m_settingsController, &SettingsController::imported, this, &DesktopApplication::takeImported);
    connect(&m_settingsController, &SettingsController::reported, this, &DesktopApplication::tell);
    connect(&m_settingsController, &SettingsController::over, m_window.notices(), &NoticeBar::withdraw);
}

void DesktopApplication::connectJournal(const QString &file)
{
    if (file.isEmpty())
        return;
    const auto tellOnce = [this](const LocalizedText &line) { tell(line, {}); };
    connect(&m_journal, &ActivityJournal::failed, this, tellOnce);
    connect(m_server.server(), &TickerServer::activityHappened, &m_journal, &ActivityJournal::append);
    if (const auto problem = m_journal.open(file, m_console))
        tellOnce(*problem);
}

void DesktopApplication::connectInstance(SingleInstance &instance)
{
    connect(&instance, &SingleInstance::secondStarted, this, &DesktopApplication::takeOver);
    connect(this, &DesktopApplication::startAnswered, &instance, &SingleInstance::answer);
}

void DesktopApplication::start()
{
    allowConnections(m_config.limits.maxConnections);
    m_server.start(); // first: until then a call reaches a server without parts, in this thread
    m_tray.start();
    if (m_startHidden)
        leaveUnwatched();
    else
        m_window.show();
    if (m_loaded.warning)
        tell(*m_loaded.warning, {});
    if (m_duration)
        QTimer::singleShot(*m_duration, Qt::PreciseTimer, this, &DesktopApplication::quit);
}

/// By the event loop of the server's thread.
template<typename Call>
void DesktopApplication::tellServer(Call call)
{
    TickerServer *server = m_server.server();
    QMetaObject::invokeMethod(
        server, [server, call] { call(*server); }, Qt::QueuedConnection);
}

void DesktopApplication::execute(const ServerCommand &command)
{
    m_window.notices()->withdraw({NoticeSubject::Kind::Command});
    tellServer([command](TickerServer &server) { server.execute(command); });
}

void DesktopApplication::setPaused(bool paused)
{
    execute({ServerCommand::SetPaused{paused}});
}

void DesktopApplication::setInterval(TickInterval interval)
{
    m_chosenInterval = interval;
    m_saveTimer.start();
    execute({interval});
}

void DesktopApplication::setSeed(quint64 seed)
{
    m_chosenSeed = seed;
    m_saveTimer.start();
    execute({ServerCommand::SetSeed{seed}});
}

/// The market that was opened is that of the next start, too; what is played or recorded is not.
void DesktopApplication::keepMarket(const FileResult &answer)
{
    if (answer.command.kind != FileCommand::Kind::UseMarket)
        return;
    const bool isForNow = m_marketForNow == answer.command.path;
    if (isForNow)
        m_marketForNow.reset();
    if (!answer.why.isEmpty())
        return;
    m_market = answer.command.path;
    if (isForNow)
        return;
    m_chosenMarket = m_market;
    m_saveTimer.start();
}

/// From the start; later the window tells when it is shown or hidden.
void DesktopApplication::leaveUnwatched()
{
    tellServer([](TickerServer &server) { server.setWatched(false); });
}

/// As if it had been the first start: what it says counts until the end of the program, and is not stored.
void DesktopApplication::takeOver(const ForwardedStart &start, quint64 number)
{
    const auto parsed = parseCommandLine(start.arguments);
    const auto *options = std::get_if<CommandLine>(&parsed);
    if (!options) { // of another version: it was read before it was sent
        const QString why = QStringLiteral("the running TickerTray does not know an option: %1");
        Q_EMIT startAnswered(number, {{}, {{{}, why.arg(std::get<CommandLineMessage>(parsed).text)}}});
        return;
    }
    m_window.notices()->withdraw({NoticeSubject::Kind::Command});
    if (!start.activationToken.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", start.activationToken);
    if (!options->hidden)
        m_window.bringToFront();
    const CommandLine wanted = absolutePath(start.folder, *options);
    m_marketForNow = wanted.marketFile;
    tellServer([this, wanted, number](TickerServer &server) {
        const Refusals refusals = applyMarketOptions(wanted, server);
        QMetaObject::invokeMethod(
            this, [this, wanted, number, refusals] { takeOverRest(wanted, number, refusals); }, Qt::QueuedConnection);
    });
}

/// What is not about prices. Then the second start is told what became of it all.
void DesktopApplication::takeOverRest(const CommandLine &wanted, quint64 number, Refusals refusals)
{
    refusals.insert(notTakenOver(wanted));
    const Preferences &now = m_settingsController.preferences();
    m_settingsController.useForNow(
        wantedAddress(wanted, now.listen), wantedLimits(wanted, now.limits),
        [this, options = wanted.options, number, refusals](const std::optional<ServerError> &error) mutable {
            if (error) {
                refusals.insert(QStringLiteral("bind"), error->toString());
                refusals.insert(QStringLiteral("port"), error->toString());
            }
            Q_EMIT startAnswered(number, startAnswer(options, refusals));
        });
}

void DesktopApplication::applyChanges(Settings &settings) const
{
    settings.interval = m_chosenInterval.value_or(settings.interval);
    if (settings.seed)
        settings.seed = m_chosenSeed.value_or(*settings.seed);
    settings.marketFile = m_chosenMarket.value_or(settings.marketFile);
    settings.window = m_windowSettings;
    settings.readings = m_import.memory();
    m_settingsController.addTo(settings);
}

Settings DesktopApplication::settingsToStore() const
{
    Settings settings = m_file.load().settings;
    applyChanges(settings);
    return settings;
}

/// They take the place of all that is stored; the controller has told the server of its part. A market is stored once it is in
/// use, so that one that cannot be read is not tried in vain at the next start.
void DesktopApplication::takeImported(const Settings &settings)
{
    Settings stored = settings;
    if (settings.marketFile != m_market)
        stored.marketFile = m_file.load().settings.marketFile;
    m_chosenMarket.reset();
    m_windowSettings = settings.window;
    m_import.setMemory(settings.readings);
    m_window.applySettings(settings.window);
    m_chosenInterval = settings.interval;
    tellOfStorage(m_file.save(stored));
    m_chosenSeed = settings.seed;
    m_saveTimer.start();
    tellServer([interval = settings.interval, seed = settings.seed](TickerServer &server) {
        server.setMarketDefaults(interval, seed);
    });
    if (settings.marketFile != m_market)
        useMarket(settings.marketFile);
}

void DesktopApplication::useMarket(const QString &path)
{
    execute({FileCommand{FileCommand::Kind::UseMarket, path}});
}

void DesktopApplication::saveSettings()
{
    m_prices.addTo(&m_windowSettings);
    const auto updated = m_file.update([this](Settings &settings) { applyChanges(settings); });
    if (updated.warning)
        tell(*updated.warning, {});
    tellOfStorage(updated.problem);
}

/// The console speaks English, the window the language of the person.
void DesktopApplication::tell(const LocalizedText &line, const NoticeSubject &subject)
{
    m_console.printError(line);
    m_window.showNotice(line.translated(), subject);
}

/// Nothing: they are stored.
void DesktopApplication::tellOfStorage(const std::optional<LocalizedText> &problem)
{
    constexpr auto kind = NoticeSubject::Kind::Storage;
    if (problem)
        tell(*problem, {kind});
    else
        m_window.notices()->withdraw({kind});
}

void DesktopApplication::quit()
{
    m_window.prepareToQuit(); // tells its settings a last time
    m_saveTimer.stop();
    saveSettings();
    QCoreApplication::quit();
}

int runDesktop(const CommandLine &commandLine, Console &console, int &argc, char **argv)
{
    if (const auto why = whyNoDisplay()) {
        console.printError(*why);
        return 1;
    }
    const auto file = settingsFile(commandLine); // before there is a translation: the console speaks English
    if (!file) {
        console.printError(file.error());
        return 1;
    }
    std::optional<DisplayGuard> guard(console);
    QApplication application(argc, argv);
    guard.reset();
    QApplication::setApplicationName(QStringLiteral("tickertray"));
    QApplication::setApplicationDisplayName(QStringLiteral("TickerTray"));
    QApplication::setApplicationVersion(QStringLiteral(TICKER_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.tickertray.TickerTray"));
    QApplication::setQuitOnLastWindowClosed(false);
    installTranslations(&application, QLocale::system());

    SingleInstance instance(commandLine.profile);
    const ForwardedStart start{qgetenv("XDG_ACTIVATION_TOKEN"), commandLine.arguments, QDir::currentPath()};
    if (const auto answer = instance.tellFirst(start))
        return tellOfFirst(commandLine, *answer, console);
    if (const auto problem = instance.listen())
        console.printError(*problem);
    ProgramOutcome outcome{commandLine.exitAtEnd};
    const int code = [&] {
        DesktopApplication desktop(commandLine, *file, instance, console);
        QObject::connect(desktop.server(), &TickerServer::recordingFailed, &application,
                         [&] { outcome.isRecorded = false; });
        QObject::connect(desktop.server(), &TickerServer::playbackEnded, &application,
                         [&](bool isWhole) { outcome.isPlayed = isWhole; });
        desktop.start();
        return QApplication::exec();
    }();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::MetaCall); // the server's last word
    return outcome.exitCode(code);
}

} // namespace ticker

#include "moc_desktop_application.cpp"
