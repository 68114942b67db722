// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reply_headers.h"

#include <algorithm>

namespace ticker {

namespace {

bool has(const HttpReply &reply, const char *name)
{
    return std::any_of(reply.headers.cbegin(), reply.headers.cend(),
                       [name](const HttpHeader &field) { return field.first.compare(name, Qt::CaseInsensitive) == 0; });
}

} // namespace

void addCommonHeaders(HttpReply &reply, const HttpRequest &request, CorsRule cors)
{
    if (!reply.contentType.isEmpty())
        reply.headers.prepend(HttpHeader("Content-Type", reply.contentType));
    reply.headers.append(HttpHeader("X-Content-Type-Options", "nosniff"));
    if (!has(reply, "Cross-Origin-Resource-Policy"))
        reply.headers.append(HttpHeader("Cross-Origin-Resource-Policy", "same-origin"));
    const QByteArray origin = request.header("origin");
    if (cors == CorsRule::AnyOrigin) {
        reply.headers.append(HttpHeader("Access-Control-Allow-Origin", "*"));
    } else if (cors == CorsRule::AllowedOrigins && !origin.isEmpty()) {
        reply.headers.append(HttpHeader("Access-Control-Allow-Origin", origin));
        // There are no cookies here; but a client that asks to send some would be kept from reading otherwise.
        reply.headers.append(HttpHeader("Access-Control-Allow-Credentials", "true"));
    }
    if (!has(reply, "Vary") && cors != CorsRule::AnyOrigin)
        reply.headers.append(HttpHeader("Vary", "Origin"));
    if (!has(reply, "Cache-Control"))
        reply.headers.append(HttpHeader("Cache-Control", "no-store"));
}

bool isPreflight(const HttpRequest &request, CorsRule cors)
{
    if (cors == CorsRule::AnyOrigin)
        return request.method == "OPTIONS";
    return cors == CorsRule::AllowedOrigins && request.method == "OPTIONS" && !request.header("origin").isEmpty()
        && !request.header("access-control-request-method").isEmpty();
}

HttpReply preflightReply(const HttpRequest &request, CorsRule cors)
{
    HttpReply reply;
    reply.status = 204;
    reply.headers = {
        {"Access-Control-Allow-Methods", "GET,HEAD,POST"},
        {"Access-Control-Max-Age", "600"},
        {"Vary",
         cors == CorsRule::AnyOrigin ? "Access-Control-Request-Headers" : "Origin, Access-Control-Request-Headers"}};
    const QByteArray wanted = request.header("access-control-request-headers");
    if (!wanted.isEmpty())
        reply.headers.append(HttpHeader("Access-Control-Allow-Headers", wanted));
    return reply;
}

QList<HttpHeader> pageSecurityHeaders()
{
    return {{"Content-Security-Policy",
             "default-src 'self'; connect-src 'self' ws: wss:; frame-ancestors 'none'; "
             "base-uri 'none'; form-action 'none'"},
            {"X-Frame-Options", "DENY"},
            {"Referrer-Policy", "no-referrer"},
            {"Cross-Origin-Opener-Policy", "same-origin"}};
}

HttpReply textReply(int status, const QByteArray &text)
{
    HttpReply reply;
    reply.status = status;
    reply.contentType = "text/plain; charset=utf-8";
    reply.body = text + '\n';
    return reply;
}

HttpReply methodNotAllowedReply()
{
    HttpReply reply = textReply(405, "Only GET and HEAD are allowed here.");
    reply.headers.append(HttpHeader("Allow", "GET, HEAD"));
    return reply;
}

HttpReply withEntityTag(HttpReply reply, const QByteArray &entityTag, const HttpRequest &request)
{
    reply.headers.append(HttpHeader("ETag", entityTag));
    const QList<QByteArray> known = request.header("if-none-match").split(',');
    const bool matches = std::any_of(known.cbegin(), known.cend(), [&](const QByteArray &entry) {
        QByteArray tag = entry.trimmed();
        if (tag.startsWith("W/"))
            tag.remove(0, 2);
        return tag == entityTag || tag == "*";
    });
    if (matches) {
        reply.status = 304;
        reply.body.clear();
        reply.contentType.clear();
    }
    return reply;
}

} // namespace ticker
