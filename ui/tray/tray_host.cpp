// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tray/tray_host.h"

#include <QGuiApplication>
#include <QSystemTrayIcon>

#ifdef TICKER_TRAY_HOSTS
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusReply>
#include <QDBusVariant>

#include <xcb/xcb.h>

#include <cstdlib>
#include <memory>
#endif

namespace ticker {

#ifdef TICKER_TRAY_HOSTS

namespace {

constexpr int answerMilliseconds = 500; ///< A bus that is slower than that is asked again.

bool hasStatusNotifierHost()
{
    const auto watcher = QStringLiteral("org.kde.StatusNotifierWatcher");
    const auto bus = QDBusConnection::sessionBus();
    // Asked first, for a call to a missing service would start one where the bus knows how.
    if (!bus.isConnected() || !bus.interface()->isServiceRegistered(watcher))
        return false;
    auto question = QDBusMessage::createMethodCall(watcher, QStringLiteral("/StatusNotifierWatcher"),
                                                   QStringLiteral("org.freedesktop.DBus.Properties"),
                                                   QStringLiteral("Get"));
    question << watcher << QStringLiteral("IsStatusNotifierHostRegistered");
    const QDBusReply<QDBusVariant> answer = bus.call(question, QDBus::Block, answerMilliseconds);
    return answer.isValid() && answer.value().variant().toBool();
}

/// The reply of a request, which is to be freed as C does.
template<typename Reply>
std::unique_ptr<Reply, decltype(&std::free)> owned(Reply *reply)
{
    return {reply, &std::free};
}

/// As in the System Tray Protocol Specification, "Locating the system tray". Screen 0, as Qt has one alone.
bool hasXEmbedTray()
{
    const auto *x11 = qApp->nativeInterface<QNativeInterface::QX11Application>();
    if (!x11)
        return false;
    xcb_connection_t *connection = x11->connection();
    const QByteArray name = QByteArrayLiteral("_NET_SYSTEM_TRAY_S0");
    const auto selection = owned(xcb_intern_atom_reply(
        connection, xcb_intern_atom(connection, 1, static_cast<quint16>(name.size()), name.constData()), nullptr));
    if (!selection || selection->atom == XCB_ATOM_NONE)
        return false;
    const auto owner = owned(
        xcb_get_selection_owner_reply(connection, xcb_get_selection_owner(connection, selection->atom), nullptr));
    return owner && owner->owner != XCB_WINDOW_NONE;
}

} // namespace

bool trayHostIsPresent()
{
    const QString platform = QGuiApplication::platformName();
    if (platform == QStringLiteral("xcb"))
        return hasStatusNotifierHost() || hasXEmbedTray();
    if (platform.startsWith(QStringLiteral("wayland")))
        return hasStatusNotifierHost();
    return QSystemTrayIcon::isSystemTrayAvailable();
}

#else

bool trayHostIsPresent()
{
    return QSystemTrayIcon::isSystemTrayAvailable();
}

#endif

} // namespace ticker
