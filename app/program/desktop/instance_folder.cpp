// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/instance_folder.h"

#ifdef Q_OS_UNIX
#include <QDir>
#include <QFile>

#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace ticker {

#ifdef Q_OS_UNIX

namespace {

constexpr mode_t forOwnerOnly = 0700;
constexpr mode_t allPermissions = 07777;

/// Of the name itself: a link may lead anywhere later.
bool isPrivate(const QByteArray &folder)
{
    struct stat info
    {
    };
    return ::lstat(folder.constData(), &info) == 0 && S_ISDIR(info.st_mode) && info.st_uid == ::geteuid()
        && (info.st_mode & allPermissions) == forOwnerOnly;
}

} // namespace

Expected<QString, LocalizedText> instanceFolder()
{
    const QByteArray ofSession = qgetenv("XDG_RUNTIME_DIR");
    if (ofSession.startsWith('/') && isPrivate(ofSession))
        return QFile::decodeName(ofSession);
    // For cron, containers and sudo, which have none or that of somebody else.
    const QByteArray own = QFile::encodeName(QDir::tempPath()) + "/tickertray-" + QByteArray::number(::geteuid());
    (void)::mkdir(own.constData(), forOwnerOnly); // or it is there
    if (isPrivate(own))
        return QFile::decodeName(own);
    return LocalizedText::tr("A second start will not find this one: %1 is not a folder that only you can use.")
        .arg(QFile::decodeName(own));
}

bool isPeerThisUser(qintptr descriptor)
{
#ifdef SO_PEERCRED
    ucred peer{};
    socklen_t size = sizeof peer;
    return ::getsockopt(int(descriptor), SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 && peer.uid == ::geteuid();
#else
    uid_t user = 0;
    gid_t group = 0;
    return ::getpeereid(int(descriptor), &user, &group) == 0 && user == ::geteuid();
#endif
}

#else

/// Names of local sockets are no files there, and the system keeps users apart.
Expected<QString, LocalizedText> instanceFolder()
{
    return QString();
}

bool isPeerThisUser(qintptr)
{
    return true;
}

#endif

} // namespace ticker
