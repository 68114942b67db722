// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http_codec/content_coding.h"
#include "http_codec/http_message.h"
#include "ticker_test.h"

using namespace ticker;

/// Which clients get a compressed form, and what is in it.
class ContentCodingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accepts_data();
    void accepts();
    void acceptsInSeveralLines();
    void gzip();
};

void ContentCodingTest::accepts_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("browser") << QByteArray("gzip, deflate, br, zstd") << true;
    QTest::newRow("alone") << QByteArray("gzip") << true;
    QTest::newRow("old name, other letters") << QByteArray("X-GZip") << true;
    QTest::newRow("anything") << QByteArray("*") << true;
    QTest::newRow("weight") << QByteArray("br;q=1.0, gzip;q=0.8") << true;
    QTest::newRow("weight 0") << QByteArray("gzip;q=0") << false;
    QTest::newRow("weight 0.000") << QByteArray("gzip ; Q=0.000 , br") << false;
    QTest::newRow("not it, but anything else") << QByteArray("gzip;q=0, *") << false;
    QTest::newRow("anything else, but not it") << QByteArray("*, gzip;q=0") << false;
    QTest::newRow("nothing else") << QByteArray("identity, *;q=0") << false;
    QTest::newRow("others") << QByteArray("br, deflate") << false;
    QTest::newRow("part of a word") << QByteArray("gzipped") << false;
    QTest::newRow("a weight that makes no sense") << QByteArray("gzip;q=much") << false;
    QTest::newRow("commas alone") << QByteArray(",,;") << false;
    QTest::newRow("empty") << QByteArray("") << false;
}

void ContentCodingTest::accepts()
{
    QFETCH(const QByteArray, field);
    HttpRequest request;
    QVERIFY(!acceptsGzip(request));
    request.headers = {{"accept-encoding", field}};
    QTEST(acceptsGzip(request), "accepted");
}

void ContentCodingTest::acceptsInSeveralLines()
{
    HttpRequest request;
    request.headers = {{"accept-encoding", "br"}, {"accept", "gzip"}, {"accept-encoding", "gzip"}};
    QVERIFY(acceptsGzip(request));
}

void ContentCodingTest::gzip()
{
    const QByteArray text = "123456789";
    const QByteArray gzip = gzipFromCompressed(qCompress(text), text);
    QCOMPARE(gzip.first(3).toHex(), QByteArray("1f8b08"));
    // The check value of CRC-32 for these nine digits is CBF43926; then the length; both with the low byte first.
    QCOMPARE(gzip.last(8).toHex(), QByteArray("2639f4cb09000000"));
}

TICKER_CORE_TEST(ContentCodingTest)
#include "tst_content_coding.moc"
