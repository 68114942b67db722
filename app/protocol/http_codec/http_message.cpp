// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http_codec/http_message.h"

#include "http_codec/body_source.h"

#include <algorithm>

namespace ticker {

namespace {

/// Bytes of a body that is copied into its reply: about what the pieces of a longer one have.
constexpr qsizetype longestWhole = 16 * 1024;
constexpr int notModified = 304;
constexpr int serviceUnavailable = 503;
/// Of what every reply has beside its own fields: status line, Content-Length and Connection.
constexpr qsizetype usualFieldsSize = 128;

/// More or less: so that the bytes are written to one piece of memory.
qsizetype fieldsSize(const HttpReply &reply)
{
    qsizetype size = usualFieldsSize;
    for (const HttpHeader &field : reply.headers)
        size += field.first.size() + field.second.size() + qsizetype(sizeof ": \r\n");
    return size;
}

/// Status line and fields, each with its line break.
void appendFields(QByteArray *bytes, const HttpReply &reply)
{
    // Piece by piece: each plus of byte arrays would take memory of its own.
    bytes->append("HTTP/1.1 ").append(QByteArray::number(reply.status)).append(' ');
    bytes->append(reasonPhrase(reply.status)).append("\r\n");
    for (const HttpHeader &field : reply.headers)
        bytes->append(field.first).append(": ").append(field.second).append("\r\n");
}

const char *endOfHead(bool keepAlive)
{
    return keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
}

} // namespace

QByteArray HttpRequest::header(const char *name) const
{
    for (const HttpHeader &field : headers) {
        if (field.first == name)
            return field.second.isNull() ? QByteArray("") : field.second;
    }
    return {};
}

int HttpRequest::headerCount(const char *name) const
{
    return int(std::count_if(headers.cbegin(), headers.cend(),
                             [name](const HttpHeader &field) { return field.first == name; }));
}

bool HttpRequest::isRead() const
{
    return method == "GET" || method == "HEAD";
}

bool HttpRequest::isWebSocketUpgrade() const
{
    if (header("upgrade").trimmed().toLower() != "websocket")
        return false;
    const QList<QByteArray> options = header("connection").toLower().split(',');
    return std::any_of(options.cbegin(), options.cend(),
                       [](const QByteArray &option) { return option.trimmed() == "upgrade"; });
}

QByteArray reasonPhrase(int status)
{
    struct Phrase
    {
        int status;
        const char *text;
    };
    static constexpr Phrase phrases[] = {
        {200, "OK"},
        {204, "No Content"},
        {206, "Partial Content"},
        {301, "Moved Permanently"},
        {304, "Not Modified"},
        {400, "Bad Request"},
        {403, "Forbidden"},
        {404, "Not Found"},
        {405, "Method Not Allowed"},
        {408, "Request Timeout"},
        {409, "Conflict"},
        {413, "Content Too Large"},
        {414, "URI Too Long"},
        {415, "Unsupported Media Type"},
        {416, "Range Not Satisfiable"},
        {417, "Expectation Failed"},
        {421, "Misdirected Request"},
        {422, "Unprocessable Entity"},
        {426, "Upgrade Required"},
        {429, "Too Many Requests"},
        {431, "Request Header Fields Too Large"},
        {500, "Internal Server Error"},
        {501, "Not Implemented"},
        {503, "Service Unavailable"},
        {505, "HTTP Version Not Supported"},
    };
    for (const Phrase &phrase : phrases) {
        if (phrase.status == status)
            return phrase.text;
    }
    return {};
}

QByteArray replyBytes(const HttpReply &reply, bool withBody, bool keepAlive)
{
    QByteArray bytes;
    bytes.reserve(fieldsSize(reply) + (withBody ? reply.body.size() : 0));
    appendFields(&bytes, reply);
    if (reply.status != notModified)
        bytes.append("Content-Length: ").append(QByteArray::number(reply.body.size())).append("\r\n");
    bytes += endOfHead(keepAlive);
    if (withBody)
        bytes += reply.body;
    return bytes;
}

void sendInPieces(HttpReply &reply)
{
    if (!reply.source && reply.body.size() > longestWhole)
        reply.source = std::make_shared<SharedBody>(std::exchange(reply.body, {}));
}

QByteArray longReplyHeadBytes(const HttpReply &reply, bool chunked, bool keepAlive)
{
    QByteArray bytes;
    bytes.reserve(fieldsSize(reply));
    appendFields(&bytes, reply);
    if (const auto size = reply.source->size())
        bytes.append("Content-Length: ").append(QByteArray::number(*size)).append("\r\n");
    else if (chunked)
        bytes.append("Transfer-Encoding: chunked\r\n");
    return bytes + endOfHead(keepAlive);
}

QByteArray openEndedHeadBytes(const HttpReply &reply)
{
    QByteArray bytes;
    appendFields(&bytes, reply);
    return bytes + "Connection: close\r\n\r\n";
}

QByteArray closingReplyBytes(const HttpReply &reply)
{
    return replyBytes(reply, true, false);
}

HttpHeader retryAfter()
{
    return {"Retry-After", "5"};
}

QByteArray errorReplyBytes(const HttpError &error, bool withBody)
{
    HttpReply reply{error.status,
                    {},
                    error.text + '\n',
                    {{"Content-Type", "text/plain; charset=utf-8"},
                     {"X-Content-Type-Options", "nosniff"},
                     {"Cache-Control", "no-store"}}};
    if (error.status == serviceUnavailable)
        reply.headers.append(retryAfter());
    return replyBytes(reply, withBody, false);
}

} // namespace ticker
