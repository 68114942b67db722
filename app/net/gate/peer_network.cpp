// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gate/peer_network.h"

#include <QHostAddress>
#include <QtEndian>

namespace ticker {

NetworkShares::Network networkOf(const QHostAddress &peer)
{
    bool isIpv4 = false; // or is an IPv4 address written as one of IPv6
    const quint32 address = peer.toIPv4Address(&isIpv4);
    if (isIpv4)
        return QHostAddress(address).isLoopback() ? NetworkShares::thisComputer : (quint64(1) << 32U) | address;
    if (peer.isLoopback())
        return NetworkShares::thisComputer;
    const Q_IPV6ADDR bytes = peer.toIPv6Address();
    return qFromBigEndian<quint64>(&bytes);
}

} // namespace ticker
