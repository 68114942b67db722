// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "row_order/line_sorter.h"
#include "ticker_test.h"

#include <algorithm>
#include <random>

using namespace ticker;

namespace {

using Lines = std::vector<std::pair<qint64, QByteArray>>;

/// What comes out, in pieces of bounded size.
QByteArray sorted(const Lines &lines, LineSorter::Ties ties, qsizetype bytesAtOnce)
{
    LineSorter sorter(ties, bytesAtOnce);
    quint64 number = 0;
    for (const auto &[time, text] : lines) {
        if (sorter.add(time, ++number, text))
            return "not kept";
    }
    auto stream = sorter.finish();
    if (!stream)
        return "not finished";
    QByteArray bytes;
    for (;;) {
        const qsizetype before = bytes.size();
        const auto piece = (*stream)->read(&bytes);
        if (!piece || bytes.size() - before > InputStream::mostBytesOfPiece)
            return "failed";
        if (*piece == InputStream::Piece::End)
            return bytes;
    }
}

/// The same by a sort in memory.
QByteArray expected(const Lines &lines, LineSorter::Ties ties)
{
    std::vector<std::pair<qint64, QByteArray>> numbered;
    for (std::size_t i = 0; i < lines.size(); ++i)
        numbered.emplace_back(lines[i].first, QByteArray::number(quint64(i + 1)) + ':' + lines[i].second + '\n');
    if (ties == LineSorter::Ties::Reversed)
        std::reverse(numbered.begin(), numbered.end());
    std::ranges::stable_sort(numbered, {}, &std::pair<qint64, QByteArray>::first);
    QByteArray bytes;
    for (const auto &each : numbered)
        bytes += each.second;
    return bytes;
}

} // namespace

class LineSorterTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sorts_data();
    void sorts();
    void longLines();
    void nothing();
};

void LineSorterTest::sorts_data()
{
    QTest::addColumn<qsizetype>("bytesAtOnce");
    QTest::newRow("one piece") << LineSorter::bytesOfPiece;
    QTest::newRow("some pieces") << qsizetype(20'000);
    QTest::newRow("many pieces") << qsizetype(300);
}

void LineSorterTest::sorts()
{
    QFETCH(const qsizetype, bytesAtOnce);
    std::mt19937_64 random(5);
    Lines mixed;
    Lines newestFirst;
    Lines bySymbol;
    for (int i = 0; i < 6000; ++i) {
        mixed.emplace_back(qint64(random() % 1000) - 500, QByteArray::number(quint64(random())));
        newestFirst.emplace_back(-(i / 3), "price " + QByteArray::number(i));
        bySymbol.emplace_back(i % 2000, QByteArray(1, char('A' + i / 2000)));
    }
    for (const Lines &lines : {mixed, newestFirst, bySymbol}) {
        for (const auto ties : {LineSorter::Ties::AsTheyCome, LineSorter::Ties::Reversed})
            QCOMPARE(sorted(lines, ties, bytesAtOnce), expected(lines, ties));
    }
}

void LineSorterTest::longLines()
{
    Lines lines;
    for (int i = 0; i < 50; ++i)
        lines.emplace_back(50 - i, QByteArray(i % 2 == 0 ? 64 * 1024 : 0, char('a' + i % 26)));
    QCOMPARE(sorted(lines, LineSorter::Ties::AsTheyCome, 100'000), expected(lines, LineSorter::Ties::AsTheyCome));
}

void LineSorterTest::nothing()
{
    QCOMPARE(sorted({}, LineSorter::Ties::AsTheyCome, 1000), QByteArray());
}

TICKER_TEST(LineSorterTest)
#include "tst_line_sorter.moc"
