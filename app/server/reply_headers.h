// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http_message.h"

namespace ticker {

/// The fields that every reply has: type, no sniffing, no embedding by foreign pages, and for an allowed Origin the
/// CORS answer (exact echo, never a star). The origin was judged before; what is left is allowed. Pure.
void addCommonHeaders(HttpReply &reply, const HttpRequest &request);

/// A CORS preflight (Fetch standard, 3.2.2): to be answered by preflightReply() without asking a handler.
bool isPreflight(const HttpRequest &request);
HttpReply preflightReply(const HttpRequest &request);

/// The fields of a page of our own: nothing inline, nothing from another host, not in a frame.
QList<HttpHeader> pageSecurityHeaders();

/// A short plain text, for errors.
HttpReply textReply(int status, const QByteArray &text);

/// 405 of a resource that is only read.
HttpReply methodNotAllowedReply();

/// 304 when the client has this entity already (RFC 9110, 13.1.2), else the reply as given with its ETag.
HttpReply withEntityTag(HttpReply reply, const QByteArray &entityTag, const HttpRequest &request);

} // namespace ticker
