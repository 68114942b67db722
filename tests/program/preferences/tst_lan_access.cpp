// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferences/lan_access.h"
#include "ticker/server_thread.h"
#include "ticker_test.h"

#include <QHostAddress>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>

using namespace ticker;

namespace {

ServerStatus listening(quint16 port)
{
    return {ServerStatus::State::Listening, QStringLiteral("http://127.0.0.1:%1/").arg(port), port, std::nullopt};
}

/// An address that is listened on in this test; the real ones differ from machine to machine.
LanAccess::Environment around(const QStringList &addresses)
{
    LanAccess::Environment environment;
    environment.interfaces = [addresses] {
        QList<LanAccess::Interface> interfaces;
        for (const QString &address : addresses)
            interfaces.append({QStringLiteral("eth0"), address});
        return interfaces;
    };
    environment.hasProgram = [](const QString &) { return false; };
    environment.lookInterval = std::chrono::milliseconds(50);
    environment.answerTimeout = std::chrono::milliseconds(1000);
    return environment;
}

ServerSnapshot clientFrom(const QString &address)
{
    ServerSnapshot snapshot;
    ClientRow row;
    row.address = address;
    snapshot.clients.append(row);
    return snapshot;
}

/// A whole server that listens on all addresses.
class OpenServer final
{
public:
    OpenServer()
    {
        ServerConfig config;
        config.listen.address = QStringLiteral("0.0.0.0");
        config.listen.port = 0;
        m_thread = std::make_unique<ServerThread>(config);
        QObject::connect(m_thread->server(), &TickerServer::statusChanged, &m_context,
                         [this](const ServerStatus &told) { status = told; });
        m_thread->start();
        if (!QTest::qWaitFor([this] { return status.state == ServerStatus::State::Listening; }, 10'000))
            qFatal("no server");
    }

    ServerStatus status;

private:
    QObject m_context;
    std::unique_ptr<ServerThread> m_thread;
};

} // namespace

/// By which addresses the network reaches the server, found out by asking it there.
class LanAccessTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAtEachAddressOfThisMachine();
    void closedOneKnowsNothing();
    void nobodyAnswers();
    void anotherProgramAnswers();
    void newAddressesAreFound();
    void firewallHint();
    void remoteClientEndsTheHint();
    void closesAfterItsTime();
    void anHourThatBeginsLater();
    void anHourOfAClockThatIsSetBack();
};

/// With a real server: what it is asked passes its check of the Host field, too.
void LanAccessTest::answersAtEachAddressOfThisMachine()
{
    const LanAccess::Environment machine = LanAccess::thisMachine();
    const QList<LanAccess::Interface> interfaces = machine.interfaces();
    for (const LanAccess::Interface &one : interfaces) {
        QVERIFY(!QHostAddress(one.address).isLoopback());
        QVERIFY(!one.address.contains(QLatin1Char('%')));
    }
    if (interfaces.isEmpty())
        QSKIP("this machine has no network");
    const OpenServer server;
    LanAccess lan(machine);
    lan.follow(server.status, true);
    QCOMPARE(lan.view().addresses.size(), interfaces.size());
    for (int i = 0; i < interfaces.size(); ++i) {
        QTRY_COMPARE(lan.view().addresses[i].state, LanAddress::State::Reachable);
        QVERIFY(lan.view().addresses[i].url.contains(interfaces[i].address));
        QVERIFY(lan.view().addresses[i].url.endsWith(QStringLiteral(":%1/").arg(server.status.port)));
    }
}

void LanAccessTest::closedOneKnowsNothing()
{
    LanAccess lan(around({QStringLiteral("127.0.0.2")}));
    const QSignalSpy changes(&lan, &LanAccess::changed);
    lan.follow(listening(8000), false);
    QCOMPARE(lan.view(), LanView());
    QCOMPARE(changes.size(), 0);
    const OpenServer server;
    lan.follow(server.status, true);
    QCOMPARE(lan.view().addresses.size(), 1);
    QTRY_VERIFY(lan.view().addresses.first().state != LanAddress::State::Asking);
    lan.follow(server.status, false);
    QCOMPARE(lan.view(), LanView());
    lan.follow(server.status, true);
    lan.follow({}, true); // it has stopped
    QCOMPARE(lan.view(), LanView());
}

void LanAccessTest::nobodyAnswers()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const quint16 port = server.serverPort();
    server.close();
    LanAccess lan(around({QStringLiteral("127.0.0.1")}));
    lan.follow(listening(port), true);
    QTRY_COMPARE(lan.view().addresses.first().state, LanAddress::State::Unreachable);
    QVERIFY(!lan.view().addresses.first().why.isEmpty());
    // It is asked again, and answers as soon as it can.
    QVERIFY(server.listen(QHostAddress::LocalHost, port));
    connect(&server, &QTcpServer::newConnection, this, [&server] {
        QTcpSocket *socket = server.nextPendingConnection();
        socket->write("HTTP/1.1 200 OK\r\nContent-Length: 21\r\n\r\n{\"name\":\"TickerTray\"}");
    });
    QTRY_COMPARE(lan.view().addresses.first().state, LanAddress::State::Reachable);
}

void LanAccessTest::anotherProgramAnswers()
{
    for (const QByteArray &answer : {QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi"),
                                     QByteArray("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1/\r\n"
                                                "Content-Length: 0\r\n\r\n")}) {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QTcpServer::newConnection, this,
                [&server, &answer] { server.nextPendingConnection()->write(answer); });
        LanAccess lan(around({QStringLiteral("127.0.0.1")}));
        lan.follow(listening(server.serverPort()), true);
        QTRY_COMPARE(lan.view().addresses.first().state, LanAddress::State::Unreachable);
        QCOMPARE(lan.view().addresses.first().why, QStringLiteral("another program answers"));
    }
}

void LanAccessTest::newAddressesAreFound()
{
    QStringList addresses{QStringLiteral("127.0.0.1")};
    LanAccess::Environment environment = around({});
    environment.interfaces = [&addresses] { return around(addresses).interfaces(); };
    LanAccess lan(environment);
    QSignalSpy changes(&lan, &LanAccess::addressesChanged);
    lan.follow(listening(9), true);
    QCOMPARE(changes.size(), 1);
    addresses.append(QStringLiteral("127.0.0.2"));
    QTRY_COMPARE(lan.view().addresses.size(), 2);
    QCOMPARE(changes.size(), 2);
    addresses.clear();
    QTRY_COMPARE(lan.view().addresses.size(), 0);
}

void LanAccessTest::firewallHint()
{
    for (const QString &has : {QString(), QStringLiteral("ufw"), QStringLiteral("firewall-cmd")}) {
        LanAccess::Environment environment = around({});
        environment.firewallHint = std::chrono::milliseconds(20);
        environment.hasProgram = [has](const QString &name) { return name == has; };
        LanAccess lan(environment);
        lan.follow(listening(8123), true);
        QVERIFY(lan.view().firewallCommands.isEmpty());
        QTRY_VERIFY(!lan.view().firewallCommands.isEmpty());
        const QString commands = lan.view().firewallCommands.join(QLatin1Char('\n'));
        QCOMPARE(commands.contains(QStringLiteral("sudo ufw allow 8123/tcp")), has != QLatin1String("firewall-cmd"));
        QCOMPARE(commands.contains(QStringLiteral("sudo firewall-cmd --add-port=8123/tcp")),
                 has != QLatin1String("ufw"));
    }
    LanAccess::Environment environment = around({});
    QVERIFY(environment.firewallHint >= std::chrono::seconds(20));
}

void LanAccessTest::remoteClientEndsTheHint()
{
    LanAccess::Environment environment = around({QStringLiteral("192.0.2.2")});
    environment.firewallHint = std::chrono::milliseconds(20);
    LanAccess lan(environment);
    lan.follow(listening(8123), true);
    // None of these comes from elsewhere.
    for (const char *own : {"127.0.0.1", "::1", "192.0.2.2"})
        lan.showSnapshot(clientFrom(QString::fromLatin1(own)));
    QTRY_VERIFY(!lan.view().firewallCommands.isEmpty());
    lan.showSnapshot(clientFrom(QStringLiteral("192.0.2.77")));
    QVERIFY(lan.view().firewallCommands.isEmpty());
}

/// Once, and not before.
void LanAccessTest::closesAfterItsTime()
{
    LanAccess::Environment environment = around({QStringLiteral("127.0.0.2")});
    environment.openTime = std::chrono::milliseconds(300);
    LanAccess lan(environment);
    const QSignalSpy closings(&lan, &LanAccess::closingDue);
    lan.setForAnHour(true);
    QVERIFY(!lan.view().closesAt.isValid()); // it is closed
    const QDateTime before = QDateTime::currentDateTime();
    lan.follow(listening(8000), true);
    QVERIFY(lan.view().closesAt >= before.addMSecs(300));
    QTRY_COMPARE(closings.size(), 1);
    QVERIFY(QDateTime::currentDateTime() >= before.addMSecs(300));
    QVERIFY(!lan.view().closesAt.isValid());
    const QSignalSpy changes(&lan, &LanAccess::changed);
    lan.follow({}, true);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(closings.size(), 1);
}

void LanAccessTest::anHourThatBeginsLater()
{
    LanAccess lan(around({QStringLiteral("127.0.0.2")}));
    lan.follow(listening(8000), true);
    QVERIFY(!lan.view().closesAt.isValid());
    const QSignalSpy changes(&lan, &LanAccess::changed);
    lan.setForAnHour(true);
    QCOMPARE(changes.size(), 1);
    const qint64 left = QDateTime::currentDateTime().msecsTo(lan.view().closesAt);
    QVERIFY2(left > 3'590'000 && left <= 3'600'000, qPrintable(QString::number(left)));
    lan.setForAnHour(false);
    QVERIFY(!lan.view().closesAt.isValid());
}

/// It is over in time all the same.
void LanAccessTest::anHourOfAClockThatIsSetBack()
{
    LanAccess::Environment environment = around({QStringLiteral("127.0.0.2")});
    environment.openTime = std::chrono::milliseconds(300);
    QDateTime wall = QDateTime::currentDateTime();
    environment.now = [&wall] { return wall; };
    LanAccess lan(environment);
    const QSignalSpy closings(&lan, &LanAccess::closingDue);
    lan.setForAnHour(true);
    lan.follow(listening(8000), true);
    QCOMPARE(lan.view().closesAt, wall.addMSecs(300));
    wall = wall.addDays(-1);
    QTRY_COMPARE(closings.size(), 1);
}

TICKER_CORE_TEST(LanAccessTest)
#include "tst_lan_access.moc"
