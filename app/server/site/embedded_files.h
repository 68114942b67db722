// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http_codec/http_message.h"

#include <QHash>
#include <QString>

namespace ticker {

/// One embedded file as it goes out.
struct EmbeddedFile final
{
    QByteArray body;
    QByteArray gzip;   ///< The same compressed; empty where that gains nothing.
    QByteArray digest; ///< Hexadecimal, of the body: another file, another digest.
};

/// The files below :/web. Each is hashed, and its gzip form put together of what the build has compressed, when it is
/// first asked for, and kept. Server thread; owned by StaticSite.
class EmbeddedFiles final
{
public:
    /// The file at a path such as "app.js"; null when there is none. Valid as long as this object.
    [[nodiscard]] const EmbeddedFile *find(const QString &path);

    /// Gives the reply the form of the file that the client takes, and says that there is more than one.
    static void setBody(HttpReply &reply, const EmbeddedFile &file, const HttpRequest &request);
    /// Whether that reply has the compressed form.
    [[nodiscard]] static bool isGzip(const EmbeddedFile &file, const HttpRequest &request);

private:
    QHash<QString, EmbeddedFile> m_files;
};

} // namespace ticker
