// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http_codec/request_redaction.h"

#include "http_codec/http_message.h"

#include <algorithm>
#include <array>

namespace ticker {

namespace {

/// It is kept for each client.
constexpr qsizetype mostBytes = 2048;
constexpr qsizetype mostOfOneText = 512;
constexpr char hidden[] = "(hidden)";

QByteArray shortened(const QByteArray &text)
{
    return text.size() > mostOfOneText ? text.first(mostOfOneText) + "…" : text;
}

bool isSecret(const QByteArray &name)
{
    static constexpr std::array names{"cookie", "authorization", "proxy-authorization"};
    return std::ranges::any_of(names, [&name](const char *secret) { return name == secret; });
}

} // namespace

QByteArray redactedHead(const HttpRequest &request)
{
    QByteArray head = request.method + ' ' + shortened(request.path);
    if (!request.query.isEmpty())
        head += QByteArray("?") + hidden; // where sessions and tokens are
    head += '\n';
    for (const auto &[name, value] : request.headers)
        head += name + ": " + (isSecret(name) ? QByteArray(hidden) : shortened(value)) + '\n';
    if (head.size() > mostBytes) {
        head.truncate(mostBytes);
        head += "…\n";
    }
    head.squeeze();
    return head;
}

} // namespace ticker
