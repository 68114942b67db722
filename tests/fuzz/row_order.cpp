// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "row_order/line_sorter.h"
#include "row_order/line_window.h"

#include "stream_reading.h"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

using namespace ticker;

namespace {

// --- LineSorter -------------------------------------------------------------------------------------------------------

struct NumberedText final
{
    qint64 timeNs = 0;
    QByteArray text;
};

/// Against a sort in memory. The first byte says how much is sorted at once; of each line the first is its time.
void checkSorter(const QByteArray &input, LineSorter::Ties ties)
{
    const qsizetype bytesAtOnce = input.isEmpty() ? 1 : 1 + 4 * uchar(input.front());
    LineSorter sorter(ties, bytesAtOnce);
    std::vector<NumberedText> expected;
    quint64 number = 0;
    for (const QByteArray &line : input.split('\n')) {
        const qint64 time = line.isEmpty() ? 0 : line.front();
        FUZZ_VERIFY(!sorter.add(time, ++number, line));
        expected.push_back({time, QByteArray::number(number) + ':' + line + '\n'});
    }
    if (ties == LineSorter::Ties::Reversed)
        std::ranges::reverse(expected);
    std::ranges::stable_sort(expected, {}, &NumberedText::timeNs);
    QByteArray bytes;
    for (const NumberedText &each : expected)
        bytes += each.text;
    const auto stream = sorter.finish();
    FUZZ_VERIFY(stream);
    const fuzz::StreamContent content = fuzz::readContent(**stream, bytes.size() + 1);
    FUZZ_VERIFY(content.error.isEmpty() && content.bytes == bytes);
}

// --- LineWindow -------------------------------------------------------------------------------------------------------

constexpr qint64 millisecond = 1'000'000;
constexpr std::size_t mostLines = 12'000; // more than the fewest with which some leave

/// Each byte is some lines: many that go on, a jump ahead, or a few that come late.
std::vector<TickFileLine> linesOf(const QByteArray &input)
{
    std::vector<TickFileLine> lines;
    qint64 time = 0;
    const auto add = [&lines](qint64 timeNs) {
        TickFileLine line;
        line.line = lines.size() + 1;
        line.offset = 10 * lines.size();
        line.timeNs = timeNs;
        lines.push_back(std::move(line));
    };
    for (const char c : input) {
        constexpr int kinds = 4;
        const int kind = uchar(c) % kinds;
        const int much = uchar(c) / kinds + 1;
        if (kind == 0)
            time += much * 100 * millisecond;
        else if (kind == 1)
            add(time - (qint64(1) << much / 2) * millisecond);
        const int count = kind < 2 ? 1 : 32 * much;
        for (int i = 0; i < count && lines.size() < mostLines; ++i)
            add(time += kind == 2 ? 0 : millisecond);
    }
    return lines;
}

using Key = std::pair<qint64, quint64>;

struct Left final
{
    Key key;
    LineWindow::Place place;
};

/// What leaves the window when all lines from here on have gone through it.
std::vector<Left> lettingThrough(LineWindow *window, const std::vector<TickFileLine> &lines, std::size_t from)
{
    std::vector<Left> left;
    const auto pop = [&] {
        left.push_back({{window->front().timeNs, window->front().offset}, window->place()});
        FUZZ_VERIFY(left.back().place.offset <= window->front().offset);
        FUZZ_VERIFY(left.size() < 2 || left[left.size() - 2].key < left.back().key);
        window->pop();
    };
    std::size_t waiting = 0;
    for (std::size_t i = from; i < lines.size(); ++i) {
        TickFileLine line = lines[i];
        const Key key{line.timeNs, line.offset};
        const LineWindow::Inserted inserted = window->insert(&line);
        FUZZ_VERIFY(inserted != LineWindow::Inserted::TooLate || (!left.empty() && key < left.back().key));
        waiting += inserted == LineWindow::Inserted::Yes ? 1 : 0;
        for (; window->isFull(); --waiting)
            pop();
        FUZZ_VERIFY(waiting < LineWindow::mostLines);
    }
    while (!window->isEmpty())
        pop();
    return left;
}

/// Lines leave in order, and none is lost but those that are too late; and from each place the same leave again.
void checkWindow(const QByteArray &input)
{
    const std::vector<TickFileLine> lines = linesOf(input);
    LineWindow window;
    const std::vector<Left> left = lettingThrough(&window, lines, 0);
    FUZZ_VERIFY(left.size() <= lines.size());
    if (lines.size() < LineWindow::fewLines)
        FUZZ_VERIFY(left.size() == lines.size());
    for (std::size_t i = 0; i < left.size(); i = 2 * i + 1 + left.size() / 3) {
        const Left &begin = left[i];
        window.restart(begin.key.first, begin.key.second);
        FUZZ_VERIFY(begin.place.line == begin.place.offset / 10 + 1);
        const std::vector<Left> again = lettingThrough(&window, lines, begin.place.line - 1);
        FUZZ_VERIFY(std::ranges::equal(again, std::span(left).subspan(i), {}, &Left::key, &Left::key));
    }
}

} // namespace

/// The input is a text whose lines are sorted, and then the steps of times.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input = fuzz::toBytes(data, size);
    checkSorter(input, LineSorter::Ties::AsTheyCome);
    checkSorter(input, LineSorter::Ties::Reversed);
    checkWindow(input);
    return 0;
}
