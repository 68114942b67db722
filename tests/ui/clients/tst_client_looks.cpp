// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "activity/activity_view.h"
#include "clients/client_details_dialog.h"
#include "clients/disconnect_dialog.h"
#include "samples.h"
#include "ticker_test.h"
#include "window_fixture.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTabWidget>

using namespace ticker;
using namespace ticker::test;

namespace {

Activity line(Activity::Kind kind, quint64 client, const QString &text)
{
    Activity line;
    line.kind = kind;
    line.timeMs = 1'795'377'208'008 + qint64(client) * 321;
    line.client = client;
    line.text = text;
    if (Activity::isOfClient(kind) || kind == Activity::Kind::OriginRefused) {
        line.address = QStringLiteral("127.0.0.1");
        line.port = quint16(40'000 + client);
        line.transport = TransportKind::SocketIoWebSocket;
    }
    return line;
}

Activities lines()
{
    using Kind = Activity::Kind;
    Activities all{line(Kind::Listening, 0, QStringLiteral("http://127.0.0.1:8000/")),
                   line(Kind::Connected, 1, QStringLiteral("Mozilla/5.0 (X11; Linux x86_64; rv:128.0)")),
                   line(Kind::Subscribed, 1, QStringLiteral("ACME, TEAPOT")),
                   line(Kind::Connected, 2, QStringLiteral("curl/7.88")),
                   line(Kind::OriginRefused, 0, QStringLiteral("https://front-end.example")),
                   line(Kind::MessageRefused, 2, QStringLiteral("NOPE")),
                   line(Kind::TicksMerged, 2, {}),
                   line(Kind::Disconnected, 2, {}),
                   line(Kind::IntervalSet, 0, {}),
                   line(Kind::Omitted, 0, {})};
    all[2].count = 2;
    all[5].detail = QStringLiteral("unknown_symbol");
    all[7].reason = DisconnectReason::TooSlow;
    all[7].count = 1'234;
    all[7].bytes = 56'789;
    all[7].duration = std::chrono::seconds(200);
    all[8].value = 20;
    all[9].count = 9'850;
    return all;
}

ClientDetails details()
{
    ClientDetails details;
    details.id = 3;
    details.row = samples::client(4);
    details.head =
        "GET /ws\nhost: localhost:8000\nconnection: Upgrade\nupgrade: websocket\norigin: http://localhost:5173\n"
        "user-agent: Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0\n"
        "cookie: (hidden)\n";
    details.messages = {{1'795'377'208'008, R"({"action":"subscribe","symbols":["TICK","MOON"]})", 48, false},
                        {1'795'377'209'508, R"({"action":"ping"})", 17, false}};
    return details;
}

} // namespace

/// Pictures of what is about clients, for people to look at, and the names that a screen reader is told.
class TestClientLooks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pictures_data();
    void pictures();
    void everyControlHasAName();
    void theCodeIsForTheAddress();

private:
    void save(QWidget &widget, const QString &name) const
    {
        QVERIFY(QTest::qWaitForWindowExposed(widget.window()));
        QCoreApplication::processEvents(); // what is to be laid out
        const QImage picture = widget.grab().toImage();
        QVERIFY(!picture.isNull());
        QVERIFY(picture.save(m_folder.filePath(name)));
    }

    QDir m_folder;
};

void TestClientLooks::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    m_folder.setPath(qEnvironmentVariable("TICKER_SCREENSHOTS", QStringLiteral("screenshots")));
    QVERIFY(m_folder.mkpath(QStringLiteral(".")));
}

void TestClientLooks::pictures_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestClientLooks::pictures()
{
    QFETCH(bool, dark);
    const QPalette before = QApplication::palette();
    if (dark)
        QApplication::setPalette(samples::darkPalette());
    const QString suffix = QStringLiteral("-%1.png").arg(QLatin1String(QTest::currentDataTag()));
    WindowFixture f;
    auto *activity = new ActivityView;
    f.window.addView(activity, QStringLiteral("Activity"));
    f.window.resize(900, 700);
    f.show(samples::listening(), samples::running(0));
    save(f.window, QStringLiteral("clients-code") + suffix);
    activity->append(lines());
    f.window.showView(activity->objectName());
    auto *table = f.child<QTableView>("activityTable");
    table->setCurrentIndex(table->model()->index(4, 0));
    save(f.window, QStringLiteral("activity") + suffix);
    f.window.showView(QStringLiteral("clientsView"));
    f.window.showSnapshot(samples::running(8));
    f.child<QLineEdit>("clientsFilter")->setText(QStringLiteral("socket.io"));
    save(f.window, QStringLiteral("clients-filter") + suffix);

    ClientDetailsDialog dialog(&f.window);
    dialog.open(3);
    dialog.showDetails(details());
    save(dialog, QStringLiteral("client-details") + suffix);
    auto *disconnect = f.child<DisconnectDialog>("disconnectDialog");
    disconnect->ask(samples::client(1));
    save(*disconnect, QStringLiteral("client-disconnect") + suffix);
    QApplication::setPalette(before);
}

void TestClientLooks::everyControlHasAName()
{
    WindowFixture f;
    f.window.addView(new ActivityView, QStringLiteral("Activity"));
    f.show(samples::listening(), samples::running(0));
    ClientDetailsDialog dialog(&f.window);
    dialog.open(3);
    dialog.showDetails(details());
    int controls = 0;
    for (const char *name : {"activityFilter", "activityGroup", "activityTable", "activityFollow",
                             "activityPauseButton", "activityAllowButton", "activityCopyButton", "activitySaveButton",
                             "activityClearButton", "clientsFilter", "clientCodecurl", "copyClientCodecurl",
                             "clientDetailsHead", "clientDetailsMessages", "disconnectCode", "disconnectReason"}) {
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(f.child<QWidget>(name));
        QVERIFY2(face && !face->text(QAccessible::Name).isEmpty(), name);
        ++controls;
    }
    QCOMPARE(controls, 16);
}

void TestClientLooks::theCodeIsForTheAddress()
{
    WindowFixture f;
    f.window.resize(900, 800);
    f.show(samples::listening(1234), samples::running(0));
    auto *code = f.child<QTabWidget>("clientCode");
    QVERIFY(code->isVisible());
    QCOMPARE(code->count(), 5);
    for (const char *name : {"Socket.IO", "WebSocket", "EventSource", "curl", "Python"}) {
        const QByteArray part(name);
        f.click(("copyClientCode" + part).constData());
        const QString text = QApplication::clipboard()->text();
        QVERIFY2(text.contains(QStringLiteral("127.0.0.1:1234")) && !text.contains(QStringLiteral("%1")), name);
        QCOMPARE(f.child<QPlainTextEdit>(("clientCode" + part).constData())->toPlainText(), text);
    }
    QVERIFY(f.child<QPlainTextEdit>("clientCodeWebSocket")
                ->toPlainText()
                .contains(QStringLiteral("ws://127.0.0.1:1234/ws")));
    f.window.showStatus(samples::failed());
    QVERIFY(!code->isVisible());
}

TICKER_WIDGET_TEST(TestClientLooks)
#include "tst_client_looks.moc"
