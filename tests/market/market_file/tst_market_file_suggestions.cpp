// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market_file/market_file.h"
#include "ticker_test.h"

using namespace ticker;

/// What is said to have been meant by a name that is none.
class MarketFileSuggestionsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nearestNames_data();
    void nearestNames();
    void namesLikeNone_data();
    void namesLikeNone();
};

void MarketFileSuggestionsTest::nearestNames_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QString>("nearest");
    const auto row = [](const char *written, const char *nearest) {
        QTest::newRow(written) << QByteArray(written) << QString::fromLatin1(nearest);
    };
    row("Symbol", "symbol");
    row("smybol", "symbol");
    row("ticker", "symbol");
    row("tick_size", "tickSize");
    row("ticksize", "tickSize");
    row("tcikSize", "tickSize");
    row("price", "start");
    row("strat", "start");
    row("activty", "activity");
    row("modle", "model");
    row("type", "model");
    row("names", "name");
    row("act", "activity");
}

void MarketFileSuggestionsTest::nearestNames()
{
    QFETCH(QByteArray, written);
    QFETCH(QString, nearest);
    const auto market = readMarket("[{\"" + written + "\":1}]");
    QVERIFY(!market);
    const QString end = QStringLiteral("Did you mean \"%1\"?").arg(nearest);
    QVERIFY2(market.error().message.english().endsWith(end), qPrintable(market.error().message.english()));
}

void MarketFileSuggestionsTest::namesLikeNone_data()
{
    QTest::addColumn<QByteArray>("written");
    for (const char *written : {"a", "x", "foo", "colour", "zzzzzzzzzz", "-"})
        QTest::newRow(written) << QByteArray(written);
}

/// No name is suggested that has nothing to do with what was written.
void MarketFileSuggestionsTest::namesLikeNone()
{
    QFETCH(QByteArray, written);
    for (const QByteArray &text : {"[{\"" + written + "\":1}]", "symbol,start," + written + "\nA,1,1\n"}) {
        const auto market = readMarket(text);
        QVERIFY(!market);
        const QString message = market.error().message.english();
        QVERIFY2(message.contains(QString::fromLatin1(written)), qPrintable(message));
        QVERIFY2(!message.contains(QStringLiteral("Did you mean")), qPrintable(message));
    }
}

TICKER_CORE_TEST(MarketFileSuggestionsTest)
#include "tst_market_file_suggestions.moc"
