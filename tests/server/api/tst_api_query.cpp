// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/api_query.h"
#include "ticker_test.h"

#include <limits>

using namespace ticker;

class ApiQueryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void texts_data();
    void texts();
    void numbers_data();
    void numbers();
    void seqs_data();
    void seqs();
    void flags();
    void lists();
    void contradictions();
    void errorsName();
    void quotesAreBounded();
};

void ApiQueryTest::texts_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<std::optional<QString>>("expected");
    const auto is = [](const char *query, const std::optional<QString> &expected) {
        QTest::addRow("'%s'", query) << QByteArray(query) << expected;
    };
    is("", std::nullopt);
    is("&", std::nullopt);
    is("b=1", std::nullopt);
    is("A=1", std::nullopt);
    is("aa=1", std::nullopt);
    is("b=a=1", std::nullopt);
    is("a", QString());
    is("a=", QString());
    is("a=1", QStringLiteral("1"));
    is("&&b&a=1&", QStringLiteral("1"));
    is("a=1&a=2", QStringLiteral("1"));
    is("a=b=c", QStringLiteral("b=c"));
    is("a=x+y%2Bz", QStringLiteral("x y+z"));
    is("a=%e2%82%AC", QStringLiteral("\u20ac"));
    is("%61=1", QStringLiteral("1"));
    is("a=%26b%3D1", QStringLiteral("&b=1"));
    is("a=%", QStringLiteral("%"));
}

void ApiQueryTest::texts()
{
    QFETCH(QByteArray, query);
    QFETCH(std::optional<QString>, expected);
    const auto text = ApiQuery(query).text(QStringLiteral("a"));
    QCOMPARE(text.has_value(), expected.has_value());
    QCOMPARE(text.value_or(QString()), expected.value_or(QString()));
}

void ApiQueryTest::numbers_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<qint64>("expected"); // -1: none
    QTest::addRow("missing") << QByteArray() << qint64(7);
    QTest::addRow("lowest") << QByteArray("n=1") << qint64(1);
    QTest::addRow("highest") << QByteArray("n=100") << qint64(100);
    QTest::addRow("below") << QByteArray("n=0") << qint64(-1);
    QTest::addRow("above") << QByteArray("n=101") << qint64(-1);
    QTest::addRow("negative") << QByteArray("n=-5") << qint64(-1);
    QTest::addRow("a fraction") << QByteArray("n=5.0") << qint64(-1);
    QTest::addRow("an exponent") << QByteArray("n=1e1") << qint64(-1);
    QTest::addRow("empty") << QByteArray("n=") << qint64(-1);
    QTest::addRow("a word") << QByteArray("n=five") << qint64(-1);
    QTest::addRow("too long") << QByteArray("n=18446744073709551617") << qint64(-1);
}

void ApiQueryTest::numbers()
{
    QFETCH(QByteArray, query);
    QFETCH(qint64, expected);
    const auto number = ApiQuery(query).number(QStringLiteral("n"), 1, 100, 7);
    QCOMPARE(number ? qint64(*number) : -1, expected);
}

void ApiQueryTest::seqs_data()
{
    constexpr qint64 none = std::numeric_limits<qint64>::min();
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<qint64>("expected");
    QTest::addRow("first") << QByteArray("1") << qint64(1);
    QTest::addRow("zero") << QByteArray("0") << qint64(0);
    QTest::addRow("minus zero") << QByteArray("-0") << qint64(0);
    QTest::addRow("negative") << QByteArray("-5") << qint64(-5);
    QTest::addRow("lowest") << QByteArray("-9007199254740991") << qint64(-9007199254740991);
    QTest::addRow("below") << QByteArray("-9007199254740992") << none;
    QTest::addRow("highest that counts") << QByteArray("9223372036854775807") << std::numeric_limits<qint64>::max();
    QTest::addRow("highest") << QByteArray("18446744073709551615") << std::numeric_limits<qint64>::max();
    QTest::addRow("above") << QByteArray("18446744073709551616") << none;
    for (const char *value : {"", "-", "--1", "- 1", "+1", "-1.0", "one"})
        QTest::addRow("\"%s\"", value) << QByteArray(value).replace('+', "%2b") << none;
}

void ApiQueryTest::seqs()
{
    QFETCH(QByteArray, value);
    QFETCH(qint64, expected);
    const auto seq = ApiQuery("n=" + value).seq(QStringLiteral("n"));
    QCOMPARE(seq ? seq->value_or(7) : std::numeric_limits<qint64>::min(), expected);
    QVERIFY(!ApiQuery("m=1").seq(QStringLiteral("n"))->has_value());
}

void ApiQueryTest::flags()
{
    const auto flag = [](const QByteArray &query) { return ApiQuery(query).flag(QStringLiteral("f")); };
    QCOMPARE(*flag(""), false);
    QCOMPARE(*flag("f=0"), false);
    QCOMPARE(*flag("f=false"), false);
    QCOMPARE(*flag("f=1"), true);
    QCOMPARE(*flag("f=true"), true);
    for (const char *query : {"f", "f=", "f=2", "f=yes", "f=TRUE"})
        QVERIFY2(!flag(query), query);
}

void ApiQueryTest::lists()
{
    const QString name = QStringLiteral("a");
    QVERIFY(!ApiQuery("b=1").list(name));
    QCOMPARE(ApiQuery("a=1").list(name), QStringLiteral("1"));
    QCOMPARE(ApiQuery("a=1,2&b=3&a=4&%61=").list(name), QStringLiteral("1,2,4,"));
}

void ApiQueryTest::contradictions()
{
    for (const char *query : {"", "a", "a=1&b=2", "a=1&a=1", "a=1&%61=%31", "symbols=A&symbols=B", "names=a&names=b"})
        QVERIFY2(!ApiQuery(query).contradiction(), query);
    const auto error = ApiQuery("a=1&b=2&%61=3&b=4").contradiction();
    QVERIFY(error);
    QCOMPARE(error->detail, QStringLiteral("\"a\" is given more than once: as \"1\" and as \"3\". Give it once."));
    const auto longOne = ApiQuery("a=" + QByteArray(1000, 'x') + "&a=" + QByteArray(1000, 'y')).contradiction();
    QVERIFY(longOne && longOne->detail.size() < 300);
}

void ApiQueryTest::errorsName()
{
    const ApiQuery query("n=%251&f=%251");
    QCOMPARE(query.number(QStringLiteral("n"), 1, std::numeric_limits<quint64>::max(), 1).error().detail,
             QStringLiteral("\"n\" must be a whole number from 1 to 18446744073709551615, not \"%1\"."));
    QCOMPARE(
        query.seq(QStringLiteral("n")).error().detail,
        QStringLiteral("\"n\" must be a whole number from -9007199254740991 to 18446744073709551615, not \"%1\"."));
    QCOMPARE(query.flag(QStringLiteral("f")).error().detail, QStringLiteral("\"f\" is 1 or 0, not \"%1\"."));
}

void ApiQueryTest::quotesAreBounded()
{
    const ApiQuery query("n=" + QByteArray(100'000, 'x') + "&f=" + QByteArray(100'000, 'x'));
    QVERIFY(query.number(QStringLiteral("n"), 1, 2, 1).error().detail.size() < 200);
    QVERIFY(query.flag(QStringLiteral("f")).error().detail.size() < 200);
}

TICKER_TEST(ApiQueryTest)
#include "tst_api_query.moc"
