// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clients/clients_model.h"
#include "model_mirror.h"
#include "samples.h"
#include "ticker_test.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>

#include <algorithm>

using namespace ticker;

/// The model while it is sorted: new snapshots come, and rows change places.
class TestClientsSorting final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void newSnapshotsReorder();
    void sameOrderIsSilent();
    void randomSnapshots_data();
    void randomSnapshots();
};

namespace {

QList<quint64> idsOf(const ClientsModel &model)
{
    QList<quint64> ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids.append(model.index(row, 0).data(ClientsModel::IdRole).toULongLong());
    return ids;
}

QList<ClientRow> threeRows()
{
    QList<ClientRow> rows{samples::client(1), samples::client(2), samples::client(3)};
    rows[0].bytesSent = 9;
    rows[1].bytesSent = 1'000'000;
    rows[2].bytesSent = 20'000;
    return rows;
}

/// Ids come and go anywhere, not only at the end as a server's do.
QList<ClientRow> nextRows(const QList<ClientRow> &rows, int size, QRandomGenerator *random)
{
    QList<ClientRow> next;
    const quint32 stay = random->bounded(101U);
    for (int id = 1; id <= size; ++id) {
        const auto old = std::ranges::find(rows, quint64(id), &ClientRow::id);
        const bool wasThere = old != rows.end();
        if (random->bounded(100U) >= (wasThere ? stay : 100 - stay))
            continue;
        ClientRow row = wasThere ? *old : samples::client(quint64(id));
        row.ticksSent += random->bounded(2U);
        row.bytesSent = random->bounded(50U); // any order
        next.append(row);
    }
    return next;
}

} // namespace

void TestClientsSorting::newSnapshotsReorder()
{
    ClientsModel model;
    QList<ClientRow> rows = threeRows();
    model.setRows(rows);
    QCOMPARE(idsOf(model), QList<quint64>({1, 2, 3}));
    model.sort(ClientsModel::Bytes, Qt::DescendingOrder);
    QCOMPARE(idsOf(model), QList<quint64>({2, 3, 1}));
    rows[0].bytesSent = 2'000'000;
    model.setRows(rows);
    QCOMPARE(idsOf(model), QList<quint64>({1, 2, 3}));
    QCOMPARE(model.index(0, ClientsModel::Bytes).data().toString(), QStringLiteral("2.0 MB"));
    model.sort(-1);
    QCOMPARE(idsOf(model), QList<quint64>({1, 2, 3}));
}

void TestClientsSorting::sameOrderIsSilent()
{
    ClientsModel model;
    QList<ClientRow> rows = threeRows();
    model.setRows(rows);
    model.sort(ClientsModel::Bytes);
    QSignalSpy layouts(&model, &QAbstractItemModel::layoutChanged);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    for (ClientRow &row : rows)
        row.bytesSent += 10;
    model.setRows(rows);
    QCOMPARE(layouts.count(), 0);
    QCOMPARE(changes.count(), 1); // one column of all rows
}

void TestClientsSorting::randomSnapshots_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<int>("size");
    for (quint32 seed = 1; seed <= 4; ++seed) {
        QTest::addRow("small, seed %u", seed) << seed << 12;
        QTest::addRow("scattered, seed %u", seed) << seed << 120;
    }
}

void TestClientsSorting::randomSnapshots()
{
    QFETCH(quint32, seed);
    QFETCH(int, size);
    QRandomGenerator random(seed);
    ClientsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const ModelMirror mirror(&model);
    model.sort(ClientsModel::Bytes, Qt::DescendingOrder);
    QList<ClientRow> rows;
    for (int step = 0; step < 60; ++step) {
        const QPersistentModelIndex followed(model.index(model.rowCount() / 2, ClientsModel::Bytes));
        const auto id = followed.data(ClientsModel::IdRole).toULongLong();
        rows = nextRows(rows, size, &random);
        model.setRows(rows);
        QList<ClientRow> sorted = rows;
        std::ranges::stable_sort(sorted, std::greater<>(), &ClientRow::bytesSent);
        QCOMPARE(mirror.rows(), textsOf(sorted));
        // Who is selected stays so wherever it moves.
        QCOMPARE(followed.isValid(), std::ranges::find(rows, id, &ClientRow::id) != rows.end());
        if (followed.isValid())
            QCOMPARE(followed.data(ClientsModel::IdRole).toULongLong(), id);
    }
}

TICKER_CORE_TEST(TestClientsSorting)
#include "tst_clients_sorting.moc"
