// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "port/port_listener.h"

#include "gate/front_door.h"
#include "gate/gate.h"

#include <QHostAddress>

#include <memory>
#include <vector>

namespace ticker {

namespace {

/// How often to look for a port that is free on both loopback addresses.
constexpr int anyPortAttempts = 16;

using Doors = std::vector<std::unique_ptr<FrontDoor>>;

ServerError toError(const FrontDoor &door, const QString &address, quint16 port)
{
    ServerError error;
    error.what = LocalizedText::tr("Cannot listen on");
    error.where = endpointText(address, port);
    error.why = door.errorString();
    switch (door.serverError()) {
    case QAbstractSocket::AddressInUseError:
        error.code = ServerError::Code::PortInUse;
        error.why = LocalizedText::tr("another program uses this port");
        break;
    case QAbstractSocket::SocketAccessError:
        error.code = ServerError::Code::PermissionDenied;
        error.why = LocalizedText::tr("ports below 1024 need special rights");
        break;
    case QAbstractSocket::SocketAddressNotAvailableError:
        error.code = ServerError::Code::AddressNotAvailable;
        error.why = LocalizedText::tr("this machine does not have that address");
        break;
    default:
        break;
    }
    return error;
}

std::optional<ServerError> open(Doors &doors, const QString &address, quint16 port, Gate &gate)
{
    auto door = std::make_unique<FrontDoor>(gate);
    if (!door->listen(QHostAddress(address), port))
        return toError(*door, address, port);
    door->beginAccepting();
    doors.push_back(std::move(door));
    return std::nullopt;
}

/// The IPv6 address that means the same; empty: there is none.
QString siblingOf(const QString &address)
{
    if (address == QLatin1String("127.0.0.1"))
        return QStringLiteral("::1");
    return address == QLatin1String("0.0.0.0") ? QStringLiteral("::") : QString();
}

std::optional<ServerError> openAll(Doors &doors, const QString &address, quint16 port, Gate &gate)
{
    if (auto error = open(doors, address, port, gate))
        return error;
    const QString sibling = siblingOf(address);
    if (sibling.isEmpty())
        return std::nullopt;
    auto error = open(doors, sibling, doors.front()->serverPort(), gate);
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

std::variant<ListeningDoors, ServerError> listenOn(const QString &address, quint16 port, Gate &gate)
{
    std::optional<ServerError> error;
    for (int attempt = 0; attempt < (port == 0 ? anyPortAttempts : 1); ++attempt) {
        Doors doors;
        error = openAll(doors, address, port, gate);
        if (error)
            continue;
        ListeningDoors result;
        result.port = doors.front()->serverPort();
        for (auto &door : doors)
            result.doors.append(door.release());
        return result;
    }
    return *error;
}

} // namespace ticker
