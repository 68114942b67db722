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
    Pipe,   ///< Pipes, too.
    Stream, ///< Pipes and devices that are written to byte by byte, too.
};

std::optional<LocalizedText> refusal(mode_t mode, Allowed allowed)
{
    if (S_ISREG(mode) || (allowed != Allowed::Regular && S_ISFIFO(mode))
        || (allowed == Allowed::Stream && S_ISCHR(mode)))
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
    } else if (path.contains(QChar::ReplacementCharacter)) { // which is what became of its bytes
        return OpenError{LocalizedText::tr("The name of this file is not UTF-8. Rename it.")};
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

Expected<std::unique_ptr<QFile>, OpenError> qFileOf(const Expected<int, OpenError> &descriptor,
                                                    QIODevice::OpenMode mode)
{
    if (!descriptor)
        return descriptor.error();
    auto file = std::make_unique<QFile>();
    if (!file->open(*descriptor, mode | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle)) {
        ::close(*descriptor);
        return failed(file->errorString());
    }
    return file;
}

Expected<std::unique_ptr<QFile>, OpenError> openQFile(const QString &path, int flags, QIODevice::OpenMode mode)
{
    return qFileOf(openDescriptor(path, flags, Allowed::Regular), mode);
}

bool isStandardInputASocket()
{
    struct stat info
    {
    };
    return ::fstat(STDIN_FILENO, &info) == 0 && S_ISSOCK(info.st_mode);
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
    QString persistent = QStringLiteral("/var/tmp");
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

Expected<std::unique_ptr<QFile>, OpenError> openToStream(const QString &path)
{
    if (path != QLatin1String("/dev/stdin"))
        return qFileOf(openDescriptor(path, O_RDONLY, Allowed::Pipe), QIODevice::ReadOnly);
    if (::isatty(STDIN_FILENO) == 1)
        return OpenError{LocalizedText::tr("Standard input is a terminal. Connect it to a file or a pipe.")};
    if (!isStandardInputASocket()) // a pipe that is opened once more blocks nobody who shares the old descriptor
        return qFileOf(openDescriptor(path, O_RDONLY, Allowed::Pipe), QIODevice::ReadOnly);
    const int descriptor = ::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0); // nobody can open a socket once more
    if (descriptor < 0)
        return failed(qt_error_string(errno));
    return qFileOf(descriptor, QIODevice::ReadOnly);
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

Expected<std::unique_ptr<QFile>, OpenError> openToStream(const QString &path)
{
    return openToRead(path);
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
