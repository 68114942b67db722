// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gate/access_policy.h"
#include "ticker_test.h"

using namespace ticker;
using Target = AccessPolicy::Target;

class AccessPolicyTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void host_data();
    void host();
    void origin_data();
    void origin();
    void hostFieldCount();
    void absoluteForm();
    void fetchMetadata_data();
    void fetchMetadata();
    void foreignPages_data();
    void foreignPages();
    void sayingWhichPage();
    void refusalSaysHowToAllow();
    void textsOfPeople_data();
    void textsOfPeople();
};

namespace {

AccessPolicy policy(bool allowNull = false)
{
    return AccessPolicy({8000,
                         {QStringLiteral("feed.lan"), QStringLiteral("other.lan:9000")},
                         {QStringLiteral("https://example.org")},
                         allowNull});
}

HttpRequest request(const QList<HttpHeader> &headers, const QByteArray &path = "/")
{
    HttpRequest result;
    result.method = "GET";
    result.path = path;
    result.headers = headers;
    return result;
}

std::optional<HttpError> refusal(const QList<HttpHeader> &headers, const QByteArray &path = "/",
                                 Target target = Target::Reply)
{
    return policy().refuse(request(headers, path), target);
}

} // namespace

void AccessPolicyTest::host_data()
{
    QTest::addColumn<bool>("allowed");
    for (const char *host : {"localhost", "localhost:8000", "LOCALHOST:8000", "127.0.0.1", "127.0.0.1:8000", "[::1]",
                             "[::1]:8000", "feed.lan", "feed.lan:8000", "other.lan:9000"})
        QTest::newRow(host) << true;
    for (const char *host : {"",
                             "evil",
                             "evil:8000",
                             "localhost.evil",
                             "localhost:8001",
                             "localhost:",
                             "localhost:x",
                             "localhost:8000:8000",
                             "127.0.0.1.evil:8000",
                             "[::1",
                             "[::1]x",
                             "::1",
                             "user@localhost",
                             "localhost:080000",
                             "feed.lan:1",
                             "other.lan",
                             "localhost evil",
                             "[localhost]",
                             "2130706433",
                             "localhost:-8000",
                             "localhost:+8000"})
        QTest::newRow(qPrintable(QStringLiteral("not ") + QString::fromLatin1(host))) << false;
}

void AccessPolicyTest::host()
{
    QFETCH(bool, allowed);
    QByteArray host = QTest::currentDataTag();
    if (!allowed)
        host.remove(0, 4);
    const auto error = refusal({{"host", host}});
    QCOMPARE(!error, allowed);
    if (error)
        QCOMPARE(error->status, 421);
}

void AccessPolicyTest::origin_data()
{
    QTest::addColumn<bool>("allowed");
    for (const char *origin :
         {"http://localhost:8000", "http://localhost:5173", "https://localhost", "http://127.0.0.1:3000",
          "http://[::1]:4200", "https://example.org", "http://feed.lan:8000"})
        QTest::newRow(origin) << true;
    for (const char *origin : {"", "null", "http://evil", "http://1.2.3.4", "http://localhost.evil",
                               "http://evil.localhost.x", "https://example.org.evil", "http://example.org",
                               "https://example.org:444", "file://", "chrome-extension://abc", "localhost:8000",
                               "http://localhost:8000/x", "http://user@localhost", "http://localhost:99999"})
        QTest::newRow(qPrintable(QStringLiteral("not ") + QString::fromLatin1(origin))) << false;
}

void AccessPolicyTest::origin()
{
    QFETCH(bool, allowed);
    QByteArray origin = QTest::currentDataTag();
    if (!allowed)
        origin.remove(0, 4);
    const auto error = refusal({{"host", "localhost:8000"}, {"origin", origin}});
    QCOMPARE(!error, allowed);
    if (error)
        QCOMPARE(error->status, 403);
    QVERIFY(policy(true).allowsOrigin("null"));
}

void AccessPolicyTest::hostFieldCount()
{
    QCOMPARE(refusal({})->status, 400);
    QCOMPARE(refusal({{"host", "localhost"}, {"host", "localhost"}})->status, 400);
    QCOMPARE(refusal({{"host", "localhost"}, {"origin", "http://localhost"}, {"origin", "http://evil"}})->status, 400);
}

void AccessPolicyTest::absoluteForm()
{
    HttpRequest foreign = request({{"host", "localhost:8000"}});
    foreign.authority = "evil:8000";
    QCOMPARE(policy().refuse(foreign, Target::Reply)->status, 421);
    foreign.authority = "localhost:8000";
    QVERIFY(!policy().refuse(foreign, Target::Reply));
}

void AccessPolicyTest::fetchMetadata_data()
{
    QTest::addColumn<QByteArray>("site");
    QTest::addColumn<QByteArray>("mode");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char *name, const char *site, const char *mode, const char *path, bool allowed) {
        QTest::newRow(name) << QByteArray(site) << QByteArray(mode) << QByteArray(path) << allowed;
    };
    row("own page", "same-origin", "cors", "/api/quote", true);
    row("front end on another port", "same-site", "no-cors", "/api/quote", true);
    row("link from another site", "cross-site", "navigate", "/", true);
    row("image of another site", "cross-site", "no-cors", "/api/quote", false);
    row("client library for another site", "cross-site", "no-cors", "/socket.io/socket.io.js", true);
    row("polling from another site", "cross-site", "no-cors", "/socket.io/", false);
}

void AccessPolicyTest::fetchMetadata()
{
    QFETCH(QByteArray, site);
    QFETCH(QByteArray, mode);
    QFETCH(QByteArray, path);
    QFETCH(bool, allowed);
    const QByteArray dest = mode == "navigate" ? "document" : "image";
    const auto error = refusal(
        {{"host", "localhost"}, {"sec-fetch-site", site}, {"sec-fetch-mode", mode}, {"sec-fetch-dest", dest}}, path);
    QCOMPARE(!error, allowed);
}

void AccessPolicyTest::foreignPages_data()
{
    QTest::addColumn<HttpHeader>("first");
    QTest::addColumn<HttpHeader>("second");
    QTest::addColumn<bool>("reads"); ///< is answered
    QTest::addColumn<bool>("opens"); ///< becomes a client
    const auto row = [](const char *name, const HttpHeader &first, const HttpHeader &second, bool reads, bool opens) {
        QTest::newRow(name) << first << second << reads << opens;
    };
    const HttpHeader anything("accept", "*/*");
    const HttpHeader page("accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    const HttpHeader picture("accept", "image/avif,image/webp,*/*;q=0.8");
    const HttpHeader stream("accept", "text/event-stream");
    const HttpHeader evil("referer", "http://evil.example/page?a#b");
    const HttpHeader none("user-agent", "x");
    row("a program", none, none, true, true);
    row("own page", {"referer", "http://localhost:8000/page"}, anything, true, true);
    row("own page in the network", {"referer", "http://feed.lan:8000/"}, anything, true, true);
    row("front end on another port", {"referer", "http://localhost:5173/"}, stream, true, true);
    row("allowed page", {"referer", "https://example.org/a/b"}, anything, true, true);
    row("a referer that names no page", {"referer", "/page"}, anything, true, true);
    row("script", evil, anything, false, false);
    row("event source", evil, stream, false, false);
    row("image", evil, picture, false, false);
    row("link or frame", evil, page, true, false);
    row("of a page with a user", {"referer", "http://localhost@evil/"}, anything, false, false);
    row("of another host on our port", {"referer", "http://evil:8000/"}, anything, false, false);
    row("of no website", {"referer", "android-app://evil"}, anything, false, false);
    row("the second of two", {"referer", "http://localhost:8000/"}, evil, false, false);
    row("a silent page's image", picture, none, true, false);
    row("a silent page's sound", {"accept", "audio/webm,*/*;q=0.5"}, none, true, false);
    row("a silent page's film", {"range", "bytes=0-"}, anything, true, false);
    row("a prefetch", {"purpose", "prefetch"}, anything, true, false);
    row("a prefetch by its other name", {"sec-purpose", "prefetch;prerender"}, page, true, false);
    row("known to be our own", {"sec-fetch-site", "same-origin"}, evil, true, true);
    row("an address typed", {"sec-fetch-site", "none"}, page, true, true);
}

/// Without Sec-Fetch-Site, which browsers send to addresses that they trust only. Nor does a link open a session.
void AccessPolicyTest::foreignPages()
{
    QFETCH(HttpHeader, first);
    QFETCH(HttpHeader, second);
    QFETCH(bool, reads);
    QFETCH(bool, opens);
    const QList<HttpHeader> headers{{"host", "feed.lan"}, first, second};
    const auto reading = refusal(headers, "/api/quote");
    QCOMPARE(!reading, reads);
    const auto opening = refusal(headers, "/socket.io/", Target::Feed);
    QCOMPARE(!opening, opens);
    QVERIFY(opens || opening->status == 403);
    if (opens) // by a link neither, where browsers say that it is one
        QVERIFY(refusal({{"host", "feed.lan"},
                         {"sec-fetch-site", "cross-site"},
                         {"sec-fetch-mode", "navigate"},
                         {"sec-fetch-dest", "document"}},
                        "/events", Target::Feed));
    QVERIFY(!refusal(headers, "/socket.io/socket.io.js"));
    QVERIFY(!AccessPolicy({8000, {}, {}, false, true})
                 .refuse(request({{"host", "localhost"}, first, second}), Target::Feed));
}

void AccessPolicyTest::sayingWhichPage()
{
    const auto error = refusal({{"host", "feed.lan"}, {"referer", "https://my.app:81/secret?token"}}, "/events",
                               Target::Feed);
    QVERIFY(error->text.contains("\"https://my.app:81\""));
    QVERIFY(error->text.contains("allowedOrigins"));
    QVERIFY(!error->text.contains("secret"));
}

void AccessPolicyTest::refusalSaysHowToAllow()
{
    const auto error = refusal({{"host", "localhost"}, {"origin", "https://my.app"}});
    QVERIFY(error->text.contains("https://my.app"));
    QVERIFY(error->text.contains("allowedOrigins"));
}

void AccessPolicyTest::textsOfPeople_data()
{
    QTest::addColumn<bool>("isOrigin");
    QTest::addColumn<QString>("result"); // empty: refused
    const auto row = [](bool isOrigin, const char *text, const char *result) {
        QTest::newRow(text) << isOrigin << QString::fromLatin1(result);
    };
    row(false, "feed.lan", "feed.lan");
    row(false, " Feed.LAN:8000 ", "feed.lan:8000");
    row(false, "192.0.2.1", "192.0.2.1");
    row(false, "[2001:DB8::1]:80", "[2001:db8::1]:80");
    for (const char *text : {"", "http://feed.lan", "feed.lan/path", "*.lan", "a b", "feed.lan:", "feed.lan:99999",
                             "user@feed.lan", "[feed.lan]"})
        row(false, text, "");
    row(true, "https://example.org", "https://example.org");
    row(true, "HTTPS://Example.org/", "https://example.org");
    row(true, "https://example.org:443", "https://example.org");
    row(true, "http://example.org:80", "http://example.org");
    row(true, "http://example.org:443", "http://example.org:443");
    row(true, "http://[2001:db8::1]:3000", "http://[2001:db8::1]:3000");
    row(true, "capacitor://localhost", "capacitor://localhost");
    for (const char *text : {"example.org", "https://", "https://example.org/path", "https://*.example.org", "null",
                             "https://example.org:x", "https://a@example.org", "https://ex\xe4mple.org"})
        row(true, text, "");
}

/// What is taken is what a request names, and what could match none is not taken.
void AccessPolicyTest::textsOfPeople()
{
    QFETCH(bool, isOrigin);
    QFETCH(QString, result);
    const QString text = QString::fromLatin1(QTest::currentDataTag());
    const auto taken = isOrigin ? AccessPolicy::originFromText(text) : AccessPolicy::hostFromText(text);
    QCOMPARE(taken.value_or(QString()), result);
    if (!taken)
        return;
    AccessPolicy::Rules rules{8000, {}, {}, false};
    (isOrigin ? rules.origins : rules.hosts).append(*taken);
    QVERIFY(isOrigin ? AccessPolicy(rules).allowsOrigin(taken->toLatin1())
                     : AccessPolicy(rules).allowsHost(taken->toLatin1()));
}

TICKER_TEST(AccessPolicyTest)
#include "tst_access_policy.moc"
