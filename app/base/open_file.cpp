// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "open_file.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryFile>

#ifdef Q_OS_UNIX
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace ticker {

namespace {

OpenError missing()
{
    return {LocalizedText::tr("This file does not exist."), true};
}

OpenError failed(const QString &systemWords)
{
    return {LocalizedText::tr("Cannot open the file: %1.").arg(systemWords)};
}

LocalizedText folderRefused()
{
    return LocalizedText::tr("This is a folder. Choose a file.");
}

#ifdef Q_OS_UNIX

enum class Allowed : quint8 {
    Regular,
    Stream, ///< Pipes and devices that are written to byte by byte, too.
};

std::optional<LocalizedText> refusal(mode_t mode, Allowed allowed)
{
    if (S_ISREG(mode) || (allowed == Allowed::Stream && (S_ISFIFO(mode) || S_ISCHR(mode))))
        return std::nullopt;
    if (S_ISDIR(mode))
        return folderRefused();
    if (S_ISFIFO(mode))
        return LocalizedText::tr("This is a pipe. Use a regular file instead.");
    if (S_ISSOCK(mode))
        return LocalizedText::tr("This is a socket. Use a regular file instead.");
    return LocalizedText::tr("This is a device. Use a regular file instead.");
}

OpenError errorOf(int error, mode_t mode, int flags)
{
    if (error == ENXIO && S_ISFIFO(mode))
        return {LocalizedText::tr("Nothing reads from this pipe. Start its reader first.")};
    if (error == EEXIST)
        return {LocalizedText::tr("This file already exists. Choose another name.")};
    if (mode == 0 && (flags & O_CREAT) == 0)
        return missing();
    return failed(qt_error_string(error));
}

Expected<int, OpenError> openDescriptor(const QString &path, int flags, Allowed allowed)
{
    const QByteArray name = QFile::encodeName(path);
    struct stat info
    {
    };
    // Looked at before: to open some devices has an effect already.
    const bool isThere = ::stat(name.constData(), &info) == 0;
    if (isThere) {
        if (const auto why = refusal(info.st_mode, allowed))
            return OpenError{*why};
    }
    constexpr mode_t asTheUserWants = 0666; // less the umask
    const int descriptor = ::open(name.constData(), flags | O_NONBLOCK | O_CLOEXEC | O_NOCTTY, asTheUserWants);
    if (descriptor < 0)
        return errorOf(errno, isThere ? info.st_mode : 0, flags);
    // And after: it may be another one by now.
    std::optional<LocalizedText> why;
    if (::fstat(descriptor, &info) != 0)
        why = failed(qt_error_string(errno)).why;
    else
        why = refusal(info.st_mode, allowed);
    if (!why)
        return descriptor;
    ::close(descriptor);
    return OpenError{*why};
}

Expected<std::unique_ptr<QFile>, OpenError> openQFile(const QString &path, int flags, QIODevice::OpenMode mode)
{
    const auto descriptor = openDescriptor(path, flags, Allowed::Regular);
    if (!descriptor)
        return descriptor.error();
    auto file = std::make_unique<QFile>(path);
    if (!file->open(*descriptor, mode | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle)) {
        ::close(*descriptor);
        return failed(file->errorString());
    }
    return file;
}

#else

Expected<std::unique_ptr<QFile>, OpenError> openQFile(const QString &path, QIODevice::OpenMode mode)
{
    const QFileInfo info(path);
    if (info.isDir())
        return OpenError{folderRefused()};
    if (!info.exists() && mode == QIODevice::ReadOnly)
        return missing();
    auto file = std::make_unique<QFile>(path);
    if (!file->open(mode | QIODevice::Unbuffered))
        return failed(file->errorString());
    return file;
}

#endif

QString folderForLargeFiles()
{
    const QString persistent = QStringLiteral("/var/tmp");
    if (qEnvironmentVariableIsSet("TMPDIR") || !QFileInfo(persistent).isWritable())
        return QDir::tempPath();
    return persistent;
}

} // namespace

std::unique_ptr<QFile> openTemporary()
{
    auto file = std::make_unique<QTemporaryFile>(folderForLargeFiles() + QStringLiteral("/tickertray-XXXXXX"));
    if (!file->open())
        return nullptr;
    return file;
}

#ifdef Q_OS_UNIX

Expected<std::unique_ptr<QFile>, OpenError> openToRead(const QString &path)
{
    return openQFile(path, O_RDONLY, QIODevice::ReadOnly);
}

Expected<std::unique_ptr<QFile>, OpenError> openNew(const QString &path)
{
    return openQFile(path, O_WRONLY | O_CREAT | O_EXCL, QIODevice::WriteOnly);
}

Expected<int, OpenError> openToAppend(const QString &path)
{
    return openDescriptor(path, O_WRONLY | O_CREAT | O_APPEND, Allowed::Stream);
}

std::optional<LocalizedText> whyNotReplaced(const QString &path)
{
    struct stat info
    {
    };
    if (::stat(QFile::encodeName(path).constData(), &info) != 0)
        return std::nullopt;
    return refusal(info.st_mode, Allowed::Regular);
}

#else

Expected<std::unique_ptr<QFile>, OpenError> openToRead(const QString &path)
{
    return openQFile(path, QIODevice::ReadOnly);
}

Expected<std::unique_ptr<QFile>, OpenError> openNew(const QString &path)
{
    return openQFile(path, QIODevice::WriteOnly | QIODevice::NewOnly);
}

std::optional<LocalizedText> whyNotReplaced(const QString &path)
{
    return QFileInfo(path).isDir() ? std::optional(folderRefused()) : std::nullopt;
}

#endif

} // namespace ticker
