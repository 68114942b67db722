// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "activity/activity_model.h"
#include "activity/activity_view.h"
#include "ticker_test.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>

#include <memory>

using namespace ticker;
using Kind = Activity::Kind;

namespace {

Activity lineOf(Kind kind, quint64 client = 0, const QString &text = {})
{
    Activity line;
    line.kind = kind;
    line.timeMs = 1'795'377'208'008;
    line.client = client;
    line.text = text;
    if (client != 0) {
        line.address = QStringLiteral("127.0.0.1");
        line.port = quint16(40'000 + client);
    }
    return line;
}

Activities connections(int count)
{
    Activities lines;
    for (int i = 1; i <= count; ++i)
        lines.append(lineOf(Kind::Connected, quint64(i), QStringLiteral("agent %1").arg(i)));
    return lines;
}

Activities mixture()
{
    return {lineOf(Kind::Listening, 0, QStringLiteral("http://127.0.0.1:8000/")),
            lineOf(Kind::Connected, 1, QStringLiteral("curl")),
            lineOf(Kind::Connected, 2, QStringLiteral("Firefox")),
            lineOf(Kind::OriginRefused, 0, QStringLiteral("https://friend.example")),
            lineOf(Kind::OriginRefused, 0, QStringLiteral("null")),
            lineOf(Kind::Disconnected, 1),
            lineOf(Kind::Paused)};
}

} // namespace

/// The page of activity, used by keyboard and mouse.
class TestActivityView final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void init();
    void cleanup();
    void modelKeepsTheNewest();
    void everyKindHasWords();
    void filters();
    void showsOnlyOneClient();
    void holdsBack();
    void followsUntilThePersonLooksBack();
    void followsWhateverHappensToTheList();
    void whoLooksBackStaysThere();
    void allowsAnOrigin();
    void copiesSelectedLines();
    void savesWhatIsShown();
    void tellsWhyItCannotSave();
    void clears();

private:
    template<typename T>
    [[nodiscard]] T *child(const char *name) const
    {
        auto *found = m_view->findChild<T *>(QString::fromLatin1(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    [[nodiscard]] QTableView *table() const { return child<QTableView>("activityTable"); }
    [[nodiscard]] int rows() const { return table()->model()->rowCount(); }
    [[nodiscard]] QString count() const { return child<QLabel>("activityCount")->text(); }
    [[nodiscard]] QString cell(int row, int column) const
    {
        return table()->model()->index(row, column).data().toString();
    }
    void click(const char *button) const { child<QAbstractButton>(button)->click(); }
    void saveTo(const QString &path) const
    {
        click("activitySaveButton");
        auto *dialog = child<QFileDialog>("activityDialog");
        Q_EMIT dialog->fileSelected(path);
        dialog->reject();
    }

    std::unique_ptr<ActivityView> m_view;
};

void TestActivityView::init()
{
    m_view = std::make_unique<ActivityView>();
    m_view->resize(800, 400);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
}

void TestActivityView::cleanup()
{
    m_view.reset();
}

void TestActivityView::modelKeepsTheNewest()
{
    ActivityModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.append(connections(3));
    QCOMPARE(model.rowCount(), 3);
    model.append(connections(ActivityModel::mostLines - 1));
    QCOMPARE(model.rowCount(), int(ActivityModel::mostLines));
    QCOMPARE(model.line(0).client, quint64(3));
    model.append(connections(ActivityModel::mostLines + 7));
    QCOMPARE(model.rowCount(), int(ActivityModel::mostLines));
    QCOMPARE(model.line(0).client, quint64(8));
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestActivityView::everyKindHasWords()
{
    Activities lines;
    for (int kind = 0; kind < Activity::kinds; ++kind)
        lines.append(lineOf(Kind(kind)));
    m_view->append(lines);
    QSet<QString> titles;
    for (int row = 0; row < rows(); ++row) {
        QVERIFY(!cell(row, ActivityModel::What).isEmpty());
        titles.insert(cell(row, ActivityModel::What));
    }
    QCOMPARE(titles.size(), Activity::kinds);
    // What a client says of itself is no markup.
    m_view->append({lineOf(Kind::Connected, 1, QStringLiteral("<b>bold</b>"))});
    const QModelIndex last = table()->model()->index(rows() - 1, ActivityModel::Details);
    QVERIFY(last.data(Qt::ToolTipRole).toString().contains(QStringLiteral("&lt;b&gt;bold")));
}

void TestActivityView::filters()
{
    m_view->append(mixture());
    QCOMPARE(count(), QStringLiteral("7 lines"));
    QTest::keyClick(m_view.get(), Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(child<QLineEdit>("activityFilter")->hasFocus());
    QTest::keyClicks(child<QLineEdit>("activityFilter"), QStringLiteral("FIRE"));
    QCOMPARE(rows(), 1);
    QCOMPARE(count(), QStringLiteral("1 of 7 shown"));
    m_view->append({lineOf(Kind::Connected, 9, QStringLiteral("firefly")), lineOf(Kind::Resumed)});
    QCOMPARE(count(), QStringLiteral("2 of 9 shown"));
    child<QLineEdit>("activityFilter")->clear();
    auto *group = child<QComboBox>("activityGroup");
    QTest::keyClick(group, Qt::Key_R); // Refused
    QCOMPARE(group->currentText(), QStringLiteral("Refused"));
    QCOMPARE(rows(), 2);
    group->setCurrentIndex(0);
    QCOMPARE(rows(), 9);
}

void TestActivityView::showsOnlyOneClient()
{
    m_view->append(mixture());
    m_view->showOnlyClient(1, QStringLiteral("127.0.0.1:40001"));
    QCOMPARE(rows(), 2);
    auto *all = child<QAbstractButton>("activityAllClientsButton");
    QVERIFY(all->isVisible());
    QVERIFY(all->text().contains(QStringLiteral("127.0.0.1:40001")));
    all->click();
    QCOMPARE(rows(), 7);
    QVERIFY(!all->isVisible());
    table()->setCurrentIndex(table()->model()->index(2, 0));
    child<QAction>("activityOnlyClientAction")->trigger();
    QCOMPARE(rows(), 1);
}

void TestActivityView::holdsBack()
{
    m_view->append(mixture());
    click("activityPauseButton");
    m_view->append(connections(3));
    QCOMPARE(rows(), 7);
    QCOMPARE(count(), QStringLiteral("7 lines, 3 held back"));
    m_view->append(connections(ActivityModel::mostLines + 1)); // no more than can be shown
    QCOMPARE(count(), QStringLiteral("7 lines, 5,000 held back"));
    click("activityPauseButton");
    QCOMPARE(count(), QStringLiteral("5,000 lines"));
}

void TestActivityView::followsUntilThePersonLooksBack()
{
    const QScrollBar *bar = table()->verticalScrollBar();
    auto *follow = child<QAbstractButton>("activityFollow");
    m_view->append(connections(100));
    QTRY_VERIFY(bar->maximum() > 0 && bar->value() == bar->maximum());
    m_view->append(connections(10));
    QTRY_COMPARE(bar->value(), bar->maximum());
    QVERIFY(follow->isChecked());
    table()->setFocus();
    table()->setCurrentIndex(table()->model()->index(rows() - 1, 0));
    QVERIFY(follow->isChecked());
    QTest::keyClick(table(), Qt::Key_Home, Qt::ControlModifier);
    QVERIFY(!follow->isChecked());
    m_view->append(connections(10));
    QCOMPARE(bar->value(), 0);
    QTest::mouseClick(follow, Qt::LeftButton, {}, QPoint(8, follow->height() / 2));
    QVERIFY(follow->isChecked());
    QCOMPARE(bar->value(), bar->maximum());
}

void TestActivityView::followsWhateverHappensToTheList()
{
    const QScrollBar *bar = table()->verticalScrollBar();
    const auto *follow = child<QAbstractButton>("activityFollow");
    const auto showsNewest = [&] {
        const QRect last = table()->visualRect(table()->model()->index(rows() - 1, 0));
        return follow->isChecked() && bar->value() == bar->maximum() && table()->viewport()->rect().contains(last);
    };
    m_view->hide(); // behind another page
    m_view->append(connections(100));
    m_view->show();
    QTRY_VERIFY(showsNewest());
    auto *filter = child<QLineEdit>("activityFilter");
    filter->setText(QStringLiteral("agent 9"));
    QTRY_VERIFY(showsNewest());
    m_view->append(connections(100));
    filter->clear();
    QTRY_VERIFY(bar->maximum() > 100);
    QTRY_VERIFY(showsNewest());
    m_view->resize(m_view->width(), m_view->height() / 2);
    QTRY_VERIFY(showsNewest());
    table()->horizontalHeader()->resizeSection(0, 5000); // a scroll bar takes a line of the height
    QTRY_VERIFY(table()->horizontalScrollBar()->isVisible());
    QTRY_COMPARE(bar->value(), bar->maximum());
    QVERIFY(follow->isChecked());
    m_view->append(connections(int(ActivityModel::mostLines))); // the oldest give way
    QTRY_COMPARE(bar->value(), bar->maximum());
    QVERIFY(follow->isChecked());
}

/// Also where nothing is left to look at but the end.
void TestActivityView::whoLooksBackStaysThere()
{
    QScrollBar *bar = table()->verticalScrollBar();
    const auto *follow = child<QAbstractButton>("activityFollow");
    m_view->append(connections(100));
    QTRY_VERIFY(bar->maximum() > 0 && bar->value() == bar->maximum());
    bar->setValue(10);
    QVERIFY(!follow->isChecked());
    auto *filter = child<QLineEdit>("activityFilter");
    filter->setText(QStringLiteral("agent 99"));
    QTRY_COMPARE(bar->maximum(), 0);
    filter->clear();
    QTRY_VERIFY(bar->maximum() > 0);
    QVERIFY(!follow->isChecked());
    QVERIFY(bar->value() < bar->maximum());
}

void TestActivityView::allowsAnOrigin()
{
    m_view->append(mixture());
    QSignalSpy allowed(m_view.get(), &ActivityView::originAllowed);
    const auto *button = child<QAbstractButton>("activityAllowButton");
    for (int row = 0; row < rows(); ++row) {
        table()->setCurrentIndex(table()->model()->index(row, 0));
        QCOMPARE(button->isEnabled(), row == 3); // "null" is nobody's
    }
    table()->setCurrentIndex(table()->model()->index(3, 0));
    click("activityAllowButton");
    QCOMPARE(allowed.size(), 1);
    QCOMPARE(allowed.first().first().toString(), QStringLiteral("https://friend.example"));

    const QRect cell = table()->visualRect(table()->currentIndex());
    Q_EMIT table()->customContextMenuRequested(cell.center());
    auto *menu = child<QMenu>("activityMenu");
    QVERIFY(menu->actions().contains(child<QAction>("activityAllowAction")));
    menu->close();
}

void TestActivityView::copiesSelectedLines()
{
    m_view->append(mixture());
    table()->setFocus();
    table()->setCurrentIndex(table()->model()->index(1, 0));
    QTest::keyClick(table(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines[0].contains(QStringLiteral("\tConnected\t127.0.0.1:40001\t")));
    QVERIFY(lines[1].contains(QStringLiteral("Firefox")));
}

void TestActivityView::savesWhatIsShown()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("log.jsonl"));
    m_view->append(mixture());
    child<QLineEdit>("activityFilter")->setText(QStringLiteral("connected"));
    QSignalSpy noticed(m_view.get(), &ActivityView::noticed);
    saveTo(path);
    QVERIFY(noticed.isEmpty());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QStringList kinds;
    while (!file.atEnd()) {
        const QJsonDocument line = QJsonDocument::fromJson(file.readLine());
        kinds.append(line[QStringLiteral("kind")].toString());
    }
    QCOMPARE(kinds,
             (QStringList{QStringLiteral("connected"), QStringLiteral("connected"), QStringLiteral("disconnected")}));
}

void TestActivityView::tellsWhyItCannotSave()
{
    const QTemporaryDir folder;
    m_view->append(mixture());
    QSignalSpy noticed(m_view.get(), &ActivityView::noticed);
    saveTo(folder.filePath(QStringLiteral("no/such/folder.jsonl")));
    QCOMPARE(noticed.size(), 1);
    QVERIFY(noticed.first().first().toString().contains(QStringLiteral("folder.jsonl: ")));
}

void TestActivityView::clears()
{
    QVERIFY(!child<QAbstractButton>("activityClearButton")->isEnabled());
    m_view->append(mixture());
    click("activityClearButton");
    QCOMPARE(rows(), 0);
    QCOMPARE(count(), QStringLiteral("0 lines"));
    QVERIFY(!child<QAbstractButton>("activitySaveButton")->isEnabled());
}

TICKER_WIDGET_TEST(TestActivityView)
#include "tst_activity_view.moc"
