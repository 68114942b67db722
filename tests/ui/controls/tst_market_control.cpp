// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/market_control.h"
#include "ticker_test.h"
#include "widgets/trimmed_spin_box.h"

#include <QAction>
#include <QComboBox>
#include <QMenu>
#include <QSet>
#include <QSignalSpy>
#include <QToolButton>

using namespace ticker;

Q_DECLARE_METATYPE(ticker::MarketAction::Kind)

namespace {

using Kind = MarketAction::Kind;

/// A shown control with its parts and a record of what it asked for.
struct Fixture final
{
    Fixture()
    {
        control.addTo(&menu);
        control.showSymbols({QStringLiteral("ACME"), QStringLiteral("MOON"), QStringLiteral("acme")});
        control.show();
        control.activateWindow();
    }

    template<typename T>
    [[nodiscard]] T *child(const QString &name) const
    {
        auto *found = control.findChild<T *>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }

    [[nodiscard]] TrimmedSpinBox *field(Kind kind) const
    {
        return child<TrimmedSpinBox>(MarketAction::nameOf(kind) + QStringLiteral("Value"));
    }
    void click(const char *name) const
    {
        child<QToolButton>(QString::fromLatin1(name) + QStringLiteral("Button"))->click();
    }
    void trigger(const char *name) const
    {
        child<QAction>(QString::fromLatin1(name) + QStringLiteral("Action"))->trigger();
    }
    [[nodiscard]] MarketAction lastAction() const { return actions.constLast().constFirst().value<MarketAction>(); }

    MarketControl control;
    QMenu menu;
    QComboBox *chooser = child<QComboBox>(QStringLiteral("instrumentChooser"));
    QSignalSpy ticks{&control, &MarketControl::singleTickWanted};
    QSignalSpy actions{&control, &MarketControl::actionChosen};
};

} // namespace

class TestMarketControl final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void buttonsAndEntriesAsk_data();
    void buttonsAndEntriesAsk();
    void singleTick();
    void theChosenInstrumentIsMeant();
    void fieldsKeepToTheirRanges_data();
    void fieldsKeepToTheirRanges();
    void whatIsTypedCounts();
    void fieldsAskNothing();
    void unitsAreShown();
    void anotherMarketKeepsTheChoiceBySymbol();
    void theSameMarketLeavesTheChooserAlone();
    void nothingWithoutAServer();
    void everyEntryHasAShortcutOfItsOwn();
    void shortcutLeadsToTheChooser();
    void tabFollowsTheEye();
};

void TestMarketControl::buttonsAndEntriesAsk_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<double>("value");
    const auto row = [](const char *name, Kind kind, double value) {
        QTest::newRow(name) << QByteArray(name) << kind << value;
    };
    row("spike", Kind::Spike, 0.05);
    row("crash", Kind::Crash, 0.2);
    row("drift", Kind::Drift, 0.001);
    row("burst", Kind::Burst, 100);
    row("halt", Kind::Halt, 0);
    row("resume", Kind::Resume, 0);
    row("flatOn", Kind::Flat, 1);
    row("flatOff", Kind::Flat, 0);
}

void TestMarketControl::buttonsAndEntriesAsk()
{
    QFETCH(QByteArray, name);
    QFETCH(Kind, kind);
    QFETCH(double, value);
    const Fixture f;
    f.click(name.constData());
    QCOMPARE(f.actions.count(), 1);
    QVERIFY(f.lastAction() == (MarketAction{kind, QString(), value}));
    f.trigger(name.constData());
    QCOMPARE(f.actions.count(), 2);
    QVERIFY(f.lastAction() == (MarketAction{kind, QString(), value}));
    QVERIFY(f.ticks.isEmpty());
}

void TestMarketControl::singleTick()
{
    const Fixture f;
    f.click("singleTick");
    QCOMPARE(f.ticks.count(), 1);
    f.trigger("singleTick");
    QCOMPARE(f.ticks.count(), 2);
    QVERIFY(f.actions.isEmpty());
}

void TestMarketControl::theChosenInstrumentIsMeant()
{
    const Fixture f;
    QCOMPARE(f.chooser->currentText(), QStringLiteral("All instruments"));
    QCOMPARE(f.chooser->count(), 4);
    for (const char *symbol : {"MOON", "acme", "ACME"}) {
        f.chooser->setCurrentText(QString::fromLatin1(symbol));
        f.click("halt");
        QCOMPARE(f.lastAction().symbol, QString::fromLatin1(symbol));
    }
    f.chooser->setCurrentIndex(0);
    f.click("halt");
    QVERIFY(f.lastAction().symbol.isEmpty());
}

void TestMarketControl::fieldsKeepToTheirRanges_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("spike") << QByteArrayLiteral("spike") << Kind::Spike;
    QTest::newRow("crash") << QByteArrayLiteral("crash") << Kind::Crash;
    QTest::newRow("drift") << QByteArrayLiteral("drift") << Kind::Drift;
    QTest::newRow("burst") << QByteArrayLiteral("burst") << Kind::Burst;
}

void TestMarketControl::fieldsKeepToTheirRanges()
{
    QFETCH(QByteArray, name);
    QFETCH(Kind, kind);
    constexpr double farAway = 1e12;
    const MarketAction::Range range = MarketAction::rangeOf(kind);
    const Fixture f;
    // To the last bit, for the server refuses what is outside.
    f.field(kind)->setValue(farAway);
    f.click(name.constData());
    QVERIFY(f.lastAction().value == range.highest);
    f.field(kind)->setValue(-farAway);
    f.click(name.constData());
    QVERIFY(f.lastAction().value == range.lowest);
}

void TestMarketControl::whatIsTypedCounts()
{
    const Fixture f;
    TrimmedSpinBox *field = f.field(Kind::Spike);
    QCOMPARE(field->text(), QStringLiteral("5 %"));
    field->setFocus();
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(field, QStringLiteral("12.5"));
    f.trigger("spike"); // as by its shortcut: the field keeps the focus
    QVERIFY(f.lastAction() == (MarketAction{Kind::Spike, QString(), 0.125}));
    f.click("crash"); // of its own field
    QVERIFY(f.lastAction() == (MarketAction{Kind::Crash, QString(), 0.2}));
}

void TestMarketControl::fieldsAskNothing()
{
    const Fixture f;
    for (const Kind kind : {Kind::Spike, Kind::Crash, Kind::Drift, Kind::Burst}) {
        f.field(kind)->setFocus();
        f.field(kind)->stepUp();
        QTest::keyClick(f.field(kind), Qt::Key_Return);
    }
    f.chooser->setCurrentIndex(1);
    QVERIFY(f.actions.isEmpty());
    QVERIFY(f.ticks.isEmpty());
}

void TestMarketControl::unitsAreShown()
{
    const Fixture f;
    QCOMPARE(f.field(Kind::Crash)->text(), QStringLiteral("20 %"));
    QCOMPARE(f.field(Kind::Drift)->text(), QStringLiteral("0.1 %"));
    QCOMPARE(f.field(Kind::Burst)->text(), QStringLiteral("100 ticks"));
    f.field(Kind::Burst)->setValue(1);
    QCOMPARE(f.field(Kind::Burst)->text(), QStringLiteral("1 tick"));
}

void TestMarketControl::anotherMarketKeepsTheChoiceBySymbol()
{
    Fixture f;
    f.chooser->setCurrentText(QStringLiteral("MOON"));
    f.control.showSymbols(
        {QStringLiteral("ROCK"), QStringLiteral("moon"), QStringLiteral("TREE"), QStringLiteral("MOON")});
    QCOMPARE(f.control.symbol(), QStringLiteral("MOON"));
    QCOMPARE(f.chooser->currentIndex(), 4);
    f.control.showSymbols({QStringLiteral("ROCK"), QStringLiteral("moon")});
    QVERIFY(f.control.symbol().isEmpty());
    QCOMPARE(f.chooser->currentText(), QStringLiteral("All instruments"));
    QCOMPARE(f.chooser->count(), 3);
    f.control.showSymbols({QStringLiteral("MOON")}); // a choice that was lost does not come back
    QVERIFY(f.control.symbol().isEmpty());
    f.control.showSymbols({});
    QCOMPARE(f.chooser->count(), 1);
    QVERIFY(f.actions.isEmpty());
}

void TestMarketControl::theSameMarketLeavesTheChooserAlone()
{
    Fixture f;
    const QSignalSpy inserted{f.chooser->model(), &QAbstractItemModel::rowsInserted};
    const QSignalSpy removed{f.chooser->model(), &QAbstractItemModel::rowsRemoved};
    f.control.showSymbols({QStringLiteral("ACME"), QStringLiteral("MOON"), QStringLiteral("acme")});
    QVERIFY(inserted.isEmpty());
    QVERIFY(removed.isEmpty());
}

void TestMarketControl::nothingWithoutAServer()
{
    Fixture f;
    f.control.setAvailable(false);
    for (const char *name : {"singleTick", "spike", "crash", "drift", "burst", "halt", "resume", "flatOn", "flatOff"}) {
        f.click(name);
        f.trigger(name);
    }
    QVERIFY(f.actions.isEmpty());
    QVERIFY(f.ticks.isEmpty());
    QVERIFY(!f.chooser->isEnabled());
    f.control.setAvailable(true);
    f.click("spike");
    QCOMPARE(f.actions.count(), 1);
    QVERIFY(f.chooser->isEnabled());
}

void TestMarketControl::everyEntryHasAShortcutOfItsOwn()
{
    const Fixture f;
    QSet<QKeySequence> shortcuts;
    int entries = 0;
    for (const QAction *action : f.menu.actions()) {
        if (action->isSeparator())
            continue;
        ++entries;
        QVERIFY2(!action->shortcut().isEmpty(), qPrintable(action->objectName()));
        QVERIFY(action->isShortcutVisibleInContextMenu());
        QVERIFY(action->toolTip().contains(action->shortcut().toString(QKeySequence::NativeText)));
        shortcuts.insert(action->shortcut());
    }
    QCOMPARE(entries, 10);
    QCOMPARE(shortcuts.size(), entries);
}

void TestMarketControl::shortcutLeadsToTheChooser()
{
    Fixture f;
    QVERIFY(QTest::qWaitForWindowActive(&f.control));
    f.field(Kind::Spike)->setFocus();
    f.trigger("chooseInstrument");
    QVERIFY(f.chooser->hasFocus());
    QTest::keyClicks(f.chooser, QStringLiteral("m")); // by its first letter
    QCOMPARE(f.control.symbol(), QStringLiteral("MOON"));
}

void TestMarketControl::tabFollowsTheEye()
{
    Fixture f;
    QVERIFY(QTest::qWaitForWindowActive(&f.control));
    f.chooser->setFocus();
    QStringList names;
    for (int i = 0; i < 14; ++i) {
        names.append(f.control.focusWidget()->objectName());
        QTest::keyClick(&f.control, Qt::Key_Tab);
    }
    QCOMPARE(names.join(QLatin1Char(' ')),
             QStringLiteral("instrumentChooser haltButton resumeButton flatOnButton flatOffButton singleTickButton "
                            "spikeButton spikeValue crashButton crashValue driftButton driftValue burstButton "
                            "burstValue"));
}

TICKER_WIDGET_TEST(TestMarketControl)
#include "tst_market_control.moc"
