// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engineio_codec/engineio_jsonp.h"
#include "ticker_test.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>

using namespace ticker;

namespace {

/// What engine.io-client puts into its form, and a browser into the body.
QByteArray bodyOfClient(QByteArray payload)
{
    payload.replace("\\n", "\\\\n").replace('\n', "\\n");
    return "d=" + payload.toPercentEncoding(" ").replace(' ', '+');
}

QByteArray payloadOfScript(const QByteArray &script, const QByteArray &head)
{
    const QByteArray tail(");");
    const QByteArray string = script.sliced(head.size(), script.size() - head.size() - tail.size());
    return QJsonDocument::fromJson('[' + string + ']').array().at(0).toString().toUtf8();
}

} // namespace

class EngineIoJsonpTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Sunny
    void scripts_data();
    void scripts();
    void everyAsciiCharacter();
    void bodies_data();
    void bodies();
    void randomRoundTrips();

    // Rainy
    void noPayload_data();
    void noPayload();
    void thousandFields();
    void everySingleByte();
    void cutAtEachByte();
};

/// What the reference server answers.
void EngineIoJsonpTest::scripts_data()
{
    QTest::addColumn<QByteArray>("index");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QByteArray>("script");

    const auto row = [](const char *name, const QByteArray &index, const QByteArray &payload,
                        const QByteArray &script) { QTest::newRow(name) << index << payload << script; };
    row("noop", "0", "1:6", R"(___eio[0]("1:6");)");
    row("open", "12", R"(12:0{"sid":"x"})", R"(___eio[12]("12:0{\"sid\":\"x\"}");)");
    row("empty", "0", "", R"(___eio[0]("");)");
    row("no index", "", "6", R"(___eio[]("6");)");
    row("index with more than digits", "a1);alert(2", "6", R"(___eio[12]("6");)");
    row("index in other digits", "\xd9\xa1", "6", R"(___eio[]("6");)");
    row("backslash", "0", R"(4\n)", R"(___eio[0]("4\\n");)");
    row("short escapes", "0", "\b\t\n\f\r", R"(___eio[0]("\b\t\n\f\r");)");
    row("long escapes", "0", QByteArray("\0\x0b\x1e\x1f", 4), R"(___eio[0]("\u0000\u000b\u001e\u001f");)");
    row("delete", "0", "\x7f", "___eio[0](\"\x7f\");");
    row("end of script", "0", "</script>", R"(___eio[0]("</script>");)");
    row("euro sign and surrogate pair", "0", "\xe2\x82\xac\xf0\x9f\x98\x80",
        "___eio[0](\"\xe2\x82\xac\xf0\x9f\x98\x80\");");
    row("line separators", "0", "a\xe2\x80\xa8\xe2\x80\xa9z", R"(___eio[0]("a\u2028\u2029z");)");
    row("their neighbours", "0", "\xe2\x80\xa7\xe2\x80\xaa", "___eio[0](\"\xe2\x80\xa7\xe2\x80\xaa\");");
}

void EngineIoJsonpTest::scripts()
{
    QFETCH(QByteArray, index);
    QFETCH(QByteArray, payload);
    QTEST(encodeJsonp(index, payload), "script");
}

void EngineIoJsonpTest::everyAsciiCharacter()
{
    for (int c = 0; c < 128; ++c) {
        const QByteArray script = encodeJsonp("3", QByteArray(1, char(c)));
        QVERIFY(!script.contains('\n') && !script.contains('\r'));
        QCOMPARE(payloadOfScript(script, "___eio[3]("), QByteArray(1, char(c)));
    }
}

/// What the reference server reads.
void EngineIoJsonpTest::bodies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("payload");

    const auto row = [](const char *name, const QByteArray &body, const QByteArray &payload) {
        QTest::newRow(name) << body << payload;
    };
    row("plain", "d=1:4", "1:4");
    row("encoded", "d=5%3A42%5B%22a%22%5D", "5:42[\"a\"]");
    row("plus is a space", "d=a+b", "a b");
    row("escaped plus stays one", "d=a%2Bb", "a+b");
    row("among others", "x=1&d=4&y=2", "4");
    row("encoded name", "%64=4", "4");
    row("empty fields around", "&&d=4&&", "4");
    row("empty", "d=", "");
    row("name alone", "d", "");
    row("second equals sign is data", "d=a=b", "a=b");
    row("euro sign", "d=%E2%82%AC\xe2\x82\xac", "\xe2\x82\xac\xe2\x82\xac");
    row("zero byte", "d=%00", QByteArray("\0", 1));
    row("broken escapes", "d=%&x=1", "%");
    row("broken escapes among good ones", "d=%zz%4%%41%4", "%zz%4%A%4");
    row("line feed", "d=a%5Cnb", "a\nb");
    row("line feed as it is", "d=a%0Ab", "a\nb");
    row("backslash and n", R"(d=a\\nb)", R"(a\nb)");
    row("three backslashes and n", R"(d=a\\\nb)", R"(a\\nb)");
    row("four backslashes and n", R"(d=a\\\\nb)", R"(a\\\nb)");
    row("backslashes before something else", R"(d=\\a\b\\)", R"(\\a\b\\)");
    row("line feeds one after the other", R"(d=\n\n\\n\n)", "\n\n\\n\n");
    row("broken UTF-8", "d=a\xffz", "a\xef\xbf\xbdz");
    row("broken UTF-8 in escapes", "d=a%FFz", "a\xef\xbf\xbdz");
    row("unfinished UTF-8 is replaced as a whole", "d=%F0%9F%98z", "\xef\xbf\xbdz");
    row("half in escapes", "d=\xe2%82%ac", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
    row("surrogate", "d=%ED%A0%80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
}

void EngineIoJsonpTest::bodies()
{
    QFETCH(QByteArray, body);
    const auto payload = decodeJsonpBody(body);
    QVERIFY(payload.has_value());
    QTEST(*payload, "payload");
}

void EngineIoJsonpTest::randomRoundTrips()
{
    constexpr int rounds = 2000;
    constexpr int longest = 30;
    // The client cannot tell a backslash before a line feed, so none comes before one here.
    static const QByteArrayList characters{"a", "n", "\n", "\\n", " ",    "+",        "%",
                                           "&", "=", "\"", "0",   "\x1e", "\xc3\xa9", "\xf0\x9f\x98\x80"};
    QRandomGenerator random(5);
    for (int round = 0; round < rounds; ++round) {
        QByteArray payload;
        for (int size = random.bounded(longest); size > 0; --size)
            payload += characters.at(random.bounded(int(characters.size())));
        QCOMPARE(decodeJsonpBody(bodyOfClient(payload)).value(), payload);
        QCOMPARE(payloadOfScript(encodeJsonp("0", payload), "___eio[0]("), payload);
    }
}

void EngineIoJsonpTest::noPayload_data()
{
    QTest::addColumn<QByteArray>("body");

    QTest::newRow("empty") << QByteArray();
    QTest::newRow("another field") << QByteArray("x=1");
    QTest::newRow("another case") << QByteArray("D=1");
    QTest::newRow("longer name") << QByteArray("dd=1");
    QTest::newRow("name of nothing") << QByteArray("=1");
    QTest::newRow("twice") << QByteArray("d=1&d=2");
    QTest::newRow("twice in different spellings") << QByteArray("d=1&x=2&%64");
    QTest::newRow("separators") << QByteArray("&=&=&");
    QTest::newRow("as JSON") << QByteArray(R"({"d":"1"})");
}

void EngineIoJsonpTest::noPayload()
{
    QFETCH(QByteArray, body);
    QVERIFY(!decodeJsonpBody(body).has_value());
}

/// The reference server looks no further.
void EngineIoJsonpTest::thousandFields()
{
    QVERIFY(decodeJsonpBody(QByteArray("x=1&").repeated(999) + "d=1").has_value());
    QVERIFY(!decodeJsonpBody(QByteArray("x=1&").repeated(1000) + "d=1").has_value());
    QVERIFY(!decodeJsonpBody(QByteArray(1000, '&') + "d=1").has_value());
    QVERIFY(decodeJsonpBody("d=1&" + QByteArray("x=1&").repeated(1000) + "d=1").has_value());
}

void EngineIoJsonpTest::everySingleByte()
{
    for (int byte = 0; byte < 256; ++byte) {
        const QByteArray single(1, char(byte));
        QCOMPARE(decodeJsonpBody(single).has_value(), byte == 'd');
        const auto payload = decodeJsonpBody("d=" + single);
        QVERIFY(payload.has_value() && payload->isValidUtf8());
    }
}

void EngineIoJsonpTest::cutAtEachByte()
{
    const QByteArray whole(R"(t=x&d=%E2%82%AC\n\\n%5Cn&y=1)");
    const QByteArray payload("\xe2\x82\xac\n\\n\n");
    for (qsizetype size = 0; size <= whole.size(); ++size) {
        const auto read = decodeJsonpBody(whole.first(size));
        QCOMPARE(read.has_value(), size > whole.indexOf('d'));
        if (read)
            QVERIFY(read->isValidUtf8());
        QCOMPARE(read == payload, size >= whole.indexOf("&y"));
    }
}

TICKER_TEST(EngineIoJsonpTest)
#include "tst_engineio_jsonp.moc"
