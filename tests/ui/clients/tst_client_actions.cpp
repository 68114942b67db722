// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clients/client_actions.h"
#include "clients/client_filter.h"
#include "clients/disconnect_dialog.h"
#include "samples.h"
#include "ticker_test.h"
#include "window_fixture.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QSignalSpy>
#include <QTableView>

using namespace ticker;
using namespace ticker::test;

namespace {

struct Fixture : WindowFixture
{
    explicit Fixture(int clients = 3) { show(samples::listening(), samples::running(clients)); }

    [[nodiscard]] QTableView *table() const { return child<QTableView>("clientsTable"); }
    void select(int row) const
    {
        table()->setFocus();
        table()->setCurrentIndex(table()->model()->index(row, 0));
    }

    ClientActions *actions = window.clientActions();
    QSignalSpy disconnects{actions, &ClientActions::disconnectWanted};
    QSignalSpy all{actions, &ClientActions::allDisconnectWanted};
};

CloseStatus closeStatusOf(const QSignalSpy &disconnects)
{
    return disconnects.first().at(1).value<CloseStatus>();
}

} // namespace

/// What is done with clients by keys and menus, and which of them are shown.
class TestClientActions final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void nothingIsSelectedAtFirst();
    void deleteDisconnectsTheSelected();
    void deleteInTheFilterDeletesLetters();
    void tellsACodeAndAReason();
    void saysWhatCannotBeTold();
    void opensDetails();
    void theContextMenuHasThem();
    void disconnectsAllAfterAsking();
    void asksWithoutTheHiddenWindow();
    void onlyOneNeedsNoQuestion();
    void filters();
    void filterKeepsUpWithSnapshots();
    void reasonsAreCutBetweenCharacters();
};

void TestClientActions::nothingIsSelectedAtFirst()
{
    const Fixture f;
    QVERIFY(!f.child<QAction>("disconnectAction")->isEnabled());
    QVERIFY(!f.child<QAction>("clientDetailsAction")->isEnabled());
    QVERIFY(f.child<QAction>("disconnectAllAction")->isEnabled());
    Fixture empty(0);
    QVERIFY(!empty.child<QAction>("disconnectAllAction")->isEnabled());
}

void TestClientActions::deleteDisconnectsTheSelected()
{
    Fixture f;
    QVERIFY(QTest::qWaitForWindowActive(&f.window));
    f.select(1);
    QTest::keyClick(f.table(), Qt::Key_Delete);
    QCOMPARE(f.disconnects.size(), 1);
    QCOMPARE(f.disconnects.first().first().toULongLong(), 2ULL);
    QCOMPARE(closeStatusOf(f.disconnects), CloseStatus());
    // Once it has gone, nothing else may be meant.
    f.window.showSnapshot(samples::running(0));
    QVERIFY(!f.child<QAction>("disconnectAction")->isEnabled());
}

void TestClientActions::deleteInTheFilterDeletesLetters()
{
    Fixture f;
    QVERIFY(QTest::qWaitForWindowActive(&f.window));
    f.select(1);
    QTest::keyClick(&f.window, Qt::Key_F, Qt::ControlModifier);
    auto *filter = f.child<QLineEdit>("clientsFilter");
    QTRY_VERIFY(filter->hasFocus());
    QTest::keyClicks(filter, QStringLiteral("1x"));
    QTest::keyClick(filter, Qt::Key_Home);
    QTest::keyClick(filter, Qt::Key_Delete);
    QCOMPARE(filter->text(), QStringLiteral("x"));
    QVERIFY(f.disconnects.isEmpty());
}

void TestClientActions::tellsACodeAndAReason()
{
    Fixture f(4);
    f.select(3); // id 4: a plain WebSocket
    f.child<QAction>("disconnectWithAction")->trigger();
    const auto *dialog = f.child<DisconnectDialog>("disconnectDialog");
    QVERIFY(dialog->isVisible());
    QVERIFY(f.child<QLabel>("disconnectWho")->text().contains(QStringLiteral("127.0.0.1:40004")));
    auto *code = f.child<QComboBox>("disconnectCode");
    code->setCurrentIndex(code->findData(1013));
    QTest::keyClicks(f.child<QLineEdit>("disconnectReason"), QStringLiteral("later"));
    f.click("disconnectAcceptButton");
    QVERIFY(!dialog->isVisible());
    QCOMPARE(f.disconnects.size(), 1);
    QCOMPARE(f.disconnects.first().first().toULongLong(), 4ULL);
    QCOMPARE(closeStatusOf(f.disconnects), (CloseStatus{1013, QStringLiteral("later")}));
}

void TestClientActions::saysWhatCannotBeTold()
{
    Fixture f(3);
    for (int row = 0; row < 3; ++row) { // ids 1 to 3
        f.select(row);
        f.child<QAction>("disconnectWithAction")->trigger();
        const TransportKind transport = samples::client(quint64(row) + 1).transport;
        const bool isWebSocket = transport == TransportKind::SocketIoWebSocket;
        QCOMPARE(f.child<QComboBox>("disconnectCode")->isEnabled(), isWebSocket);
        QCOMPARE(f.child<QLineEdit>("disconnectReason")->isEnabled(), isWebSocket);
        QCOMPARE(f.child<QLabel>("disconnectReach")->text(), DisconnectDialog::reach(transport));
        f.click("disconnectAcceptButton");
        QCOMPARE(closeStatusOf(f.disconnects).code == CloseStatus::noCode, !isWebSocket);
        f.disconnects.clear();
    }
}

void TestClientActions::opensDetails()
{
    Fixture f;
    QVERIFY(QTest::qWaitForWindowActive(&f.window));
    QSignalSpy details(f.actions, &ClientActions::detailsWanted);
    f.select(0);
    QTest::keyClick(f.table(), Qt::Key_Return);
    QCOMPARE(details.size(), 1);
    const QPoint second = f.table()->visualRect(f.table()->model()->index(1, 0)).center();
    QTest::mouseClick(f.table()->viewport(), Qt::LeftButton, {}, second);
    QTest::mouseDClick(f.table()->viewport(), Qt::LeftButton, {}, second);
    QCOMPARE(details.size(), 2);
    QCOMPARE(details.last().first().toULongLong(), 2ULL);
}

void TestClientActions::theContextMenuHasThem()
{
    Fixture f;
    QSignalSpy activity(f.actions, &ClientActions::activityWanted);
    f.select(0);
    Q_EMIT f.table()->customContextMenuRequested({});
    auto *menu = f.child<QMenu>("clientMenu");
    for (const char *name : {"clientDetailsAction", "disconnectAction", "disconnectWithAction", "clientActivityAction"})
        QVERIFY(menu->actions().contains(f.child<QAction>(name)));
    f.child<QAction>("clientActivityAction")->trigger();
    menu->close();
    QCOMPARE(activity.size(), 1);
    QCOMPARE(activity.first().at(1).toString(), QStringLiteral("127.0.0.1:40001"));
}

void TestClientActions::disconnectsAllAfterAsking()
{
    Fixture f;
    for (const bool yes : {false, true}) {
        f.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&f.window));
        QTest::keyClick(&f.window, Qt::Key_D, Qt::ControlModifier);
        auto *question = f.child<QMessageBox>("disconnectAllQuestion");
        QVERIFY(question->text().contains(QLatin1Char('3')));
        QVERIFY(f.all.isEmpty());
        if (yes)
            f.click("disconnectAllButton");
        else
            question->button(QMessageBox::Cancel)->click();
        QTRY_VERIFY(!f.window.findChild<QMessageBox *>());
    }
    QCOMPARE(f.all.size(), 1);
}

/// From the tray's menu: the question comes alone, the window stays where it is.
void TestClientActions::asksWithoutTheHiddenWindow()
{
    Fixture f;
    f.window.hide();
    f.actions->disconnectAll();
    QMessageBox *question = nullptr;
    const auto windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        if (window->objectName() == QStringLiteral("disconnectAllQuestion"))
            question = qobject_cast<QMessageBox *>(window);
    }
    QVERIFY(question && question->isVisible());
    QVERIFY(!f.window.isVisible());
    question->findChild<QAbstractButton *>(QStringLiteral("disconnectAllButton"))->click();
    QCOMPARE(f.all.size(), 1);
    QVERIFY(!f.window.isVisible());
}

void TestClientActions::onlyOneNeedsNoQuestion()
{
    Fixture f(1);
    QVERIFY(QTest::qWaitForWindowActive(&f.window));
    QTest::keyClick(&f.window, Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(f.all.size(), 1);
}

void TestClientActions::filters()
{
    Fixture f(40);
    auto *filter = f.child<QLineEdit>("clientsFilter");
    const auto shown = [&] { return f.table()->model()->rowCount(); };
    QVERIFY(!f.child<QLabel>("clientsShown")->isVisible());
    QTest::keyClicks(filter, QStringLiteral("POLLING"));
    QCOMPARE(shown(), 10);
    QCOMPARE(f.child<QLabel>("clientsShown")->text(), QStringLiteral("10 of 40 shown"));
    filter->setText(QStringLiteral("40007"));
    QCOMPARE(shown(), 1);
    filter->setText(QStringLiteral("Firefox/128.2"));
    QVERIFY(shown() > 1);
    filter->setText(QStringLiteral("nobody"));
    QCOMPARE(shown(), 0);
    QVERIFY(filter->isVisible());
    filter->clear();
    QCOMPARE(shown(), 40);
}

void TestClientActions::filterKeepsUpWithSnapshots()
{
    QList<ClientRow> rows = samples::running(100).clients;
    ClientFilter filter;
    filter.setText(QStringLiteral("acme"));
    QVERIFY(filter.apply(rows).isEmpty());
    rows[7].subscription = {1, false, QStringLiteral("ACME")};
    QCOMPARE(filter.apply(rows).size(), 1);
    rows.removeFirst();
    rows.last().subscription = {2, false, QStringLiteral("ACME, BOLT")};
    rows.append(samples::client(500));
    QCOMPARE(filter.apply(rows).size(), 2);
    rows[6].subscription = {};
    QCOMPARE(filter.apply(rows).size(), 1);
    filter.setText(QStringLiteral("polling"));
    const qsizetype polling = filter.apply(rows).size();
    for (ClientRow &row : rows)
        row.transport = TransportKind::SocketIoWebSocket; // they upgrade
    QVERIFY(polling > 0);
    QVERIFY(filter.apply(rows).isEmpty());
}

void TestClientActions::reasonsAreCutBetweenCharacters()
{
    const CloseStatus closeStatus{1000, QString(100, QChar(0x20ac))}; // three bytes each
    const QByteArray bytes = closeStatus.reasonBytes();
    QCOMPARE(bytes.size(), 123);
    QCOMPARE(QString::fromUtf8(bytes), QString(41, QChar(0x20ac)));
    const CloseStatus odd{1000, QStringLiteral("a") + QString(100, QChar(0x20ac))};
    QCOMPARE(odd.reasonBytes().size(), 121);
}

TICKER_WIDGET_TEST(TestClientActions)
#include "tst_client_actions.moc"
