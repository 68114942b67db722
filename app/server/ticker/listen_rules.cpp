// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ticker/listen_rules.h"

#include "server_values/server_config.h"

#include <QHostAddress>
#include <QNetworkInterface>

namespace ticker {

namespace {

QString hostName(const QHostAddress &address)
{
    QHostAddress plain = address;
    plain.setScopeId({});
    const bool ipv6 = plain.protocol() == QAbstractSocket::IPv6Protocol;
    return ipv6 ? QStringLiteral("[%1]").arg(plain.toString()) : plain.toString();
}

/// The names by which a machine that listens beyond loopback is reached.
QStringList ownHosts(const QString &bindAddress)
{
    QStringList hosts;
    const QHostAddress address(bindAddress);
    if (address == QHostAddress(QHostAddress::AnyIPv4) || address == QHostAddress(QHostAddress::AnyIPv6)) {
        const QList<QHostAddress> addresses = QNetworkInterface::allAddresses();
        for (const QHostAddress &own : addresses)
            hosts.append(hostName(own));
    } else {
        hosts.append(hostName(address));
    }
    return hosts;
}

} // namespace

AccessPolicy::Rules accessRules(const ServerConfig &config, quint16 port)
{
    return {port, config.access.hosts + ownHosts(config.listen.address), config.access.origins,
            config.access.allowNullOrigin};
}

QString reachableAddress(const QString &bindAddress)
{
    const QHostAddress address(bindAddress);
    if (address == QHostAddress(QHostAddress::AnyIPv4))
        return QStringLiteral("127.0.0.1");
    return address == QHostAddress(QHostAddress::AnyIPv6) ? QStringLiteral("::1") : bindAddress;
}

PeerFilter leftBehind(const ListenAddress &before, const ListenAddress &now)
{
    const bool isSamePort = before.port == now.port;
    // Of all addresses the loopback ones go on being listened on by 127.0.0.1, which stands for ::1 too.
    const bool keepsEverybody = isSamePort
        && (before.address == now.address || now.address == QLatin1String("0.0.0.0"));
    const bool keepsLoopback = isSamePort && before.address == QLatin1String("0.0.0.0")
        && now.address == QLatin1String("127.0.0.1");
    return [keepsEverybody, keepsLoopback](const PeerInfo &peer) {
        return !keepsEverybody && !(keepsLoopback && QHostAddress(peer.address).isLoopback());
    };
}

} // namespace ticker
