// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"
#include "ticker_test.h"
#include "window_fixture.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSet>
#include <QSignalSpy>

using namespace ticker;

namespace {

struct Fixture final : test::WindowFixture
{
    explicit Fixture(const ServerStatus &status = samples::listening(),
                     const ServerSnapshot &snapshot = samples::running())
    {
        show(status, snapshot);
    }

    [[nodiscard]] qsizetype commands() const { return seeds.count() + ticks.count() + actions.count(); }

    QSignalSpy seeds{&window, &MainWindow::seedChosen};
    QSignalSpy ticks{&window, &MainWindow::singleTickWanted};
    QSignalSpy actions{&window, &MainWindow::marketActionChosen};
    QSignalSpy pauses{&window, &MainWindow::pauseRequested};
};

} // namespace

/// Seed and market as the whole window offers them.
class TestWindowMarket final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void theSeedCanBeCopied();
    void setsASeed();
    void newSeed();
    void seedTipsSayWhatHappens();
    void theSeedDialogGoesWithTheWindow();
    void theSeedDialogGoesWithTheServer();
    void marketActions();
    void singleTickAlsoWhilePaused();
    void symbolsFollowTheMarket();
    void longSymbolsTakeNoRoom();
    void nothingWithoutAServer();
    void shortcuts_data();
    void shortcuts();
    void noShortcutTwice();
    void mnemonicsDifferWithinAMenu();
};

void TestWindowMarket::theSeedCanBeCopied()
{
    const Fixture f;
    const auto *seed = f.child<QLabel>("seedValue");
    QCOMPARE(seed->text(), QStringLiteral("20240607"));
    QVERIFY(seed->textInteractionFlags() & Qt::TextSelectableByMouse);
    QVERIFY(seed->textInteractionFlags() & Qt::TextSelectableByKeyboard);
}

void TestWindowMarket::setsASeed()
{
    const Fixture f;
    f.click("setSeedButton");
    QVERIFY(f.child<QDialog>("seedDialog")->isVisible());
    QVERIFY(!QApplication::activeModalWidget());
    auto *edit = f.child<QLineEdit>("seedEdit");
    QCOMPARE(edit->text(), QStringLiteral("20240607"));
    edit->setText(QStringLiteral("x"));
    f.click("seedAcceptButton");
    QCOMPARE(f.commands(), 0);
    QVERIFY(!f.child<QLabel>("seedError")->text().isEmpty());
    edit->setText(QStringLiteral("42"));
    f.click("seedAcceptButton");
    QCOMPARE(f.commands(), 1);
    QCOMPARE(f.seeds.first().first().toULongLong(), 42ULL);
    QCOMPARE(f.child<QLabel>("seedValue")->text(), QStringLiteral("20240607")); // until the server says so
}

void TestWindowMarket::newSeed()
{
    const Fixture f;
    f.click("newSeedButton");
    f.click("newSeedButton");
    QCOMPARE(f.seeds.count(), 2);
    QCOMPARE(f.commands(), 2);
    QVERIFY(f.seeds.first().first().toString().size() <= 10);
    QVERIFY(f.seeds.first().first() != f.seeds.last().first());
}

void TestWindowMarket::seedTipsSayWhatHappens()
{
    const Fixture f;
    for (const char *name : {"seedValue", "setSeedButton", "newSeedButton"}) {
        const QString tip = f.child<QWidget>(name)->toolTip();
        QVERIFY2(tip.contains(QStringLiteral("same seed gives the same prices")), name);
        QVERIFY2(tip.contains(QStringLiteral("restarts them")), name);
    }
}

void TestWindowMarket::theSeedDialogGoesWithTheWindow()
{
    Fixture f;
    f.click("setSeedButton");
    f.window.hide();
    QVERIFY(!f.child<QDialog>("seedDialog")->isVisible());
    f.window.show();
    QVERIFY(!f.child<QDialog>("seedDialog")->isVisible());
}

void TestWindowMarket::theSeedDialogGoesWithTheServer()
{
    Fixture f;
    f.click("setSeedButton");
    f.window.showStatus(samples::listening()); // still there
    QVERIFY(f.child<QDialog>("seedDialog")->isVisible());
    f.window.showStatus(samples::failed());
    QVERIFY(!f.child<QDialog>("seedDialog")->isVisible());
    QCOMPARE(f.commands(), 0);
}

void TestWindowMarket::marketActions()
{
    Fixture f;
    f.click("spikeButton");
    QCOMPARE(f.commands(), 1);
    QVERIFY(f.actions.takeFirst().first().value<MarketAction>() == (MarketAction{MarketAction::Kind::Spike, {}, 0.05}));
    f.child<QComboBox>("instrumentChooser")->setCurrentText(QStringLiteral("MOON"));
    f.child<QDoubleSpinBox>("crashValue")->setValue(50);
    f.click("crashButton");
    QCOMPARE(f.commands(), 1);
    QVERIFY(f.actions.takeFirst().first().value<MarketAction>()
            == (MarketAction{MarketAction::Kind::Crash, QStringLiteral("MOON"), 0.5}));
}

void TestWindowMarket::singleTickAlsoWhilePaused()
{
    Fixture f;
    f.click("singleTickButton");
    QCOMPARE(f.ticks.count(), 1);
    f.window.showSnapshot(samples::paused());
    f.click("singleTickButton");
    QCOMPARE(f.ticks.count(), 2);
    QCOMPARE(f.commands(), 2);
    QVERIFY(f.pauses.isEmpty());
}

void TestWindowMarket::symbolsFollowTheMarket()
{
    Fixture f;
    auto *chooser = f.child<QComboBox>("instrumentChooser");
    QCOMPARE(chooser->count(), 4);
    chooser->setCurrentText(QStringLiteral("ROCK"));
    ServerSnapshot other = samples::running();
    other.symbols = QStringList{QStringLiteral("ROCK"), QStringLiteral("TREE")};
    f.window.showSnapshot(other);
    QCOMPARE(chooser->count(), 3);
    QCOMPARE(chooser->currentText(), QStringLiteral("ROCK"));
    f.window.showSnapshot(samples::running(3));
    QCOMPARE(chooser->currentText(), QStringLiteral("ROCK"));
    other.symbols.removeFirst();
    f.window.showSnapshot(other);
    QCOMPARE(chooser->currentText(), QStringLiteral("All instruments"));
}

void TestWindowMarket::longSymbolsTakeNoRoom()
{
    Fixture f;
    ServerSnapshot snapshot = samples::running();
    snapshot.featuredSymbol = QString(24, QLatin1Char('M'));
    f.window.showSnapshot(snapshot);
    const int usual = f.window.minimumSizeHint().width();
    const QString symbol = QStringLiteral("M&M/") + QString(60, QLatin1Char('X'));
    snapshot.symbols = QStringList{symbol};
    snapshot.featuredSymbol = symbol;
    f.window.showSnapshot(snapshot);
    QVERIFY(f.window.minimumSizeHint().width() <= usual);
    const auto *chooser = f.window.findChild<QComboBox *>(QStringLiteral("instrumentChooser"));
    QCOMPARE(chooser->itemText(1), symbol);
    QCOMPARE(chooser->itemData(1, Qt::ToolTipRole).toString(), symbol);
    const auto captions = f.window.findChildren<QLabel *>();
    const auto isCaption = [](const QLabel *label) { return label->text() == u"Price of M&M/XXXXXXXX…XXXXXXXXXXX"; };
    const auto caption = std::ranges::find_if(captions, isCaption);
    QVERIFY(caption != captions.end());
    QCOMPARE((*caption)->toolTip(), symbol);
    QVERIFY(!(*caption)->buddy()); // so that "&" is no mnemonic
    snapshot.featuredSymbol = QStringLiteral("ACME");
    f.window.showSnapshot(snapshot);
    QCOMPARE((*caption)->toolTip(), QString());
}

void TestWindowMarket::nothingWithoutAServer()
{
    Fixture f{samples::failed(), ServerSnapshot()};
    const QStringList names{QStringLiteral("setSeed"), QStringLiteral("newSeed"), QStringLiteral("singleTick"),
                            QStringLiteral("spike"), QStringLiteral("flatOff")};
    for (const QString &name : names) {
        auto *action = f.window.findChild<QAction *>(name + QStringLiteral("Action"));
        QVERIFY(action);
        QVERIFY2(!action->isEnabled(), qPrintable(name));
        action->trigger();
    }
    QCOMPARE(f.commands(), 0);
    QVERIFY(!f.child<QDialog>("seedDialog")->isVisible());
    f.window.showStatus(samples::listening());
    for (const QString &name : names)
        QVERIFY2(f.window.findChild<QAction *>(name + QStringLiteral("Action"))->isEnabled(), qPrintable(name));
}

void TestWindowMarket::shortcuts_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<MarketAction>("action");
    using Kind = MarketAction::Kind;
    QTest::newRow("spike") << Qt::Key_S << MarketAction{Kind::Spike, {}, 0.05};
    QTest::newRow("crash") << Qt::Key_H << MarketAction{Kind::Crash, {}, 0.2};
    QTest::newRow("drift") << Qt::Key_D << MarketAction{Kind::Drift, {}, 0.001};
    QTest::newRow("burst") << Qt::Key_B << MarketAction{Kind::Burst, {}, 100};
    QTest::newRow("halt") << Qt::Key_G << MarketAction{Kind::Halt, {}, 0};
    QTest::newRow("resume") << Qt::Key_R << MarketAction{Kind::Resume, {}, 0};
    QTest::newRow("flat on") << Qt::Key_F << MarketAction{Kind::Flat, {}, 1};
    QTest::newRow("flat off") << Qt::Key_O << MarketAction{Kind::Flat, {}, 0};
}

void TestWindowMarket::shortcuts()
{
    QFETCH(Qt::Key, key);
    QFETCH(MarketAction, action);
    Fixture f;
    QVERIFY(QTest::qWaitForWindowActive(&f.window));
    QTest::keyClick(&f.window, key, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(f.commands(), 1);
    QVERIFY(f.actions.first().first().value<MarketAction>() == action);
    QTest::keyClick(&f.window, Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(f.ticks.count(), 1);
    QTest::keyClick(&f.window, Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(f.seeds.count(), 1);
    QCOMPARE(f.commands(), 3);
}

void TestWindowMarket::noShortcutTwice()
{
    const Fixture f;
    QSet<QKeySequence> seen;
    for (const QAction *action : f.window.findChildren<QAction *>()) {
        if (action->shortcut().isEmpty())
            continue;
        QVERIFY2(!seen.contains(action->shortcut()), qPrintable(action->shortcut().toString()));
        seen.insert(action->shortcut());
    }
    QVERIFY(seen.size() >= 17);
}

void TestWindowMarket::mnemonicsDifferWithinAMenu()
{
    const Fixture f;
    QSet<QKeySequence> seen;
    for (const QAction *action : f.child<QMenu>("marketMenu")->actions()) {
        if (action->isSeparator())
            continue;
        const QKeySequence mnemonic = QKeySequence::mnemonic(action->text());
        QVERIFY2(!mnemonic.isEmpty(), qPrintable(action->text()));
        QVERIFY2(!seen.contains(mnemonic), qPrintable(action->text()));
        seen.insert(mnemonic);
    }
    QCOMPARE(seen.size(), 12);
}

TICKER_WIDGET_TEST(TestWindowMarket)
#include "tst_window_market.moc"
