// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/event_stream_route.h"

#include "endpoints/event_stream_channel.h"
#include "http/http_router.h"
#include "http/taken_connection.h"
#include "http_codec/request_redaction.h"

#include <utility>

namespace ticker {

namespace {

/// WHATWG HTML 9.2; the type has no other character set, but who reads it without a browser looks for one.
HttpReply streamReply()
{
    HttpReply reply;
    reply.contentType = "text/event-stream; charset=utf-8";
    // A proxy that collects what comes before it passes it on makes old update of it.
    reply.headers = {{"Cache-Control", "no-store"}, {"X-Accel-Buffering", "no"}};
    return reply;
}

} // namespace

void routeEventStream(HttpRouter &router, const QByteArray &path, EventStreamGuard refuse, EventStreamAcceptor acceptor,
                      DeadlineDriver &deadlines)
{
    const auto takeOver = [acceptor = std::move(acceptor), &deadlines](TakenConnection taken, const QByteArray &head) {
        taken.peer.head = redactedHead(taken.request);
        acceptor(taken.peer, taken.request,
                 std::make_unique<EventStreamChannel>(std::move(taken.stream), head, std::move(taken.slot), deadlines));
    };
    router.routeTakeOver(path, [refuse = std::move(refuse), takeOver](const HttpRequest &request) -> DirectAnswer {
        if (auto refusal = refuse(request))
            return {std::move(*refusal), nullptr};
        return {streamReply(), takeOver};
    });
}

} // namespace ticker
