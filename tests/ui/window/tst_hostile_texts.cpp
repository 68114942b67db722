// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "activity/activity_view.h"
#include "clients/client_details_dialog.h"
#include "clients/disconnect_dialog.h"
#include "hostile_texts.h"
#include "samples.h"
#include "ticker_test.h"
#include "window_fixture.h"

using namespace ticker;
using test::hostileText;
using test::TextSearch;

namespace {

ClientRow hostileClient()
{
    ClientRow row = samples::client(1);
    row.userAgent = hostileText();
    row.subscription = {2, false, hostileText()};
    row.unknownEvents = 1;
    row.lastUnknownEvent = hostileText();
    return row;
}

ServerSnapshot hostileSnapshot()
{
    ServerSnapshot snapshot = samples::playing();
    snapshot.clients = {hostileClient()};
    snapshot.symbols = QStringList{hostileText()};
    snapshot.featuredSymbol = hostileText();
    snapshot.playback->path = hostileText(QStringLiteral("/data/"));
    snapshot.playback->error = hostileText();
    snapshot.recording = samples::recording();
    snapshot.recording->path = hostileText(QStringLiteral("/data/"));
    return snapshot;
}

/// One of each kind, with all the fields.
Activities hostileActivities()
{
    Activities lines;
    for (int kind = 0; kind < Activity::kinds; ++kind) {
        for (const bool isOfProgram : {false, true}) {
            Activity line;
            line.kind = Activity::Kind(kind);
            line.address = QStringLiteral("127.0.0.1");
            line.client = 1;
            line.text = hostileText();
            line.detail = hostileText();
            line.localized = LocalizedText::tr("%1 %2: %3").arg(hostileText()).arg(hostileText()).arg(hostileText());
            line.count = 5;
            line.byProgram = isOfProgram;
            lines.append(line);
        }
    }
    return lines;
}

void verifyHarmless(const QWidget &widget, int least)
{
    const TextSearch search(widget);
    QCOMPARE(search.complaints(), QStringList());
    QVERIFY2(search.count(QStringLiteral("dev/zero")) >= least, "what is looked for is not shown");
}

} // namespace

/// Names, paths, agents and origins that try to be markup or to turn the text around, wherever the window shows them.
class HostileTextsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void anUnprotectedWidgetIsFound();
    void ofAMarketAndFiles();
    void ofErrors_data();
    void ofErrors();
    void ofNotices();
    void ofTheActivityLog();
    void ofAClient();
};

/// The search would find what the others look for.
void HostileTextsTest::anUnprotectedWidgetIsFound()
{
    QWidget parent;
    auto *label = new QLabel(&parent);
    QVERIFY(TextSearch(parent).complaints().isEmpty());
    label->setToolTip(QStringLiteral("<img src=\"/nowhere\">"));
    QCOMPARE(TextSearch(parent).complaints().size(), 1);
    label->setToolTip({});
    label->setText(QStringLiteral("<img src=\"/nowhere\">"));
    QCOMPARE(TextSearch(parent).complaints().size(), 1);
    label->setTextFormat(Qt::PlainText);
    QVERIFY(TextSearch(parent).complaints().isEmpty());
    label->setAccessibleName(QStringLiteral("\u202e"));
    QCOMPARE(TextSearch(parent).complaints().size(), 1);
}

void HostileTextsTest::ofAMarketAndFiles()
{
    test::WindowFixture f;
    f.show(samples::listening(), hostileSnapshot());
    verifyHarmless(f.window, 8);
    ServerSnapshot market = hostileSnapshot();
    market.playback.reset();
    for (const auto state :
         {Recording::State::Writing, Recording::State::Finishing, Recording::State::Done, Recording::State::Failed}) {
        market.recording->state = state;
        f.window.showSnapshot(market);
        verifyHarmless(f.window, 6);
    }
}

void HostileTextsTest::ofErrors_data()
{
    QTest::addColumn<ServerError::Code>("code");
    for (int code = 0; code <= int(ServerError::Code::Other); ++code)
        QTest::addRow("%d", code) << ServerError::Code(code);
}

void HostileTextsTest::ofErrors()
{
    QFETCH(const ServerError::Code, code);
    test::WindowFixture f;
    ServerStatus status = samples::failed(code);
    status.error = ServerError{code, hostileText(), hostileText(), hostileText()};
    f.show(status, {});
    verifyHarmless(f.window, 1);
}

void HostileTextsTest::ofNotices()
{
    test::WindowFixture f;
    f.show(samples::listening(), samples::running());
    f.window.showNotice(hostileText());
    verifyHarmless(f.window, 1);
    for (int kind = 0; kind <= int(FileCommand::Kind::StopRecording); ++kind) {
        f.window.showAnswer({FileCommand{FileCommand::Kind(kind), hostileText()}, hostileText()});
        verifyHarmless(f.window, 1);
    }
}

void HostileTextsTest::ofTheActivityLog()
{
    ActivityView view;
    view.append(hostileActivities());
    view.showOnlyClient(1, hostileText());
    verifyHarmless(view, 20);
}

void HostileTextsTest::ofAClient()
{
    QWidget parent;
    ClientDetailsDialog details(&parent);
    details.open(1);
    ClientDetails seen;
    seen.id = 1;
    seen.row = hostileClient();
    seen.head = hostileText().toUtf8() + '\n' + hostileText().toUtf8();
    seen.messages = {{1000, hostileText().toUtf8(), hostileText().toUtf8().size(), false}};
    details.showDetails(seen);
    verifyHarmless(details, 4);
    DisconnectDialog disconnect(&parent);
    disconnect.ask(hostileClient());
    verifyHarmless(disconnect, 0);
}

TICKER_WIDGET_TEST(HostileTextsTest)
#include "tst_hostile_texts.moc"
