// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http_codec/client_name.h"
#include "ticker_test.h"

using namespace ticker;

class ClientNameTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void names_data();
    void names();
    void twoNames();
    void longNames();
};

void ClientNameTest::names_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("name");
    const auto is = [](const char *query, const QString &name) {
        QTest::addRow("%s", query) << QByteArray(query) << name;
    };
    is("", {});
    is("client=", {});
    is("client=bot", QStringLiteral("bot"));
    is("EIO=4&transport=websocket&client=bot-1&t=x", QStringLiteral("bot-1"));
    is("client=two%20words", QStringLiteral("two words"));
    is("client=two+words", QStringLiteral("two words"));
    is("client=a%2Bb", QStringLiteral("a+b"));
    is("client=%20a%0D%0A%09b%20", QStringLiteral("a b"));
    is("client=M%C3%BCller", QStringLiteral("Müller"));
    is("client=same&x=1&client=s%61me", QStringLiteral("same"));
    is("myclient=x", {});
    is("clients=x", {});
    is("client=%", QStringLiteral("%"));
    is("client=%FF", QStringLiteral("\uFFFD"));
    is("client=<b>", QStringLiteral("<b>"));
}

void ClientNameTest::names()
{
    QFETCH(QByteArray, query);
    QFETCH(QString, name);
    const auto found = clientNameOf(query);
    QVERIFY(found);
    QCOMPARE(*found, name);
}

void ClientNameTest::twoNames()
{
    const auto name = clientNameOf("client=first&client=second");
    QVERIFY(!name);
    QCOMPARE(name.error().text, QByteArray("Two different names are given for one client; give one."));
}

void ClientNameTest::longNames()
{
    QVERIFY(clientNameOf("client=" + QByteArray(64, 'x')));
    QVERIFY(clientNameOf("client=" + QByteArray("%F0%9F%93%88").repeated(64)));
    for (const int size : {65, 10'240}) {
        const auto name = clientNameOf("client=" + QByteArray(size, 'x'));
        QVERIFY(!name);
        QCOMPARE(name.error().status, 400);
        QCOMPARE(name.error().text,
                 "The name of a client must have at most 64 characters, not " + QByteArray::number(size) + '.');
    }
}

TICKER_TEST(ClientNameTest)
#include "tst_client_name.moc"
