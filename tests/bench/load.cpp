// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "arguments.h"
#include "load_run.h"
#include "websocket.h"

#include <cinttypes>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

namespace bench = ticker::bench;

std::string upgradeRequest(const std::string &path, int port)
{
    return "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port)
        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
        + std::string(bench::sampleKey) + "\r\n\r\n";
}

std::string quoted(const std::string &text)
{
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            result += '\\';
        if (static_cast<unsigned char>(c) >= ' ')
            result += c;
    }
    return result + '"';
}

std::string subscribeFrame(const std::string &symbols)
{
    return bench::clientFrame(bench::Opcode::Text, R"({"action":"subscribe","symbols":[)" + symbols + "]}");
}

/// For each client @p count symbols of the instruments S0, S1 and so on: from a start of its own, at a distance of its own.
std::vector<std::string> differentSubscriptions(std::size_t clients, std::size_t count, std::size_t instruments)
{
    std::vector<std::string> frames;
    for (std::size_t client = 0; client < clients; ++client) {
        const std::size_t start = client % instruments;
        const std::size_t distance = 1 + client / instruments;
        std::string symbols;
        for (std::size_t i = 0; i < count; ++i) {
            symbols += i == 0 ? "" : ",";
            symbols += quoted("S" + std::to_string((start + i * distance) % instruments));
        }
        frames.push_back(subscribeFrame(symbols));
    }
    return frames;
}

bench::Nanoseconds seconds(double count)
{
    return bench::Nanoseconds(count * double(bench::nanosecondsPerSecond));
}

double inMilliseconds(bench::Nanoseconds time)
{
    return double(time) / double(bench::nanosecondsPerMillisecond);
}

void printError(const bench::LoadOptions &options, const bench::LoadResult &result)
{
    std::printf("{\"error\":%s,\"clients\":%zu,\"ready\":%zu}\n", quoted(result.error).c_str(), options.clients,
                result.ready);
}

void printSpreads(const bench::LoadOptions &options, const bench::LoadResult &result, const bench::TickRecord &record)
{
    if (!result.aligned) {
        std::printf(",\"spreadsUs\":null");
        return;
    }
    std::printf(",\"spreadsUs\":[");
    const char *comma = "";
    for (const bench::Nanoseconds spread : record.spreads(options.clients)) {
        std::printf("%s%" PRId64, comma, spread / bench::nanosecondsPerMicrosecond);
        comma = ",";
    }
    std::printf("]");
}

void printResult(const bench::LoadOptions &options, const bench::LoadResult &result, const bench::TickRecord &record)
{
    std::printf("{\"clients\":%zu,\"rate\":%g,\"connectMs\":%.3f,\"connectCpuMs\":%.3f", options.clients, options.rate,
                inMilliseconds(result.connectTime), inMilliseconds(result.connectProcessor));
    std::printf(",\"residentBeforeKb\":%ld,\"residentConnectedKb\":%ld", result.residentBeforeKb,
                result.residentConnectedKb);
    std::printf(",\"elapsedMs\":%.6f,\"serverCpuMs\":%.6f,\"loadCpuMs\":%.6f", inMilliseconds(result.elapsed),
                inMilliseconds(result.serverProcessor), inMilliseconds(result.ownProcessor));
    std::printf(",\"machineCpuMs\":%.3f", inMilliseconds(result.machineProcessor));
    std::printf(",\"ticks\":{\"total\":%" PRIu64 ",\"least\":%" PRIu64 ",\"most\":%" PRIu64 ",\"textBytes\":%" PRIu64
                "}",
                record.total(), result.leastTicks, result.mostTicks, record.textBytes());
    const bench::Histogram &intervals = record.intervals();
    constexpr double low = 0.01;
    constexpr double middle = 0.5;
    constexpr double high = 0.99;
    std::printf(",\"intervalMs\":{\"p1\":%.4f,\"p50\":%.4f,\"p99\":%.4f}", inMilliseconds(intervals.quantile(low)),
                inMilliseconds(intervals.quantile(middle)), inMilliseconds(intervals.quantile(high)));
    std::printf(",\"pings\":%" PRIu64 ",\"lost\":%" PRIu64 ",\"mismatches\":%" PRIu64, result.pings, result.lost,
                record.mismatches());
    printSpreads(options, result, record);
    std::printf("}\n");
}

std::vector<std::string> subscriptionsOf(const bench::Arguments &arguments, std::size_t clients)
{
    constexpr double usualInstruments = 500;
    const auto different = std::size_t(arguments.number("different", 0));
    const auto instruments = std::size_t(arguments.number("instruments", usualInstruments));
    if (different > 0 && instruments > 0)
        return differentSubscriptions(clients, different, instruments);
    return {subscribeFrame(quoted(arguments.text("symbol", "ACME")))};
}

bench::LoadOptions optionsOf(const bench::Arguments &arguments)
{
    constexpr double usualSeconds = 3;
    constexpr double usualWarmUp = 0.7;
    constexpr double usualConnectLimit = 15;
    bench::LoadOptions options;
    options.port = int(arguments.number("port", 0));
    options.clients = std::size_t(arguments.number("clients", 1));
    options.rate = arguments.number("rate", 1);
    options.duration = seconds(arguments.number("seconds", usualSeconds));
    options.warmUp = seconds(arguments.number("warm-up", usualWarmUp));
    options.connectLimit = seconds(arguments.number("connect-limit", usualConnectLimit));
    options.dialect.socketIo = arguments.text("mode", "socketio") == "socketio";
    const char *usualPath = options.dialect.socketIo ? "/socket.io/?EIO=4&transport=websocket" : "/ws";
    options.dialect.request = upgradeRequest(arguments.text("path", usualPath), options.port);
    options.subscriptions = subscriptionsOf(arguments, options.clients);
    return options;
}

} // namespace

int main(int argc, char **argv)
{
    const bench::Arguments arguments(argc, argv,
                                     {"port", "server", "clients", "rate", "mode", "path", "seconds", "warm-up",
                                      "connect-limit", "symbol", "different", "instruments"});
    const bench::LoadOptions options = optionsOf(arguments);
    bench::allowManyDescriptors();
    const bench::ProcessMeter meter(int(arguments.number("server", 0)));
    bench::LoadRun load(options, meter);
    const bench::LoadResult result = load.run();
    if (!result.error.empty()) {
        printError(options, result);
        return EXIT_FAILURE;
    }
    printResult(options, result, load.record());
    return EXIT_SUCCESS;
}
