// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "row_order/line_window.h"
#include "linear_time.h"
#include "ticker_test.h"

#include <algorithm>
#include <random>
#include <span>

using namespace ticker;

namespace {

constexpr qint64 second = 1'000'000'000;

TickFileLine lineAt(qint64 timeNs, quint64 offset)
{
    TickFileLine line;
    line.timeNs = timeNs;
    line.offset = offset;
    line.line = offset + 1;
    line.quotes.resize(1);
    return line;
}

/// Times as they leave the window, and its places.
struct Left final
{
    std::vector<std::pair<qint64, quint64>> lines;
    std::vector<quint64> places;
    std::size_t tooLate = 0;
};

Left pass(const std::vector<qint64> &times, LineWindow &window, quint64 from = 0)
{
    Left left;
    const auto leave = [&] {
        left.places.push_back(window.place().offset);
        left.lines.emplace_back(window.front().timeNs, window.front().offset);
        window.pop();
    };
    for (quint64 i = from; i < times.size(); ++i) {
        TickFileLine line = lineAt(times[i], i);
        left.tooLate += window.insert(&line) == LineWindow::Inserted::TooLate ? 1 : 0;
        while (window.isFull())
            leave();
    }
    while (!window.isEmpty())
        leave();
    return left;
}

} // namespace

class LineWindowTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inOrder();
    void nearlyInOrder();
    void tooLate();
    void denseLines();
    void restarts();
    void takesLinearTime();
};

void LineWindowTest::inOrder()
{
    LineWindow window;
    std::vector<qint64> times;
    for (int i = 0; i < 30'000; ++i)
        times.push_back(i / 3 * second);
    const Left left = pass(times, window);
    QCOMPARE(left.lines.size(), times.size());
    QCOMPARE(window.reordered(), quint64(0));
    for (std::size_t i = 0; i < times.size(); ++i) {
        QCOMPARE(left.lines[i].second, quint64(i));
        QCOMPARE(left.places[i], quint64(i));
    }
}

/// Lines that are up to a few thousand lines late come as if they had been sorted, those of one time as in the file.
void LineWindowTest::nearlyInOrder()
{
    std::mt19937 random(7);
    std::vector<qint64> times;
    for (int i = 0; i < 50'000; ++i)
        times.push_back((i + qint64(random() % 9000)) / 5 * second);
    LineWindow window;
    const Left left = pass(times, window);
    QCOMPARE(left.tooLate, std::size_t(0));
    QCOMPARE(left.lines.size(), times.size());
    QVERIFY(std::is_sorted(left.lines.begin(), left.lines.end()));
    QVERIFY(std::is_sorted(left.places.begin(), left.places.end()));
    QVERIFY(window.reordered() > 1000);
}

void LineWindowTest::tooLate()
{
    std::vector<qint64> times;
    for (int i = 0; i < int(LineWindow::fewLines) + 100; ++i)
        times.push_back((i + 10) * second);
    times.push_back(5 * second);
    times.push_back(50'000 * second);
    LineWindow window;
    const Left left = pass(times, window);
    QCOMPARE(left.tooLate, std::size_t(1));
    QCOMPARE(left.lines.size(), times.size() - 1);
}

/// Many lines within ten seconds wait for each other, but not too many.
void LineWindowTest::denseLines()
{
    std::vector<qint64> times;
    for (int i = 0; i < 60'000; ++i)
        times.push_back(second + i);
    times.push_back(1);
    LineWindow window;
    QCOMPARE(pass(times, window).tooLate, std::size_t(0));

    times.assign(LineWindow::mostLines + 10, second);
    times.push_back(1);
    LineWindow other;
    QCOMPARE(pass(times, other).tooLate, std::size_t(1));
}

/// From the place of any line on, the same lines come again.
void LineWindowTest::restarts()
{
    std::mt19937 random(11);
    std::vector<qint64> times;
    for (int i = 0; i < 25'000; ++i)
        times.push_back((i + qint64(random() % 3000) - (random() % 500 == 0 ? 12'000 : 0)) * second);
    LineWindow window;
    const Left whole = pass(times, window);
    QVERIFY(whole.tooLate > 0);
    for (std::size_t i = 0; i < whole.lines.size(); i += 3989) {
        LineWindow again;
        again.restart(whole.lines[i].first, whole.lines[i].second);
        const Left rest = pass(times, again, whole.places[i]);
        QVERIFY(std::ranges::equal(rest.lines, std::span(whole.lines).subspan(i)));
        QVERIFY(std::ranges::equal(rest.places, std::span(whole.places).subspan(i)));
    }
}

/// Where all lines are earlier than the first one, too, each of them knows its place at once.
void LineWindowTest::takesLinearTime()
{
    const auto passing = [](int lines) {
        LineWindow window;
        TickFileLine late = lineAt(1'000'000 * second, 0);
        QCOMPARE(window.insert(&late), LineWindow::Inserted::Yes);
        for (int i = 1; i <= lines; ++i) {
            TickFileLine line = lineAt(i, quint64(i));
            QCOMPARE(window.insert(&line), LineWindow::Inserted::Yes);
            QCOMPARE(window.place().offset, quint64(0));
        }
    };
    constexpr int few = 1000;
    const test::LinearTime time = test::measureLinearTime([&] { passing(few); },
                                                          [&] { passing(test::smallWorks * few); });
    QVERIFY2(time.isLinear(), time.text().constData());
}

TICKER_TEST(LineWindowTest)
#include "tst_line_window.moc"
