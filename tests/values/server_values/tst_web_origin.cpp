// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server_values/web_origin.h"
#include "ticker_test.h"

using namespace ticker;

class TestWebOrigin final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void origins_data();
    void origins();
};

void TestWebOrigin::origins_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isOrigin");
    for (const char *text :
         {"https://example.org", "http://example.org:8080", "https://xn--bcher-kva.example", "http://[2001:db8::1]:81",
          "http://192.0.2.7", "chrome-extension://abcdefgh", "http://my_machine"})
        QTest::newRow(text) << QString::fromLatin1(text) << true;
    for (const char *text :
         {"", "null", "*", "example.org", "https://", "https://example.org/", "https://example.org/page",
          "https://user@example.org", "https://example.org:", "https://example.org:0", "https://example.org:65536",
          "https://EXAMPLE.org", "https://exa mple.org", "https://example.org\n", "https://[::1", "//example.org",
          "https://a?b", "1http://a"})
        QTest::newRow(text) << QString::fromLatin1(text) << false;
    QTest::newRow("not ASCII") << QStringLiteral("https://bücher.example") << false;
    QTest::newRow("long") << QStringLiteral("https://") + QString(400, QLatin1Char('a')) << false;
}

void TestWebOrigin::origins()
{
    QFETCH(QString, text);
    QFETCH(bool, isOrigin);
    QCOMPARE(isWebOrigin(text), isOrigin);
}

TICKER_TEST(TestWebOrigin)
#include "tst_web_origin.moc"
