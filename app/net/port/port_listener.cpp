// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "port/port_listener.h"

#include "gate/connection_context.h"
#include "gate/listener.h"

#include <QHostAddress>

#include <memory>
#include <vector>

namespace ticker {

namespace {

/// How often to look for a port that is free on both loopback addresses.
constexpr int anyPortAttempts = 16;

using ListenerList = std::vector<std::unique_ptr<Listener>>;

ServerError toError(const Listener &listener, const QString &address, quint16 port)
{
    ServerError error;
    error.what = LocalizedText::tr("Cannot listen on");
    error.where = endpointText(address, port);
    error.why = listener.errorString();
    switch (listener.serverError()) {
    case QAbstractSocket::AddressInUseError:
        error.code = ServerError::Code::PortInUse;
        error.why = LocalizedText::tr("another program uses this port");
        break;
    case QAbstractSocket::SocketAccessError:
        error.code = ServerError::Code::PermissionDenied;
        error.why = LocalizedText::tr("ports below 1024 require special privileges");
        break;
    case QAbstractSocket::SocketAddressNotAvailableError:
        error.code = ServerError::Code::AddressNotAvailable;
        error.why = LocalizedText::tr("this computer does not have that address");
        break;
    default:
        break;
    }
    return error;
}

std::optional<ServerError> open(ListenerList &listeners, const QString &address, quint16 port,
                                ConnectionContext &context)
{
    auto listener = std::make_unique<Listener>(context);
    if (!listener->listen(QHostAddress(address), port))
        return toError(*listener, address, port);
    listener->beginAccepting();
    listeners.push_back(std::move(listener));
    return std::nullopt;
}

/// The IPv6 address that means the same; empty: there is none.
QString siblingOf(const QString &address)
{
    if (address == QLatin1String("127.0.0.1"))
        return QStringLiteral("::1");
    return address == QLatin1String("0.0.0.0") ? QStringLiteral("::") : QString();
}

std::optional<ServerError> openAll(ListenerList &listeners, const QString &address, quint16 port,
                                   ConnectionContext &context)
{
    if (auto error = open(listeners, address, port, context))
        return error;
    const QString sibling = siblingOf(address);
    if (sibling.isEmpty())
        return std::nullopt;
    auto error = open(listeners, sibling, listeners.front()->serverPort(), context);
    // A machine without IPv6 has nobody there who could answer in our place.
    if (error && error->code == ServerError::Code::PortInUse)
        return error;
    return std::nullopt;
}

} // namespace

QString endpointText(const QString &address, quint16 port)
{
    const bool ipv6 = address.contains(QLatin1Char(':'));
    return (ipv6 ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2")).arg(address).arg(port);
}

std::variant<Listeners, ServerError> listenOn(const QString &address, quint16 port, ConnectionContext &context)
{
    std::optional<ServerError> error;
    for (int attempt = 0; attempt < (port == 0 ? anyPortAttempts : 1); ++attempt) {
        ListenerList listeners;
        error = openAll(listeners, address, port, context);
        if (error)
            continue;
        Listeners result;
        result.port = listeners.front()->serverPort();
        for (auto &listener : listeners)
            result.listeners.append(listener.release());
        return result;
    }
    return *error;
}

} // namespace ticker
