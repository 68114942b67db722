// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ticker_test.h"
#include "websocket_codec/websocket_handshake.h"

using namespace ticker;

namespace {

HttpRequest requestWith(const QByteArrayList &subprotocols)
{
    HttpRequest request;
    request.method = "GET";
    request.path = "/ws";
    request.headers = {{"sec-websocket-version", "13"}, {"sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ=="}};
    for (const QByteArray &field : subprotocols)
        request.headers.append({"sec-websocket-protocol", field});
    return request;
}

QStringList offered(const QByteArrayList &fields)
{
    const auto names = offeredSubprotocols(requestWith(fields));
    return names ? *names : QStringList{QString::fromUtf8(names.error().text)};
}

QByteArray numbered(int count)
{
    QByteArrayList names;
    for (int i = 0; i < count; ++i)
        names.append("name" + QByteArray::number(i));
    return names.join(", ");
}

} // namespace

/// RFC 6455, 4.2.1.
class WebSocketHandshakeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noSubprotocols();
    void inTheirOrder();
    void overSeveralFields();
    void tooMany();
    void tooLong();
    void noNames_data();
    void noNames();
};

void WebSocketHandshakeTest::noSubprotocols()
{
    QCOMPARE(offered({}), QStringList());
    QCOMPARE(offered({""}), QStringList());
    QVERIFY(!refuseHandshake(requestWith({})));
}

void WebSocketHandshakeTest::inTheirOrder()
{
    QCOMPARE(offered({"json"}), QStringList{QStringLiteral("json")});
    QCOMPARE(offered({"b,\ta ,,c"}), (QStringList{QStringLiteral("b"), QStringLiteral("a"), QStringLiteral("c")}));
    QVERIFY(!refuseHandshake(requestWith({"b, a"})));
}

void WebSocketHandshakeTest::overSeveralFields()
{
    QCOMPARE(offered({"b", "a"}), (QStringList{QStringLiteral("b"), QStringLiteral("a")}));
}

void WebSocketHandshakeTest::tooMany()
{
    QCOMPARE(offered({numbered(32)}).size(), 32);
    QCOMPARE(offered({numbered(100)}), QStringList{QStringLiteral("At most 32 subprotocols can be offered, not 100.")});
    const auto refusal = refuseHandshake(requestWith({numbered(100)}));
    QVERIFY(refusal);
    QCOMPARE(refusal->status, 400);
}

void WebSocketHandshakeTest::tooLong()
{
    QCOMPARE(offered({QByteArray(64, 'x')}).first().size(), 64);
    QCOMPARE(offered({QByteArray(10'240, 'x')}),
             QStringList{QStringLiteral("A subprotocol must have at most 64 characters, not 10240.")});
}

void WebSocketHandshakeTest::noNames_data()
{
    QTest::addColumn<QByteArray>("field");
    for (const char *field : {"a b", "a, a", "\"json\"", "j\x80", "a;b", "{}"})
        QTest::addRow("%s", field) << QByteArray(field);
}

void WebSocketHandshakeTest::noNames()
{
    QFETCH(QByteArray, field);
    QCOMPARE(offered({field}),
             QStringList{QStringLiteral("Sec-WebSocket-Protocol must be a list of different names without spaces.")});
}

TICKER_TEST(WebSocketHandshakeTest)
#include "tst_websocket_handshake.moc"
