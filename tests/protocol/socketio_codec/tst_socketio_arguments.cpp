// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "socketio_codec/socketio_arguments.h"
#include "ticker_test.h"

#include "socketio_codec/namespace_query.h"
#include "socketio_codec/socketio_decoder.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace ticker;

namespace {

/// What a peer's decoder makes of a packet with its attachments.
SocketIoPacket sentOver(const SocketIoPacket &packet)
{
    SocketIoDecoder decoder;
    auto result = decoder.addText(encodeSocketIoPacket(packet));
    for (const QByteArray &attachment : packet.attachments)
        result = decoder.addBinary(attachment);
    return result && *result ? **result : SocketIoPacket();
}

} // namespace

class SocketIoArgumentsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Sunny
    void everyKindOfValue();
    void eventsComeAndGo();
    void acksComeAndGo();
    void textsStayAsTheyCame_data();
    void textsStayAsTheyCame();
    void namesThatAreNumbers();
    void binaryValuesWithinOthers();
    void namespaceQueries_data();
    void namespaceQueries();

    // Rainy
    void whatThereIsNot();
    void emptyAcks();
    void anyNameIsWrittenAsJson();
};

void SocketIoArgumentsTest::everyKindOfValue()
{
    const auto arguments = SocketIoArguments()
                               .add(1)
                               .add(QStringLiteral("\u20ac\""))
                               .add(QJsonArray{true, QJsonValue::Null})
                               .addJson("1.50")
                               .addBinary("data");
    QCOMPARE(arguments.size(), 5);
    QCOMPARE(arguments.texts(),
             (QByteArrayList{"1", "\"\xe2\x82\xac\\\"\"", "[true,null]", "1.50", "{\"_placeholder\":true,\"num\":0}"}));
    QCOMPARE(arguments.value(0), QJsonValue(1));
    QCOMPARE(arguments.value(1), QJsonValue(QStringLiteral("\u20ac\"")));
    QCOMPARE(arguments.value(3), QJsonValue(1.5));
    QCOMPARE(arguments.binary(4).value(), QByteArray("data"));
    QVERIFY(!arguments.binary(0));
}

void SocketIoArgumentsTest::eventsComeAndGo()
{
    const auto arguments = SocketIoArguments().add(1).addBinary("one").addBinary(QByteArray());
    const auto packet = makeEvent("/x", QStringLiteral("hello"), arguments, 7);
    QCOMPARE(encodeSocketIoPacket(packet),
             QByteArray("52-/x,7[\"hello\",1,{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]"));
    const auto received = sentOver(packet);
    QCOMPARE(received.id.value(), quint64(7));
    const auto event = SocketIoEvent::fromPacket(received);
    QCOMPARE(event.name, QStringLiteral("hello"));
    QVERIFY(event.arguments == arguments);
}

void SocketIoArgumentsTest::acksComeAndGo()
{
    const auto plain = makeAck("/", 3, SocketIoArguments().add(true));
    QCOMPARE(encodeSocketIoPacket(plain), QByteArray("33[true]"));
    QVERIFY(argumentsOfAck(sentOver(plain)) == SocketIoArguments().add(true));
    const auto binary = makeAck("/", 0, SocketIoArguments().addBinary("x"));
    QCOMPARE(encodeSocketIoPacket(binary), QByteArray("61-0[{\"_placeholder\":true,\"num\":0}]"));
    QCOMPARE(argumentsOfAck(sentOver(binary)).binary(0).value(), QByteArray("x"));
}

void SocketIoArgumentsTest::textsStayAsTheyCame_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArrayList>("texts");
    QTest::newRow("none") << QByteArray("[\"a\"]") << QByteArrayList();
    QTest::newRow("order of keys") << QByteArray("[\"a\",{\"b\":1,\"a\":2}]") << QByteArrayList{"{\"b\":1,\"a\":2}"};
    QTest::newRow("digits") << QByteArray("[\"a\",1.50,-0,1e3]") << QByteArrayList{"1.50", "-0", "1e3"};
    QTest::newRow("spaces") << QByteArray("[ \"a\" , [1, 2] ,\n3 ]") << QByteArrayList{"[1, 2]", "3"};
    QTest::newRow("brackets in strings") << QByteArray("[\"a\",\"],[{\",1]") << QByteArrayList{"\"],[{\"", "1"};
    QTest::newRow("quotes in strings") << QByteArray("[\"a\",\"\\\",\\\\\",1]") << QByteArrayList{"\"\\\",\\\\\"", "1"};
    QTest::newRow("nested") << QByteArray("[\"a\",[[],{\"x\":[1,2]}],{}]")
                            << QByteArrayList{"[[],{\"x\":[1,2]}]", "{}"};
    QTest::newRow("half a character") << QByteArray("[\"a\",\"\\ud800\"]") << QByteArrayList{"\"\\ud800\""};
}

void SocketIoArgumentsTest::textsStayAsTheyCame()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArrayList, texts);
    const auto packet = decodeSocketIoPacket('2' + json);
    QVERIFY(packet.hasValue());
    const auto event = SocketIoEvent::fromPacket(*packet);
    QCOMPARE(event.name, QStringLiteral("a"));
    QCOMPARE(event.arguments.texts(), texts);
}

void SocketIoArgumentsTest::namesThatAreNumbers()
{
    QCOMPARE(SocketIoEvent::fromPacket(*decodeSocketIoPacket("2[5,1]")).name, QStringLiteral("5"));
}

void SocketIoArgumentsTest::binaryValuesWithinOthers()
{
    SocketIoDecoder decoder;
    QVERIFY(decoder.addText("51-[\"a\",{\"x\":[{\"_placeholder\":true,\"num\":0}]}]"));
    auto packet = decoder.addBinary("data");
    QVERIFY(packet && *packet);
    const auto event = SocketIoEvent::fromPacket(**packet);
    QVERIFY(!event.arguments.binary(0));
    QCOMPARE(event.arguments.attachments(), QList<QByteArray>{"data"});
    // And it goes on as it came.
    QCOMPARE(encodeSocketIoPacket(makeEvent("/", QStringLiteral("b"), event.arguments)),
             QByteArray("51-[\"b\",{\"x\":[{\"_placeholder\":true,\"num\":0}]}]"));
}

void SocketIoArgumentsTest::namespaceQueries_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("nsp");
    QTest::addColumn<QByteArray>("auth");

    const auto row = [](const char *text, const char *nsp, const char *auth) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(nsp) << QByteArray(auth);
    };
    row("/", "/", "{}");
    row("/admin", "/admin", "{}");
    row("/admin?", "/admin", "{}");
    row("/admin?token=abc", "/admin", "{\"token\":\"abc\"}");
    row("/admin?b=1&a=2", "/admin", "{\"b\":\"1\",\"a\":\"2\"}");
    row("/admin?a=1&b=2&a=3", "/admin", "{\"a\":\"3\",\"b\":\"2\"}");
    row("/admin?a", "/admin", "{\"a\":\"\"}");
    row("/admin?=1", "/admin", "{\"\":\"1\"}");
    row("/admin?&&a=1&", "/admin", "{\"a\":\"1\"}");
    row("/admin?a=1=2", "/admin", "{\"a\":\"1=2\"}");
    row("/admin?a=%22+%E2%82%AC", "/admin", "{\"a\":\"\\\" \xe2\x82\xac\"}");
    row("/admin?a=1#b=2", "/admin", "{\"a\":\"1\"}");
    row("/admin#a?b=1", "/admin", "{}");
    row("", "", "{}");
}

void SocketIoArgumentsTest::namespaceQueries()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, nsp);
    QFETCH(QByteArray, auth);
    const NamespaceQuery query = splitNamespaceQuery(text);
    QCOMPARE(query.nsp, nsp);
    QCOMPARE(query.auth, auth);
}

void SocketIoArgumentsTest::whatThereIsNot()
{
    const auto arguments = SocketIoArguments().addJson("{\"_placeholder\":true,\"num\":3}");
    for (const qsizetype index : {-1, 0, 1}) {
        QVERIFY(!arguments.binary(index));
        QCOMPARE(arguments.value(index).isUndefined(), index != 0);
    }
}

void SocketIoArgumentsTest::emptyAcks()
{
    QVERIFY(argumentsOfAck(*decodeSocketIoPacket("31")).isEmpty());
    QVERIFY(argumentsOfAck(*decodeSocketIoPacket("31[]")).isEmpty());
    QCOMPARE(encodeSocketIoPacket(makeAck("/", 1, {})), QByteArray("31[]"));
}

void SocketIoArgumentsTest::anyNameIsWrittenAsJson()
{
    const QString name = QStringLiteral("a\"\n\u20ac");
    const auto packet = makeEvent("/", name, {});
    QCOMPARE(SocketIoEvent::fromPacket(sentOver(packet)).name, name);
}

TICKER_TEST(SocketIoArgumentsTest)
#include "tst_socketio_arguments.moc"
