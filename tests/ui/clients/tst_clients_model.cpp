// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clients/client_cells.h"
#include "clients/clients_model.h"
#include "model_mirror.h"
#include "samples.h"
#include "ticker_test.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSignalSpy>

#include <algorithm>

using namespace ticker;

namespace {

QList<ClientRow> rowsOf(std::initializer_list<quint64> ids)
{
    QList<ClientRow> rows;
    for (const quint64 id : ids)
        rows.append(samples::client(id));
    return rows;
}

QList<ClientRow> manyRows(int count)
{
    QList<ClientRow> rows;
    for (int id = 1; id <= count; ++id)
        rows.append(samples::client(quint64(id)));
    return rows;
}

} // namespace

class TestClientsModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void columnsAndHeaders();
    void cellsForPeopleAndExact();
    void clientsWordsAreNotMarkup();
    void tellsOnlyRangesThatChanged();
    void tellsOnlyColumnsThatChanged();
    void sameSnapshotIsSilent();
    void ageIsToldEverySecond();
    void replacedServer();
    void randomSnapshots_data();
    void randomSnapshots();
    void manyScatteredChangesKeepSelection();
    void scatteredInsertions();
    void tenThousandRows();
};

void TestClientsModel::columnsAndHeaders()
{
    ClientsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRows(rowsOf({1, 2}));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.columnCount(), int(ClientsModel::COLUMN_COUNT));
    QCOMPARE(model.rowCount(model.index(0, 0)), 0);
    QCOMPARE(model.columnCount(model.index(0, 0)), 0);
    QStringList headers;
    for (int column = 0; column < ClientsModel::COLUMN_COUNT; ++column)
        headers.append(model.headerData(column, Qt::Horizontal).toString());
    QCOMPARE(headers.size(), QSet<QString>(headers.cbegin(), headers.cend()).size());
    QVERIFY(!headers.contains(QString()));
    QVERIFY(!model.headerData(ClientsModel::COLUMN_COUNT, Qt::Horizontal).isValid());
    QVERIFY(!model.headerData(0, Qt::Vertical).isValid());
}

void TestClientsModel::cellsForPeopleAndExact()
{
    ClientsModel model;
    ClientRow row = samples::client(1);
    row.unsentBytes = 2'048;
    row.ticksMerged = 7;
    row.ticksPerSecond = 0;
    row.roundTrip = std::chrono::nanoseconds(-1);
    row.address = QStringLiteral("::1");
    model.setRows({row});
    const auto cell = [&model](int column, int role = Qt::DisplayRole) { return model.index(0, column).data(role); };

    QCOMPARE(cell(ClientsModel::Address).toString(), QStringLiteral("::1"));
    QCOMPARE(cell(ClientsModel::Address, Qt::ToolTipRole).toString(), QStringLiteral("<span>[::1]:40001</span>"));
    QCOMPARE(cell(ClientsModel::Transport).toString(), QStringLiteral("socket.io/websocket"));
    QCOMPARE(cell(ClientsModel::ConnectedFor).toString(), QStringLiteral("3 min 20 s"));
    QCOMPARE(cell(ClientsModel::TicksSent).toString(), QStringLiteral("4,000"));
    QCOMPARE(cell(ClientsModel::TicksSent, Qt::ToolTipRole).toString(),
             QStringLiteral("<span>4,000 ticks sent, 7 replaced by newer ones before they were sent</span>"));
    QCOMPARE(cell(ClientsModel::Bytes).toString(), QStringLiteral("1.2 MB"));
    QCOMPARE(cell(ClientsModel::Bytes, Qt::ToolTipRole).toString(), QStringLiteral("<span>1,234,567 bytes</span>"));
    QCOMPARE(cell(ClientsModel::Unsent).toString(), QStringLiteral("2.0 kB"));
    QCOMPARE(cell(ClientsModel::Events).toString(), QStringLiteral("0"));
    QCOMPARE(cell(ClientsModel::Merged).toString(), QStringLiteral("7"));
    QCOMPARE(cell(ClientsModel::Rate).toString(), QStringLiteral("0"));
    QCOMPARE(cell(ClientsModel::RoundTrip).toString(), QStringLiteral("–"));
    row.ticksPerSecond = 19.98;
    row.roundTrip = std::chrono::microseconds(1'234);
    model.setRows({row});
    QCOMPARE(cell(ClientsModel::Rate).toString(), QStringLiteral("20"));
    QCOMPARE(cell(ClientsModel::RoundTrip).toString(), QStringLiteral("1.2 ms"));
    const auto subscriptions = [&](bool headline, const Subscription &subscription) {
        row.getsHeadline = headline;
        row.subscription = subscription;
        model.setRows({row});
        return cell(ClientsModel::Subscriptions).toString();
    };
    QCOMPARE(subscriptions(false, {}), QString());
    QCOMPARE(subscriptions(true, {}), QStringLiteral("headline"));
    QCOMPARE(subscriptions(true, {12, true, {}}), QStringLiteral("headline, *"));
    QCOMPARE(subscriptions(false, {2, false, QStringLiteral("ACME, TEAPOT")}), QStringLiteral("ACME, TEAPOT"));
    QCOMPARE(subscriptions(false, {5, false, {}}), QStringLiteral("5 instruments"));
    row.unknownEvents = 1'200;
    row.lastUnknownEvent = QStringLiteral("buy <b>");
    model.setRows({row});
    QCOMPARE(cell(ClientsModel::Events).toString(), QStringLiteral("1,200"));
    QCOMPARE(cell(ClientsModel::Events, Qt::ToolTipRole).toString(),
             QStringLiteral("<span>1,200, the last one: &quot;buy &lt;b&gt;&quot;</span>"));
    QCOMPARE(cell(0, ClientsModel::IdRole).toULongLong(), 1U);
    QVERIFY(cell(ClientsModel::Bytes, Qt::TextAlignmentRole).value<Qt::Alignment>().testFlag(Qt::AlignRight));
}

void TestClientsModel::clientsWordsAreNotMarkup()
{
    ClientsModel model;
    ClientRow row = samples::client(1);
    row.userAgent = QStringLiteral("<img src='file:///etc/passwd'>\r\n\tx") + QString(20'000, QLatin1Char('y'));
    model.setRows({row});
    const QModelIndex cell = model.index(0, ClientsModel::UserAgent);
    QVERIFY(cell.data(Qt::ToolTipRole).toString().startsWith(QStringLiteral("<span>&lt;img src=")));
    QVERIFY(cell.data().toString().size() <= 300);
    QVERIFY(!cell.data().toString().contains(QLatin1Char('\n')));
    row.userAgent.clear();
    model.setRows({row});
    QCOMPARE(cell.data().toString(), QStringLiteral("–"));
}

void TestClientsModel::tellsOnlyRangesThatChanged()
{
    ClientsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRows(rowsOf({1, 2, 3, 4, 5, 6, 7}));
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);

    model.setRows(rowsOf({1, 4, 5, 7, 8, 9}));
    QCOMPARE(reset.count(), 0);
    QCOMPARE(removed.count(), 2); // 6, then 2 and 3
    QCOMPARE(removed.at(0).at(1).toInt(), 5);
    QCOMPARE(removed.at(0).at(2).toInt(), 5);
    QCOMPARE(removed.at(1).at(1).toInt(), 1);
    QCOMPARE(removed.at(1).at(2).toInt(), 2);
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(inserted.at(0).at(1).toInt(), 4);
    QCOMPARE(inserted.at(0).at(2).toInt(), 5);
}

void TestClientsModel::tellsOnlyColumnsThatChanged()
{
    ClientsModel model;
    QList<ClientRow> rows = rowsOf({1, 2, 3, 4});
    model.setRows(rows);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);

    rows[1].ticksSent += 1;
    rows[2].ticksSent += 1;
    rows[1].unsentBytes += 1;
    rows[2].unsentBytes += 1;
    model.setRows(rows);
    QCOMPARE(changed.count(), 2); // ticks and unsent, with bytes between them untouched
    QCOMPARE(changed.at(0).at(0).toModelIndex(), model.index(1, ClientsModel::TicksSent));
    QCOMPARE(changed.at(0).at(1).toModelIndex(), model.index(2, ClientsModel::TicksSent));
    QCOMPARE(changed.at(1).at(0).toModelIndex(), model.index(1, ClientsModel::Unsent));
    QCOMPARE(changed.at(1).at(1).toModelIndex(), model.index(2, ClientsModel::Unsent));
}

void TestClientsModel::sameSnapshotIsSilent()
{
    ClientsModel model;
    model.setRows(manyRows(100));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setRows(manyRows(100));
    QCOMPARE(changed.count(), 0);
}

void TestClientsModel::ageIsToldEverySecond()
{
    using namespace std::chrono_literals;
    ClientsModel model;
    QList<ClientRow> rows = rowsOf({1});
    model.setRows(rows);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    for (int i = 0; i < 10; ++i) {
        rows[0].connectedFor += 100ms;
        model.setRows(rows);
    }
    QCOMPARE(changed.count(), 1);
    QCOMPARE(model.index(0, ClientsModel::ConnectedFor).data().toString(), QStringLiteral("3 min 21 s"));
}

void TestClientsModel::replacedServer()
{
    ClientsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRows(rowsOf({10, 11, 12}));
    model.setRows(rowsOf({1, 2}));
    QCOMPARE(model.rows(), rowsOf({1, 2}));
    model.setRows({});
    QCOMPARE(model.rowCount(), 0);
    model.setRows({});
}

void TestClientsModel::randomSnapshots_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<int>("size");
    for (quint32 seed = 1; seed <= 4; ++seed) {
        QTest::addRow("small, seed %u", seed) << seed << 12;
        QTest::addRow("scattered, seed %u", seed) << seed << 120;
    }
}

void TestClientsModel::randomSnapshots()
{
    QFETCH(quint32, seed);
    QFETCH(int, size);
    QRandomGenerator random(seed);
    ClientsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const ModelMirror mirror(&model);
    QList<ClientRow> rows;
    for (int step = 0; step < 60; ++step) {
        // Ids come and go anywhere, not only at the end as a server's do.
        QList<ClientRow> next;
        const quint32 stay = random.bounded(101U);
        for (int id = 1; id <= size; ++id) {
            const auto old = std::ranges::find(rows, quint64(id), &ClientRow::id);
            const bool wasThere = old != rows.end();
            if (random.bounded(100U) >= (wasThere ? stay : 100 - stay))
                continue;
            ClientRow row = wasThere ? *old : samples::client(quint64(id));
            row.connectedFor += std::chrono::milliseconds(random.bounded(700));
            row.ticksSent += random.bounded(2U);
            row.bytesSent += random.bounded(3U) == 0 ? 5'000 : 0;
            row.unsentBytes = qint64(random.bounded(3U)) * 1000;
            next.append(row);
        }
        rows = next;
        model.setRows(rows);
        QCOMPARE(model.rows(), rows);
        QCOMPARE(mirror.rows(), textsOf(rows));
    }
}

void TestClientsModel::manyScatteredChangesKeepSelection()
{
    ClientsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRows(manyRows(1000));
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    const QPersistentModelIndex kept(model.index(500, 0)); // id 501
    const QPersistentModelIndex gone(model.index(501, 0)); // id 502

    QList<ClientRow> odd;
    for (const ClientRow &row : manyRows(1000)) {
        if (row.id % 2 == 1)
            odd.append(row);
    }
    model.setRows(odd);
    QCOMPARE(removed.count(), 1);
    QVERIFY(kept.isValid());
    QCOMPARE(kept.data(ClientsModel::IdRole).toULongLong(), 501U);
    QVERIFY(!gone.isValid());
}

void TestClientsModel::scatteredInsertions()
{
    ClientsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QList<ClientRow> all = manyRows(1000);
    QList<ClientRow> even;
    for (const ClientRow &row : all) {
        if (row.id % 2 == 0)
            even.append(row);
    }
    model.setRows(even);
    const QPersistentModelIndex kept(model.index(249, 0)); // id 500
    model.setRows(all);
    QCOMPARE(model.rows(), all);
    QCOMPARE(kept.data(ClientsModel::IdRole).toULongLong(), 500U);
}

void TestClientsModel::tenThousandRows()
{
    // Bounds far above what an optimised build needs: they catch a step that is no longer linear.
    constexpr qint64 bound = 1500;
    ClientsModel model;
    model.sort(ClientsModel::Bytes);
    QElapsedTimer clock;
    const auto timed = [&](const char *what, const QList<ClientRow> &rows) {
        clock.start();
        model.setRows(rows);
        qInfo("%s: %lld ms", what, clock.elapsed());
        return clock.elapsed() < bound;
    };
    QList<ClientRow> rows = manyRows(10'000);
    QVERIFY(timed("10,000 join", rows));
    for (ClientRow &row : rows) {
        row.ticksSent += 1;
        row.bytesSent += 30;
        row.connectedFor += std::chrono::seconds(1);
    }
    QVERIFY(timed("all change alike", rows));
    for (ClientRow &row : rows)
        row.unsentBytes += qint64(row.id % 3);
    QVERIFY(timed("every third stays", rows));
    QList<ClientRow> odd;
    std::ranges::copy_if(rows, std::back_inserter(odd), [](const ClientRow &row) { return row.id % 2 == 1; });
    QVERIFY(timed("every second leaves", odd));
    QVERIFY(timed("all leave", {}));
}

TICKER_CORE_TEST(TestClientsModel)
#include "tst_clients_model.moc"
