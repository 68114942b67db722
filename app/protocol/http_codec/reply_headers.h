// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http_codec/http_message.h"

namespace ticker {

/// How pages of other origins are answered.
enum class CorsRule : quint8 {
    None,           ///< Not at all.
    AllowedOrigins, ///< Those that were let in are named, each one exactly.
    AnyOrigin       ///< A star for all of them.
};

/// The fields that every reply has: type, no sniffing, no embedding by foreign pages, and the CORS answer. The origin
/// was judged before; what is left is allowed. Pure.
void addCommonHeaders(HttpReply &reply, const HttpRequest &request, CorsRule cors);

/// A CORS preflight (Fetch standard, 3.2.2): to be answered by preflightReply() without asking a handler. For any
/// origin every OPTIONS is one, as with the reference server.
bool isPreflight(const HttpRequest &request, CorsRule cors);
HttpReply preflightReply(const HttpRequest &request, CorsRule cors);

/// The fields of a page of our own: nothing inline, nothing from another host, not in a frame.
QList<HttpHeader> pageSecurityHeaders();

/// A short plain text, for errors.
HttpReply textReply(int status, const QByteArray &text);

/// 405 of a resource that is only read.
HttpReply methodNotAllowedReply();
/// The same for programs, as problemReply().
HttpReply readOnlyProblem();

/// An error as application/problem+json (RFC 9457, 3) of the type "about:blank": its status says what it is. The title
/// is short and the same each time, the detail is about this request.
HttpReply problemReply(int status, const QString &title, const QString &detail);

/// A reply to GET or HEAD with its ETag, of which the quotes are a part: 304 without a body when the client has this
/// entity already (RFC 9110, 13.1.2 and 15.4.5), by weak comparison or as `known` says. A reply of another status than 2xx
/// stays as it is.
HttpReply withEntityTag(HttpReply reply, const QByteArray &entityTag, const HttpRequest &request, bool known = false);

} // namespace ticker
