// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay/replay_source.h"
#include "replay_file/replay_opening.h"

#include "memory_file.h"

#include <array>
#include <optional>
#include <vector>

using namespace ticker;

namespace {

/// Of a small input that unpacks to a large file no more is looked at.
constexpr int mostSlices = 40;
constexpr std::size_t mostTicks = 20'000;
constexpr quint64 mostBytes = 1024 * 1024;

/// The last byte of the input chooses; that of a text, a line end, chooses the first of all.
ReplayOptions optionsOf(uchar choice)
{
    constexpr std::array onBadLine{ReplayOptions::OnBadLine::SkipAll, ReplayOptions::OnBadLine::SkipFew,
                                   ReplayOptions::OnBadLine::Stop};
    ReplayOptions options;
    options.defaultSymbol = QStringLiteral("HEAD");
    options.onBadLine = onBadLine[(choice ^ uchar('\n')) % onBadLine.size()];
    return options;
}

/// A small file has no place to jump to, so some inputs are repeated from their second line on.
QByteArray fileOf(const QByteArray &input)
{
    constexpr qsizetype enough = 40 * 1024;
    constexpr uchar toRepeat = 0x40;
    const qsizetype head = input.indexOf('\n') + 1;
    if (input.isEmpty() || ((uchar(input.back()) ^ uchar('\n')) & toRepeat) == 0 || head >= input.size())
        return input;
    return input.first(head) + input.sliced(head).repeated(enough / (input.size() - head) + 1);
}

void checkError(const ReplayError &error)
{
    constexpr qsizetype longest = 1000;
    const QString message = error.message.english();
    FUZZ_VERIFY(!message.isEmpty() && message.size() < longest);
    for (const QChar c : message)
        FUZZ_VERIFY(c.isPrint() || c.isSurrogate());
}

/// Each slice is bounded. Nothing: the file cannot be played, or is too large for here.
std::optional<ReplaySource> open(const QString &path, const ReplayOptions &options)
{
    auto begun = ReplayOpening::begin(path, options);
    if (!begun) {
        checkError(begun.error());
        return std::nullopt;
    }
    ReplayOpening opening = begun.takeValue();
    for (int i = 0; opening.step() != ReplayOpening::Step::Done; ++i) {
        FUZZ_VERIFY(opening.progress() >= 0 && opening.progress() <= 1);
        if (i == mostSlices)
            return std::nullopt;
        if (const auto why = opening.work(std::chrono::nanoseconds(0))) {
            checkError(*why);
            return std::nullopt;
        }
    }
    auto source = ReplaySource::open(opening);
    if (!source) {
        checkError(source.error());
        return std::nullopt;
    }
    return source.takeValue();
}

struct Played final
{
    std::vector<ReplayTick> ticks;
    bool isComplete = false;
};

/// Ticks in the order of time, whose instruments are known.
Played play(ReplaySource *source, std::size_t most)
{
    Played played;
    while (played.ticks.size() < most && source->fileBytes() < mostBytes) {
        const auto tick = source->next();
        if (!tick) {
            checkError(tick.error());
            return played;
        }
        played.isComplete = !*tick;
        if (played.isComplete)
            return played;
        FUZZ_VERIFY(played.ticks.empty() || (*tick)->timeNs >= played.ticks.back().timeNs);
        FUZZ_VERIFY(!(*tick)->quotes.empty());
        for (const ReplayQuote &quote : (*tick)->quotes)
            FUZZ_VERIFY(quote.instrument < source->spec().instruments.size() && quote.size > 0);
        FUZZ_VERIFY(source->progress() >= 0 && source->progress() <= 1);
        played.ticks.push_back(**tick);
    }
    return played;
}

void checkIndex(ReplaySource *source, const Played &played)
{
    double share = 0;
    while (share < 1)
        share = source->indexSome(std::chrono::nanoseconds(0));
    FUZZ_VERIFY(!source->index().error() && source->index().ticks() == played.ticks.size());
    FUZZ_VERIFY(source->index().firstTimeNs() == played.ticks.front().timeNs);
    FUZZ_VERIFY(source->index().lastTimeNs() == played.ticks.back().timeNs);
    FUZZ_VERIFY(source->firstTimeNs() == played.ticks.front().timeNs);
}

/// What comes behind a jump is what came there before.
void checkPlace(ReplaySource *source, const Played &played)
{
    constexpr std::size_t enough = 5;
    const auto place = std::size_t(source->position());
    FUZZ_VERIFY(place <= played.ticks.size());
    const Played again = play(source, enough);
    FUZZ_VERIFY(again.ticks.size() == std::min(enough, played.ticks.size() - place));
    FUZZ_VERIFY(std::equal(again.ticks.begin(), again.ticks.end(), played.ticks.begin() + std::ptrdiff_t(place)));
}

void checkJumps(ReplaySource *source, const Played &played)
{
    constexpr std::size_t jumps = 3;
    for (std::size_t i = 0; i <= jumps; ++i) {
        const std::size_t target = i * (played.ticks.size() - 1) / jumps;
        const qint64 time = played.ticks[target].timeNs;
        FUZZ_VERIFY(!source->seekTime(time));
        const auto place = std::size_t(source->position());
        FUZZ_VERIFY(place == played.ticks.size() || played.ticks[place].timeNs >= time);
        FUZZ_VERIFY(place <= target + 3); // of a bar that began before
        checkPlace(source, played);
        FUZZ_VERIFY(!source->seekShare(double(i) / double(jumps)));
        checkPlace(source, played);
    }
    source->rewind();
    FUZZ_VERIFY(source->position() == 0);
    checkPlace(source, played);
}

} // namespace

/// The input is a file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input = fuzz::toBytes(data, size);
    const fuzz::MemoryFile file(fileOf(input));
    const ReplayOptions options = optionsOf(input.isEmpty() ? uchar('\n') : uchar(input.back()));
    auto source = open(file.path(), options);
    if (!source)
        return 0;
    const Played played = play(&*source, mostTicks);
    if (!played.isComplete || played.ticks.empty())
        return 0;
    checkIndex(&*source, played);
    if (options.onBadLine == ReplayOptions::OnBadLine::SkipAll)
        checkJumps(&*source, played);
    return 0;
}
