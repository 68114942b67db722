// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "site/embedded_files.h"

#include "http_codec/content_coding.h"

#include <QCryptographicHash>
#include <QResource>

namespace ticker {

const EmbeddedFile *EmbeddedFiles::find(const QString &path)
{
    const auto known = m_files.constFind(path);
    if (known != m_files.cend())
        return &*known;
    const QResource resource(QStringLiteral(":/web/") + path);
    if (!resource.isValid() || resource.data() == nullptr) // a folder has no data
        return nullptr;
    EmbeddedFile file;
    file.body = resource.uncompressedData();
    if (resource.compressionAlgorithm() == QResource::ZlibCompression)
        file.gzip = gzipFromCompressed(QByteArrayView(resource.data(), resource.size()), file.body);
    file.digest = QCryptographicHash::hash(file.body, QCryptographicHash::Sha256).toHex().left(16);
    return &*m_files.insert(path, file);
}

bool EmbeddedFiles::isGzip(const EmbeddedFile &file, const HttpRequest &request)
{
    return !file.gzip.isEmpty() && acceptsGzip(request);
}

void EmbeddedFiles::setBody(HttpReply &reply, const EmbeddedFile &file, const HttpRequest &request)
{
    const bool gzip = isGzip(file, request);
    reply.body = gzip ? file.gzip : file.body;
    sendInPieces(reply);
    if (gzip)
        reply.headers.append(HttpHeader("Content-Encoding", "gzip"));
    reply.headers.append(HttpHeader("Vary", "Origin, Accept-Encoding"));
}

} // namespace ticker
