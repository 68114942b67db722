// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "conformance_options.h"
#include "echo_server.h"
#include "port/http_port.h"
#include "socketio/socketio_server.h"
#include "socketio_behaviour.h"
#include "thread/deadline_driver.h"

#include <QCoreApplication>

#include <cstdio>

using namespace ticker;

namespace {

/// Listens and serves until the process is ended. Returns the exit code.
int serve(HttpPort &port, const conformance::Options &options)
{
    const auto anybody = [](quint16 listening) {
        AccessPolicy::Rules rules;
        rules.port = listening;
        rules.allowAnyOrigin = true;
        return rules;
    };
    if (const auto error = port.listen(QStringLiteral("127.0.0.1"), options.port, anybody)) {
        std::fprintf(stderr, "%s\n", qPrintable(error->toString()));
        return 1;
    }
    std::printf("Listening on http://127.0.0.1:%d/\n", int(port.port()));
    std::fflush(stdout);
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const auto options = conformance::Options::parse(QCoreApplication::arguments());
    DeadlineDriver deadlines;
    if (options.engineIoOnly) {
        EngineIoServer server(options.limits, deadlines.queue(), options.engineIo);
        const conformance::EchoServer echo(server, deadlines.queue());
        HttpPort port(options.limits, deadlines);
        port.serveEngineIo(options.path, server);
        return serve(port, options);
    }
    SocketIoServer server(options.limits, deadlines.queue(), options.engineIo);
    conformance::behaveAsExpected(server);
    HttpPort port(options.limits, deadlines);
    port.serveEngineIo(options.path, server.engineIo());
    return serve(port, options);
}
