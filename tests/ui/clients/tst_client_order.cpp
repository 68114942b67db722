// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clients/client_order.h"
#include "clients/clients_model.h"
#include "samples.h"
#include "ticker_test.h"

#include <QRandomGenerator>

#include <algorithm>
#include <limits>
#include <numeric>

using namespace ticker;

namespace {

/// Few different values, so that many are equal, with the largest and smallest among them.
QList<ClientRow> mixedRows(int count, QRandomGenerator *random)
{
    using Number = std::numeric_limits<quint64>;
    QList<ClientRow> rows;
    for (int id = 1; id <= count; ++id) {
        ClientRow row = samples::client(quint64(id));
        row.address = QStringLiteral("127.0.0.%1").arg(random->bounded(9));
        row.name = random->bounded(3) == 0 ? QString() : QStringLiteral("name %1").arg(random->bounded(5));
        row.userAgent = random->bounded(3) == 0 ? QString() : QStringLiteral("agent %1").arg(random->bounded(5));
        row.connectedFor = std::chrono::milliseconds(random->bounded(5));
        row.getsHeadline = random->bounded(2) == 0;
        row.subscription.instruments = quint16(random->bounded(3));
        row.ticksPerSecond = random->bounded(4) / 2.0;
        row.ticksMerged = random->bounded(3U);
        row.roundTrip = std::chrono::nanoseconds(random->bounded(4) - 1);
        row.ticksSent = random->bounded(2) == 0 ? Number::max() - random->bounded(3U) : random->bounded(3U);
        row.bytesSent = random->bounded(7U);
        row.unsentBytes = qint64(random->bounded(5)) - 2;
        row.unknownEvents = random->bounded(2U);
        rows.append(row);
    }
    return rows;
}

/// Negative, zero or positive, by another way than the program's.
int compare(const ClientRow &left, const ClientRow &right, int column)
{
    const auto sign = [](const auto &a, const auto &b) { return a < b ? -1 : int(b < a); };
    switch (column) {
    case ClientsModel::Address:
        return sign(left.address, right.address);
    case ClientsModel::Name:
        return sign(left.name, right.name);
    case ClientsModel::Transport:
        return sign(transportName(left.transport), transportName(right.transport));
    case ClientsModel::UserAgent:
        return sign(left.userAgent, right.userAgent);
    case ClientsModel::ConnectedFor:
        return sign(left.connectedFor, right.connectedFor);
    case ClientsModel::Subscriptions:
        return sign(std::pair(left.subscription.instruments, left.getsHeadline),
                    std::pair(right.subscription.instruments, right.getsHeadline));
    case ClientsModel::Rate:
        return sign(left.ticksPerSecond, right.ticksPerSecond);
    case ClientsModel::Merged:
        return sign(left.ticksMerged, right.ticksMerged);
    case ClientsModel::RoundTrip:
        return sign(left.roundTrip, right.roundTrip);
    case ClientsModel::TicksSent:
        return sign(left.ticksSent, right.ticksSent);
    case ClientsModel::Bytes:
        return sign(left.bytesSent, right.bytesSent);
    case ClientsModel::Unsent:
        return sign(left.unsentBytes, right.unsentBytes);
    case ClientsModel::Events:
        return sign(left.unknownEvents, right.unknownEvents);
    default:
        return 0;
    }
}

std::vector<int> asTheyCame(const QList<ClientRow> &rows)
{
    std::vector<int> indexes(std::size_t(rows.size()));
    std::iota(indexes.begin(), indexes.end(), 0);
    return indexes;
}

std::vector<int> expected(const QList<ClientRow> &rows, const ClientOrder &order)
{
    std::vector<int> indexes = asTheyCame(rows);
    std::ranges::stable_sort(indexes, [&](int left, int right) {
        const int compared = compare(rows.at(left), rows.at(right), order.column);
        return order.direction == Qt::AscendingOrder ? compared < 0 : compared > 0;
    });
    return indexes;
}

} // namespace

class TestClientOrder final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachColumn_data();
    void eachColumn();
    void newOnesStandAtTheEnd_data() { eachColumn_data(); }
    void newOnesStandAtTheEnd();
    void nothing();
};

void TestClientOrder::eachColumn_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<Qt::SortOrder>("direction");
    for (int column = -1; column < ClientsModel::COLUMN_COUNT; ++column) {
        QTest::addRow("%d up", column) << column << Qt::AscendingOrder;
        QTest::addRow("%d down", column) << column << Qt::DescendingOrder;
    }
}

void TestClientOrder::eachColumn()
{
    QFETCH(int, column);
    QFETCH(Qt::SortOrder, direction);
    QRandomGenerator random(1);
    const ClientOrder order{column, direction};
    const QList<ClientRow> rows = mixedRows(200, &random);
    std::vector<int> indexes = asTheyCame(rows);
    std::shuffle(indexes.begin(), indexes.end(), random);
    QVERIFY(order.sort(&indexes, rows));
    QCOMPARE(indexes, expected(rows, order));
    QVERIFY(!order.sort(&indexes, rows)); // and says that nothing moved
    QCOMPARE(indexes, expected(rows, order));
}

void TestClientOrder::newOnesStandAtTheEnd()
{
    QFETCH(int, column);
    QFETCH(Qt::SortOrder, direction);
    QRandomGenerator random(2);
    const ClientOrder order{column, direction};
    const QList<ClientRow> rows = mixedRows(200, &random);
    constexpr int known = 180;
    std::vector<int> indexes = expected(rows.mid(0, known), order);
    for (int index = known; index < rows.size(); ++index)
        indexes.push_back(index);
    QCOMPARE(order.sort(&indexes, rows), column >= 0); // as they came they stand rightly
    QCOMPARE(indexes, expected(rows, order));
}

void TestClientOrder::nothing()
{
    std::vector<int> none;
    for (int column = -1; column < ClientsModel::COLUMN_COUNT; ++column)
        QVERIFY(!(ClientOrder{column, Qt::DescendingOrder}).sort(&none, {}));
}

TICKER_CORE_TEST(TestClientOrder)
#include "tst_client_order.moc"
