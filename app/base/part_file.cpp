// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "part_file.h"

#include "open_file.h"
#include "whole_file.h"

#include <QFileInfo>

#include <cerrno>
#include <filesystem>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace ticker {

namespace {

namespace fs = std::filesystem;

fs::path toPath(const QString &name)
{
    return QFile::encodeName(name).toStdString();
}

QString reasonOf(const std::error_code &error)
{
    return QString::fromLocal8Bit(error.message().c_str());
}

/// Returns whether what was written will be there after the machine has lost its power.
bool makeDurable(const QFile &file)
{
#ifdef Q_OS_UNIX
    return ::fsync(file.handle()) == 0;
#else
    Q_UNUSED(file);
    return true;
#endif
}

/// A link to nothing is something, too: the name cannot be had.
bool isTaken(const QString &name)
{
    std::error_code ignored;
    return fs::exists(fs::symlink_status(toPath(name), ignored));
}

std::optional<LocalizedText> whyNotWritten(const QString &path, bool overwrite)
{
    if (auto why = whyNotReplaced(path))
        return why;
    const bool isThere = QFileInfo::exists(path);
    if (!isThere && isTaken(path))
        return LocalizedText::tr("This is a link to a file that does not exist. Choose another name.");
    if (isThere && !overwrite)
        return LocalizedText::tr("This file already exists. Choose another name.");
    return std::nullopt;
}

/// Gives the file its name, which replaces nobody else's unless it may.
std::error_code rename(const QString &from, const QString &to, bool overwrite)
{
    std::error_code error;
    if (!overwrite) {
        fs::create_hard_link(toPath(from), toPath(to), error);
        if (!error || error == std::errc::file_exists) {
            std::error_code ignored;
            if (!error)
                (void)fs::remove(toPath(from), ignored); // else it has two names
            return error;
        }
        // A file system without links.
        if (QFileInfo::exists(to))
            return std::make_error_code(std::errc::file_exists);
        error.clear();
    }
    fs::rename(toPath(from), toPath(to), error);
    return error;
}

} // namespace

QString partName(const QString &path)
{
    return path + QStringLiteral(".part");
}

Expected<std::unique_ptr<QFile>, LocalizedText> openPartFile(const QString &path, bool overwrite)
{
    const QString part = partName(path);
    if (const auto why = whyNotWritten(path, overwrite))
        return *why;
    if (overwrite)
        (void)QFile::remove(part);
    else if (isTaken(part))
        return LocalizedText::tr("%1 already exists. Move it away first.").arg(part);
    auto file = openNew(part);
    if (!file)
        return file.error().why;
    return file.takeValue();
}

std::optional<LocalizedText> finishPartFile(QFile &file, const QString &path, bool overwrite)
{
    if (!makeDurable(file))
        return LocalizedText(qt_error_string(errno));
    file.close();
    const QString part = partName(path);
    if (const auto error = rename(part, path, overwrite))
        return LocalizedText::tr("%1 could not be renamed (%2)").arg(part).arg(reasonOf(error));
    makeNameDurable(path);
    return std::nullopt;
}

} // namespace ticker
