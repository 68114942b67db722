// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "arguments.h"
#include "floor_server.h"

#include <cstdio>

namespace bench = ticker::bench;

int main(int argc, char **argv)
{
    const bench::Arguments arguments(argc, argv, {"port", "rate", "mode", "heartbeats", "text-bytes"});
    bench::allowManyDescriptors();
    bench::FloorServer server({
        .port = int(arguments.number("port", 0)),
        .rate = arguments.number("rate", 1),
        .socketIo = arguments.text("mode", "socketio") == "socketio",
        .heartbeats = arguments.number("heartbeats", 0) != 0,
        .textBytes = std::size_t(arguments.number("text-bytes", 0)),
    });
    std::printf("Listening on http://127.0.0.1:%d/\n", server.port());
    std::fflush(stdout);
    server.run();
}
