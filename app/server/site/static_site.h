// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http_codec/http_message.h"
#include "server_values/server_status.h"
#include "site/embedded_files.h"
#include "site/web_root.h"

#include <QString>

#include <optional>

namespace ticker {

/// Answers with files: the embedded page and client library, or a folder of the user's with no way out of it.
/// Server thread.
class StaticSite final
{
public:
    /// An empty root: the embedded page.
    explicit StaticSite(const QString &webRoot = {});

    /// Nothing: such a folder can be served, or there is none.
    [[nodiscard]] static std::optional<ServerError> checkRoot(const QString &webRoot);

    /// GET and HEAD of anything that no route takes.
    [[nodiscard]] HttpReply serve(const HttpRequest &request);
    /// GET of /socket.io/NAME: the embedded client library, in bytes and fields as the reference server serves it.
    [[nodiscard]] HttpReply serveClientLibrary(const HttpRequest &request);

    /// "text/html; charset=utf-8" for "a/index.html"; by extension alone.
    [[nodiscard]] static QByteArray contentType(const QString &fileName);

private:
    [[nodiscard]] HttpReply serveEmbedded(const HttpRequest &request);
    [[nodiscard]] HttpReply serveFolder(const HttpRequest &request) const;

    std::optional<WebRoot> m_root; ///< Nothing: embedded.
    EmbeddedFiles m_files;
};

} // namespace ticker
