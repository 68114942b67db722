// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localized_text.h"

#include <QByteArray>
#include <QList>

#include <memory>
#include <utility>

namespace ticker {

class BodySource;

using HttpHeader = std::pair<QByteArray, QByteArray>;

/// One whole request as the strict reader understood it. A value.
struct HttpRequest final
{
    QByteArray method;         ///< Upper case, one of the methods the gate lets pass.
    QByteArray path;           ///< Raw (still percent-encoded), begins with a single slash.
    QByteArray query;          ///< Raw, without the question mark.
    QList<HttpHeader> headers; ///< Names in lower case, in the order of arrival.
    QByteArray body;           ///< Decoded from its transfer coding.
    QByteArray authority;      ///< Of a target in absolute form; else empty.
    bool keepAlive = true;     ///< The client wants to send another request.
    bool expectsContinue = false;
    bool takesChunks = true; ///< It is of HTTP/1.1: the end of the reply may be told by a transfer coding.

    /// The value of the first field of that (lower-case) name; null when there is none.
    [[nodiscard]] QByteArray header(const char *name) const;
    [[nodiscard]] int headerCount(const char *name) const;
    /// GET or HEAD.
    [[nodiscard]] bool isRead() const;
    /// RFC 6455, 4.2.1: asks to become a WebSocket.
    [[nodiscard]] bool isWebSocketUpgrade() const;
};

/// A reply as a handler gives it. Content-Length, security and CORS fields are added on the way out.
struct HttpReply final
{
    int status = 200;
    QByteArray contentType;
    QByteArray body;
    QList<HttpHeader> headers;
    std::shared_ptr<BodySource> source{}; ///< Of a long body, instead of `body`, which is empty then.
};

/// A request that cannot be served: the status and a short text that says why.
struct HttpError final
{
    int status = 400;
    QByteArray text;        ///< English, in UTF-8.
    LocalizedText notice{}; ///< The same for a window; empty: nobody is told.
};

/// "Not Found" for 404; an empty array for a status this program never sends.
QByteArray reasonPhrase(int status);

/// The whole reply, as a client gets it through QHttpServer. Without the body to a HEAD; a 304 has no Content-Length,
/// which would be that of what a GET without the condition gets (RFC 9110, 8.6).
QByteArray replyBytes(const HttpReply &reply, bool withBody, bool keepAlive);

/// Has a body that is long sent in pieces.
void sendInPieces(HttpReply &reply);

/// The head of a reply whose body comes from its source. One of unknown size is chunked, or ends with its connection.
QByteArray longReplyHeadBytes(const HttpReply &reply, bool chunked, bool keepAlive);

/// The head of a reply that ends with its connection (RFC 9112, 6.3).
QByteArray openEndedHeadBytes(const HttpReply &reply);

/// A whole reply after which the connection is closed.
QByteArray closingReplyBytes(const HttpReply &reply);

/// RFC 9110, 10.2.3, of a 503: who was one too many may try again after some seconds.
HttpHeader retryAfter();

/// The whole reply for an error, after which the connection is closed.
QByteArray errorReplyBytes(const HttpError &error, bool withBody = true);

} // namespace ticker
