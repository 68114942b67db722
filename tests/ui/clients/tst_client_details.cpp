// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clients/client_details_dialog.h"
#include "samples.h"
#include "ticker_test.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>

using namespace ticker;

/// The dialog that looks at one client.
class TestClientDetails final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void showsAllThatIsKnown();
    void longSymbolsAreWrapped();
    void whatBecameOfItsName();
    void saysThatTheClientHasGone();
    void ignoresOthers();
    void watchesWhileItIsOpen();
    void beginsAtTheBeginning();
    void staysAtTheEndOfMessages();

private:
    [[nodiscard]] static ClientDetails details()
    {
        ClientDetails details;
        details.id = 7;
        details.row = samples::client(7);
        details.row.subscription = {2, false, QStringLiteral("ACME, BOLT")};
        details.head = "get /ws\nhost: localhost\ncookie: (hidden)\n";
        details.messages = {
            {1000, "{\"action\":\"ping\"}", 17, false}, {2000, "abc", 2'000'000, false}, {3000, "", 9, true}};
        return details;
    }
};

void TestClientDetails::showsAllThatIsKnown()
{
    QWidget parent;
    ClientDetailsDialog dialog(&parent);
    dialog.open(7);
    dialog.showDetails(details());
    QVERIFY(dialog.windowTitle().contains(QStringLiteral("127.0.0.1:40007")));
    QStringList texts;
    for (const QLabel *label : dialog.findChildren<QLabel *>())
        texts.append(label->text());
    QVERIFY(texts.contains(QStringLiteral("ACME, BOLT")));
    QVERIFY(texts.contains(transportName(samples::client(7).transport)));
    const auto text = [&dialog](const char *name) {
        return dialog.findChild<QPlainTextEdit *>(QLatin1String(name))->toPlainText();
    };
    QCOMPARE(text("clientDetailsHead"), QStringLiteral("get /ws\nhost: localhost\ncookie: (hidden)\n"));
    const QStringList lines = text("clientDetailsMessages").split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines[0].endsWith(QStringLiteral("{\"action\":\"ping\"}")));
    QVERIFY(lines[1].endsWith(QStringLiteral("abc… (2,000,000 bytes)")));
    QVERIFY(lines[2].endsWith(QStringLiteral("9 bytes of binary data")));
}

void TestClientDetails::longSymbolsAreWrapped()
{
    QWidget parent;
    ClientDetailsDialog dialog(&parent);
    dialog.open(7);
    ClientDetails shown = details();
    const QString symbol(64, QLatin1Char('X'));
    shown.row.subscription = {3, false, QStringList(3, symbol).join(QStringLiteral(", "))};
    dialog.showDetails(shown);
    for (const QLabel *label : dialog.findChildren<QLabel *>())
        QVERIFY(label->wordWrap() || !label->text().contains(symbol));
}

void TestClientDetails::whatBecameOfItsName()
{
    QWidget parent;
    ClientDetailsDialog dialog(&parent);
    const auto *history = dialog.findChild<QLabel *>(QStringLiteral("clientDetailsHistory"));
    dialog.open(7);
    dialog.showDetails(details());
    QCOMPARE(history->text(), QStringLiteral("–"));
    ClientDetails named = details();
    named.row.name = QStringLiteral("<b>bot</b>");
    named.history = ClientHistory{1, 1, 0, 0, {}};
    dialog.showDetails(named);
    QCOMPARE(history->text(), QStringLiteral("Connections so far: 1, open: 1"));
    named.history = ClientHistory{1'234, 2, 1000, 4'711, DisconnectReason::Kicked};
    dialog.showDetails(named);
    QVERIFY2(history->text().startsWith(QStringLiteral("Connections so far: 1,234, open: 2\nLast break at ")),
             qPrintable(history->text()));
    QVERIFY(history->text().contains(QStringLiteral(" in tick 4,711: ")));
    QStringList texts;
    for (const QLabel *label : dialog.findChildren<QLabel *>()) {
        QVERIFY(label->textFormat() == Qt::PlainText || !label->text().contains(QLatin1String("bot")));
        texts.append(label->text());
    }
    QVERIFY(texts.join(QLatin1Char('|')).contains(QStringLiteral("bot")));
    dialog.open(8);
    QCOMPARE(history->text(), QString());
}

void TestClientDetails::saysThatTheClientHasGone()
{
    QWidget parent;
    ClientDetailsDialog dialog(&parent);
    dialog.open(7);
    dialog.showDetails(details());
    auto *disconnect = dialog.findChild<QPushButton *>(QStringLiteral("clientDetailsDisconnect"));
    QSignalSpy wanted(&dialog, &ClientDetailsDialog::disconnectWanted);
    disconnect->click();
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().first().toULongLong(), 7ULL);
    ClientDetails gone;
    gone.id = 7;
    gone.isGone = true;
    dialog.showDetails(gone);
    QVERIFY(!disconnect->isEnabled());
    QVERIFY(dialog.findChild<QLabel *>(QStringLiteral("clientDetailsState"))
                ->text()
                .contains(QStringLiteral("disconnected")));
    // What was known can still be read.
    QVERIFY(!dialog.findChild<QPlainTextEdit *>(QStringLiteral("clientDetailsHead"))->toPlainText().isEmpty());
}

void TestClientDetails::ignoresOthers()
{
    QWidget parent;
    ClientDetailsDialog dialog(&parent);
    dialog.open(8);
    dialog.showDetails(details()); // of the one that was looked at before
    QVERIFY(dialog.findChild<QPlainTextEdit *>(QStringLiteral("clientDetailsHead"))->toPlainText().isEmpty());
}

void TestClientDetails::watchesWhileItIsOpen()
{
    QWidget parent;
    ClientDetailsDialog dialog(&parent);
    QSignalSpy watched(&dialog, &ClientDetailsDialog::watchWanted);
    dialog.open(7);
    dialog.open(8);
    dialog.reject();
    QCOMPARE(watched.size(), 3);
    QCOMPARE(watched[0].first().toULongLong(), 7ULL);
    QCOMPARE(watched[1].first().toULongLong(), 8ULL);
    QCOMPARE(watched[2].first().toULongLong(), 0ULL);
}

void TestClientDetails::beginsAtTheBeginning()
{
    QWidget parent;
    ClientDetailsDialog dialog(&parent);
    const auto *head = dialog.findChild<QPlainTextEdit *>(QStringLiteral("clientDetailsHead"));
    ClientDetails longOnes = details();
    longOnes.head = QByteArray("field: value\n").repeated(200);
    for (const quint64 id : {7ULL, 8ULL}) { // also after another one
        dialog.open(id);
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        longOnes.id = id;
        dialog.showDetails(longOnes);
        QVERIFY(head->verticalScrollBar()->maximum() > 0);
        QCOMPARE(head->verticalScrollBar()->value(), 0);
        head->verticalScrollBar()->setValue(head->verticalScrollBar()->maximum());
    }
}

void TestClientDetails::staysAtTheEndOfMessages()
{
    QWidget parent;
    ClientDetailsDialog dialog(&parent);
    QScrollBar *bar = dialog.findChild<QPlainTextEdit *>(QStringLiteral("clientDetailsMessages"))->verticalScrollBar();
    ClientDetails more = details();
    dialog.open(7);
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    const auto tell = [&] {
        for (int i = 0; i < 50; ++i)
            more.messages.append({3000 + i, "text", 4, false});
        dialog.showDetails(more);
    };
    tell();
    QVERIFY(bar->maximum() > 0);
    QCOMPARE(bar->value(), bar->maximum());
    bar->setValue(1);
    tell();
    QCOMPARE(bar->value(), 1); // of who is reading
}

TICKER_WIDGET_TEST(TestClientDetails)
#include "tst_client_details.moc"
