// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "site/web_root.h"

#ifdef Q_OS_UNIX

#include "epoll/descriptor.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <deque>
#include <optional>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>

namespace ticker {

namespace {

/// Folders that are open at once on the way to a file.
constexpr std::size_t mostFolders = 64;
/// Names that are looked up on the way, those in links included: links may lead to each other.
constexpr int mostLookUps = 256;
/// Bytes of a link that are followed; Linux has no longer ones.
constexpr std::size_t longestLink = 4096;

#ifdef O_PATH
constexpr int folderFlags = O_PATH | O_DIRECTORY | O_CLOEXEC;
#else
constexpr int folderFlags = O_RDONLY | O_DIRECTORY | O_CLOEXEC;
#endif
constexpr int fileFlags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;

bool wasExchanged(int error)
{
    return error == ELOOP || error == ENOTDIR || error == ENOENT || error == ENXIO;
}

WebRoot::Refusal refusalOf(int error)
{
    if (error == EACCES || error == EPERM)
        return WebRoot::Refusal::Unreadable;
    return error == EMFILE || error == ENFILE ? WebRoot::Refusal::NoneFree : WebRoot::Refusal::NotFound;
}

/// Nanoseconds, where the system has them: an edit of the same length within a second counts.
QByteArray versionOf(const struct stat &status)
{
#ifdef Q_OS_DARWIN
    const timespec &modified = status.st_mtimespec;
#else
    const timespec &modified = status.st_mtim;
#endif
    QByteArray version;
    for (const quint64 each : {quint64(status.st_dev), quint64(status.st_ino), quint64(status.st_size),
                               quint64(modified.tv_sec), quint64(modified.tv_nsec)})
        version += (version.isEmpty() ? "" : "-") + QByteArray::number(each, 16);
    return version;
}

/// One way from the root down to a file.
class Walk final
{
public:
    Walk(const QString &root, const QStringList &names) : m_root(QFile::encodeName(root))
    {
        for (const QString &name : names)
            m_names.push_back(QFile::encodeName(name));
    }

    Expected<OpenedFile, WebRoot::Refusal> go()
    {
        if (!enter(Descriptor(::open(m_root.constData(), folderFlags))))
            return refusalOf(errno);
        for (int lookUps = 0; lookUps < mostLookUps && !m_names.empty(); ++lookUps) {
            const QByteArray name = std::move(m_names.front());
            m_names.pop_front();
            if (name.isEmpty() || name == ".")
                continue;
            if (const auto refusal = name == ".." ? goUp() : goTo(name))
                return *refusal;
            if (m_found.file)
                return std::move(m_found);
        }
        return m_names.empty() ? WebRoot::Refusal::IsFolder : WebRoot::Refusal::NotFound;
    }

private:
    using Refused = std::optional<WebRoot::Refusal>;

    [[nodiscard]] int folder() const { return m_folders.back().number(); }
    bool enter(Descriptor folder)
    {
        if (!folder.isOpen())
            return false;
        m_folders.push_back(std::move(folder));
        return true;
    }
    /// To where it came from, whatever lies above that folder by now.
    Refused goUp()
    {
        if (m_folders.size() == 1)
            return WebRoot::Refusal::NotFound;
        m_folders.pop_back();
        return std::nullopt;
    }
    /// What it is called is judged here, what it is when it has been opened.
    Refused goTo(const QByteArray &name)
    {
        struct stat status = {};
        if (name.startsWith('.') || m_folders.size() > mostFolders
            || ::fstatat(folder(), name.constData(), &status, AT_SYMLINK_NOFOLLOW) != 0)
            return WebRoot::Refusal::NotFound;
        if (S_ISLNK(status.st_mode))
            return follow(name);
        if (S_ISDIR(status.st_mode)) {
            if (enter(Descriptor(::openat(folder(), name.constData(), folderFlags | O_NOFOLLOW))))
                return std::nullopt;
            return again(name);
        }
        return S_ISREG(status.st_mode) && m_names.empty() ? open(name) : WebRoot::Refusal::NotFound;
    }
    Refused follow(const QByteArray &name)
    {
        QByteArray target(longestLink, Qt::Uninitialized);
        const ssize_t size = ::readlinkat(folder(), name.constData(), target.data(), longestLink);
        if (size < 0 || std::size_t(size) == longestLink)
            return WebRoot::Refusal::NotFound;
        target.truncate(size);
        if (target.startsWith('/')) {
            const qsizetype prefix = rootPrefix(target);
            if (prefix < 0)
                return WebRoot::Refusal::NotFound;
            target.remove(0, prefix);
            m_folders.erase(m_folders.begin() + 1, m_folders.end());
        }
        const QList<QByteArray> names = target.split('/');
        m_names.insert(m_names.begin(), names.cbegin(), names.cend());
        return std::nullopt;
    }
    /// How much of an absolute path names the root, in either way; -1: it leads elsewhere.
    [[nodiscard]] qsizetype rootPrefix(const QByteArray &target) const
    {
        const QByteArray canonical = QFile::encodeName(QFileInfo(QFile::decodeName(m_root)).canonicalFilePath());
        for (const QByteArray &root : {m_root, canonical}) {
            const qsizetype size = root == "/" ? 0 : root.size();
            if (!root.isEmpty() && target.startsWith(root.left(size) + '/'))
                return size;
        }
        return -1;
    }
    Refused open(const QByteArray &name)
    {
        const int number = ::openat(folder(), name.constData(), fileFlags);
        if (number < 0)
            return again(name);
        auto file = std::make_unique<QFile>();
        struct stat status = {};
        if (!file->open(number, QIODevice::ReadOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle)) {
            ::close(number);
            return WebRoot::Refusal::NotFound;
        }
        if (::fstat(number, &status) != 0 || !S_ISREG(status.st_mode))
            return WebRoot::Refusal::NotFound;
        m_found = {std::move(file), QFile::decodeName(name), qint64(status.st_size), qint64(status.st_mtime),
                   versionOf(status)};
        return std::nullopt;
    }
    /// It was another thing a moment ago: it is looked up once more.
    Refused again(const QByteArray &name)
    {
        const int error = errno;
        if (!wasExchanged(error))
            return refusalOf(error);
        m_names.push_front(name);
        return std::nullopt;
    }

    QByteArray m_root;
    std::deque<QByteArray> m_names;      ///< Still to be looked up.
    std::vector<Descriptor> m_folders{}; ///< From the root to where it is.
    OpenedFile m_found;
};

} // namespace

WebRoot::WebRoot(const QString &path) : m_path(QDir::cleanPath(QFileInfo(path).absoluteFilePath())) { }

Expected<OpenedFile, WebRoot::Refusal> WebRoot::open(const QStringList &names) const
{
    return Walk(m_path, names).go();
}

} // namespace ticker

#endif // Q_OS_UNIX
