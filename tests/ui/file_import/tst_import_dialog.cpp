// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_import/field_titles.h"
#include "import_dialog_fixture.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QProgressBar>

using namespace ticker;
using namespace ticker::test;
using Fixture = ImportDialogFixture;
using Memory = ImportDialog::Memory;

class ImportDialogTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void showsTheFile();
    void whatItCannotPlay();
    void meaningOfAColumn();
    void meaningsStayWhileUnreadable();
    void columnsThatCannotBeChosen();
    void otherChoices();
    void whatDoesNotMatterIsOff();
    void timeZones();
    void symbols();
    void whatIsOutdatedIsNotShown();
    void copies();
    void plays();
    void beginsAnew();
    void allFieldsHaveTitles();
};

void ImportDialogTest::showsTheFile()
{
    Fixture f;
    QVERIFY(f.dialog.isVisible());
    QCOMPARE(f.child<QLabel>("importName")->text(), QStringLiteral("some prices.csv"));
    QCOMPARE(f.preview()->columnCount(), 3);
    QCOMPARE(f.preview()->rowCount(), 3);
    QCOMPARE(f.preview()->horizontalHeaderItem(2)->text(), QStringLiteral("adjusted"));
    QCOMPARE(f.preview()->item(2, 2)->text(), QStringLiteral("<b>"));
    QCOMPARE(f.meaning(0)->currentText(), QStringLiteral("Time"));
    QCOMPARE(f.meaning(1)->currentText(), QStringLiteral("Price"));
    QCOMPARE(f.meaning(2)->currentText(), QStringLiteral("Not used"));
    QCOMPARE(f.command(), QStringLiteral("tickertray --replay '/data/some prices.csv'"));
    QVERIFY(f.canPlay());
    QVERIFY(!f.child<QProgressBar>("importProgress")->isVisible());
    f.show(prices(), 0.25);
    QVERIFY(f.child<QProgressBar>("importProgress")->isVisible());
    QCOMPARE(f.child<QProgressBar>("importProgress")->value(), 250);
    QVERIFY(f.canPlay()); // one need not wait
    QCOMPARE(f.changes.size(), 0);
}

void ImportDialogTest::whatItCannotPlay()
{
    Fixture f;
    FileInspection found = prices();
    found.plays = FileInspection::Plays::No;
    found.problem = QStringLiteral("line 1: <b>no\ncolumn</b>\x1b");
    f.show(found);
    QVERIFY(!f.canPlay());
    QVERIFY(f.problem().startsWith(QStringLiteral("line 1: <b>no\ncolumn</b>")));
    QVERIFY(!f.problem().contains(QChar(0x1b)));
    QCOMPARE(f.child<QLabel>("importProblem")->textFormat(), Qt::PlainText);
    found.plays = FileInspection::Plays::InPart;
    f.show(found);
    QVERIFY(f.canPlay());
    found = prices();
    found.doubt = QStringLiteral("its times begin in 1970");
    f.show(found);
    QCOMPARE(f.problem(), found.doubt.english());
    QVERIFY(f.canPlay());
    f.show(prices());
    QVERIFY(f.problem().isEmpty());
}

void ImportDialogTest::meaningOfAColumn()
{
    Fixture f;
    f.choose(2, "price");
    QVERIFY(!f.canPlay()); // until it is known what comes of it
    QCOMPARE(f.command(), QStringLiteral("tickertray --replay '/data/some prices.csv' --columns price=adjusted"));
    QTRY_COMPARE(f.reading().columns, QStringLiteral("price=adjusted"));
    FileInspection found = prices();
    found.columns[1].field.clear();
    found.columns[2].field = QStringLiteral("price");
    f.show(found);
    QVERIFY(f.canPlay());
    QCOMPARE(f.meaning(1)->currentText(), QStringLiteral("Not used"));
    QCOMPARE(f.meaning(2)->currentText(), QStringLiteral("Price"));
    f.choose(2, "");
    QTRY_COMPARE(f.reading().columns, QStringLiteral("price="));
}

/// One says one thing after the other, and the file may play only at the end.
void ImportDialogTest::meaningsStayWhileUnreadable()
{
    Fixture f;
    FileInspection found = prices();
    for (FileInspection::Column &column : found.columns)
        column.field.clear();
    found.plays = FileInspection::Plays::No;
    found.problem = QStringLiteral("no column is known to be the time");
    found.columns[0].name = QStringLiteral("other"); // so that it is another file
    f.show(found);
    f.choose(0, "time");
    f.show(found);
    QTRY_COMPARE(f.changes.size(), 1);
    f.show(found);
    QCOMPARE(f.meaning(0)->currentText(), QStringLiteral("Time"));
    f.choose(1, "price");
    QTRY_COMPARE(f.reading().columns, QStringLiteral("time=other,price=close"));
    f.show(found);
    QCOMPARE(f.meaning(0)->currentText(), QStringLiteral("Time"));
    QCOMPARE(f.meaning(1)->currentText(), QStringLiteral("Price"));
}

void ImportDialogTest::columnsThatCannotBeChosen()
{
    Fixture f;
    FileInspection found = prices();
    found.columns[2].field = QStringLiteral("quotes");
    f.show(found);
    QVERIFY(f.meaning(1)->isEnabled() && !f.meaning(2)->isEnabled());
    found.columns[2].field = QStringLiteral("price"); // of another instrument
    f.show(found);
    QVERIFY(!f.meaning(0)->isEnabled() && !f.meaning(1)->isEnabled() && !f.meaning(2)->isEnabled());
}

void ImportDialogTest::otherChoices()
{
    Fixture f;
    QTest::keyClicks(f.child<QLineEdit>("importSymbol"), QStringLiteral(" BTC/USDT "));
    f.choose("importDateOrder", 2);
    f.choose("importPoint", 2);
    f.choose("importBadLines", 1);
    f.child<QComboBox>("importZone")->setCurrentText(QStringLiteral("America/New_York"));
    FileReading wanted;
    wanted.symbol = QStringLiteral("BTC/USDT");
    wanted.dateOrder = FileReading::DateOrder::MonthFirst;
    wanted.point = ',';
    wanted.badLines = FileReading::BadLines::SkipAll;
    wanted.timeZone = "America/New_York";
    QTRY_COMPARE(f.reading(), wanted);
    QCOMPARE(f.changes.size(), 1); // at the end of it all
    QCOMPARE(f.command(),
             QStringLiteral("tickertray --replay '/data/some prices.csv' --time-zone America/New_York "
                            "--date-order month-first --decimal comma --replay-symbol BTC/USDT --bad-rows skip-all"));
    f.choose("importDateOrder", 1);
    f.choose("importPoint", 1);
    f.choose("importBadLines", 2);
    wanted.dateOrder = FileReading::DateOrder::DayFirst;
    wanted.point = '.';
    wanted.badLines = FileReading::BadLines::Stop;
    QTRY_COMPARE(f.reading(), wanted);
    f.dialog.ask(QStringLiteral("/data/x.csv"), wanted, {});
    QCOMPARE(f.child<QComboBox>("importPoint")->currentText(), QStringLiteral("Point (1.5)"));
    QCOMPARE(f.child<QComboBox>("importZone")->currentText(), QStringLiteral("America/New_York"));
    QCOMPARE(f.child<QLineEdit>("importSymbol")->text(), QStringLiteral("BTC/USDT"));
}

void ImportDialogTest::whatDoesNotMatterIsOff()
{
    Fixture f;
    auto *symbol = f.child<QLineEdit>("importSymbol");
    auto *zone = f.child<QComboBox>("importZone");
    QVERIFY(symbol->isEnabled() && zone->isEnabled());
    FileInspection found = prices();
    found.symbolBy = FileInspection::SymbolBy::File;
    found.times = FileInspection::Times::Numbers;
    f.show(found);
    QVERIFY(!symbol->isEnabled() && !zone->isEnabled());
    found.symbolBy = FileInspection::SymbolBy::Nobody;
    f.show(found);
    QVERIFY(symbol->isEnabled());
    QCOMPARE(symbol->placeholderText(), QStringLiteral("Not named; played as PRICES"));
    found.played.reset(); // who knows
    f.show(found);
    QVERIFY(symbol->isEnabled() && zone->isEnabled());
}

void ImportDialogTest::timeZones()
{
    Fixture f;
    auto *zone = f.child<QComboBox>("importZone");
    auto *problem = f.child<QLabel>("importZoneProblem");
    zone->setCurrentText(QStringLiteral("Europe/Atlantis"));
    QVERIFY(problem->isVisible());
    QVERIFY(!f.canPlay()); // or it would play with the zone before
    f.show(prices());
    QVERIFY(!f.canPlay());
    f.choose("importPoint", 1);
    QVERIFY(!f.canPlay());
    QCOMPARE(f.changes.size(), 0);
    zone->setCurrentText(QStringLiteral("Europe/Berlin"));
    QVERIFY(!problem->isVisible());
    QTRY_COMPARE(f.reading().timeZone, QByteArray("Europe/Berlin"));
    QCOMPARE(f.reading().point, std::optional('.')); // which was chosen meanwhile
    f.show(prices());
    QVERIFY(f.canPlay());
    zone->setCurrentText(QStringLiteral("utc"));
    QTRY_COMPARE(f.reading().timeZone, QByteArray());
    QVERIFY(zone->findText(QStringLiteral("Asia/Tokyo")) > 0);
}

void ImportDialogTest::symbols()
{
    Fixture f;
    auto *symbol = f.child<QLineEdit>("importSymbol");
    auto *problem = f.child<QLabel>("importSymbolProblem");
    QTest::keyClicks(symbol, QStringLiteral("a,b"));
    QVERIFY(problem->isVisible());
    QCOMPARE(problem->text(), QStringLiteral("no comma, please"));
    QCOMPARE(symbol->accessibleDescription(), problem->text());
    QVERIFY(!f.canPlay());
    FileInspection found = prices();
    found.rows.clear();
    f.show(found); // of before
    QCOMPARE(f.preview()->rowCount(), 3);
    QVERIFY(!f.canPlay());
    symbol->clear();
    QTest::keyClicks(symbol, QStringLiteral("ab"));
    QVERIFY(!problem->isVisible());
    QTRY_COMPARE(f.reading().symbol, QStringLiteral("ab"));
    f.show(prices());
    QVERIFY(f.canPlay());
    QTest::keyClicks(symbol, QStringLiteral(","));
    f.dialog.ask(QStringLiteral("/data/x.csv"), {}, {});
    f.show(prices());
    QVERIFY(f.canPlay() && !problem->isVisible());
}

void ImportDialogTest::whatIsOutdatedIsNotShown()
{
    Fixture f;
    f.choose(2, "size");
    FileInspection found = prices();
    f.show(found); // of before
    QCOMPARE(f.meaning(2)->currentText(), QStringLiteral("Size"));
    QVERIFY(!f.canPlay());
    QTRY_COMPARE(f.changes.size(), 1);
    found.columns[2].field = QStringLiteral("size");
    f.show(found);
    QVERIFY(f.canPlay());
}

void ImportDialogTest::copies()
{
    Fixture f;
    f.child<QPushButton>("importCopyButton")->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), f.command());
    QVERIFY(f.dialog.isVisible());
}

void ImportDialogTest::plays()
{
    Fixture f;
    f.choose("importPoint", 1);
    QTRY_COMPARE(f.changes.size(), 1);
    f.show(prices());
    QTest::keyClick(&f.dialog, Qt::Key_Return);
    QCOMPARE(f.played.size(), 1);
    QCOMPARE(f.played.first().first().value<FileReading>().point, std::optional('.'));
    QCOMPARE(f.played.first().last().toBool(), true);
    QVERIFY(!f.dialog.isVisible());
    f.dialog.ask(QStringLiteral("/data/x.csv"), {}, {});
    f.dialog.showMemory(Memory::Impossible); // it has no header
    f.show(prices());
    QVERIFY(!f.child<QCheckBox>("importRemember")->isEnabled());
    f.child<QPushButton>("importPlayButton")->click();
    QCOMPARE(f.played.last().last().toBool(), false);
    f.dialog.ask(QStringLiteral("/data/x.csv"), {}, {});
    QTest::keyClick(&f.dialog, Qt::Key_Escape);
    QCOMPARE(f.played.size(), 2);
}

/// Nothing of the file before stays.
void ImportDialogTest::beginsAnew()
{
    Fixture f;
    f.choose(2, "price");
    f.dialog.ask(QStringLiteral("/data/x.csv"), {}, {});
    f.show(prices());
    QCOMPARE(f.command(), QStringLiteral("tickertray --replay /data/x.csv"));
    QCOMPARE(f.meaning(2)->currentText(), QStringLiteral("Not used"));
    QVERIFY(f.canPlay());
    const ColumnChoices choices({{QStringLiteral("size"), QStringLiteral("adjusted")}});
    FileReading reading;
    reading.columns = choices.text();
    f.dialog.ask(QStringLiteral("/data/x.csv"), reading, choices);
    f.show(prices());
    QCOMPARE(f.command(), QStringLiteral("tickertray --replay /data/x.csv --columns size=adjusted"));
    QCOMPARE(f.meaning(2)->currentText(), QStringLiteral("Size"));
}

void ImportDialogTest::allFieldsHaveTitles()
{
    const QStringList fields = FieldTitles::all();
    QVERIFY(fields.size() >= 12);
    for (const QString &field : fields)
        QVERIFY(!FieldTitles::of(field).isEmpty());
    QCOMPARE(FieldTitles::of(QStringLiteral("quotes")), QString());
}

TICKER_WIDGET_TEST(ImportDialogTest)
#include "tst_import_dialog.moc"
