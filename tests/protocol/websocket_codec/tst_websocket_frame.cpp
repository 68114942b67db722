// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ticker_test.h"
#include "websocket_codec/websocket_frame.h"

using namespace ticker;

class WebSocketFrameTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void examplesOfTheRfc();
    void lengths_data();
    void lengths();
    void opcodes();
};

/// RFC 6455, 5.7
void WebSocketFrameTest::examplesOfTheRfc()
{
    QCOMPARE(encodeFrame(Opcode::Text, "Hello"),
             QByteArray("\x81\x05"
                        "Hello"));
    QCOMPARE(encodeFrame(Opcode::Ping, "Hello"),
             QByteArray("\x89\x05"
                        "Hello"));
    QCOMPARE(encodeFrame(Opcode::Binary, QByteArray(256, 'x')).first(4), QByteArray("\x82\x7e\x01\x00", 4));
    QCOMPARE(encodeFrame(Opcode::Binary, QByteArray(65536, 'x')).first(10),
             QByteArray("\x82\x7f\x00\x00\x00\x00\x00\x01\x00\x00", 10));
}

void WebSocketFrameTest::lengths_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<QByteArray>("head");

    QTest::newRow("empty") << 0 << QByteArray("\x81\x00", 2);
    QTest::newRow("one") << 1 << QByteArray("\x81\x01");
    QTest::newRow("longest short") << 125 << QByteArray("\x81\x7d");
    QTest::newRow("shortest medium") << 126 << QByteArray("\x81\x7e\x00\x7e", 4);
    QTest::newRow("two bytes needed") << 256 << QByteArray("\x81\x7e\x01\x00", 4);
    QTest::newRow("longest medium") << 65535 << QByteArray("\x81\x7e\xff\xff", 4);
    QTest::newRow("shortest long") << 65536 << QByteArray("\x81\x7f\0\0\0\0\0\1\0\0", 10);
    QTest::newRow("a megabyte") << 1'000'000 << QByteArray("\x81\x7f\0\0\0\0\0\x0f\x42\x40", 10);
}

void WebSocketFrameTest::lengths()
{
    QFETCH(int, size);
    QFETCH(QByteArray, head);
    const QByteArray payload(size, 'p');
    QCOMPARE(encodeFrame(Opcode::Text, payload), head + payload);
}

void WebSocketFrameTest::opcodes()
{
    QCOMPARE(encodeFrame(Opcode::Binary, QByteArray("\0\xff", 2)), QByteArray("\x82\x02\0\xff", 4));
    QCOMPARE(encodeFrame(Opcode::Close, QByteArray("\x03\xe8", 2)), QByteArray("\x88\x02\x03\xe8"));
    QCOMPARE(encodeFrame(Opcode::Pong, {}), QByteArray("\x8a\0", 2));
}

TICKER_TEST(WebSocketFrameTest)
#include "tst_websocket_frame.moc"
