// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "socketio_codec/socketio_packet.h"
#include "ticker_test.h"

using namespace ticker;
using Type = SocketIoPacket::Type;
using Code = SocketIoError::Code;

Q_DECLARE_METATYPE(SocketIoPacket)

namespace {

SocketIoPacket makePacket(Type type, const QByteArray &json = {}, const QByteArray &nsp = "/",
                          std::optional<quint64> id = {}, int attachments = 0)
{
    SocketIoPacket packet;
    packet.type = type;
    packet.json = json;
    packet.nsp = nsp;
    packet.id = id;
    packet.attachmentCount = attachments;
    return packet;
}

} // namespace

class SocketIoPacketTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Sunny
    void everyKind_data();
    void everyKind();
    void otherSpellings_data();
    void otherSpellings();
    void payloadsStayAsTheyCame();

    // Rainy
    void broken_data();
    void broken();
    void reservedEvents_data();
    void reservedEvents();
    void everySingleByte();
    void cutAtEachByte();
    void deepJson();
    void megabytes_data();
    void megabytes();
};

/// Texts that are decoded to the packet, and to which it is encoded.
void SocketIoPacketTest::everyKind_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<SocketIoPacket>("packet");

    const QByteArray hello = "[\"hello\",1]";
    const QByteArray object = "{\"token\":\"abc\"}";
    const QByteArray placeholder = "{\"_placeholder\":true,\"num\":0}";
    const QByteArray binary = "[\"a\"," + placeholder + ']';
    const auto row = [](const char *name, const QByteArray &text, const SocketIoPacket &packet) {
        QTest::newRow(name) << text << packet;
    };
    row("connect", "0", makePacket(Type::Connect));
    row("connect with auth", "0{\"token\":\"abc\"}", makePacket(Type::Connect, object));
    row("connect elsewhere", "0/admin,{\"token\":\"abc\"}", makePacket(Type::Connect, object, "/admin"));
    row("disconnect", "1", makePacket(Type::Disconnect));
    row("disconnect elsewhere", "1/admin,", makePacket(Type::Disconnect, {}, "/admin"));
    row("event", "2[\"hello\",1]", makePacket(Type::Event, hello));
    row("event that wants an ack", "212[\"hello\",1]", makePacket(Type::Event, hello, "/", 12));
    row("event elsewhere that wants an ack", "2/admin,0[\"hello\",1]", makePacket(Type::Event, hello, "/admin", 0));
    row("event with a number for a name", "2[5]", makePacket(Type::Event, "[5]"));
    row("ack", "312[]", makePacket(Type::Ack, "[]", "/", 12));
    row("ack elsewhere", "3/admin,0[\"hello\",1]", makePacket(Type::Ack, hello, "/admin", 0));
    row("connect error", "4{\"token\":\"abc\"}", makePacket(Type::ConnectError, object));
    row("connect error with a string", "4\"no\"", makePacket(Type::ConnectError, "\"no\""));
    row("binary event", "51-[\"a\",{\"_placeholder\":true,\"num\":0}]",
        makePacket(Type::BinaryEvent, binary, "/", {}, 1));
    row("binary event elsewhere that wants an ack", "51-/admin,9[\"a\",{\"_placeholder\":true,\"num\":0}]",
        makePacket(Type::BinaryEvent, binary, "/admin", 9, 1));
    row("binary ack", "61-3[{\"_placeholder\":true,\"num\":0}]",
        makePacket(Type::BinaryAck, '[' + placeholder + ']', "/", 3, 1));
    row("most attachments", "510-[\"hello\",1]", makePacket(Type::BinaryEvent, hello, "/", {}, 10));
    row("largest id", "29007199254740991[\"hello\",1]", makePacket(Type::Event, hello, "/", 9007199254740991));
    row("not ASCII", "2[\"\xe2\x82\xac\"]", makePacket(Type::Event, "[\"\xe2\x82\xac\"]"));
}

void SocketIoPacketTest::everyKind()
{
    QFETCH(QByteArray, text);
    QFETCH(SocketIoPacket, packet);
    const auto decoded = decodeSocketIoPacket(text);
    QVERIFY(decoded.hasValue());
    QVERIFY(*decoded == packet);
    QCOMPARE(encodeSocketIoPacket(packet), text);
}

/// Texts that are decoded to the same packet as another.
void SocketIoPacketTest::otherSpellings_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("sameAs");

    QTest::newRow("namespace without a comma") << QByteArray("0/admin") << QByteArray("0/admin,");
    QTest::newRow("main namespace by name") << QByteArray("2/,[\"a\"]") << QByteArray("2[\"a\"]");
    QTest::newRow("leading zeros in an id") << QByteArray("2007[\"a\"]") << QByteArray("27[\"a\"]");
    QTest::newRow("leading zero in a count") << QByteArray("501-[\"a\"]") << QByteArray("51-[\"a\"]");
    QTest::newRow("spaces around the JSON") << QByteArray("2 [\"a\"] ") << QByteArray("2[\"a\"]");
}

void SocketIoPacketTest::otherSpellings()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, sameAs);
    const auto decoded = decodeSocketIoPacket(text);
    QVERIFY(decoded.hasValue());
    QVERIFY(*decoded == *decodeSocketIoPacket(sameAs));
}

void SocketIoPacketTest::payloadsStayAsTheyCame()
{
    for (const char *json : {"[\"a\",{\"b\":1,\"a\":2}]", "[\"a\",1.50,1e3,-0]", "[\"\\u0061\", 1 ]",
                             "[\"a\",\"\\ud800\"]", "[\"a\",{\"b\":1,\"b\":2}]"}) {
        const auto decoded = decodeSocketIoPacket('2' + QByteArray(json));
        QVERIFY2(decoded.hasValue(), json);
        QCOMPARE(decoded->json, QByteArray(json));
    }
}

void SocketIoPacketTest::broken_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("offset");

    const auto row = [](const char *name, const QByteArray &text, Code code, int offset) {
        QTest::newRow(name) << text << int(code) << offset;
    };
    row("empty", "", Code::UnknownType, 0);
    row("unknown type", "7[\"a\"]", Code::UnknownType, 0);
    row("no digit", "abc", Code::UnknownType, 0);
    row("count missing", "5", Code::BadAttachmentCount, 1);
    row("count without a number", "5-[\"a\"]", Code::BadAttachmentCount, 1);
    row("count without a dash", "51[\"a\"]", Code::BadAttachmentCount, 2);
    row("count cut off", "51", Code::BadAttachmentCount, 2);
    row("no attachments", "50-[\"a\"]", Code::BadAttachmentCount, 2);
    row("count negative", "5-1-[\"a\"]", Code::BadAttachmentCount, 1);
    row("count with a fraction", "51.0-[\"a\"]", Code::BadAttachmentCount, 2);
    row("count with an exponent", "51e1-[\"a\"]", Code::BadAttachmentCount, 2);
    row("count with a space", "5 1-[\"a\"]", Code::BadAttachmentCount, 1);
    row("eleven attachments", "511-[\"a\"]", Code::TooManyAttachments, 3);
    row("six million attachments", "5999999-[\"a\"]", Code::TooManyAttachments, 7);
    row("count that overflows", "518446744073709551617-[\"a\"]", Code::TooManyAttachments, 21);
    row("id too large", "29007199254740992[\"a\"]", Code::BadAckId, 16);
    row("id that overflows", "218446744073709551617[\"a\"]", Code::BadAckId, 17);
    row("no JSON", "2x", Code::BadJson, 1);
    row("JSON cut off", "2[\"a\"", Code::BadJson, 1);
    row("something behind the JSON", "2[\"a\"]x", Code::BadJson, 1);
    row("line break in a string", "2[\"a\nb\"]", Code::BadJson, 1);
    row("zero byte in a string", QByteArray("2[\"a\0b\"]", 8), Code::BadJson, 1);
    row("leading zero", "2[\"a\",01]", Code::BadJson, 1);
    row("byte order mark", "2\xef\xbb\xbf[\"a\"]", Code::BadJson, 1);
    row("two values", "4\"a\",\"b\"", Code::BadJson, 1);
    row("a way out of the brackets", "4\"a\"],[2", Code::BadJson, 1);
    row("not UTF-8", "2[\"\xff\"]", Code::BadJson, 1);
    row("namespace without a comma before the JSON", "2/admin[\"a\"]", Code::BadJson, -1);
    row("connect with an array", "0[]", Code::BadPayload, 1);
    row("connect with a string", "0\"abc\"", Code::BadPayload, 1);
    row("connect with null", "0null", Code::BadPayload, 1);
    row("disconnect with an object", "1{}", Code::BadPayload, 1);
    row("disconnect with anything", "1x", Code::BadPayload, 1);
    row("event with an object", "2{}", Code::BadPayload, 1);
    row("event with a string", "2\"a\"", Code::BadPayload, 1);
    row("event without a name", "2[]", Code::BadPayload, 1);
    row("event with an object for a name", "2[{\"toString\":1}]", Code::BadPayload, 1);
    row("event with null for a name", "2[null]", Code::BadPayload, 1);
    row("binary event with an object", "51-{}", Code::BadPayload, 3);
    row("ack with an object", "30{}", Code::BadPayload, 2);
    row("ack with a number", "3 5", Code::BadPayload, 1);
    row("connect error with a number", "4[1]", Code::BadPayload, 1);
}

void SocketIoPacketTest::broken()
{
    QFETCH(QByteArray, text);
    QFETCH(int, code);
    QFETCH(int, offset);
    const auto decoded = decodeSocketIoPacket(text);
    if (offset < 0) { // everything up to the end is the namespace's name
        QVERIFY(decoded.hasValue());
        QCOMPARE(decoded->nsp, QByteArray("/admin[\"a\"]"));
        return;
    }
    QVERIFY(!decoded.hasValue());
    QCOMPARE(int(decoded.error().code), code);
    QCOMPARE(int(decoded.error().offset), offset);
}

void SocketIoPacketTest::reservedEvents_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name :
         {"connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener"})
        QTest::newRow(name) << QByteArray(name);
}

void SocketIoPacketTest::reservedEvents()
{
    QFETCH(QByteArray, name);
    QCOMPARE(int(decodeSocketIoPacket("2[\"" + name + "\"]").error().code), int(Code::ReservedEvent));
    QCOMPARE(int(decodeSocketIoPacket("51-[\"" + name + "\",1]").error().code), int(Code::ReservedEvent));
    QVERIFY(decodeSocketIoPacket("2[\"" + name + "x\"]").hasValue());
    QVERIFY(decodeSocketIoPacket("2[\"error\"]").hasValue());
    QVERIFY(decodeSocketIoPacket("30[\"" + name + "\"]").hasValue());
}

void SocketIoPacketTest::everySingleByte()
{
    for (int byte = 0; byte < 256; ++byte)
        QCOMPARE(decodeSocketIoPacket(QByteArray(1, char(byte))).hasValue(), byte >= '0' && byte <= '4');
}

void SocketIoPacketTest::cutAtEachByte()
{
    const QByteArray whole("52-/admin,17[\"hello\",{\"_placeholder\":true,\"num\":0},\"\xe2\x82\xac\"]");
    QVERIFY(decodeSocketIoPacket(whole).hasValue());
    for (qsizetype size = 0; size < whole.size(); ++size) {
        // Without a payload it is a packet of its own kind: with a shorter name or id.
        const bool complete = size >= qsizetype(qstrlen("52-")) && size <= qsizetype(qstrlen("52-/admin,17"));
        QCOMPARE(decodeSocketIoPacket(whole.first(size)).hasValue(), complete);
    }
}

void SocketIoPacketTest::deepJson()
{
    QCOMPARE(int(decodeSocketIoPacket("2[\"a\"," + QByteArray(100'000, '[') + ']').error().code), int(Code::BadJson));
    const QByteArray nested = QByteArray(100'000, '[') + QByteArray(100'000, ']');
    QCOMPARE(int(decodeSocketIoPacket("2[\"a\"," + nested + ']').error().code), int(Code::BadJson));
}

void SocketIoPacketTest::megabytes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("valid");

    constexpr int size = 1'000'000;
    QTest::newRow("digits of an id") << QByteArray(size, '2') << false;
    QTest::newRow("zeros of an id") << "2" + QByteArray(size, '0') << true;
    QTest::newRow("digits of a count") << QByteArray(size, '5') << false;
    QTest::newRow("namespace") << "0/" + QByteArray(size, 'a') << true;
    QTest::newRow("slashes") << "0" + QByteArray(size, '/') << true;
    QTest::newRow("one string") << "2[\"" + QByteArray(size, 'a') + "\"]" << true;
    QTest::newRow("tiny values") << "2[\"a\"" + QByteArray(",1").repeated(size / 2) + ']' << true;
    QTest::newRow("tiny objects") << "2[\"a\"" + QByteArray(",{}").repeated(size / 3) + ']' << true;
    QTest::newRow("opening braces") << "0" + QByteArray("{\"a\":").repeated(size / 5) << false;
    QTest::newRow("backslashes") << "2[\"" + QByteArray(size, '\\') + "\"]" << true;
}

void SocketIoPacketTest::megabytes()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, valid);
    QCOMPARE(decodeSocketIoPacket(text).hasValue(), valid);
}

TICKER_TEST(SocketIoPacketTest)
#include "tst_socketio_packet.moc"
