// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tray/tray_icon.h"

#include "controls/rate_scale.h"
#include "status/status_presenter.h"
#include "style/icons.h"
#include "tray/tray_availability.h"
#include "tray/tray_host.h"
#include "widgets/formats.h"
#include "widgets/plain_text.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>

#include <algorithm>
#include <utility>

namespace ticker {

namespace {

constexpr std::chrono::milliseconds toolTipInterval{1000};
constexpr int hintMilliseconds = 15'000;

/// Menus read an ampersand as a mnemonic; a folder's name may hold one.
QString menuText(const QString &text)
{
    return plainText(text).replace(QLatin1Char('&'), QStringLiteral("&&"));
}

} // namespace

TrayIcon::TrayIcon(QObject *parent)
    : TrayIcon([this] { return m_icon ? QSystemTrayIcon::isSystemTrayAvailable() : trayHostIsPresent(); }, parent)
{
}

TrayIcon::TrayIcon(std::function<bool()> probe, QObject *parent)
    : QObject(parent), m_menu(std::make_unique<QMenu>()), m_availability(new TrayAvailability(std::move(probe), this))
{
    m_toolTipTimer.setSingleShot(true);
    m_toolTipTimer.setInterval(toolTipInterval);
    setupMenu();
    connect(&m_toolTipTimer, &QTimer::timeout, this, &TrayIcon::refreshToolTip);
    connect(m_availability, &TrayAvailability::changed, this, &TrayIcon::follow);
    connect(m_availability, &TrayAvailability::gaveUpWaiting, this, &TrayIcon::gaveUpWaiting);
    refresh();
}

TrayIcon::~TrayIcon()
{
    delete m_icon; // before the menu that it points to
}

void TrayIcon::start()
{
    m_availability->start();
}

void TrayIcon::follow(bool available)
{
    if (available && !m_icon)
        showIcon();
    Q_EMIT availabilityChanged(available);
}

void TrayIcon::showIcon()
{
    m_icon = new QSystemTrayIcon(this);
    connect(m_icon, &QSystemTrayIcon::activated, this, &TrayIcon::onActivated);
    m_icon->setIcon(trayIcon(m_iconName, m_look.trayIcon));
    m_icon->setToolTip(plainNotification(m_toolTip));
    refreshToolTip();
    m_icon->setContextMenu(m_menu.get()); // before show(): some desktops leave out icons without a menu
    m_icon->show();
    announceError();
}

bool TrayIcon::isAvailable() const
{
    return m_availability->isAvailable();
}

bool TrayIcon::isActive() const
{
    return isAvailable() && m_icon && m_icon->isVisible();
}

QMenu *TrayIcon::menu() const
{
    return m_menu.get();
}

void TrayIcon::setupMenu()
{
    const auto add = [this](const QString &name, const QString &text) {
        QAction *action = m_menu->addAction(text);
        action->setObjectName(name);
        return action;
    };
    m_menu->setObjectName(QStringLiteral("trayMenu"));
    m_errorAction = add(QStringLiteral("trayErrorAction"), {});
    m_errorAction->setEnabled(false);
    m_toggleAction = add(QStringLiteral("trayToggleAction"), {});
    m_openAction = add(QStringLiteral("trayOpenPageAction"), tr("&Open page"));
    m_copyAction = add(QStringLiteral("trayCopyAddressAction"), tr("&Copy address"));
    m_qrCodeAction = add(QStringLiteral("trayQrCodeAction"), tr("&Address as QR code…"));
    m_menu->addSeparator();
    m_pauseAction = add(QStringLiteral("trayPauseAction"), {});
    setupRateMenu();
    m_disconnectAllAction = add(QStringLiteral("trayDisconnectAllAction"), tr("&Disconnect all clients"));
    m_menu->addSeparator();
    QAction *settings = add(QStringLiteral("traySettingsAction"), tr("&Settings…"));
    m_quitAction = add(QStringLiteral("trayQuitAction"), tr("&Quit"));
    setWindowShown(false);
    showLan({});

    connect(m_toggleAction, &QAction::triggered, this, &TrayIcon::toggleWindowRequested);
    connect(m_openAction, &QAction::triggered, this, &TrayIcon::openPageRequested);
    connect(m_copyAction, &QAction::triggered, this, &TrayIcon::copyAddressRequested);
    connect(m_qrCodeAction, &QAction::triggered, this, &TrayIcon::qrCodeRequested);
    connect(m_pauseAction, &QAction::triggered, this, [this] { Q_EMIT pauseRequested(!m_snapshot.paused); });
    connect(settings, &QAction::triggered, this, &TrayIcon::settingsRequested);
    connect(m_disconnectAllAction, &QAction::triggered, this, &TrayIcon::disconnectAllRequested);
    connect(m_quitAction, &QAction::triggered, this, &TrayIcon::quitRequested);
}

void TrayIcon::setupRateMenu()
{
    QMenu *rates = m_menu->addMenu(tr("&Rate"));
    rates->setObjectName(QStringLiteral("trayRateMenu"));
    m_rateActions = new QActionGroup(this);
    // Optional: a rate from the slider is none of these.
    m_rateActions->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional);
    for (const int ms : ratePresetsMs) {
        const TickInterval interval = TickInterval::bounded(std::chrono::milliseconds{ms});
        QAction *action = rates->addAction(
            tr("%1 (%2)", "interval, rate").arg(formats::interval(interval), formats::rate(interval.hertz())));
        action->setObjectName(QStringLiteral("trayRate%1Action").arg(ms));
        action->setCheckable(true);
        action->setData(QVariant::fromValue(interval));
        m_rateActions->addAction(action);
    }
    connect(m_rateActions, &QActionGroup::triggered, this, [this](const QAction *action) {
        Q_EMIT intervalRequested(action->data().value<TickInterval>());
        refresh(); // the check mark tells what is, not what was wished
    });
}

void TrayIcon::showSnapshot(const ServerSnapshot &snapshot)
{
    m_snapshot = snapshot;
    refresh();
}

void TrayIcon::showStatus(const ServerStatus &status)
{
    m_status = status;
    refresh();
    refreshToolTip();
    announceError();
}

/// Hidden where there is nothing to show: most people never let the network in.
void TrayIcon::showLan(const LanView &lan)
{
    m_qrCodeAction->setVisible(std::any_of(lan.addresses.cbegin(), lan.addresses.cend(), [](const LanAddress &address) {
        return address.state == LanAddress::State::Reachable;
    }));
}

void TrayIcon::setWindowShown(bool shown)
{
    m_toggleAction->setText(shown ? tr("&Hide window") : tr("&Show window"));
}

void TrayIcon::showHint(const QString &title, const QString &text)
{
    if (m_icon && m_look.notifications)
        m_icon->showMessage(plainNotification(title), plainNotification(text), QSystemTrayIcon::Information,
                            hintMilliseconds);
}

void TrayIcon::setLook(const LookSettings &look)
{
    if (m_look.trayIcon != look.trayIcon)
        m_iconName.clear(); // and so it is drawn again
    m_look = look;
    refresh();
}

void TrayIcon::refresh()
{
    const StatusView view = StatusPresenter::present(m_status, m_snapshot);
    const bool isListening = m_status.state == ServerStatus::State::Listening;
    m_disconnectAllAction->setEnabled(isListening && !m_snapshot.clients.isEmpty());
    m_errorAction->setVisible(m_status.error.has_value());
    if (m_status.error) {
        const QString title = StatusPresenter::describe(*m_status.error).title;
        m_errorAction->setText(menuText(title));
        m_errorAction->setToolTip(plainToolTip(title)); // else Qt makes one of the text
    }
    m_openAction->setEnabled(isListening);
    m_copyAction->setEnabled(isListening);
    m_pauseAction->setEnabled(isListening);
    m_pauseAction->setText(m_snapshot.paused ? tr("R&esume feed") : tr("&Pause"));
    m_rateActions->setEnabled(!m_snapshot.playback); // a file has its own times
    for (QAction *action : m_rateActions->actions())
        action->setChecked(action->data().value<TickInterval>() == m_snapshot.interval);

    if (m_iconName != view.iconName) {
        m_iconName = view.iconName;
        if (m_icon)
            m_icon->setIcon(trayIcon(m_iconName, m_look.trayIcon));
        refreshToolTip();
    } else if (m_toolTip != view.toolTip && !m_toolTipTimer.isActive()) {
        m_toolTipTimer.start();
    }
}

void TrayIcon::refreshToolTip()
{
    const StatusView view = StatusPresenter::present(m_status, m_snapshot);
    if (m_toolTip == view.toolTip)
        return;
    m_toolTip = view.toolTip;
    if (m_icon)
        m_icon->setToolTip(plainNotification(m_toolTip));
}

void TrayIcon::announceError()
{
    if (!m_status.error) {
        m_announced.reset();
        return;
    }
    if (!m_icon || m_announced == m_status.error)
        return;
    m_announced = m_status.error;
    if (!m_look.notifications)
        return;
    const ErrorText text = StatusPresenter::describe(*m_status.error);
    m_icon->showMessage(plainNotification(text.title), plainNotification(text.detail), QSystemTrayIcon::Critical);
}

void TrayIcon::onActivated(QSystemTrayIcon::ActivationReason reason)
{
    // A double click begins with a click of its own; the menu opens by itself.
    if (reason == QSystemTrayIcon::Trigger)
        Q_EMIT toggleWindowRequested();
}

} // namespace ticker

#include "moc_tray_icon.cpp"
