// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"
#include "ticker_test.h"
#include "window/main_window.h"

#include <QAbstractButton>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QTableView>

#include <memory>

using namespace ticker;

/// What a screen reader is told, asked as a screen reader asks.
class TestAccessibility final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void init();
    void cleanup();
    void everyControlHasAName();
    void theTableIsNamedAndReadable();
    void theSliderTellsItsValue();
    void figuresSayWhoseTheyAre();
    void theErrorBarSaysItsError();
    void marketFieldsTellTheirUnit();
    void everyControlIsReachedByTab();
    void everyControlOfAFileIsReachedByTab();

private:
    [[nodiscard]] static QString nameOf(QObject *object)
    {
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(object);
        return face ? face->text(QAccessible::Name) : QString();
    }

    [[nodiscard]] QSet<QString> reachedByTab() const
    {
        QSet<QString> reached;
        if (!QTest::qWaitForWindowActive(m_window.get()))
            return reached;
        for (int i = 0; i < 60; ++i) {
            QTest::keyClick(m_window.get(), Qt::Key_Tab);
            if (const QWidget *widget = m_window->focusWidget())
                reached.insert(widget->objectName());
        }
        return reached;
    }

    std::unique_ptr<MainWindow> m_window;
};

void TestAccessibility::init()
{
    m_window = std::make_unique<MainWindow>();
    m_window->showStatus(samples::listening());
    m_window->showSnapshot(samples::running(3));
    m_window->show();
}

void TestAccessibility::cleanup()
{
    m_window.reset();
}

void TestAccessibility::everyControlHasAName()
{
    int controls = 0;
    for (auto *widget : m_window->findChildren<QWidget *>()) {
        const bool isControl = qobject_cast<QAbstractButton *>(widget) || qobject_cast<QAbstractSpinBox *>(widget)
            || (qobject_cast<QAbstractSlider *>(widget) && !widget->inherits("QScrollBar"))
            || qobject_cast<QComboBox *>(widget) || qobject_cast<QTableView *>(widget);
        // Qt's own, such as a menu bar's extension or a table's corner, carry names of their own making.
        if (!isControl || widget->objectName().isEmpty() || widget->objectName().startsWith(QStringLiteral("qt_")))
            continue;
        ++controls;
        QVERIFY2(!nameOf(widget).isEmpty(), qPrintable(widget->objectName()));
    }
    QVERIFY(controls >= 29);
}

void TestAccessibility::theTableIsNamedAndReadable()
{
    auto *table = m_window->findChild<QTableView *>(QStringLiteral("clientsTable"));
    QCOMPARE(nameOf(table), QStringLiteral("Connected clients"));
    QAccessibleTableInterface *face = QAccessible::queryAccessibleInterface(table)->tableInterface();
    QVERIFY(face);
    QCOMPARE(face->rowCount(), 3);
    QCOMPARE(face->columnDescription(2), QStringLiteral("Transport"));
    QCOMPARE(face->cellAt(0, 2)->text(QAccessible::Name), QStringLiteral("socket.io/websocket"));
}

void TestAccessibility::theSliderTellsItsValue()
{
    auto *slider = m_window->findChild<QAbstractSlider *>(QStringLiteral("rateSlider"));
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(slider);
    QCOMPARE(face->text(QAccessible::Name), QStringLiteral("Tick rate"));
    QCOMPARE(face->text(QAccessible::Description), QStringLiteral("50 ms, 20 ticks/s"));
    QCOMPARE(face->role(), QAccessible::Slider);
}

void TestAccessibility::figuresSayWhoseTheyAre()
{
    QCOMPARE(nameOf(m_window->findChild<QLabel *>(QStringLiteral("clientCountValue"))), QStringLiteral("Clients: 3"));
    QCOMPARE(nameOf(m_window->findChild<QLabel *>(QStringLiteral("priceValue"))), QStringLiteral("Price of TICK: 512"));
    QCOMPARE(nameOf(m_window->findChild<QLabel *>(QStringLiteral("stateIcon"))), QStringLiteral("State: Running"));
}

void TestAccessibility::theErrorBarSaysItsError()
{
    m_window->showStatus(samples::failed());
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(
        m_window->findChild<QWidget *>(QStringLiteral("messageBar")));
    QCOMPARE(face->text(QAccessible::Name), QStringLiteral("Error"));
    QVERIFY(face->text(QAccessible::Description).contains(QStringLiteral("127.0.0.1:8000")));
}

void TestAccessibility::marketFieldsTellTheirUnit()
{
    const auto nameOfPart = [this](const char *name) {
        return nameOf(m_window->findChild<QWidget *>(QString::fromLatin1(name)));
    };
    // Where the platform takes a chooser's value for its name, its label says what it is.
    QAccessibleInterface *chooser = QAccessible::queryAccessibleInterface(
        m_window->findChild<QWidget *>(QStringLiteral("instrumentChooser")));
    const auto labels = chooser->relations(QAccessible::Label);
    QCOMPARE(labels.size(), 1);
    QCOMPARE(labels.constFirst().first->text(QAccessible::Name), QStringLiteral("Instrument"));
    QCOMPARE(nameOfPart("spikeValue"), QStringLiteral("Spike in per cent"));
    QCOMPARE(nameOfPart("crashValue"), QStringLiteral("Crash in per cent"));
    QCOMPARE(nameOfPart("driftValue"), QStringLiteral("Drift in per cent per tick"));
    QCOMPARE(nameOfPart("burstValue"), QStringLiteral("Burst in ticks"));
    QCOMPARE(nameOfPart("seedEdit"), QStringLiteral("Seed"));
    QCOMPARE(nameOfPart("seedValue"), QStringLiteral("Seed: 20240607"));
}

void TestAccessibility::everyControlIsReachedByTab()
{
    const QSet<QString> reached = reachedByTab();
    for (const char *name :
         {"copyAddressButton", "openPageButton", "pauseButton",   "intervalSpinBox",   "rateSpinBox",
          "rateSlider",        "ratePreset1000", "ratePreset250", "ratePreset50",      "ratePreset10",
          "clientsTable",      "setSeedButton",  "newSeedButton", "instrumentChooser", "singleTickButton",
          "spikeButton",       "spikeValue",     "crashButton",   "crashValue",        "driftButton",
          "driftValue",        "burstButton",    "burstValue",    "haltButton",        "resumeButton",
          "flatOnButton",      "flatOffButton",  "recordButton",  "clientsFilter"})
        QVERIFY2(reached.contains(QString::fromLatin1(name)), name);
}

void TestAccessibility::everyControlOfAFileIsReachedByTab()
{
    m_window->showSnapshot(samples::playing(3));
    const QSet<QString> reached = reachedByTab();
    for (const char *name : {"leaveFileButton", "positionSlider", "speedSpinBox", "speedPreset1", "speedPreset10",
                             "speedPreset100", "loopBox", "skipGapsBox", "recordButton", "clientsTable"})
        QVERIFY2(reached.contains(QString::fromLatin1(name)), name);
    QVERIFY(!reached.contains(QStringLiteral("rateSlider")));
}

TICKER_WIDGET_TEST(TestAccessibility)
#include "tst_accessibility.moc"
