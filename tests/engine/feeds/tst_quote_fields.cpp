// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "book_bench.h"
#include "ticker_test.h"

using namespace ticker;

/// What quotes have beyond the usual, for those who ask.
class QuoteFieldsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quotesWithFields();
    void fieldsThatAreNone();
};

/// Of each client its own, merged ticks included, until it names others.
void QuoteFieldsTest::quotesWithFields()
{
    BookBench bench(roomForFewTicks());
    const auto plain = bench.feed.join();
    const auto rich = bench.feed.open();
    rich->text(R"({"action":"subscribe","symbols":["ACME"],"fields":"id, side"})");
    rich->takeTexts();
    const auto isRich = [&](const QByteArray &text) {
        const bool isBuy = bench.market->cache().quote(0).side == Side::Buy;
        return text.contains(QByteArray(",\"side\":\"") + (isBuy ? "buy" : "sell")
                             + "\",\"id\":" + QByteArray::number(bench.market->books().tradeId(0)) + '}');
    };
    while (bench.market->cache().ticks(0) < 5)
        bench.tick();
    QVERIFY(isRich(rich->takeTexts().last()));
    for (const QByteArray &text : plain->takeTexts())
        QVERIFY(!text.contains("side"));
    rich->stuck = true;
    for (int i = 0; i < 100; ++i)
        bench.tick();
    rich->drain();
    const QByteArray last = rich->takeTexts().last();
    QVERIFY2(last.contains("\"merged\":") && isRich(last), last.constData());
    QVERIFY(isRich(answerTo(*rich, R"({"action":"subscribe","symbols":["ACME"]})"))); // as before
    const QByteArray answer = answerTo(*rich, R"({"action":"subscribe","symbols":["ACME"],"fields":[]})");
    QVERIFY(!answer.contains("side"));
    plain->takeTexts();
    while (rich->frames.isEmpty())
        bench.tick();
    QCOMPARE(rich->takeTexts(), plain->takeTexts());
}

void QuoteFieldsTest::fieldsThatAreNone()
{
    BookBench bench;
    const auto socket = bench.feed.open();
    QCOMPARE(
        answerTo(*socket, R"({"action":"subscribe","symbols":"*","fields":["bid","price"]})"),
        QByteArray("{\"type\":\"error\",\"code\":\"bad_fields\",\"message\":\"There is no field \\\"price\\\". Valid "
                   "fields are bid, ask, bidSize, askSize, side and id.\"}"));
    QCOMPARE(answerTo(*socket, R"({"action":"subscribe","symbols":"*","fields":{}})"),
             QByteArray("{\"type\":\"error\",\"code\":\"bad_fields\",\"message\":\"Fields must be a list like "
                        "[\\\"bid\\\",\\\"ask\\\"], not: {}\"}"));
    bench.tick(5);
    QVERIFY(socket->takeTexts().isEmpty());
}

TICKER_TEST(QuoteFieldsTest)
#include "tst_quote_fields.moc"
