// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engineio_codec/engineio_query.h"
#include "ticker_test.h"

using namespace ticker;

class EngineIoQueryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fields_data();
    void fields();
    void jsonp();
    void base64();
    void cutAtEachByte();
    void everySingleByte();
};

void EngineIoQueryTest::fields_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("revision");
    QTest::addColumn<QByteArray>("transport");
    QTest::addColumn<QByteArray>("sid");

    const auto row = [](const char *name, const QByteArray &query, const QByteArray &revision,
                        const QByteArray &transport,
                        const QByteArray &sid) { QTest::newRow(name) << query << revision << transport << sid; };
    row("nothing", "", "", "", "");
    row("handshake", "EIO=4&transport=polling&t=abc", "4", "polling", "");
    row("session", "EIO=4&transport=websocket&sid=Ab-_9", "4", "websocket", "Ab-_9");
    row("the last of several counts", "EIO=3&EIO=4&transport=a&transport=polling", "4", "polling", "");
    row("percent escapes", "%45IO=%34&transport=poll%69ng", "4", "polling", "");
    row("plus is a space", "transport=a+b", "", "a b", "");
    row("escaped plus stays one", "transport=a%2Bb", "", "a+b", "");
    row("broken escape", "transport=%", "", "%", "");
    row("escape with something else than digits", "transport=%zz%4", "", "%zz%4", "");
    row("escaped ampersand is data", "sid=a%26EIO=4", "", "", "a&EIO=4");
    row("second equals sign is data", "sid=a=b", "", "", "a=b");
    row("no value", "EIO&transport&sid", "", "", "");
    row("empty fields", "&&EIO=4&&&transport=polling&", "4", "polling", "");
    row("only separators", "&=&=&", "", "", "");
    row("names of a prototype", "__proto__=x&transport=__proto__&sid=constructor", "", "__proto__", "constructor");
    row("names have a case", "eio=4&Transport=polling&SID=x", "", "", "");
}

void EngineIoQueryTest::fields()
{
    QFETCH(QByteArray, query);
    const EngineIoQuery parsed = parseEngineIoQuery(query);
    QTEST(parsed.revision, "revision");
    QTEST(parsed.transport, "transport");
    QTEST(parsed.sid, "sid");
}

void EngineIoQueryTest::jsonp()
{
    QVERIFY(!parseEngineIoQuery("EIO=4").jsonp);
    QCOMPARE(parseEngineIoQuery("j=0").jsonp.value(), QByteArray("0"));
    QCOMPARE(parseEngineIoQuery("j").jsonp.value(), QByteArray());
}

void EngineIoQueryTest::base64()
{
    QVERIFY(!parseEngineIoQuery("EIO=4").base64);
    QVERIFY(!parseEngineIoQuery("b64").base64);
    QVERIFY(parseEngineIoQuery("b64=1").base64);
}

void EngineIoQueryTest::cutAtEachByte()
{
    const QByteArray whole("EIO=4&transport=poll%69ng&sid=a%2Bb&j=0&b64=1&t=x");
    for (qsizetype size = 0; size < whole.size(); ++size) {
        const EngineIoQuery cut = parseEngineIoQuery(whole.first(size));
        QVERIFY(cut != parseEngineIoQuery(whole) || size >= whole.indexOf("&t="));
    }
}

void EngineIoQueryTest::everySingleByte()
{
    for (int byte = 0; byte < 256; ++byte) {
        const EngineIoQuery expected = byte == 'j' ? parseEngineIoQuery("j=") : EngineIoQuery();
        QVERIFY(parseEngineIoQuery(QByteArray(1, char(byte))) == expected);
    }
}

TICKER_TEST(EngineIoQueryTest)
#include "tst_engineio_query.moc"
