// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_choice.h"
#include "market_samples.h"
#include "table/prices_model.h"
#include "table/prices_order.h"
#include "ticker_test.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace ticker;

namespace {

using Model = PricesModel;

/// A model with a chart that takes what it is given.
struct Bench final
{
    explicit Bench(int instruments = 3)
    {
        model.setInstruments(samples::instruments(instruments), true);
        model.showPrices(samples::market(instruments).prices);
    }

    [[nodiscard]] QString text(int row, Model::Column column) const
    {
        return model.index(row, column).data().toString();
    }
    [[nodiscard]] QString ordered(int row, Model::Column column = Model::Symbol) const
    {
        return order.index(row, column).data().toString();
    }
    [[nodiscard]] QVariant data(int row, Model::Column column, int role) const
    {
        return model.index(row, column).data(role);
    }

    QStringList inChart;
    PricesModel model{{[this](const QString &symbol) { return int(inChart.indexOf(symbol)); },
                       [this](const QString &symbol, bool in) {
                           if (in)
                               inChart.append(symbol);
                           else
                               inChart.removeOne(symbol);
                           model.tellChart();
                       }}};
    PricesOrder order{&model};
    QAbstractItemModelTester tester{&model};
    QAbstractItemModelTester orderTester{&order};
};

} // namespace

class TestPricesModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void showsInstruments();
    void directionIsNotToldByColourAlone();
    void beforeTheFirstTrade();
    void pricesBelowZero();
    void sizesWithDecimals();
    void tellsOnlyTheCellsThatChanged();
    void manyChangesAreOneSignal();
    void flashesBriefly();
    void flashesAtMostThreeTimesASecond();
    void doesNotFlashWithoutAnimations();
    void checkBoxesChoose();
    void anotherTapeForgetsPrices();
    void moreInstrumentsKeepPrices();
    void pricesOfAnotherMarketAreIgnored();
    void sortsByNumbers();
    void findsByWords();
};

void TestPricesModel::showsInstruments()
{
    const Bench bench;
    QCOMPARE(bench.model.rowCount(), 3);
    QCOMPARE(bench.text(0, Model::Symbol), QStringLiteral("ACME"));
    QCOMPARE(bench.text(0, Model::Name), QStringLiteral("ACME Works"));
    QCOMPARE(bench.text(0, Model::Price), QStringLiteral("▲ 100"));
    QCOMPARE(bench.text(0, Model::Change), QStringLiteral("+3"));
    QCOMPARE(bench.text(0, Model::ChangePercent), QStringLiteral("+3.09 %"));
    QCOMPARE(bench.text(1, Model::Change), QStringLiteral("-2.50"));
    QCOMPARE(bench.text(1, Model::Open), QStringLiteral("202.50"));
    QCOMPARE(bench.text(1, Model::High), QStringLiteral("210.00"));
    QCOMPARE(bench.text(1, Model::Low), QStringLiteral("197.50"));
    QCOMPARE(bench.text(1, Model::Previous), QStringLiteral("199.00"));
    QCOMPARE(bench.text(1, Model::LastSize), QStringLiteral("40"));
    QCOMPARE(bench.text(1, Model::Ticks), QStringLiteral("1,000"));
    QCOMPARE(bench.text(1, Model::State), QStringLiteral("Trading"));
    for (int column = 0; column < Model::COLUMN_COUNT; ++column)
        QVERIFY(!bench.model.headerData(column, Qt::Horizontal).toString().isEmpty());
}

void TestPricesModel::directionIsNotToldByColourAlone()
{
    Bench bench;
    InstrumentPrice fallen = samples::price(0, 90);
    fallen.previous = 91;
    fallen.halted = true;
    bench.model.showPrices({fallen});
    QCOMPARE(bench.text(0, Model::Price), QStringLiteral("▼ 90"));
    QCOMPARE(bench.data(0, Model::Price, Model::DirectionRole), -1);
    QCOMPARE(bench.data(0, Model::Price, Qt::AccessibleTextRole), QStringLiteral("90, falling"));
    QCOMPARE(bench.data(1, Model::Price, Qt::AccessibleTextRole), QStringLiteral("200.00, rising"));
    QCOMPARE(bench.text(0, Model::State), QStringLiteral("Halted"));
    fallen.previous = 90;
    bench.model.showPrices({fallen});
    QCOMPARE(bench.text(0, Model::Price), QStringLiteral("90"));
    QCOMPARE(bench.data(0, Model::InChart, Qt::AccessibleTextRole), QStringLiteral("ACME in the chart"));
}

void TestPricesModel::beforeTheFirstTrade()
{
    Bench bench;
    bench.model.setInstruments(samples::instruments(), true);
    for (const auto column : {Model::Price, Model::Change, Model::ChangePercent, Model::Open, Model::LastSize})
        QCOMPARE(bench.text(0, column), QStringLiteral("–"));
    QCOMPARE(bench.text(0, Model::State), QStringLiteral("No trade yet"));
    QCOMPARE(bench.data(0, Model::Change, Model::DirectionRole), 0);
    InstrumentPrice free = samples::price(0, 0, 0); // nothing is nothing's per cent
    bench.model.showPrices({free});
    QCOMPARE(bench.text(0, Model::ChangePercent), QStringLiteral("–"));
}

void TestPricesModel::pricesBelowZero()
{
    Bench bench;
    InstrumentPrice negative = samples::price(1, -37.63, -55.9);
    bench.model.showPrices({negative});
    QCOMPARE(bench.text(1, Model::Price), QStringLiteral("▲ -37.63"));
    QCOMPARE(bench.text(1, Model::ChangePercent), QStringLiteral("-305.97 %"));
    negative.open = -10;
    bench.model.showPrices({negative});
    QCOMPARE(bench.text(1, Model::Change), QStringLiteral("-27.63"));
    QCOMPARE(bench.text(1, Model::ChangePercent), QStringLiteral("-276.30 %"));
}

void TestPricesModel::sizesWithDecimals()
{
    Bench bench;
    QList<InstrumentInfo> instruments = samples::instruments();
    instruments[1].sizeDecimals = 8;
    bench.model.setInstruments(instruments, true);
    InstrumentPrice price = samples::price(1, 200);
    for (const auto &[size, text] : {std::pair(0.012, "0.012"), {1500.0, "1,500"}, {0.00000001, "0.00000001"}}) {
        price.size = size;
        bench.model.showPrices({price});
        QCOMPARE(bench.text(1, Model::LastSize), QString::fromLatin1(text));
    }
}

void TestPricesModel::tellsOnlyTheCellsThatChanged()
{
    Bench bench;
    bench.model.setFlashing(false);
    QSignalSpy changes(&bench.model, &QAbstractItemModel::dataChanged);
    InstrumentPrice next = samples::price(1, 200, -2.5);
    bench.model.showPrices({next}); // the same
    QCOMPARE(changes.size(), 0);
    ++next.ticks;
    bench.model.showPrices({next});
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.first().at(0).toModelIndex(), bench.model.index(1, Model::Ticks));
    QCOMPARE(changes.first().at(1).toModelIndex(), bench.model.index(1, Model::Ticks));
}

void TestPricesModel::manyChangesAreOneSignal()
{
    Bench bench(500);
    bench.model.setFlashing(false);
    QSignalSpy changes(&bench.model, &QAbstractItemModel::dataChanged);
    QList<InstrumentPrice> prices;
    for (int i = 0; i < 500; ++i) {
        prices.append(samples::price(i, 7 + i));
        prices.last().ticks += quint64(i % 2);
    }
    bench.model.showPrices(prices);
    QCOMPARE_LE(changes.size(), 4); // a signal for each group of columns
}

void TestPricesModel::flashesBriefly()
{
    Bench bench;
    bench.model.setFlashing(true);
    QCOMPARE(bench.data(0, Model::Price, Model::FlashRole), 0); // the first prices are no update
    bench.model.showPrices({samples::price(0, 101)});
    QCOMPARE(bench.data(0, Model::Price, Model::FlashRole), 1);
    QCOMPARE(bench.data(0, Model::Change, Model::FlashRole), 0);
    QCOMPARE(bench.data(1, Model::Price, Model::FlashRole), 0);
    QSignalSpy changes(&bench.model, &QAbstractItemModel::dataChanged);
    QTRY_COMPARE(bench.data(0, Model::Price, Model::FlashRole), 0);
    QCOMPARE(changes.size(), 1); // views were told
}

void TestPricesModel::flashesAtMostThreeTimesASecond()
{
    Bench bench;
    QElapsedTimer clock;
    clock.start();
    int flashes = 0;
    bool wasOn = false;
    double price = 100;
    while (clock.elapsed() < 1000) {
        bench.model.showPrices({samples::price(0, ++price)});
        const bool isOn = bench.data(0, Model::Price, Model::FlashRole).toInt() != 0;
        flashes += isOn && !wasOn ? 1 : 0;
        wasOn = isOn;
        QTest::qWait(10); // the feed's pace
    }
    QVERIFY2(flashes >= 1 && flashes <= 3, qPrintable(QString::number(flashes)));
}

void TestPricesModel::doesNotFlashWithoutAnimations()
{
    Bench bench;
    bench.model.showPrices({samples::price(0, 101)});
    bench.model.setFlashing(false);
    QCOMPARE(bench.data(0, Model::Price, Model::FlashRole), 0);
    bench.model.showPrices({samples::price(1, 300)});
    QCOMPARE(bench.data(1, Model::Price, Model::FlashRole), 0);
}

void TestPricesModel::checkBoxesChoose()
{
    Bench bench;
    QSignalSpy changes(&bench.model, &QAbstractItemModel::dataChanged);
    const QModelIndex box = bench.model.index(1, Model::InChart);
    QVERIFY(box.flags().testFlag(Qt::ItemIsUserCheckable));
    QVERIFY(!bench.model.index(1, Model::Symbol).flags().testFlag(Qt::ItemIsUserCheckable));
    QVERIFY(bench.model.setData(box, Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(bench.inChart, QStringList{QStringLiteral("MOON")});
    QCOMPARE(box.data(Qt::CheckStateRole).value<Qt::CheckState>(), Qt::Checked);
    QCOMPARE(changes.size(), 1);
    QVERIFY(bench.model.setData(box, Qt::Unchecked, Qt::CheckStateRole));
    QVERIFY(bench.inChart.isEmpty());
    QVERIFY(!bench.model.setData(bench.model.index(1, Model::Price), 7));
}

void TestPricesModel::anotherTapeForgetsPrices()
{
    Bench bench;
    bench.model.setInstruments(samples::instruments(), true);
    QCOMPARE(bench.text(0, Model::Price), QStringLiteral("–"));
}

void TestPricesModel::moreInstrumentsKeepPrices()
{
    Bench bench;
    bench.model.setInstruments(samples::instruments(5), false);
    QCOMPARE(bench.model.rowCount(), 5);
    QCOMPARE(bench.text(2, Model::Price), QStringLiteral("▲ 300.00"));
    QCOMPARE(bench.text(4, Model::Price), QStringLiteral("–"));
}

void TestPricesModel::pricesOfAnotherMarketAreIgnored()
{
    Bench bench;
    bench.model.showPrices({samples::price(3, 1), samples::price(-1, 1), samples::price(2, 9)});
    QCOMPARE(bench.text(2, Model::Price), QStringLiteral("▲ 9.00"));
}

void TestPricesModel::sortsByNumbers()
{
    Bench bench(12);
    bench.order.sort(Model::Price, Qt::DescendingOrder);
    QCOMPARE(bench.ordered(0), QStringLiteral("SYM11")); // 1,200 before 900, which as text would come first
    QCOMPARE(bench.ordered(11), QStringLiteral("ACME"));
    bench.model.showPrices({samples::price(0, 5000)});
    QCOMPARE(bench.ordered(0), QStringLiteral("ACME")); // goes on sorting
    bench.order.sort(Model::Symbol, Qt::AscendingOrder);
    QCOMPARE(bench.ordered(0), QStringLiteral("ACME"));
    QCOMPARE(bench.ordered(1), QStringLiteral("MOON"));
    bench.order.sort(-1);
    QCOMPARE(bench.ordered(11), QStringLiteral("SYM11"));
    bench.inChart = QStringList{QStringLiteral("SYM7")};
    bench.model.tellChart();
    bench.order.sort(Model::InChart, Qt::DescendingOrder);
    QCOMPARE(bench.ordered(11), QStringLiteral("SYM7"));
}

void TestPricesModel::findsByWords()
{
    Bench bench(12);
    bench.order.setFilter(QStringLiteral("moo"));
    QCOMPARE(bench.order.rowCount(), 1);
    bench.order.setFilter(QStringLiteral(" works  1 "));
    QCOMPARE(bench.order.rowCount(), 2); // SYM10 and SYM11
    bench.order.setFilter(QStringLiteral("nothing"));
    QCOMPARE(bench.order.rowCount(), 0);
    bench.model.showPrices(samples::market(12).prices);
    bench.order.setFilter({});
    QCOMPARE(bench.order.rowCount(), 12);
}

TICKER_WIDGET_TEST(TestPricesModel)
#include "tst_prices_model.moc"
