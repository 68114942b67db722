// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "port/port_owner.h"

#include "open_file.h"

#include <filesystem>
#include <set>
#include <string>
#include <system_error>

namespace ticker {

namespace fs = std::filesystem;

namespace {

constexpr int decimal = 10;
constexpr int hexadecimal = 16;
/// Columns of a line: "0: 0100007F:1F40 00000000:0000 0A 00000000:00000000 00:00000000 00000000 1000 0 123456 ...".
constexpr qsizetype localAddressColumn = 1;
constexpr qsizetype stateColumn = 3;
constexpr qsizetype inodeColumn = 9;
const QByteArray listenState = QByteArrayLiteral("0A");

/// As the links in a process's folder of descriptors name them.
std::set<std::string> listeningSockets(quint16 port)
{
    std::set<std::string> sockets;
    for (const auto *name : {"/proc/net/tcp", "/proc/net/tcp6"}) {
        const auto table = openToRead(QString::fromLatin1(name));
        if (!table)
            continue;
        const QList<QByteArray> inodes = listeningInodes((*table)->readAll(), port);
        for (const QByteArray &inode : inodes)
            sockets.insert("socket:[" + inode.toStdString() + ']');
    }
    return sockets;
}

/// Empty where there is none, or none that we may read.
fs::path linkAt(const fs::path &path)
{
    std::error_code ignored;
    return fs::read_symlink(path, ignored);
}

bool hasOneOf(const std::set<std::string> &sockets, const fs::path &process)
{
    std::error_code refused; // processes of others, and those that have just ended
    for (fs::directory_iterator entry(process / "fd", refused); entry != fs::directory_iterator();
         entry.increment(refused)) {
        if (sockets.contains(linkAt(entry->path()).string()))
            return true;
    }
    return false;
}

} // namespace

QList<QByteArray> listeningInodes(const QByteArray &table, quint16 port)
{
    QList<QByteArray> inodes;
    const QList<QByteArray> lines = table.split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> columns = line.simplified().split(' ');
        if (columns.size() <= inodeColumn || columns[stateColumn] != listenState)
            continue;
        const QByteArray &local = columns[localAddressColumn];
        bool isPort = false;
        bool isInode = false;
        const uint number = local.mid(local.lastIndexOf(':') + 1).toUInt(&isPort, hexadecimal);
        columns[inodeColumn].toULongLong(&isInode, decimal);
        if (isPort && isInode && number == port)
            inodes.append(columns[inodeColumn]);
    }
    return inodes;
}

std::optional<PortOwner> findPortOwner(quint16 port)
{
    const std::set<std::string> sockets = listeningSockets(port);
    if (sockets.empty())
        return std::nullopt;
    std::error_code refused;
    for (fs::directory_iterator entry("/proc", refused); entry != fs::directory_iterator(); entry.increment(refused)) {
        bool isProcess = false;
        const qint64 process = QByteArray::fromStdString(entry->path().filename().string()).toLongLong(&isProcess);
        if (!isProcess || !hasOneOf(sockets, entry->path()))
            continue;
        const fs::path program = linkAt(entry->path() / "exe").filename();
        if (!program.empty())
            return PortOwner{QString::fromStdString(program.string()), process};
    }
    return std::nullopt;
}

} // namespace ticker
