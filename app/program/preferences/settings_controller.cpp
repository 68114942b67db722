// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferences/settings_controller.h"

#include "files/file_text.h"
#include "gate/access_policy.h"
#include "settings/settings_transfer.h"
#include "settings_dialog/settings_actions.h"
#include "settings_dialog/settings_dialog.h"
#include "startup/startup.h"
#include "style/theme.h"
#include "ticker/ticker_server.h"
#include "tray/tray_icon.h"
#include "whole_file.h"

#include <QHostAddress>

#include <algorithm>
#include <utility>

namespace ticker {

namespace {

SettingsChecks checks()
{
    return {[](const QString &text) { return !QHostAddress(text).isNull(); }, &AccessPolicy::hostFromText,
            &AccessPolicy::originFromText};
}

/// Without the start at login, which is the desktop's.
Preferences preferencesOf(const ListenAddress &listen, const AccessRules &access, const ChosenLimits &limits,
                          const LookSettings &look)
{
    return {listen, false, access, limits, look, {}};
}

} // namespace

SettingsController::SettingsController(const ServerConfig &config, const LookSettings &look, Environment environment)
    : m_now(preferencesOf(config.listen, config.access, config.limits, look)), m_environment(std::move(environment)),
      m_lan(m_environment.lan), m_dialog(std::make_unique<SettingsDialog>(checks()))
{
    m_givenAddress = m_now.listen.address;
    m_givenPort = m_now.listen.port;
    applyTheme(look.theme);
    m_now.login = m_environment.login.read();
    m_dialog->showPreferences(m_now);
    connectDialog();
    connect(&m_lan, &LanAccess::changed, m_dialog.get(), &SettingsDialog::showLan);
    connect(&m_lan, &LanAccess::closingDue, this, &SettingsController::closeNetwork);
    connect(&m_lan, &LanAccess::addressesChanged, this, [this] { Q_EMIT accessChosen(m_now.access); });
}

SettingsController::~SettingsController() = default;

void SettingsController::connectDialog()
{
    connect(m_dialog.get(), &SettingsDialog::listenWanted, this, &SettingsController::listenWanted);
    connect(m_dialog.get(), &SettingsDialog::lanHourChosen, this, &SettingsController::chooseLanHour);
    connect(m_dialog.get(), &SettingsDialog::accessChosen, this, &SettingsController::chooseAccess);
    connect(m_dialog.get(), &SettingsDialog::limitsChosen, this, &SettingsController::chooseLimits);
    connect(m_dialog.get(), &SettingsDialog::lookChosen, this, &SettingsController::chooseLook);
    connect(m_dialog.get(), &SettingsDialog::loginStartChosen, this, &SettingsController::chooseLogin);
    connect(m_dialog.get(), &SettingsDialog::exportWanted, this, &SettingsController::exportTo);
    connect(m_dialog.get(), &SettingsDialog::importWanted, this, &SettingsController::importFrom);
    connect(m_dialog.get(), &SettingsDialog::defaultsWanted, this, &SettingsController::restoreDefaults);
}

void SettingsController::connectServer(TickerServer *server)
{
    connect(this, &SettingsController::listenWanted, server, &TickerServer::listenElsewhere);
    connect(this, &SettingsController::accessChosen, server, &TickerServer::setAccess);
    connect(this, &SettingsController::limitsChosen, server, &TickerServer::setLimits);
    connect(server, &TickerServer::listenAnswered, this, &SettingsController::takeAnswer);
    connect(server, &TickerServer::answered, this, &SettingsController::takeFileResult);
    connect(server, &TickerServer::snapshotTaken, &m_lan, &LanAccess::showSnapshot);
    connect(server, &TickerServer::statusChanged, this, [this](const ServerStatus &status) {
        m_status = status;
        m_dialog->showStatus(status);
        followNetwork();
    });
}

void SettingsController::connectWindow(QMainWindow &window, TrayIcon &tray)
{
    auto *actions = new SettingsActions(&window);
    connect(actions, &SettingsActions::settingsRequested, this, &SettingsController::open);
    connect(&tray, &TrayIcon::settingsRequested, this, &SettingsController::open);
    connect(&tray, &TrayIcon::qrCodeRequested, this, &SettingsController::openNetwork);
    connect(&m_lan, &LanAccess::changed, &tray, &TrayIcon::showLan);
    connect(this, &SettingsController::lookChanged, &tray, &TrayIcon::setLook);
    tray.setLook(m_now.look);
}

void SettingsController::open()
{
    m_now.login = m_environment.login.read(); // the desktop's own settings change it, too
    m_dialog->showPreferences(m_now);
    m_dialog->showLan(m_lan.view());
    m_dialog->bringToFront();
}

void SettingsController::openNetwork()
{
    open();
    m_dialog->showNetwork();
}

void SettingsController::store(Part part, Settings &settings) const
{
    switch (part) {
    case Part::Listen:
        // What is open for an hour is closed at the next start.
        if (!m_givenAddress) {
            settings.listen.address = m_now.lanForAnHour && m_now.listen.isEverywhere() ? ListenAddress().address
                                                                                        : m_now.listen.address;
        }
        if (!m_givenPort)
            settings.listen.port = m_now.listen.port;
        break;
    case Part::Access:
        settings.access = m_now.access;
        break;
    case Part::Limits:
        settings.limits = m_now.limits;
        break;
    case Part::Look:
        settings.look = m_now.look;
        break;
    }
}

void SettingsController::addTo(Settings &settings) const
{
    for (const auto &[part, isChosen] : m_chosen) {
        if (isChosen)
            store(part, settings);
    }
}

void SettingsController::keep(Part part)
{
    m_chosen[part] = true;
    if (part == Part::Access) {
        for (const QString &allowed : m_now.access.origins + m_now.access.hosts)
            Q_EMIT over({NoticeSubject::Kind::Access, allowed});
        if (m_now.access.allowNullOrigin)
            Q_EMIT over({NoticeSubject::Kind::Access, QStringLiteral("null")});
    }
    m_dialog->showPreferences(m_now);
    Q_EMIT changed();
}

void SettingsController::chooseAccess(const AccessRules &rules)
{
    m_now.access = rules;
    keep(Part::Access);
    Q_EMIT accessChosen(rules);
}

void SettingsController::keepOrigin(const QString &origin)
{
    if (m_now.access.origins.contains(origin))
        return;
    m_now.access.origins.append(origin);
    keep(Part::Access);
    m_dialog->showPreferences(m_now);
}

void SettingsController::chooseLanHour(bool forAnHour)
{
    m_now.lanForAnHour = forAnHour;
    m_givenAddress.reset();
    m_lan.setForAnHour(forAnHour);
    keep(Part::Listen);
}

void SettingsController::closeNetwork()
{
    Q_EMIT reported(LocalizedText::tr("The hour is over: access from the local network is blocked again."),
                    {NoticeSubject::Kind::NetworkClosed});
    Q_EMIT listenWanted({ListenAddress().address, m_now.listen.port});
}

void SettingsController::chooseLimits(const ChosenLimits &limits)
{
    m_now.limits = limits;
    allowConnections(limits.maxConnections);
    keep(Part::Limits);
    Q_EMIT limitsChosen(limits);
}

void SettingsController::chooseLook(const LookSettings &look)
{
    m_now.look = look;
    applyTheme(look.theme);
    keep(Part::Look);
    Q_EMIT lookChanged(look);
}

void SettingsController::chooseLogin(const Autostart &start)
{
    const auto problem = m_environment.login.write(start);
    m_now.login = m_environment.login.read();
    m_dialog->showPreferences(m_now);
    m_dialog->showMessage(problem.value_or(QString()));
}

void SettingsController::useForNow(const ListenAddress &address, const ChosenLimits &limits, const ListenDone &done)
{
    if (limits != m_now.limits) {
        m_now.limits = limits;
        m_dialog->showPreferences(m_now);
        Q_EMIT limitsChosen(limits);
    }
    if (address == m_now.listen)
        return done(std::nullopt);
    m_forNow.append({address, done});
    Q_EMIT listenWanted(address);
}

/// False: it was not asked for by useForNow().
bool SettingsController::takeAnswerForNow(const ListenResult &answer)
{
    const auto asked = std::find_if(m_forNow.begin(), m_forNow.end(),
                                    [&](const ForNow &each) { return each.address == answer.command; });
    if (asked == m_forNow.end())
        return false;
    const ListenDone done = asked->done;
    m_forNow.erase(asked);
    if (answer.error)
        Q_EMIT reported(answer.error->message(), {NoticeSubject::Kind::Address});
    else
        m_now.listen = answer.command;
    m_givenAddress = m_now.listen.address;
    m_givenPort = m_now.listen.port;
    m_dialog->showPreferences(m_now);
    done(answer.error);
    return true;
}

void SettingsController::takeAnswer(const ListenResult &answer)
{
    if (!takeAnswerForNow(answer)) {
        if (!answer.error)
            chooseAddress(answer.command);
        else if (m_isImporting)
            keep(Part::Listen); // and so the next start does not try in vain
    }
    m_isImporting = false;
    if (!answer.error) {
        Q_EMIT over({NoticeSubject::Kind::Address});
        const bool isOpen = !QHostAddress(answer.command.address).isLoopback();
        Q_EMIT over({isOpen ? NoticeSubject::Kind::NetworkClosed : NoticeSubject::Kind::NetworkOpened});
    }
    m_dialog->showAnswer(answer);
    followNetwork();
}

void SettingsController::chooseAddress(const ListenAddress &address)
{
    if (address.address != m_now.listen.address)
        m_givenAddress.reset();
    if (address.port != m_now.listen.port)
        m_givenPort.reset();
    m_now.listen = address;
    keep(Part::Listen);
}

void SettingsController::forgetGiven()
{
    m_givenAddress.reset();
    m_givenPort.reset();
}

/// The window tells it too, but is behind the dialog.
void SettingsController::takeFileResult(const FileResult &answer)
{
    if (answer.command.kind != FileCommand::Kind::UseMarket || answer.command.path != m_importedMarket)
        return;
    m_importedMarket.reset();
    if (!answer.why.isEmpty())
        m_dialog->showMessage(tr("Everything else was imported. %1").arg(FileText::problem(answer)));
}

/// After the status, and after the answer: only both together tell.
void SettingsController::followNetwork()
{
    m_lan.follow(m_status, m_now.listen.isEverywhere());
}

void SettingsController::exportTo(const QString &path)
{
    const auto problem = exportSettings(path, m_environment.stored());
    m_dialog->showMessage(problem ? *problem : tr("Settings exported to %1.").arg(path));
}

void SettingsController::importFrom(const QString &path)
{
    const auto read = importSettings(path);
    if (!read) {
        m_dialog->showMessage(tr("%1 Nothing was changed.").arg(read.error()));
        return;
    }
    const Settings &settings = read->settings;
    const Preferences wanted = preferencesOf(settings.listen, settings.access, settings.limits, settings.look);
    m_chosen.clear(); // all of it is in the file now
    forgetGiven();
    m_importedMarket = settings.marketFile;
    Q_EMIT imported(settings);
    chooseAccess(wanted.access);
    chooseLimits(wanted.limits);
    chooseLook(wanted.look);
    m_isImporting = true;
    Q_EMIT listenWanted(wanted.listen);
    QString message = tr("Settings imported from %1.").arg(path);
    if (!read->notUnderstood.isEmpty())
        message += QLatin1Char(' ')
            + tr("Invalid values, reset to their defaults: %1.").arg(read->notUnderstood.join(QStringLiteral(", ")));
    m_dialog->showMessage(message);
}

void SettingsController::restoreDefaults()
{
    chooseAccess({});
    chooseLimits({});
    chooseLook({});
    chooseLogin({});
    chooseLanHour(false);
    forgetGiven();
    Q_EMIT listenWanted({});
}

} // namespace ticker

#include "moc_settings_controller.cpp"
