// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engineio_codec/engineio_packet.h"
#include "ticker_test.h"

using namespace ticker;
using Type = EngineIoPacket::Type;
using Code = EngineIoPacketError::Code;

class EngineIoPacketTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Sunny
    void everyKind_data();
    void everyKind();
    void binaryAsText();
    void binaryFrame();
    void lenientBase64_data();
    void lenientBase64();

    // Rainy
    void brokenPackets_data();
    void brokenPackets();
    void everySingleByte();
};

void EngineIoPacketTest::everyKind_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("type");
    QTest::addColumn<QByteArray>("data");

    QTest::newRow("open") << QByteArray("0{\"sid\":\"x\"}") << int(Type::Open) << QByteArray("{\"sid\":\"x\"}");
    QTest::newRow("close") << QByteArray("1") << int(Type::Close) << QByteArray();
    QTest::newRow("ping") << QByteArray("2") << int(Type::Ping) << QByteArray();
    QTest::newRow("probe") << QByteArray("2probe") << int(Type::Ping) << QByteArray("probe");
    QTest::newRow("pong") << QByteArray("3probe") << int(Type::Pong) << QByteArray("probe");
    QTest::newRow("message") << QByteArray("4hello") << int(Type::Message) << QByteArray("hello");
    QTest::newRow("message with a euro sign")
        << QByteArray("4\xe2\x82\xac") << int(Type::Message) << QByteArray("\xe2\x82\xac");
    QTest::newRow("empty message") << QByteArray("4") << int(Type::Message) << QByteArray();
    QTest::newRow("upgrade") << QByteArray("5") << int(Type::Upgrade) << QByteArray();
    QTest::newRow("noop") << QByteArray("6") << int(Type::Noop) << QByteArray();
}

void EngineIoPacketTest::everyKind()
{
    QFETCH(QByteArray, text);
    QFETCH(int, type);
    QFETCH(QByteArray, data);
    const auto packet = decodeTextPacket(text);
    QVERIFY(packet.hasValue());
    QCOMPARE(int(packet->type), type);
    QCOMPARE(packet->data, data);
    QVERIFY(!packet->binary);
    QCOMPARE(encodeTextPacket(*packet), text);
}

void EngineIoPacketTest::binaryAsText()
{
    const EngineIoPacket packet{Type::Message, true, QByteArray("\x01\x02\x03\x04", 4)};
    QCOMPARE(encodeTextPacket(packet), QByteArray("bAQIDBA=="));
    QVERIFY(*decodeTextPacket("bAQIDBA==") == packet);
    QVERIFY(*decodeTextPacket("b") == (EngineIoPacket{Type::Message, true, {}}));
}

void EngineIoPacketTest::binaryFrame()
{
    QVERIFY(decodeBinaryPacket(QByteArray("2\0", 2)) == (EngineIoPacket{Type::Message, true, QByteArray("2\0", 2)}));
    QVERIFY(decodeBinaryPacket({}) == (EngineIoPacket{Type::Message, true, {}}));
}

void EngineIoPacketTest::lenientBase64_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("data");

    QTest::newRow("no padding") << QByteArray("bAQIDBA") << QByteArray("\x01\x02\x03\x04");
    QTest::newRow("url alphabet") << QByteArray("b-_-_") << QByteArray("\xfb\xff\xbf");
    QTest::newRow("standard alphabet") << QByteArray("b+/+/") << QByteArray("\xfb\xff\xbf");
    QTest::newRow("line break") << QByteArray("bAQ\r\nID") << QByteArray("\x01\x02\x03");
    QTest::newRow("more behind the padding") << QByteArray("bAQ==AQ==") << QByteArray("\x01");
    QTest::newRow("nothing usable") << QByteArray("b!!!!") << QByteArray();
    QTest::newRow("one character") << QByteArray("bA") << QByteArray();
}

void EngineIoPacketTest::lenientBase64()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, data);
    const auto packet = decodeTextPacket(text);
    QVERIFY(packet.hasValue());
    QVERIFY(packet->binary);
    QCOMPARE(packet->data, data);
}

void EngineIoPacketTest::brokenPackets_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code");

    QTest::newRow("empty") << QByteArray() << int(Code::Empty);
    QTest::newRow("null") << QByteArray("\0", 1) << int(Code::UnknownType);
    QTest::newRow("digit too high") << QByteArray("7") << int(Code::UnknownType);
    QTest::newRow("letter") << QByteArray("abc") << int(Code::UnknownType);
    QTest::newRow("name of a prototype") << QByteArray("__proto__") << int(Code::UnknownType);
    QTest::newRow("upper case B") << QByteArray("BAQID") << int(Code::UnknownType);
    QTest::newRow("not ASCII") << QByteArray("\xe2\x82\xac") << int(Code::UnknownType);
}

void EngineIoPacketTest::brokenPackets()
{
    QFETCH(QByteArray, text);
    QFETCH(int, code);
    const auto packet = decodeTextPacket(text);
    QVERIFY(!packet.hasValue());
    QCOMPARE(int(packet.error().code), code);
    QCOMPARE(packet.error().offset, qsizetype(0));
}

void EngineIoPacketTest::everySingleByte()
{
    for (int byte = 0; byte < 256; ++byte) {
        const bool known = (byte >= '0' && byte <= '6') || byte == 'b';
        QCOMPARE(decodeTextPacket(QByteArray(1, char(byte))).hasValue(), known);
    }
}

TICKER_TEST(EngineIoPacketTest)
#include "tst_engineio_packet.moc"
