// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "linear_time.h"
#include "ticker_test.h"
#include "websocket_client.h"

#include <QRandomGenerator>

#include <malloc.h>

#include <algorithm>
#include <functional>

using namespace ticker;

/// Makes the pieces in which about that many bytes arrive.
using Make = std::function<QByteArrayList(qsizetype size)>;

Q_DECLARE_METATYPE(Make)

namespace {

/// Fragmented and whole messages, control frames between and within, and a close.
QByteArray conversation()
{
    return frame(Text, "2probe") + frame(MoreText, "gr\xc3") + frame(Ping, "p") + frame(More)
        + frame(More, "\xbc\xc3\x9f", QByteArray("\0\1\2\3", 4)) + frame(Pong) + frame(Last, "e") + frame(Ping)
        + frame(Binary, QByteArray(130, '\xfe')) + frame(Text, "long", someMask, Form::Eight)
        + frame(MoreBinary, "\xff") + frame(Last) + frame(Text) + closeFrame(4000, "enough") + frame(Text, "unheard");
}

QByteArrayList heardInConversation()
{
    return {"text 2probe", "ping p",
            "pong ",       "text gr\xc3\xbc\xc3\x9f" + QByteArray("e"),
            "ping ",       "binary " + QByteArray(130, '\xfe'),
            "text long",   "binary \xff",
            "text ",       "close 4000 enough"};
}

/// In pieces of up to that many bytes.
QByteArrayList randomPieces(const QByteArray &bytes, int most, QRandomGenerator *random)
{
    QByteArrayList pieces;
    for (qsizetype at = 0; at < bytes.size(); at += pieces.last().size())
        pieces << bytes.mid(at, random->bounded(1, most + 1));
    return pieces;
}

QByteArray randomBytes(int size, bool isAscii, QRandomGenerator *random)
{
    QByteArray bytes(size, '\0');
    for (char &byte : bytes)
        byte = char(random->bounded(isAscii ? 128 : 256));
    return bytes;
}

/// Mostly what a client may send next; a wrong bit now and then.
QByteArray randomFrame(bool *withinMessage, QRandomGenerator *random)
{
    constexpr std::array<int, 8> sizes{0, 1, 2, 7, 8, 60, 125, 126};
    const bool isControl = random->bounded(3) == 0;
    const bool isLast = random->bounded(2) == 0;
    uchar first = isLast ? Last : More;
    if (isControl)
        first = random->bounded(20) == 0 ? Close : random->bounded(2) == 0 ? Ping : Pong;
    else if (!*withinMessage)
        first |= random->bounded(2) == 0 ? MoreText : MoreBinary;
    if (!isControl)
        *withinMessage = !isLast;
    const int size = std::min(sizes[random->bounded(quint32(sizes.size()))], isControl ? 125 : 126);
    const QByteArray payload = randomBytes(size, random->bounded(20) != 0, random);
    const bool isShort = isControl || random->bounded(4) != 0;
    const Form form = isShort ? Form::Shortest : random->bounded(2) == 0 ? Form::Two : Form::Eight;
    QByteArray bytes = frame(first, payload, randomBytes(4, false, random), form);
    if (first == Close && random->bounded(2) == 0)
        bytes = closeFrame(quint16(random->bounded(990, 1020)), payload.left(123));
    if (random->bounded(40) == 0)
        bytes[0] = char(bytes[0] ^ (1 << random->bounded(8)));
    if (random->bounded(40) == 0)
        bytes[1] = char(bytes[1] ^ (1 << random->bounded(8)));
    return bytes;
}

void readAll(const QByteArrayList &pieces)
{
    WebSocketReader reader(mostOfMessage);
    for (const QByteArray &piece : pieces) {
        reader.append(piece);
        // Once in each piece, so that what waits to be read grows and shrinks at the same time.
        static_cast<void>(reader.next());
    }
    for (auto message = reader.next(); message && *message;)
        message = reader.next();
}

/// Bytes on the heap that are in use.
qsizetype heapBytes()
{
    const auto info = mallinfo2();
    return qsizetype(info.uordblks) + qsizetype(info.hblkhd);
}

} // namespace

class WebSocketPiecesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutsDoNotMatter();
    void charactersMayBeSplit();
    void masksGoOnOverCuts();
    void randomFramesAgreeWithTheReference();
    void whatIsNotAskedForWaits();
    void timeIsLinear_data();
    void timeIsLinear();
    void memoryIsForWhatHasArrived();
};

void WebSocketPiecesTest::cutsDoNotMatter()
{
    const QByteArray bytes = conversation();
    QCOMPARE(reference(bytes, mostOfMessage), heardInConversation());
    QCOMPARE(heard({bytes}), heardInConversation());
    QCOMPARE(heardBytewise(bytes), heardInConversation());
    for (qsizetype first = 0; first <= bytes.size(); ++first) {
        QCOMPARE(heard({bytes.left(first)}), reference(bytes.left(first), mostOfMessage));
        for (qsizetype second = first; second <= bytes.size(); ++second) {
            const QByteArrayList pieces{bytes.left(first), bytes.mid(first, second - first), bytes.mid(second)};
            QCOMPARE(heard(pieces), heardInConversation());
        }
    }
}

void WebSocketPiecesTest::charactersMayBeSplit()
{
    const QByteArray text("a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80z");
    QByteArray bytewise = frame(MoreText);
    for (qsizetype cut = 0; cut <= text.size(); ++cut) {
        const QByteArrayList fragments{frame(MoreText, text.left(cut)), frame(Ping), frame(Last, text.mid(cut))};
        QCOMPARE(heard(fragments), QByteArrayList({"ping ", "text " + text}));
        const QByteArray broken = frame(MoreText, text.left(cut)) + frame(More, "\xff") + frame(Last, text.mid(cut));
        QCOMPARE(heard({broken}), QByteArrayList{errorWith(1007)});
        bytewise += frame(More, text.mid(cut, 1)) + frame(Ping);
    }
    QByteArrayList messages = heard({bytewise + frame(Last)});
    QCOMPARE(messages.removeAll("ping "), text.size() + 1);
    QCOMPARE(messages, QByteArrayList{"text " + text});
}

/// The mask is applied to words, which must not show at any offset or length.
void WebSocketPiecesTest::masksGoOnOverCuts()
{
    constexpr int most = 36;
    const QByteArray all = QByteArray("abcdefghijklmnopqrstuvwxyz0123456789").left(most);
    const QByteArray mask("\x01\x82\x43\xc4");
    for (int size = 0; size <= most; ++size) {
        const QByteArray bytes = frame(Text, all.left(size), mask);
        for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
            for (qsizetype length = 0; length <= 4; ++length) {
                const QByteArrayList pieces{bytes.left(cut), bytes.mid(cut, length), bytes.mid(cut + length)};
                QCOMPARE(heard(pieces), QByteArrayList{"text " + all.left(size)});
            }
        }
    }
    QCOMPARE(heard({frame(Text, all, QByteArray(4, '\0'))}), QByteArrayList{"text " + all});
}

void WebSocketPiecesTest::randomFramesAgreeWithTheReference()
{
    constexpr int rounds = 10'000;
    constexpr qsizetype most = 300;
    QRandomGenerator random(6455);
    QMap<QByteArray, int> ends;
    for (int round = 0; round < rounds; ++round) {
        QByteArray bytes;
        bool withinMessage = false;
        for (int left = random.bounded(1, 16); left > 0; --left)
            bytes += randomFrame(&withinMessage, &random);
        bytes.chop(random.bounded(2) * random.bounded(8));
        const QByteArrayList expected = reference(bytes, most);
        QCOMPARE(heard({bytes}, most), expected);
        QCOMPARE(heard(randomPieces(bytes, 1 + random.bounded(40), &random), most), expected);
        if (!expected.isEmpty())
            ++ends[expected.last().left(10).simplified()];
    }
    for (const char *end : {"error 1002", "error 1007", "error 1009", "close 1005", "close 1000"})
        QVERIFY2(ends.value(end) > rounds / 1000, end); // else this would show little
}

/// One message is taken for each that comes, so that some always wait.
void WebSocketPiecesTest::whatIsNotAskedForWaits()
{
    constexpr int ahead = 3;
    constexpr int all = 100'000;
    constexpr qsizetype little = 20'000;
    const auto numbered = [](int number) { return QByteArray::number(number); };
    WebSocketReader reader(mostOfMessage);
    const qsizetype before = heapBytes();
    for (int number = 0; number < all; ++number) {
        reader.append(frame(Text, numbered(number)));
        if (number < ahead)
            continue;
        const auto message = reader.next();
        QVERIFY(message && *message);
        QCOMPARE((*message)->data, numbered(number - ahead));
    }
    QVERIFY2(heapBytes() - before < little, "memory for what was read");
    const QByteArrayList rest{"text " + numbered(all - 3), "text " + numbered(all - 2), "text " + numbered(all - 1)};
    QCOMPARE(heardBy(&reader), rest);
}

void WebSocketPiecesTest::timeIsLinear_data()
{
    QTest::addColumn<Make>("make");

    const auto bytewise = [](const QByteArray &bytes) {
        QByteArrayList pieces;
        pieces.reserve(bytes.size());
        for (const char c : bytes)
            pieces << QByteArray(1, c);
        return pieces;
    };
    const auto addRow = [](const char *name, const Make &make) { QTest::newRow(name) << make; };
    addRow("one text byte by byte", [=](qsizetype size) { return bytewise(frame(Text, QByteArray(size, 'a'))); });
    addRow("one text of two-byte characters",
           [=](qsizetype size) { return bytewise(frame(Text, QByteArray("\xc3\xa9").repeated(size / 2))); });
    addRow("fragments byte by byte", [=](qsizetype size) {
        return bytewise(frame(MoreText) + frame(More, QByteArray(100, 'a')).repeated(size / 106));
    });
    addRow("text with pings within, at once", [](qsizetype size) {
        return QByteArrayList{frame(MoreText) + (frame(More, QByteArray(100, 'a')) + frame(Ping)).repeated(size / 112)};
    });
    addRow("tiny pings at once", [](qsizetype size) { return QByteArrayList{frame(Ping).repeated(size / 6)}; });
    addRow("two tiny pings a piece",
           [](qsizetype size) { return QByteArrayList(size / 12, frame(Ping) + frame(Ping)); });
    addRow("tiny pings at once and then byte by byte", [=](qsizetype size) {
        const QByteArray half = frame(Ping).repeated(size / 12);
        return QByteArrayList{half} + bytewise(half);
    });
}

void WebSocketPiecesTest::timeIsLinear()
{
    QFETCH(Make, make);
    const QByteArrayList small = make(mostOfMessage / test::smallWorks);
    const QByteArrayList large = make(mostOfMessage);
    const test::LinearTime time = test::measureLinearTime([&] { readAll(small); }, [&] { readAll(large); });
    qInfo("%s: %s", QTest::currentDataTag(), time.text().constData());
    QVERIFY2(time.isLinear(), "one large input takes far longer than the same in small ones");
}

void WebSocketPiecesTest::memoryIsForWhatHasArrived()
{
    constexpr qsizetype little = 20'000;
    const QByteArray text = frame(Text, QByteArray(mostOfMessage, 'a'));
    const QByteArray many = frame(MoreText) + (frame(More, "a") + frame(Ping)).repeated(10'000);
    WebSocketReader reader(mostOfMessage);
    const qsizetype before = heapBytes();
    {
        const QByteArray probe(mostOfMessage, 'a');
        if (heapBytes() - before < mostOfMessage)
            QSKIP("this heap is not measured"); // a sanitizer's
    }
    const auto used = [&] { return heapBytes() - before; };
    reader.append(QByteArrayView(text).first(100));
    QVERIFY2(used() < little, "memory for what was announced");
    reader.append(QByteArrayView(text).sliced(100).chopped(1));
    QVERIFY(used() >= mostOfMessage - 1);
    QVERIFY2(used() < 3 * mostOfMessage, "more than a string that grows needs");
    reader.append(QByteArrayView(text).last(1));
    QCOMPARE(heardBy(&reader).size(), 1);
    QVERIFY2(used() < little, "memory in the middle of nothing");

    reader.append(many);
    QCOMPARE(heardBy(&reader).size(), 10'000);
    QVERIFY2(used() < little + 2 * reader.bufferedBytes(), "memory for what was read");
    reader.append(closeFrame(1000) + text);
    QCOMPARE(heardBy(&reader).size(), 1);
    reader.append(text);
    QVERIFY2(used() < little, "memory after a close");

    WebSocketReader broken(mostOfMessage);
    broken.append(many + QByteArray(6, '\xff') + text);
    QCOMPARE(heardBy(&broken).size(), 10'001);
    broken.append(text);
    QVERIFY2(used() < little, "memory after an error");
}

TICKER_TEST(WebSocketPiecesTest)
#include "tst_websocket_pieces.moc"
