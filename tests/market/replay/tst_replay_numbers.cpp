// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay_folder.h"
#include "ticker_test.h"

using namespace ticker;

namespace {

QStringList gridsOf(const MarketSpec &spec)
{
    QStringList grids;
    for (const Instrument &instrument : spec.instruments)
        grids.append(QStringLiteral("%1.%2@%3")
                         .arg(instrument.symbol)
                         .arg(instrument.grid.decimals())
                         .arg(instrument.startPrice));
    return grids;
}

QList<int> sizeDecimalsOf(const MarketSpec &spec)
{
    QList<int> decimals;
    for (const Instrument &instrument : spec.instruments)
        decimals.append(instrument.sizes.decimals());
    return decimals;
}

} // namespace

/// Decimals of prices and sizes, as the start of a file has them.
class ReplayNumbersTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void smallPrices();
    void sizes_data();
    void sizes();
    void sizesOfLateInstruments();
    void sizesThatDoNotFit();

private:
    ReplayFolder m_folder;
};

/// More than eight decimals are those of small coins; of other prices they are what a calculation with doubles adds.
void ReplayNumbersTest::smallPrices()
{
    ReplaySource small = m_folder.open("time,symbol,price\n1,PEPE,0.000001234\n2,PEPE,0.0000012345678\n");
    QCOMPARE(gridsOf(small.spec()), QStringList{QStringLiteral("PEPE.12@1234000")});
    QCOMPARE(playOn(small),
             (QStringList{QStringLiteral("1000000000 0:1234000x1"), QStringLiteral("2000000000 0:1234568x1")}));
    ReplaySource mixed = m_folder.open("time,symbol,price\n1,BTC,43210.1234567890123\n1,DUST,0.00000000123\n");
    QCOMPARE(gridsOf(mixed.spec()),
             (QStringList{QStringLiteral("BTC.8@4321012345679"), QStringLiteral("DUST.11@123")}));
    QByteArray late("time,symbol,price\n1,DUST,0.00000000123\n");
    while (late.size() < qsizetype(ReplaySource::bytesScanned))
        late += "3,DUST,0.00000000123\n";
    ReplaySource others = m_folder.open(late + "4,BTC,43210.5\n");
    QCOMPARE(playOn(others).last(), QStringLiteral("4000000000 1:4321050000000x1"));
}

void ReplayNumbersTest::sizes_data()
{
    QTest::addColumn<QByteArray>("sizes");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<QStringList>("units");
    const auto row = [](const char *name, const QByteArray &sizes, int decimals, const QStringList &units) {
        QTest::newRow(name) << sizes << decimals << units;
    };
    row("whole", "5,1,,0", 0, {QStringLiteral("5"), QStringLiteral("1"), QStringLiteral("1"), QStringLiteral("1")});
    row("with decimals", "0.012,1500,", 3, {QStringLiteral("12"), QStringLiteral("1500000"), QStringLiteral("1000")});
    row("ten decimals", "0.0123456789,2", 8, {QStringLiteral("1234568"), QStringLiteral("200000000")});
    row("not 0", "0.00000000001", 8, {QStringLiteral("1")});
    row("fourteen digits", "12345678901234,5", 0, {QStringLiteral("12345678901234"), QStringLiteral("5")});
    row("large ones have no decimals", "123456789012345,0.4,2.5", 0,
        {QStringLiteral("123456789012345"), QStringLiteral("1"), QStringLiteral("3")});
    row("fewer decimals, and room for larger ones", "1000000.12345678", 7, {QStringLiteral("10000001234568")});
    row("zeros at the end", "0.50000000", 8, {QStringLiteral("50000000")});
    row("fewer zeros at the end", "12345.00000000", 5, {QStringLiteral("1234500000")});
}

void ReplayNumbersTest::sizes()
{
    QFETCH(QByteArray, sizes);
    QFETCH(int, decimals);
    QFETCH(QStringList, units);
    QByteArray bytes("time,price,size\n");
    for (const QByteArray &size : sizes.split(','))
        bytes += "1,2," + size + '\n';
    ReplaySource source = m_folder.open(bytes);
    QCOMPARE(sizeDecimalsOf(source.spec()), QList<int>{decimals});
    QStringList played;
    for (const QString &text : playOn(source))
        played.append(text.section(QLatin1Char('x'), 1));
    QCOMPARE(played, units);
}

/// They have as many decimals as the others, if their sizes leave room for them.
void ReplayNumbersTest::sizesOfLateInstruments()
{
    QByteArray bytes("time,symbol,price,size\n1,A,1,0.01234567\n");
    while (bytes.size() < qsizetype(ReplaySource::bytesScanned))
        bytes += "3,A,1,1\n";
    ReplaySource source = m_folder.open(bytes + "4,B,1,0.5\n5,C,1,123456789012345\n6,A,1,0.123456789\n");
    QCOMPARE(playOn(source).last(3),
             (QStringList{QStringLiteral("4000000000 1:1x50000000"), QStringLiteral("5000000000 2:1x123456789012345"),
                          QStringLiteral("6000000000 0:1x12345679")}));
    QCOMPARE(sizeDecimalsOf(source.spec()), (QList<int>{8, 8, 0}));
}

void ReplayNumbersTest::sizesThatDoNotFit()
{
    QByteArray bytes("time,symbol,price,size\n1,A,1,0.01234567\n");
    while (bytes.size() < qsizetype(ReplaySource::bytesScanned))
        bytes += "3,A,1,1\n";
    const auto line = bytes.count('\n') + 1;
    ReplaySource source = m_folder.open(bytes + "4,A,1,123456789\n");
    QCOMPARE(playOn(source).last(),
             QStringLiteral("line %1: size: too large for the 8 decimal places of A in this file").arg(line));
}

TICKER_TEST(ReplayNumbersTest)
#include "tst_replay_numbers.moc"
