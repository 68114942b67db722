// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "site/byte_range.h"
#include "ticker_test.h"

using namespace ticker;

class ByteRangeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void read_data();
    void read();
    void ignored_data();
    void ignored();
};

void ByteRangeTest::read_data()
{
    QTest::addColumn<QByteArray>("field"); // of a file of 100 bytes
    QTest::addColumn<qint64>("from");
    QTest::addColumn<qint64>("size");
    const auto row = [](const char *field, qint64 from, qint64 size) {
        QTest::newRow(field) << QByteArray(field) << from << size;
    };
    row("bytes=0-0", 0, 1);
    row("bytes=0-99", 0, 100);
    row("bytes=10-19", 10, 10);
    row("Bytes=10-19", 10, 10);
    row("bytes=10-", 10, 90);
    row("bytes=10-1000", 10, 90);
    row("bytes=0-9223372036854775807", 0, 100);
    row("bytes=0-99999999999999999999999", 0, 100);
    row("bytes=-10", 90, 10);
    row("bytes=-1000", 0, 100);
    row("bytes=99-", 99, 1);
    // None of its bytes
    row("bytes=100-", 100, 0);
    row("bytes=100-200", 100, 0);
    row("bytes=99999999999999999999999-", 100, 0);
    row("bytes=-0", 100, 0);
}

void ByteRangeTest::read()
{
    QFETCH(QByteArray, field);
    QFETCH(qint64, from);
    QFETCH(qint64, size);
    const auto range = readByteRange(field, 100);
    QVERIFY(range);
    QCOMPARE(range->from, from);
    QCOMPARE(range->size, size);
}

void ByteRangeTest::ignored_data()
{
    QTest::addColumn<QByteArray>("field");
    for (const char *field :
         {"", "bytes", "bytes=", "bytes=-", "bytes=5-4", "bytes=0-1,3-4", "bytes=0-1,", "bytes=a-b", "bytes=1-b",
          "bytes=+1-2", "bytes=1--2", "bytes= 1 - 2", "items=0-1", "bytes=0x1-2", "0-1"})
        QTest::newRow(field) << QByteArray(field);
}

void ByteRangeTest::ignored()
{
    QFETCH(QByteArray, field);
    QVERIFY(!readByteRange(field, 100));
}

TICKER_TEST(ByteRangeTest)
#include "tst_byte_range.moc"
