// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/named_clients.h"
#include "ticker_test.h"

using namespace ticker;

namespace {

QString nameOf(int number)
{
    return QStringLiteral("client %1").arg(number);
}

struct NamesBench final
{
    qint64 time = 1000;
    quint64 seq = 0;
    NamedClients names{3, {[this] { return time; }, [this] { return seq; }}};
};

} // namespace

class NamedClientsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatBecameOfThem();
    void noNameIsNoClient();
    void severalAtOnce();
    void oldestAreForgotten();
    void whoIsThereIsKept();
};

void NamedClientsTest::whatBecameOfThem()
{
    NamesBench bench;
    bench.names.came(nameOf(1));
    QCOMPARE(*bench.names.find(nameOf(1)), (ClientHistory{1, 1, 0, 0, {}}));
    bench.seq = 42;
    bench.names.ended(nameOf(1), DisconnectReason::ConnectionLost);
    QCOMPARE(*bench.names.find(nameOf(1)), (ClientHistory{1, 0, 1000, 42, DisconnectReason::ConnectionLost}));
    bench.seq = 50;
    bench.names.came(nameOf(1));
    QCOMPARE(*bench.names.find(nameOf(1)), (ClientHistory{2, 1, 1000, 42, DisconnectReason::ConnectionLost}));
}

void NamedClientsTest::noNameIsNoClient()
{
    NamesBench bench;
    bench.names.came({});
    bench.names.ended({}, DisconnectReason::ClientClosed);
    QVERIFY(!bench.names.find({}));
    QCOMPARE(bench.names.size(), std::size_t(0));
}

void NamedClientsTest::severalAtOnce()
{
    NamesBench bench;
    bench.names.came(nameOf(1));
    bench.names.came(nameOf(1));
    bench.names.ended(nameOf(1), DisconnectReason::Kicked);
    QCOMPARE(*bench.names.find(nameOf(1)), (ClientHistory{2, 1, 1000, 0, DisconnectReason::Kicked}));
}

void NamedClientsTest::oldestAreForgotten()
{
    NamesBench bench;
    for (int i = 1; i <= 10; ++i) {
        bench.names.came(nameOf(i));
        ++bench.time;
        bench.names.ended(nameOf(i), DisconnectReason::ClientClosed);
    }
    QCOMPARE(bench.names.size(), std::size_t(3));
    QVERIFY(!bench.names.find(nameOf(7)) && bench.names.find(nameOf(8)) && bench.names.find(nameOf(10)));
}

void NamedClientsTest::whoIsThereIsKept()
{
    NamesBench bench;
    for (int i = 1; i <= 5; ++i)
        bench.names.came(nameOf(i));
    QCOMPARE(bench.names.size(), std::size_t(5));
    bench.names.ended(nameOf(3), DisconnectReason::ClientClosed);
    bench.names.came(nameOf(6));
    QVERIFY(!bench.names.find(nameOf(3)) && bench.names.find(nameOf(1)));
}

TICKER_TEST(NamedClientsTest)
#include "tst_named_clients.moc"
