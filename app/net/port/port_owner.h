// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace ticker {

/// The program that listens on a port.
struct PortOwner final
{
    QString program; ///< The name of its file: "node".
    qint64 process = 0;

    friend bool operator==(const PortOwner &, const PortOwner &) = default;
};

/// The inodes of the sockets that listen on @p port, in a table of the form of /proc/net/tcp and /proc/net/tcp6 (proc(5)).
/// Lines of another form are passed over. Pure.
QList<QByteArray> listeningInodes(const QByteArray &table, quint16 port);

/// Who listens on @p port of this machine. Nothing: nobody, somebody whose processes are not ours to see (another user's,
/// for which one has to be root), or a system that is not Linux. Looks through all processes: some milliseconds.
std::optional<PortOwner> findPortOwner(quint16 port);

} // namespace ticker
