// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "port/port_owner.h"
#include "ticker_test.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTcpServer>

using namespace ticker;

namespace {

/// As Linux writes it: a head, and lines with spaces at their end.
const QByteArray table = QByteArrayLiteral(
    "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n"
    "   0: 0100007F:1F40 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 51001 1 0 100 0 0 10 "
    "0\n"
    "   1: 00000000:0016 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 51002 1 0 100 0 0 10 "
    "0\n"
    "   2: 0100007F:1F40 0100007F:C001 01 00000000:00000000 00:00000000 00000000  1000        0 51003 1 0 20 4 30 10 "
    "-1\n"
    "   3: 00000000000000000000000001000000:1F40 00000000000000000000000000000000:0000 0A 00000000:00000000 "
    "00:00000000 "
    "00000000  1000        0 51004 1 0 100 0 0 10 0\n");

} // namespace

class PortOwnerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listenersOfAPort();
    void cutAnywhere();
    void strangeTables_data();
    void strangeTables();
    void findsItself_data();
    void findsItself();
    void nobody();
};

void PortOwnerTest::listenersOfAPort()
{
    QCOMPARE(listeningInodes(table, 8000), (QList<QByteArray>{"51001", "51004"}));
    QCOMPARE(listeningInodes(table, 22), QList<QByteArray>{"51002"});
    QCOMPARE(listeningInodes(table, 8001), QList<QByteArray>());
    QCOMPARE(listeningInodes(table, 49153), QList<QByteArray>()); // connected, and at the other end
}

void PortOwnerTest::cutAnywhere()
{
    for (qsizetype length = 0; length <= table.size(); ++length) {
        const QList<QByteArray> found = listeningInodes(table.left(length), 8000);
        QVERIFY(found.size() <= 2);
        for (const QByteArray &inode : found)
            QVERIFY(QByteArray("51001").startsWith(inode) || QByteArray("51004").startsWith(inode));
    }
}

void PortOwnerTest::strangeTables_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("zeros") << QByteArray(100, '\0');
    QTest::newRow("no port") << QByteArray("0: 0100007F 0 0A 0 0 0 0 0 51001");
    QTest::newRow("port too large") << QByteArray("0: 0100007F:11F40 0 0A 0 0 0 0 0 51001");
    QTest::newRow("inode of letters") << QByteArray("0: 0100007F:1F40 0 0A 0 0 0 0 0 5100l");
    QTest::newRow("no inode") << QByteArray("0: 0100007F:1F40 0 0A 0 0 0 0 0");
}

void PortOwnerTest::strangeTables()
{
    QFETCH(QByteArray, line);
    QCOMPARE(listeningInodes(line, 8000), QList<QByteArray>());
}

void PortOwnerTest::findsItself_data()
{
    QTest::addColumn<QHostAddress>("address");
    QTest::newRow("IPv4") << QHostAddress(QHostAddress::LocalHost);
    QTest::newRow("IPv6") << QHostAddress(QHostAddress::LocalHostIPv6);
}

void PortOwnerTest::findsItself()
{
#ifndef Q_OS_LINUX
    QSKIP("only Linux tells");
#endif
    QFETCH(QHostAddress, address);
    QTcpServer server;
    if (!server.listen(address))
        QSKIP("this computer does not have that address");
    const PortOwner self{QFileInfo(QCoreApplication::applicationFilePath()).fileName(),
                         QCoreApplication::applicationPid()};
    const std::optional<PortOwner> owner = findPortOwner(server.serverPort());
    QVERIFY(owner);
    QCOMPARE(owner->program, self.program);
    QCOMPARE(owner->process, self.process);
}

void PortOwnerTest::nobody()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const quint16 port = server.serverPort();
    server.close();
    QVERIFY(!findPortOwner(port));
}

TICKER_CORE_TEST(PortOwnerTest)
#include "tst_port_owner.moc"
