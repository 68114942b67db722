// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engineio_codec/engineio_payload.h"
#include "ticker_test.h"

using namespace ticker;
using Type = EngineIoPacket::Type;
using Code = EngineIoPacketError::Code;

namespace {

struct Read final
{
    QByteArrayList packets; ///< Encoded again.
    std::optional<EngineIoPacketError> error;
};

Read readAll(const QByteArray &payload)
{
    Read result;
    for (EngineIoPayloadReader reader(payload); !reader.atEnd();) {
        const auto packet = reader.next();
        if (packet)
            result.packets.append(encodeTextPacket(*packet));
        else
            result.error = packet.error();
    }
    return result;
}

} // namespace

class EngineIoPayloadTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Sunny
    void onePacket();
    void severalPackets();
    void roundTrip();
    void onePacketSharesItsBytes();

    // Rainy
    void packetsBeforeABrokenOneCount();
    void emptyPayloads_data();
    void emptyPayloads();
    void cutAtEachByte();
    void megabyteOfSeparators();
    void megabyteOfTinyPackets();
};

void EngineIoPayloadTest::onePacket()
{
    const Read read = readAll("4hello");
    QCOMPARE(read.packets, QByteArrayList{"4hello"});
    QVERIFY(!read.error);
}

void EngineIoPayloadTest::severalPackets()
{
    const Read read = readAll("4hello\x1e"
                              "2\x1e"
                              "4\xe2\x82\xac\x1e"
                              "bAQID");
    QCOMPARE(read.packets, (QByteArrayList{"4hello", "2", "4\xe2\x82\xac", "bAQID"}));
    QVERIFY(!read.error);
}

void EngineIoPayloadTest::roundTrip()
{
    const QByteArrayList packets{"4a", "6", "bAAEC", "4"};
    QCOMPARE(encodePayload(packets),
             QByteArray("4a\x1e"
                        "6\x1e"
                        "bAAEC\x1e"
                        "4"));
    QCOMPARE(readAll(encodePayload(packets)).packets, packets);
}

void EngineIoPayloadTest::onePacketSharesItsBytes()
{
    const QByteArray packet("42[\"a\"]");
    QCOMPARE(static_cast<const void *>(encodePayload({packet}).constData()),
             static_cast<const void *>(packet.constData()));
}

void EngineIoPayloadTest::packetsBeforeABrokenOneCount()
{
    const Read read = readAll("4a\x1e"
                              "4b\x1e"
                              "x\x1e"
                              "4c");
    QCOMPARE(read.packets, (QByteArrayList{"4a", "4b"}));
    QVERIFY(read.error == (EngineIoPacketError{Code::UnknownType, 6}));
}

void EngineIoPayloadTest::emptyPayloads_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<int>("packets");
    QTest::addColumn<int>("offset");

    QTest::newRow("nothing") << QByteArray() << 0 << 0;
    QTest::newRow("a separator") << QByteArray("\x1e") << 0 << 0;
    QTest::newRow("two separators") << QByteArray("\x1e\x1e") << 0 << 0;
    QTest::newRow("nothing after the last separator") << QByteArray("4a\x1e") << 1 << 3;
    QTest::newRow("nothing between two separators") << QByteArray("4a\x1e\x1e"
                                                                  "4b")
                                                    << 1 << 3;
}

void EngineIoPayloadTest::emptyPayloads()
{
    QFETCH(QByteArray, payload);
    QFETCH(int, packets);
    QFETCH(int, offset);
    const Read read = readAll(payload);
    QCOMPARE(int(read.packets.size()), packets);
    QVERIFY(read.error == (EngineIoPacketError{Code::Empty, offset}));
}

void EngineIoPayloadTest::cutAtEachByte()
{
    const QByteArray whole("4hello\x1e"
                           "2probe\x1e"
                           "4\xe2\x82\xac\x1e"
                           "bAQIDBA==\x1e"
                           "6");
    for (qsizetype size = 0; size <= whole.size(); ++size) {
        const QByteArray cut = whole.first(size);
        const Read read = readAll(cut);
        QCOMPARE(read.error.has_value(), cut.isEmpty() || cut.endsWith('\x1e'));
        QVERIFY(read.packets.size() <= 5);
    }
}

void EngineIoPayloadTest::megabyteOfSeparators()
{
    const Read read = readAll(QByteArray(1'000'000, '\x1e'));
    QVERIFY(read.packets.isEmpty());
    QVERIFY(read.error.has_value());
}

void EngineIoPayloadTest::megabyteOfTinyPackets()
{
    const QByteArray payload = QByteArray("6\x1e").repeated(500'000) + '6';
    int count = 0;
    for (EngineIoPayloadReader reader(payload); !reader.atEnd();)
        count += reader.next().hasValue() ? 1 : 0;
    QCOMPARE(count, 500'001);
}

TICKER_TEST(EngineIoPayloadTest)
#include "tst_engineio_payload.moc"
