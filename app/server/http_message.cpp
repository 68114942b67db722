// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http_message.h"

#include <algorithm>

namespace ticker {

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
        {301, "Moved Permanently"},
        {304, "Not Modified"},
        {400, "Bad Request"},
        {403, "Forbidden"},
        {404, "Not Found"},
        {405, "Method Not Allowed"},
        {408, "Request Timeout"},
        {413, "Content Too Large"},
        {414, "URI Too Long"},
        {417, "Expectation Failed"},
        {421, "Misdirected Request"},
        {426, "Upgrade Required"},
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

QByteArray closingReplyBytes(const HttpReply &reply)
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(reply.status) + ' ' + reasonPhrase(reply.status);
    for (const HttpHeader &field : reply.headers)
        bytes += "\r\n" + field.first + ": " + field.second;
    bytes += "\r\nConnection: close\r\nContent-Length: " + QByteArray::number(reply.body.size());
    return bytes + "\r\n\r\n" + reply.body;
}

QByteArray errorReplyBytes(const HttpError &error, bool withBody)
{
    const HttpReply reply{error.status,
                          {},
                          error.text + '\n',
                          {{"Content-Type", "text/plain; charset=utf-8"},
                           {"X-Content-Type-Options", "nosniff"},
                           {"Cache-Control", "no-store"}}};
    QByteArray bytes = closingReplyBytes(reply);
    if (!withBody)
        bytes.chop(reply.body.size());
    return bytes;
}

} // namespace ticker
