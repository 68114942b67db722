// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engineio_codec/engineio_packet_v3.h"
#include "ticker_test.h"

#include <QRandomGenerator>

using namespace ticker;
using Type = EngineIoPacket::Type;
using Code = EngineIoPacketError::Code;

class EngineIoPacketV3Test final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Sunny
    void everyKind_data();
    void everyKind();
    void binaryAsText_data();
    void binaryAsText();
    void binaryFrame_data();
    void binaryFrame();
    void randomRoundTrips();

    // Rainy
    void brokenTexts_data();
    void brokenTexts();
    void everySingleByte();
    void emptyFrame();
};

void EngineIoPacketV3Test::everyKind_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("type");
    QTest::addColumn<QByteArray>("data");

    const auto row = [](const char *name, const QByteArray &text, Type type, const QByteArray &data) {
        QTest::newRow(name) << text << int(type) << data;
    };
    row("open", "0{\"sid\":\"x\"}", Type::Open, "{\"sid\":\"x\"}");
    row("close", "1", Type::Close, "");
    row("ping", "2", Type::Ping, "");
    row("probe", "2probe", Type::Ping, "probe");
    row("pong", "3probe", Type::Pong, "probe");
    row("message", "4hello", Type::Message, "hello");
    row("message with a euro sign", "4\xe2\x82\xac", Type::Message, "\xe2\x82\xac");
    row("message with revision 4's separator", "4a\x1e\x62", Type::Message, "a\x1e\x62");
    row("message that looks binary", "4b4AQID", Type::Message, "b4AQID");
    row("empty message", "4", Type::Message, "");
    row("upgrade", "5", Type::Upgrade, "");
    row("noop", "6", Type::Noop, "");
}

void EngineIoPacketV3Test::everyKind()
{
    QFETCH(QByteArray, text);
    QFETCH(int, type);
    QFETCH(QByteArray, data);
    const auto packet = decodeTextPacketV3(text);
    QVERIFY(packet.hasValue());
    QVERIFY(*packet == (EngineIoPacket{Type(type), false, data}));
    QCOMPARE(encodeTextPacketV3(*packet), text);
}

/// What the reference server's parser makes of the texts.
void EngineIoPacketV3Test::binaryAsText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("data");

    QTest::newRow("padded") << QByteArray("b4AQIDBA==") << QByteArray("\x01\x02\x03\x04");
    QTest::newRow("no padding") << QByteArray("b4AQIDBA") << QByteArray("\x01\x02\x03\x04");
    QTest::newRow("url alphabet") << QByteArray("b4-_-_") << QByteArray("\xfb\xff\xbf");
    QTest::newRow("line break") << QByteArray("b4AQ\r\nID") << QByteArray("\x01\x02\x03");
    QTest::newRow("more behind the padding") << QByteArray("b4AQ==AQ==") << QByteArray("\x01");
    QTest::newRow("nothing usable") << QByteArray("b4!!!!") << QByteArray();
    QTest::newRow("half a byte") << QByteArray("b4A") << QByteArray();
    QTest::newRow("empty") << QByteArray("b4") << QByteArray();
}

void EngineIoPacketV3Test::binaryAsText()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, data);
    const auto packet = decodeTextPacketV3(text);
    QVERIFY(packet.hasValue());
    QVERIFY(*packet == (EngineIoPacket{Type::Message, true, data}));
    QCOMPARE(encodeTextPacketV3(*packet), "b4" + data.toBase64());
}

void EngineIoPacketV3Test::binaryFrame_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<QByteArray>("data");

    QTest::newRow("bytes") << QByteArray("\x04\x00\xff\x04", 4) << QByteArray("\x00\xff\x04", 3);
    QTest::newRow("empty") << QByteArray("\x04") << QByteArray();
}

void EngineIoPacketV3Test::binaryFrame()
{
    QFETCH(QByteArray, frame);
    QFETCH(QByteArray, data);
    const auto packet = decodeBinaryPacketV3(frame);
    QVERIFY(packet.hasValue());
    QVERIFY(*packet == (EngineIoPacket{Type::Message, true, data}));
    QCOMPARE(encodeBinaryPacketV3(*packet), frame);
}

void EngineIoPacketV3Test::randomRoundTrips()
{
    constexpr int rounds = 2000;
    constexpr int longest = 40;
    QRandomGenerator random(4);
    for (int round = 0; round < rounds; ++round) {
        EngineIoPacket packet{Type::Message, true, {}};
        for (quint32 size = random.bounded(quint32(longest)); size > 0; --size)
            packet.data += char(random.bounded(256U));
        QVERIFY(*decodeTextPacketV3(encodeTextPacketV3(packet)) == packet);
        QVERIFY(*decodeBinaryPacketV3(encodeBinaryPacketV3(packet)) == packet);
        packet.binary = false;
        packet.type = Type(random.bounded(7));
        QVERIFY(*decodeTextPacketV3(encodeTextPacketV3(packet)) == packet);
    }
}

void EngineIoPacketV3Test::brokenTexts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("offset");

    const auto row = [](const char *name, const QByteArray &text, Code code, int offset) {
        QTest::newRow(name) << text << int(code) << offset;
    };
    row("empty", "", Code::Empty, 0);
    row("null", QByteArray("\0", 1), Code::UnknownType, 0);
    row("digit too high", "7", Code::UnknownType, 0);
    row("not ASCII", "\xe2\x82\xac", Code::UnknownType, 0);
    row("upper case B", "B4AQID", Code::UnknownType, 0);
    row("binary without a type", "b", Code::UnknownType, 1);
    row("binary of revision 4", "bAQID", Code::UnknownType, 1);
    row("binary ping", "b2AQID", Code::UnknownType, 1);
    row("binary of no type", "b7AQID", Code::UnknownType, 1);
}

void EngineIoPacketV3Test::brokenTexts()
{
    QFETCH(QByteArray, text);
    QFETCH(int, code);
    QFETCH(int, offset);
    const auto packet = decodeTextPacketV3(text);
    QVERIFY(!packet.hasValue());
    QVERIFY(packet.error() == (EngineIoPacketError{Code(code), offset}));
}

void EngineIoPacketV3Test::everySingleByte()
{
    for (int byte = 0; byte < 256; ++byte) {
        const QByteArray single(1, char(byte));
        QCOMPARE(decodeTextPacketV3(single).hasValue(), byte >= '0' && byte <= '6');
        const auto frame = decodeBinaryPacketV3(single);
        QCOMPARE(frame.hasValue(), byte == 4);
        if (!frame)
            QVERIFY(frame.error() == (EngineIoPacketError{Code::UnknownType, 0}));
    }
}

void EngineIoPacketV3Test::emptyFrame()
{
    QVERIFY(decodeBinaryPacketV3({}).error() == (EngineIoPacketError{Code::Empty, 0}));
}

TICKER_TEST(EngineIoPacketV3Test)
#include "tst_engineio_packet_v3.moc"
