// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http_codec/reply_headers.h"

#include "json_text.h"

#include <algorithm>
#include <array>

namespace ticker {

namespace {

// Of nearly every reply, and so made once.
const HttpHeader noSniffing("X-Content-Type-Options", "nosniff");
const HttpHeader sameOriginOnly("Cross-Origin-Resource-Policy", "same-origin");
const HttpHeader varyByOrigin("Vary", "Origin");
const HttpHeader noStore("Cache-Control", "no-store");

/// Without the mark of a weak one, which counts for nothing here.
QByteArrayView opaqueTag(QByteArrayView entityTag)
{
    return entityTag.startsWith("W/") ? entityTag.sliced(2) : entityTag;
}

/// Takes the first entity tag from a list of them (RFC 9110, 8.8.3), which may have commas in its quotes; empty when
/// what comes is none.
QByteArrayView takeEntityTag(QByteArrayView *list)
{
    while (!list->isEmpty() && QByteArrayView(", \t").contains(list->front()))
        *list = list->sliced(1);
    const QByteArrayView tag = opaqueTag(*list);
    const qsizetype end = tag.startsWith('"') ? tag.indexOf('"', 1) : -1;
    if (end < 0)
        return {};
    *list = tag.sliced(end + 1);
    return tag.first(end + 1);
}

/// RFC 9110, 13.1.2; the field may come in several lines.
bool knowsEntity(const HttpRequest &request, QByteArrayView tag)
{
    for (const HttpHeader &field : request.headers) {
        if (field.first != "if-none-match")
            continue;
        if (field.second.trimmed() == "*")
            return true;
        QByteArrayView list = field.second;
        for (QByteArrayView known = takeEntityTag(&list); !known.isEmpty(); known = takeEntityTag(&list)) {
            if (known == tag)
                return true;
        }
    }
    return false;
}

/// Fields that say what a body is, and have no place where there is none (RFC 9110, 15.4.5).
bool describesBody(const QByteArray &name)
{
    static constexpr std::array<QByteArrayView, 6> names{"Content-Type",  "Content-Encoding",    "Content-Language",
                                                         "Content-Range", "Content-Disposition", "Last-Modified"};
    return std::any_of(names.cbegin(), names.cend(),
                       [&](QByteArrayView each) { return name.compare(each, Qt::CaseInsensitive) == 0; });
}

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
    reply.headers.append(noSniffing);
    if (!has(reply, "Cross-Origin-Resource-Policy"))
        reply.headers.append(sameOriginOnly);
    const QByteArray origin = request.header("origin");
    if (cors == CorsRule::AnyOrigin) {
        reply.headers.append(HttpHeader("Access-Control-Allow-Origin", "*"));
    } else if (cors == CorsRule::AllowedOrigins && !origin.isEmpty()) {
        reply.headers.append(HttpHeader("Access-Control-Allow-Origin", origin));
        // There are no cookies here; but a client that asks to send some would be kept from reading otherwise.
        reply.headers.append(HttpHeader("Access-Control-Allow-Credentials", "true"));
    }
    if (!has(reply, "Vary") && cors != CorsRule::AnyOrigin)
        reply.headers.append(varyByOrigin);
    if (!has(reply, "Cache-Control"))
        reply.headers.append(noStore);
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
    // 'self' covers WebSockets to the same host and port (CSP 3, 6.7.2.8). No script of the page may make markup of a text.
    return {{"Content-Security-Policy",
             "default-src 'self'; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; "
             "require-trusted-types-for 'script'; trusted-types 'none'"},
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

HttpReply problemReply(int status, const QString &title, const QString &detail)
{
    HttpReply reply;
    reply.status = status;
    reply.contentType = "application/problem+json";
    reply.body = R"({"type":"about:blank","title":)" + jsonText(title) + R"(,"status":)" + QByteArray::number(status)
        + R"(,"detail":)" + jsonText(detail) + '}';
    return reply;
}

HttpReply readOnlyProblem()
{
    HttpReply reply = problemReply(405, QStringLiteral("Method not allowed"),
                                   QStringLiteral("Only GET and HEAD are allowed here."));
    reply.headers.append(HttpHeader("Allow", "GET, HEAD"));
    return reply;
}

HttpReply withEntityTag(HttpReply reply, const QByteArray &entityTag, const HttpRequest &request, bool known)
{
    if (reply.status < 200 || reply.status > 299)
        return reply;
    reply.headers.append(HttpHeader("ETag", entityTag));
    if (!known && !knowsEntity(request, opaqueTag(entityTag)))
        return reply;
    reply.status = 304;
    reply.body.clear();
    reply.source.reset();
    reply.contentType.clear();
    reply.headers.removeIf([](const HttpHeader &field) { return describesBody(field.first); });
    return reply;
}

} // namespace ticker
