// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What it costs to read a file of ticks:
//
//     bench_replay --make KIND --megabytes N --file PATH      makes one; kinds are in replay_lines.h
//     bench_replay --measure WHAT --file PATH                 first-tick, sniff, index, open or floor
//
// It prints one line of JSON. Each measurement is a process of its own, for its memory is measured too.

#include "arguments.h"
#include "replay/replay_index.h"
#include "replay/replay_source.h"
#include "replay_file/replay_opening.h"
#include "replay_lines.h"
#include "system.h"
#include "tick_columns/tick_sniffer.h"

#include <QFile>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <fstream>
#include <functional>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

using namespace ticker;

namespace {

using namespace std::chrono_literals;

/// As the program does, between two ticks.
constexpr auto slice = 2ms;

struct Found final
{
    double milliseconds = 0;
    std::uint64_t count = 0; ///< Of lines or ticks.
};

double processorMs()
{
    timespec time = {};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return 1e3 * double(time.tv_sec) + 1e-6 * double(time.tv_nsec);
}

double wallMs()
{
    return double(bench::now()) / double(bench::nanosecondsPerMillisecond);
}

/// At its most so far.
long residentKb()
{
    std::ifstream status("/proc/self/status");
    const std::string field = "VmHWM:";
    for (std::string line; std::getline(status, line);) {
        if (line.rfind(field, 0) == 0)
            return std::stol(line.substr(field.size()));
    }
    bench::fail("the process shows no memory");
}

const ReplayOptions &options()
{
    static const ReplayOptions headOptions{QStringLiteral("HEAD"), ReplayOptions::OnBadLine::SkipFew, {}};
    return headOptions;
}

ReplayOpening opened(const QString &path)
{
    auto begun = ReplayOpening::begin(path, options());
    if (!begun)
        bench::fail(begun.error().message.english().toUtf8().constData());
    ReplayOpening opening = begun.takeValue();
    while (opening.step() != ReplayOpening::Step::Done) {
        if (const auto why = opening.work(slice))
            bench::fail(why->message.english().toUtf8().constData());
    }
    return opening;
}

/// What nobody can do without: reading the bytes, and looking for the ends of lines.
Found measureFloor(const QString &path)
{
    const double began = processorMs();
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    std::vector<char> block(ReplayFile::blockBytes);
    Found found;
    for (;;) {
        const ssize_t size = ::read(descriptor, block.data(), block.size());
        if (size < 0)
            bench::failWithErrno("reading the file");
        if (size == 0)
            break;
        const char *const end = block.data() + size;
        for (const char *at = block.data(); at != end; ++at) {
            at = static_cast<const char *>(std::memchr(at, '\n', std::size_t(end - at)));
            if (!at)
                break;
            ++found.count;
        }
    }
    ::close(descriptor);
    found.milliseconds = processorMs() - began;
    return found;
}

/// Until somebody could see it, so by the clock on the wall. The best of some: the machine does other things, too.
Found measureFirstTick(const QString &path)
{
    constexpr int rounds = 5;
    Found found{1e9, 1};
    for (int i = 0; i < rounds; ++i) {
        const double began = wallMs();
        auto source = ReplaySource::open(opened(path));
        if (!source || !source.takeValue().next())
            bench::fail("the file has no tick");
        found.milliseconds = std::min(found.milliseconds, wallMs() - began);
    }
    return found;
}

Found measureSniffing(const QString &path)
{
    constexpr int rounds = 20;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        bench::fail("the file cannot be read");
    const QByteArray start = file.read(TickFileReader::sniffedBytes);
    TickReadOptions reading;
    reading.order = DateOrder::DayFirst;
    Found found;
    for (int i = 0; i < rounds; ++i) {
        const double began = processorMs();
        if (!sniffTickFile(start, false, reading))
            bench::fail("the file is not understood");
        found.milliseconds = std::max(found.milliseconds, processorMs() - began);
    }
    return found;
}

Found measureIndex(const QString &path)
{
    const double began = processorMs();
    ReplayIndex index(opened(path).file(), options());
    while (index.readSome(slice) < 1) { }
    return {processorMs() - began, index.ticks()};
}

/// Where the start does not say how to read it: until that is known, and the lines are in order.
Found measureOpening(const QString &path)
{
    const double began = processorMs();
    const ReplayOpening opening = opened(path);
    return {processorMs() - began, opening.file()->layout() ? 1U : 0U};
}

Found measure(const std::string &what, const QString &path)
{
    if (what == "floor")
        return measureFloor(path);
    if (what == "first-tick")
        return measureFirstTick(path);
    if (what == "sniff")
        return measureSniffing(path);
    if (what == "index")
        return measureIndex(path);
    if (what == "open")
        return measureOpening(path);
    bench::fail((what + " cannot be measured").c_str());
}

} // namespace

int main(int argc, char **argv)
{
    const bench::Arguments arguments(argc, argv, {"make", "megabytes", "measure", "file"});
    const std::string path = arguments.text("file", "");
    if (arguments.has("make")) {
        constexpr double bytesPerMb = 1e6;
        const auto made = bench::makeReplayFile(arguments.text("make", ""), path,
                                                std::uint64_t(arguments.number("megabytes", 1) * bytesPerMb));
        std::printf("{\"bytes\":%llu,\"lines\":%llu}\n", static_cast<unsigned long long>(made.bytes),
                    static_cast<unsigned long long>(made.lines));
        return 0;
    }
    const Found found = measure(arguments.text("measure", ""), QFile::decodeName(path.c_str()));
    std::printf("{\"ms\":%.3f,\"count\":%llu,\"residentKb\":%ld}\n", found.milliseconds,
                static_cast<unsigned long long>(found.count), residentKb());
    return 0;
}
