// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "site/static_site.h"

#include "http_codec/reply_headers.h"
#include "open_file.h"
#include "ticker_web_version.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QMimeDatabase>
#include <QUrl>

namespace ticker {

namespace {

/// Bytes of one served file: it is read into memory as a whole.
constexpr qint64 maxFileBytes = 64 * 1024 * 1024;

HttpReply notFound()
{
    return textReply(404, "Not found.");
}

/// The decoded path as segments; nothing when it could mean something else to the file system.
std::optional<QStringList> safeSegments(const QByteArray &rawPath)
{
    const QByteArray decoded = QByteArray::fromPercentEncoding(rawPath);
    const QString path = QString::fromUtf8(decoded);
    if (path.contains(QChar(0)) || path.contains(QLatin1Char('\\')) || path.toUtf8() != decoded)
        return std::nullopt;
    QStringList segments = path.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    for (const QString &segment : std::as_const(segments)) {
        if (segment.startsWith(QLatin1Char('.')))
            return std::nullopt;
    }
    return segments;
}

} // namespace

StaticSite::StaticSite(const QString &webRoot)
    : m_root(webRoot.isEmpty() ? QString() : QFileInfo(webRoot).canonicalFilePath())
{
}

std::optional<ServerError> StaticSite::checkRoot(const QString &webRoot)
{
    const QFileInfo root(webRoot);
    if (webRoot.isEmpty() || (root.isDir() && root.isReadable()))
        return std::nullopt;
    return ServerError{ServerError::Code::WebRootUnreadable, LocalizedText::tr("Cannot serve"), webRoot,
                       LocalizedText::tr("not a readable folder")};
}

HttpReply StaticSite::serve(const HttpRequest &request)
{
    if (!request.isRead())
        return methodNotAllowedReply();
    return m_root.isEmpty() ? serveEmbedded(request) : serveFolder(request);
}

HttpReply StaticSite::serveEmbedded(const HttpRequest &request)
{
    const auto segments = safeSegments(request.path);
    if (!segments || (!segments->isEmpty() && request.path.endsWith('/')))
        return notFound();
    const QString name = segments->isEmpty() ? QStringLiteral("index.html") : segments->join(QLatin1Char('/'));
    const EmbeddedFile *file = name.startsWith(QLatin1String("socket.io")) ? nullptr : m_files.find(name);
    if (file == nullptr)
        return notFound();
    HttpReply reply;
    reply.contentType = contentType(name);
    reply.headers = pageSecurityHeaders();
    reply.headers.append(HttpHeader("Cache-Control", "no-cache"));
    EmbeddedFiles::setBody(reply, *file, request);
    const QByteArray form = EmbeddedFiles::isGzip(*file, request) ? "-gzip" : "";
    return withEntityTag(std::move(reply), '"' + file->digest + form + '"', request);
}

HttpReply StaticSite::serveFolder(const HttpRequest &request) const
{
    const auto segments = safeSegments(request.path);
    if (!segments)
        return notFound();
    QFileInfo info(QDir(m_root), segments->join(QLatin1Char('/')));
    if (segments->isEmpty())
        info = QFileInfo(m_root);
    if (info.isDir()) {
        if (!request.path.endsWith('/')) {
            HttpReply redirect = textReply(301, "This folder's address ends with a slash.");
            redirect.headers.append(HttpHeader("Location", request.path + '/'));
            return redirect;
        }
        info = QFileInfo(QDir(info.filePath()), QStringLiteral("index.html"));
    }
    // The canonical path has no links left in it: one that leads out of the folder is not there for us.
    const QString canonical = info.canonicalFilePath();
    const QString inside = m_root.endsWith(QLatin1Char('/')) ? m_root : m_root + QLatin1Char('/');
    if (!canonical.startsWith(inside) || !info.isFile())
        return notFound();
    const auto file = openToRead(canonical);
    if (!file)
        return textReply(403, file.error().why.english().toUtf8());
    HttpReply reply;
    reply.contentType = contentType(canonical);
    reply.body = (*file)->read(maxFileBytes + 1);
    if (reply.body.size() > maxFileBytes)
        return textReply(403, "The file exceeds the limit of 64 MiB.");
    reply.headers.append(HttpHeader("Cache-Control", "no-cache"));
    const QByteArray tag = QByteArray::number(info.lastModified().toMSecsSinceEpoch(), 16) + '-'
        + QByteArray::number(info.size(), 16);
    return withEntityTag(std::move(reply), '"' + tag + '"', request);
}

HttpReply StaticSite::serveClientLibrary(const HttpRequest &request)
{
    if (!request.isRead())
        return methodNotAllowedReply();
    const QByteArray name = request.path.mid(request.path.lastIndexOf('/') + 1);
    const EmbeddedFile *file = name.isEmpty() || name.contains('%')
        ? nullptr
        : m_files.find(QLatin1String("socket.io/") + QString::fromLatin1(name));
    if (file == nullptr)
        return notFound();
    HttpReply reply;
    reply.contentType = name.endsWith(".map") ? "application/json; charset=utf-8"
                                              : "application/javascript; charset=utf-8";
    reply.headers = {{"Cache-Control", "public, max-age=0"}, {"Cross-Origin-Resource-Policy", "cross-origin"}};
    EmbeddedFiles::setBody(reply, *file, request);
    // The same tag for two forms of one file has to be a weak one (RFC 9110, 8.8.3.3).
    const QByteArray mark = EmbeddedFiles::isGzip(*file, request) ? "W/" : "";
    return withEntityTag(std::move(reply), mark + '"' + socketIoClientVersion + '"', request);
}

QByteArray StaticSite::contentType(const QString &fileName)
{
    struct Type
    {
        const char *suffix;
        const char *type;
    };
    // The system's table may be missing or wrong; what web pages are made of must be right everywhere.
    static constexpr Type types[] = {
        {"html", "text/html; charset=utf-8"},
        {"htm", "text/html; charset=utf-8"},
        {"js", "text/javascript; charset=utf-8"},
        {"mjs", "text/javascript; charset=utf-8"},
        {"css", "text/css; charset=utf-8"},
        {"json", "application/json; charset=utf-8"},
        {"map", "application/json; charset=utf-8"},
        {"svg", "image/svg+xml"},
        {"png", "image/png"},
        {"jpg", "image/jpeg"},
        {"jpeg", "image/jpeg"},
        {"gif", "image/gif"},
        {"webp", "image/webp"},
        {"ico", "image/x-icon"},
        {"txt", "text/plain; charset=utf-8"},
        {"csv", "text/csv; charset=utf-8"},
        {"md", "text/plain; charset=utf-8"},
        {"wasm", "application/wasm"},
        {"woff2", "font/woff2"},
        {"woff", "font/woff"},
    };
    const QString suffix = QFileInfo(fileName).suffix().toLower();
    for (const Type &type : types) {
        if (suffix == QLatin1String(type.suffix))
            return type.type;
    }
    return QMimeDatabase().mimeTypeForFile(fileName, QMimeDatabase::MatchExtension).name().toLatin1();
}

} // namespace ticker
