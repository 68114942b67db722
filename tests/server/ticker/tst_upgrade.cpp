// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "requests.h"
#include "running_server.h"
#include "ticker_test.h"

using namespace ticker;
using namespace ticker::test;

/// WebSocket upgrades on the one port, well-meant and not. Raw sockets, one real server.
class UpgradeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void upgradeRefusals_data();
    void upgradeRefusals();
    void upgradeCutAtEachByte();
    void frameBehindTheHandshake();
    void oversizedMessage();

private:
    std::unique_ptr<RunningServer> m_server;
};

void UpgradeTest::initTestCase()
{
    m_server = std::make_unique<RunningServer>(livelyConfig());
    QCOMPARE(m_server->status().state, ServerStatus::State::Listening);
}

void UpgradeTest::upgradeRefusals_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const char *from, const char *to, int status) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << status;
    };
    row("fine", "", "", 101);
    row("foreign Origin", "Upgrade: w", "Origin: http://evil\r\nUpgrade: w", 403);
    row("IP Origin", "Upgrade: w", "Origin: http://1.2.3.4\r\nUpgrade: w", 403);
    row("null Origin", "Upgrade: w", "Origin: null\r\nUpgrade: w", 403);
    row("lookalike Origin", "Upgrade: w", "Origin: http://localhost.evil\r\nUpgrade: w", 403);
    row("own Origin", "Upgrade: w", "Origin: http://localhost:3000\r\nUpgrade: w", 101);
    row("foreign Host", "Host: localhost", "Host: evil:8000", 421);
    row("two Hosts", "Upgrade: w", "Host: localhost\r\nUpgrade: w", 400);
    row("short key", "dGhlIHNhbXBsZSBub25jZQ==", "dGhl", 400);
    row("no key", "Sec-WebSocket-Key: ", "X: ", 400);
    row("old version", "Version: 13", "Version: 8", 400);
    row("POST", "GET ", "POST ", 400);
    row("with a body", "Upgrade: w", "Content-Length: 4\r\nUpgrade: w", 400);
    row("unknown session", "transport=websocket", "transport=websocket&sid=nobody", 400);
    row("unknown transport", "transport=websocket", "transport=__proto__", 400);
    row("no such place", "/socket.io/", "/elsewhere", 404);
}

/// Not a byte of data leaves for one who is refused.
void UpgradeTest::upgradeRefusals()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(int, status);
    QByteArray request = upgrade + "\r\n";
    if (!from.isEmpty())
        QVERIFY(request.replace(from, to).contains(to));
    RawClient client(m_server->port());
    client.send(request);
    const auto reply = client.readReply(status != 101);
    QVERIFY(reply);
    QCOMPARE(reply->status, status);
    if (status == 101) {
        QCOMPARE(reply->field("Sec-WebSocket-Accept"), "s3pplmbitxaq9kygzzhzrbk+xoo=");
        QVERIFY(client.readUntil("0{\"sid\":\""));
    } else {
        QVERIFY(client.waitClosed());
        QVERIFY(!client.received().contains("sid"));
    }
}

void UpgradeTest::upgradeCutAtEachByte()
{
    const QByteArray request = upgrade + "\r\n";
    for (qsizetype cut = 1; cut < request.size(); ++cut) {
        RawClient client(m_server->port());
        client.send(request.left(cut));
        client.send(request.mid(cut));
        const auto reply = client.readReply(false);
        QVERIFY(reply);
        QCOMPARE(reply->status, 101);
        QVERIFY(client.readUntil("0{\"sid\":\""));
    }
    QVERIFY(m_server->sessionsGone());
}

void UpgradeTest::frameBehindTheHandshake()
{
    RawClient client(m_server->port());
    client.send(upgrade + "\r\n" + clientFrame("40"));
    QCOMPARE(client.readReply(false)->status, 101);
    QVERIFY(client.readUntil("40{\"sid\":\""));
    QVERIFY(client.readUntil("42[\"stock price update\","));
}

void UpgradeTest::oversizedMessage()
{
    RawClient client(m_server->port());
    client.send(upgrade + "\r\n");
    QVERIFY(client.readUntil("0{\"sid\":\""));
    client.takeReceived();
    // A frame of 2 GiB is refused by its head: nothing is waited for.
    client.send(QByteArray::fromHex("81ff000000007fffffff00000000"));
    QVERIFY(client.waitClosed());
    QVERIFY(client.received().contains(QByteArray::fromHex("03f1"))); // 1009
}

TICKER_CORE_TEST(UpgradeTest)
#include "tst_upgrade.moc"
