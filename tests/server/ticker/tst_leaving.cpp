// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "requests.h"
#include "running_server.h"
#include "ticker_test.h"

#include <QDir>
#include <QRandomGenerator>

using namespace ticker;
using namespace ticker::test;

/// Clients that leave in the middle of things. Raw sockets, one real server.
class LeavingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void leavesAtEachByteOfARequest();
    void leavesWhilePollIsParked();
    void vanishingClients();
    void abortedHandshakes();

private:
    std::unique_ptr<RunningServer> m_server;
};

void LeavingTest::initTestCase()
{
    m_server = std::make_unique<RunningServer>(livelyConfig());
    QCOMPARE(m_server->status().state, ServerStatus::State::Listening);
}

void LeavingTest::leavesAtEachByteOfARequest()
{
    const QByteArray request = "POST /socket.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: localhost\r\n"
                               "Content-Length: 4\r\n\r\n40\x1e"
                               "1";
    for (qsizetype cut = 0; cut <= request.size(); ++cut) {
        RawClient client(m_server->port());
        client.send(request.left(cut));
        client.vanish();
    }
    QVERIFY(stillServes(m_server->port()));
    QVERIFY(m_server->sessionsGone());
}

void LeavingTest::leavesWhilePollIsParked()
{
    for (int i = 0; i < 20; ++i) {
        RawClient client(m_server->port());
        client.send(pollOpen);
        const QByteArray sid = sidOf(*client.readReply());
        client.send(get("/socket.io/?EIO=4&transport=polling&sid=" + sid));
        client.vanish();
        // The session ends with its poll; a late reply would be written to freed memory here.
        RawClient other(m_server->port());
        QVERIFY(QTest::qWaitFor([&] {
            other.send("POST /socket.io/?EIO=4&transport=polling&sid=" + sid
                       + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\n\r\n3");
            const auto reply = other.readReply();
            return reply && reply->status == 400 && reply->body.contains("\"code\":1");
        }));
    }
    QVERIFY(m_server->sessionsGone());
    QVERIFY(stillServes(m_server->port()));
}

/// A thousand clients that leave at random moments of handshake, poll and upgrade leave nothing behind.
void LeavingTest::vanishingClients()
{
    QRandomGenerator random(20'240'601);
    const auto maybeVanish = [&random](RawClient &client, const QByteArray &bytes) {
        const qsizetype cut = random.bounded(int(bytes.size() * 2));
        client.send(bytes.left(cut));
        if (cut < bytes.size())
            client.vanish();
        return cut < bytes.size();
    };
    for (int i = 0; i < 1000; ++i) {
        RawClient client(m_server->port());
        if (random.bounded(3) == 0) {
            if (!maybeVanish(client, upgrade + "\r\n" + clientFrame("40") + clientFrame("42[\"x\"]")))
                client.vanish();
            continue;
        }
        if (maybeVanish(client, pollOpen))
            continue;
        const auto open = client.readReply();
        QVERIFY(open);
        const QByteArray query = "/socket.io/?EIO=4&transport=polling&sid=" + sidOf(*open);
        RawClient second(m_server->port());
        if (random.bounded(2) == 0)
            maybeVanish(client, get(query));
        QByteArray probing = upgrade + "\r\n" + clientFrame("2probe") + clientFrame("5");
        probing.replace("transport=websocket", "transport=websocket&sid=" + sidOf(*open));
        if (random.bounded(2) == 0)
            maybeVanish(second, probing);
        else
            maybeVanish(second, "POST " + query + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n40");
        client.vanish();
        second.vanish();
    }
    QVERIFY(stillServes(m_server->port()));
    QVERIFY(m_server->sessionsGone());
}

/// Ten thousand clients that open a session, half of them by WebSocket, and reset the connection at once.
void LeavingTest::abortedHandshakes()
{
    constexpr int handshakes = 10'000;
    constexpr int atOnce = 500; // far below the limit of connections, which would have the next ones refused
    const auto descriptors = [] { return QDir(QStringLiteral("/proc/self/fd")).entryList().size(); };
    QVERIFY(m_server->sessionsGone());
    const qsizetype before = descriptors();
    for (int i = 0; i < handshakes; ++i) {
        RawClient client(m_server->port());
        client.send(i % 2 == 0 ? pollOpen : upgrade + "\r\n");
        client.vanish();
        if (i % atOnce == 0)
            QVERIFY(stillServes(m_server->port())); // it has taken those before, in their order
    }
    QVERIFY(stillServes(m_server->port()));
    QVERIFY(m_server->sessionsGone());
    QTRY_VERIFY2(descriptors() <= before, qPrintable(QStringLiteral("%1 were open").arg(before)));
}

TICKER_CORE_TEST(LeavingTest)
#include "tst_leaving.moc"
