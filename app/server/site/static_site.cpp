// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "site/static_site.h"

#include "http_codec/reply_headers.h"
#include "site/byte_range.h"
#include "site/file_body.h"
#include "ticker_web_version.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QMimeDatabase>
#include <QTimeZone>

namespace ticker {

namespace {

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

HttpReply refusalReply(WebRoot::Refusal refusal)
{
    switch (refusal) {
    case WebRoot::Refusal::Unreadable:
        return textReply(403, "Cannot read the file: permission denied.");
    case WebRoot::Refusal::NoneFree:
        return textReply(503, "Too many files are open.");
    case WebRoot::Refusal::NotFound:
    case WebRoot::Refusal::IsFolder:
        break;
    }
    return notFound();
}

/// RFC 9110, 5.6.7.
QByteArray httpDate(qint64 seconds)
{
    const QDateTime time = QDateTime::fromSecsSinceEpoch(seconds, QTimeZone::utc());
    return QLocale::c().toString(time, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'")).toLatin1();
}

/// RFC 9110, 13.1.3, for who knows no tag. A file that is older than before has changed, too, so only this date counts.
bool knowsDate(const HttpRequest &request, const QByteArray &modified)
{
    return request.headerCount("if-none-match") == 0 && request.header("if-modified-since") == modified;
}

/// RFC 9110, 13.1.5 and 14.2: a part only to GET, and only of the file that the client knows.
std::optional<ByteRange> wantedRange(const HttpRequest &request, qint64 size, const QByteArray &tag,
                                     const QByteArray &modified)
{
    if (request.method != "GET" || request.headerCount("range") != 1)
        return std::nullopt;
    const QByteArray known = request.header("if-range");
    if (!known.isNull() && known != tag && known != modified)
        return std::nullopt;
    return readByteRange(request.header("range"), size);
}

/// Nothing is read for it yet.
HttpReply fileReply(OpenedFile opened, const HttpRequest &request)
{
    const QByteArray tag = '"' + opened.version + '"';
    const QByteArray modified = httpDate(opened.modifiedSeconds);
    const QByteArray size = QByteArray::number(opened.size);
    HttpReply reply;
    reply.contentType = StaticSite::contentType(opened.name);
    reply.headers = {{"Cache-Control", "no-cache"}, {"Accept-Ranges", "bytes"}, {"Last-Modified", modified}};
    reply = withEntityTag(std::move(reply), tag, request, knowsDate(request, modified));
    if (reply.status != 200)
        return reply;
    const auto range = wantedRange(request, opened.size, tag, modified);
    if (range && range->size == 0) {
        HttpReply beyond = textReply(416, "The file has no such bytes.");
        beyond.headers.append(HttpHeader("Content-Range", "bytes */" + size));
        return beyond;
    }
    if (range) {
        reply.status = 206;
        reply.headers.append(HttpHeader("Content-Range",
                                        "bytes " + QByteArray::number(range->from) + '-'
                                            + QByteArray::number(range->from + range->size - 1) + '/' + size));
    }
    reply.source = std::make_shared<FileBody>(std::move(opened.file), range.value_or(ByteRange{0, opened.size}));
    return reply;
}

} // namespace

StaticSite::StaticSite(const QString &webRoot)
{
    if (!webRoot.isEmpty())
        m_root.emplace(webRoot);
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
    return m_root ? serveFolder(request) : serveEmbedded(request);
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
    auto opened = m_root->open(*segments);
    if (!opened && opened.error() == WebRoot::Refusal::IsFolder) {
        if (!request.path.endsWith('/')) {
            HttpReply redirect = textReply(301, "This folder's address ends with a slash.");
            redirect.headers.append(HttpHeader("Location", request.path + '/'));
            return redirect;
        }
        opened = m_root->open(*segments + QStringList(QStringLiteral("index.html")));
    }
    if (!opened)
        return refusalReply(opened.error());
    return fileReply(opened.takeValue(), request);
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
