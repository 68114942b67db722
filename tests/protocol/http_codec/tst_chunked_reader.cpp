// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http_codec/chunked_reader.h"
#include "linear_time.h"
#include "ticker_test.h"

#include <algorithm>
#include <functional>

using namespace ticker;
using namespace ticker::test;

namespace {

constexpr ChunkedReader::Limits limits{1000, 100};

/// What became of a body that came in pieces of a size.
struct Outcome final
{
    int status = -1; ///< Of the error; 0: it is whole; -1: it is not.
    QByteArray body;
    qsizetype taken = 0;
    qsizetype mostBuffered = 0;
};

Outcome readIn(const QByteArray &bytes, qsizetype pieceSize, const ChunkedReader::Limits &within = limits)
{
    ChunkedReader reader(within);
    Outcome outcome;
    for (qsizetype i = 0; i < bytes.size() && !reader.isDone() && !reader.error(); i += pieceSize) {
        const qsizetype size = std::min(pieceSize, bytes.size() - i);
        outcome.taken += reader.read(QByteArrayView(bytes).sliced(i, size), &outcome.body);
        outcome.mostBuffered = std::max(outcome.mostBuffered, reader.bufferedBytes());
    }
    if (reader.error())
        outcome.status = reader.error()->status;
    else if (reader.isDone())
        outcome.status = 0;
    return outcome;
}

} // namespace

class ChunkedReaderTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statuses_data();
    void statuses();
    void takesOnlyItsOwnBytes();
    void extraBytesOfManyChunks();
    void endlessLines_data();
    void endlessLines();
    void linearTime();
};

void ChunkedReaderTest::statuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const QByteArray &bytes, int status, const QByteArray &body = {}) {
        QTest::newRow(name) << bytes << status << body;
    };

    row("nothing", "0\r\n\r\n", 0);
    row("one", "3\r\nabc\r\n0\r\n\r\n", 0, "abc");
    row("two", "3\r\nabc\r\nA\r\n0123456789\r\n0\r\n\r\n", 0, "abc0123456789");
    row("hexadecimal", "1a\r\nabcdefghijklmnopqrstuvwxyz\r\n0\r\n\r\n", 0, "abcdefghijklmnopqrstuvwxyz");
    row("leading noughts", "0003\r\nabc\r\n000\r\n\r\n", 0, "abc");
    row("line breaks in the content", "4\r\n\r\n\r\n\r\n0\r\n\r\n", 0, "\r\n\r\n");
    row("extensions", "3;a;b=c ; d=\"e;\\\" f\"\r\nabc\r\n0;x\r\n\r\n", 0, "abc");
    row("trailer", "1\r\na\r\n0\r\nX: y\r\nEmpty:\r\n\r\n", 0, "a");
    row("all that is allowed", "3e8\r\n" + QByteArray(1000, 'x') + "\r\n0\r\n\r\n", 0, QByteArray(1000, 'x'));

    row("unfinished content", "3\r\nab", -1, "ab");
    row("unfinished end", "3\r\nabc\r\n0\r\n", -1, "abc");
    row("too much", "3e9\r\nx", 413);
    row("too much in two", "3e8\r\n" + QByteArray(1000, 'x') + "\r\n1\r\nx", 413, QByteArray(1000, 'x'));
    row("as much as 64 bits count", "ffffffffffffffff\r\n", 413);
    row("more than 64 bits count", "10000000000000000\r\n", 400);
    row("no size", "\r\nabc", 400);
    row("no number", "xyz\r\nabc", 400);
    row("a sign", "+3\r\nabc\r\n", 400);
    row("a blank before the size", " 3\r\nabc\r\n", 400);
    row("a blank behind the size", "3 \r\nabc\r\n", 400);
    row("a prefix", "0x3\r\nabc\r\n", 400);
    row("a line feed alone", "3\nabc\r\n", 400);
    row("a carriage return in the line", "3\r;a\r\nabc\r\n", 400);
    row("an extension without a name", "3;\r\nabc\r\n", 400);
    row("an extension with an open quote", "3;a=\"b\r\nabc\r\n", 400);
    row("a control character in an extension", "3;a=\"\x01\"\r\nabc\r\n", 400);
    row("content that is longer", "3\r\nabcd\r\n", 400, "abc");
    row("content that ends with a line feed alone", "3\r\nabc\n0\r\n\r\n", 400, "abc");
    row("a trailer without a colon", "0\r\nabc\r\n\r\n", 400);
    row("a trailer without a name", "0\r\n: b\r\n\r\n", 400);
    row("a folded trailer", "0\r\na: b\r\n c\r\n\r\n", 400);
    row("a NUL in a trailer", QByteArray("0\r\na: \0\r\n\r\n", 11), 400);
    row("an extension that is too long", "3;" + QByteArray(200, 'a') + "\r\nabc\r\n0\r\n\r\n", 413);
    row("a trailer that is too long", "0\r\na: " + QByteArray(200, 'a') + "\r\n\r\n", 431);
    row("trailers that are too long", "0\r\n" + QByteArray("a: bcdef\r\n").repeated(11) + "\r\n", 431);
    row("trailers that are just not too long", "0\r\n" + QByteArray("a: bcdef\r\n").repeated(10) + "\r\n", 0);
}

/// The same, at the same byte, however the bytes are cut.
void ChunkedReaderTest::statuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    for (qsizetype pieceSize = 1; pieceSize <= bytes.size(); ++pieceSize) {
        const Outcome outcome = readIn(bytes, pieceSize);
        QVERIFY2(outcome.status == status, qPrintable(QStringLiteral("%1 by %2").arg(outcome.status).arg(pieceSize)));
        QCOMPARE(outcome.body, body);
        if (status <= 0)
            QCOMPARE(outcome.taken, bytes.size());
    }
}

void ChunkedReaderTest::takesOnlyItsOwnBytes()
{
    const QByteArray own = "3\r\nabc\r\n0\r\nX: y\r\n\r\n";
    QByteArray body;
    ChunkedReader reader(limits);
    QCOMPARE(reader.read(own + "GET / HTTP/1.1\r\n", &body), own.size());
    QVERIFY(reader.isDone());
    QCOMPARE(body, "abc");
    QCOMPARE(reader.read("GET", &body), 0);
}

/// What the limit is of is the whole body, not one chunk of it.
void ChunkedReaderTest::extraBytesOfManyChunks()
{
    const QByteArray plain = QByteArray("1\r\na\r\n").repeated(100);
    const QByteArray extended = QByteArray("1;abc\r\na\r\n").repeated(100);
    QCOMPARE(readIn(plain + "0\r\n\r\n", plain.size()).status, 0);
    QCOMPARE(readIn(extended + "0\r\n\r\n", plain.size()).status, 413);
}

void ChunkedReaderTest::endlessLines_data()
{
    QTest::addColumn<QByteArray>("beginning");
    QTest::addColumn<QByteArray>("repeated");
    QTest::newRow("size") << QByteArray() << QByteArray("0");
    QTest::newRow("extension") << QByteArray("1;a=") << QByteArray("b");
    QTest::newRow("end of a chunk") << QByteArray("1\r\na") << QByteArray("b");
    QTest::newRow("trailer") << QByteArray("1\r\nx\r\n0\r\nX: ") << QByteArray("a");
    QTest::newRow("trailers") << QByteArray("0\r\n") << QByteArray("a: b\r\n");
    QTest::newRow("chunks with extensions") << QByteArray() << QByteArray("1;a\r\nx\r\n");
}

/// None is waited for beyond the limit, and none is kept.
void ChunkedReaderTest::endlessLines()
{
    QFETCH(QByteArray, beginning);
    QFETCH(QByteArray, repeated);
    const QByteArray bytes = beginning + repeated.repeated(10'000);
    for (const qsizetype pieceSize : {qsizetype(1), qsizetype(64), bytes.size()}) {
        const Outcome outcome = readIn(bytes, pieceSize);
        QVERIFY2(outcome.status >= 400, QByteArray::number(outcome.status).constData());
        QVERIFY(outcome.taken < 1000);
        QVERIFY(outcome.mostBuffered <= limits.extraBytes + 20);
    }
}

void ChunkedReaderTest::linearTime()
{
    constexpr qsizetype smallSize = 50'000;
    constexpr ChunkedReader::Limits wide{1 << 30, 1 << 30};
    const auto trailer = [](qsizetype size) { return "0\r\nX: " + QByteArray(size, 'a'); };
    const auto chunks = [](qsizetype size) { return QByteArray("1;a\r\nx\r\n").repeated(size / 8); };
    const auto read = [&](const QByteArray &bytes) { QVERIFY(readIn(bytes, 16, wide).status == -1); };
    for (const std::function<QByteArray(qsizetype)> &make :
         {std::function<QByteArray(qsizetype)>(trailer), std::function<QByteArray(qsizetype)>(chunks)}) {
        const QByteArray small = make(smallSize);
        const QByteArray large = make(smallSize * smallWorks);
        const LinearTime time = measureLinearTime([&] { read(small); }, [&] { read(large); });
        QVERIFY2(time.isLinear(), time.text().constData());
    }
}

TICKER_TEST(ChunkedReaderTest)
#include "tst_chunked_reader.moc"
