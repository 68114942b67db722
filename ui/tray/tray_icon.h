// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop_values/look_settings.h"
#include "server_values/server_snapshot.h"
#include "server_values/server_status.h"
#include "settings_dialog/preferences.h"

#include <QObject>
#include <QSystemTrayIcon>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

class QAction;
class QActionGroup;
class QMenu;

namespace ticker {

class TrayAvailability;

/// The icon in the tray with its menu. Main thread; owned by the application.
/// The tray may come after us (autostart) and may go: availabilityChanged() follows it.
class TrayIcon final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrayIcon)

public:
    explicit TrayIcon(QObject *parent = nullptr);
    /// @p probe tells whether there is a tray.
    explicit TrayIcon(std::function<bool()> probe, QObject *parent = nullptr);
    ~TrayIcon() override;

    /// Begins to watch the tray, and shows the icon as soon as there is one. Emits availabilityChanged(true) at once when
    /// there is.
    void start();

    /// There is a tray.
    [[nodiscard]] bool isAvailable() const;
    /// There is a tray and our icon is in it: the window may hide.
    [[nodiscard]] bool isActive() const;
    [[nodiscard]] QMenu *menu() const;
    /// How the icon is drawn, and whether balloons are shown.
    void setLook(const LookSettings &look);

public Q_SLOTS:
    void showSnapshot(const ticker::ServerSnapshot &snapshot);
    void showStatus(const ticker::ServerStatus &status);
    /// Offers the QR code of an address while there is one that answered.
    void showLan(const ticker::LanView &lan);
    /// Names the first menu entry: "Hide window" or "Show window".
    void setWindowShown(bool shown);
    /// A balloon, where the desktop has such.
    void showHint(const QString &title, const QString &text);

Q_SIGNALS:
    void toggleWindowRequested();
    void openPageRequested();
    void copyAddressRequested();
    void qrCodeRequested();
    void pauseRequested(bool paused);
    void intervalRequested(ticker::TickInterval interval);
    void settingsRequested();
    void disconnectAllRequested();
    void quitRequested();
    void availabilityChanged(bool available);
    /// No tray came within 30 s of start(): a window that waits hidden should be shown. The watch goes on.
    void gaveUpWaiting();

private:
    void follow(bool available);
    void showIcon();
    void setupMenu();
    void setupRateMenu();
    void refresh();
    void refreshToolTip();
    void announceError();
    void onActivated(QSystemTrayIcon::ActivationReason reason);

    ServerStatus m_status;
    ServerSnapshot m_snapshot;
    std::optional<ServerError> m_announced; ///< The error that a balloon has told.
    LookSettings m_look;
    QString m_iconName;
    QString m_toolTip;
    QTimer m_toolTipTimer; ///< Spares the desktop a tool tip ten times a second.

    std::unique_ptr<QMenu> m_menu;
    /// Child. Nothing before there was a tray: Qt would choose a kind of tray without one, and keep to it.
    QSystemTrayIcon *m_icon = nullptr;
    TrayAvailability *m_availability = nullptr; ///< Child.

    // Owned by the menu.
    QAction *m_errorAction = nullptr;
    QAction *m_toggleAction = nullptr;
    QAction *m_openAction = nullptr;
    QAction *m_copyAction = nullptr;
    QAction *m_qrCodeAction = nullptr;
    QAction *m_pauseAction = nullptr;
    QAction *m_disconnectAllAction = nullptr;
    QAction *m_quitAction = nullptr;
    QActionGroup *m_rateActions = nullptr;
};

} // namespace ticker
