// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>

class QFile;

namespace ticker {

/// An ordinary file below the root, open, and what it was when it was opened.
struct OpenedFile final
{
    std::unique_ptr<QFile> file;
    QString name; ///< Its own, which may not be that of a link that leads to it.
    qint64 size = 0;
    qint64 modifiedSeconds = 0; ///< Since 1970 UTC.
    QByteArray version;         ///< Another one when the file is another or has changed; of letters, digits and dashes.
};

/// The folder that is served instead of the page. Each name of a path is looked up in the opened folder before it, and each
/// link is followed here, so that whatever is moved meanwhile, nothing is opened outside and nothing that is hidden. Server
/// thread; owned by StaticSite.
class WebRoot final
{
public:
    enum class Refusal : quint8 {
        NotFound,   ///< Nothing, nothing that may be seen, or neither a file nor a folder.
        IsFolder,   ///< It is a folder.
        Unreadable, ///< No permission.
        NoneFree    ///< The system has no descriptor left.
    };

    explicit WebRoot(const QString &path);

    /// Opens what lies at these names, which are not hidden and have no slashes. Never waits for who writes a pipe.
    [[nodiscard]] Expected<OpenedFile, Refusal> open(const QStringList &names) const;

private:
    QString m_path; ///< Absolute, as it was named. What it leads to may change.
};

} // namespace ticker
