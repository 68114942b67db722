// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_dialog_fixture.h"

#include <QCheckBox>
#include <QProgressBar>
#include <QScrollBar>

#include <algorithm>

using namespace ticker;
using namespace ticker::test;
using Fixture = ImportDialogFixture;
using Memory = ImportDialog::Memory;
using Question = FileInspection::Question;

/// What the import dialog asks, and how a person gets to the answer.
class ImportQuestionsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void whatIsAsked_data();
    void whatIsAsked();
    void theSymbolIsAsked();
    void focusIsLeftToWhoHasBegun();
    void tabLeadsThrough();
    void keysScrollTheRows();
    void whatIsRemembered();
    void howItIsPlayedAgain();
    void whatWasSeenStays();
    void symbolsOfFilesThatAreNotUnderstood();
    void noCommandWithoutAFile();
    void progress();
    void longNames();
    void columnsInWords();
};

void ImportQuestionsTest::whatIsAsked_data()
{
    QTest::addColumn<int>("question");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("field");
    const auto row = [](Question question, const char *answer, const char *field) {
        QTest::newRow(field) << int(question) << QString::fromLatin1(answer) << QString::fromLatin1(field);
    };
    row(Question::DateOrder, "\nChoose it under Dates.", "importDateOrder");
    row(Question::Decimal, "\nChoose it under Decimal sign.", "importPoint");
    row(Question::BadLines, "\nChoose it under Unreadable lines.", "importBadLines");
    row(Question::Columns, "\nChoose what each column means, above its first row.", "importMeaning2");
    row(Question::None, "", "importCancelButton"); // for nobody can help it
}

/// Where to answer is said, marked, and has the focus.
void ImportQuestionsTest::whatIsAsked()
{
    Fixture f;
    QFETCH(int, question);
    QFETCH(QString, answer);
    QFETCH(QString, field);
    FileInspection found = prices();
    found.plays = FileInspection::Plays::No;
    found.problem = QStringLiteral("which is it?");
    found.question = Question(question);
    f.show(found);
    QCOMPARE(f.problem(), QStringLiteral("which is it?") + answer);
    QVERIFY(f.dialog.focusWidget());
    QCOMPARE(f.dialog.focusWidget()->objectName(), field);
    QStringList marked;
    const auto labels = f.child<QWidget>("readingFields")->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->font().bold())
            marked.append(label->buddy()->objectName());
    }
    const bool isOfFields = Question(question) != Question::None && Question(question) != Question::Columns;
    QCOMPARE(marked, isOfFields ? QStringList{field} : QStringList());
    if (isOfFields)
        QCOMPARE(f.dialog.focusWidget()->accessibleDescription(), f.problem());
    f.show(prices());
    QCOMPARE(f.dialog.focusWidget()->objectName(), QStringLiteral("importPlayButton"));
    QCOMPARE(f.child<QComboBox>("importDateOrder")->accessibleDescription(), QString());
}

void ImportQuestionsTest::theSymbolIsAsked()
{
    Fixture f;
    FileInspection found = prices();
    found.symbolBy = FileInspection::SymbolBy::Nobody;
    found.question = Question::Symbol;
    f.show(found);
    QCOMPARE(f.problem(), QStringLiteral("The file names no symbol. What is it the price of?\nWrite it under Symbol."));
    QCOMPARE(f.dialog.focusWidget(), f.child<QWidget>("importSymbol"));
    QVERIFY(f.canPlay());
}

void ImportQuestionsTest::focusIsLeftToWhoHasBegun()
{
    Fixture f;
    QCOMPARE(f.dialog.focusWidget(), f.child<QWidget>("importPlayButton"));
    f.meaning(2)->setFocus();
    f.choose(2, "size");
    QTRY_COMPARE(f.changes.size(), 1);
    FileInspection found = prices();
    found.question = Question::DateOrder;
    found.problem = QStringLiteral("which is it?");
    f.show(found);
    QCOMPARE(f.dialog.focusWidget(), f.meaning(2));
    f.dialog.reject();
    f.dialog.ask(QStringLiteral("/data/x.csv"), {}, {});
    QVERIFY(f.dialog.testAttribute(Qt::WA_KeyboardFocusChange)); // or styles would not show it
    QVERIFY(f.dialog.focusWidget() != f.meaning(2));
    f.show(found);
    QCOMPARE(f.dialog.focusWidget(), f.child<QWidget>("importDateOrder"));
}

/// The meanings of the columns one by one, the fields, and out to the buttons.
void ImportQuestionsTest::tabLeadsThrough()
{
    Fixture f;
    f.dialog.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&f.dialog));
    f.meaning(0)->setFocus();
    QStringList seen;
    for (int i = 0; i < 20 && (seen.isEmpty() || f.dialog.focusWidget() != f.meaning(0)); ++i) {
        seen.append(f.dialog.focusWidget()->objectName());
        QTest::keyClick(f.dialog.focusWidget(), Qt::Key_Tab);
    }
    const QStringList chain{
        QStringLiteral("importMeaning0"),    QStringLiteral("importMeaning1"), QStringLiteral("importMeaning2"),
        QStringLiteral("importSymbol"),      QStringLiteral("importZone"),     QStringLiteral("importDateOrder"),
        QStringLiteral("importPoint"),       QStringLiteral("importBadLines"), QStringLiteral("importCommand"),
        QStringLiteral("importCopyButton"),  QStringLiteral("importRemember"), QStringLiteral("importPlayButton"),
        QStringLiteral("importCancelButton")};
    QCOMPARE(seen, chain);
    QTest::keyClick(f.dialog.focusWidget(), Qt::Key_Backtab);
    QCOMPARE(f.dialog.focusWidget(), f.child<QWidget>("importCancelButton"));
    f.dialog.resize(f.dialog.minimumSizeHint()); // so that not all of what was understood is seen
    QTRY_COMPARE(f.child<QWidget>("inspectionView")->focusPolicy(), Qt::StrongFocus);
    FileInspection other = prices(); // a file after it has its own boxes
    other.columns.push_back({QStringLiteral("more"), {}});
    f.show(other);
    f.meaning(2)->setFocus();
    QTest::keyClick(f.meaning(2), Qt::Key_Tab);
    QCOMPARE(f.dialog.focusWidget(), f.meaning(3));
    QTest::keyClick(f.meaning(3), Qt::Key_Tab);
    QCOMPARE(f.dialog.focusWidget(), f.child<QWidget>("importSymbol"));
}

void ImportQuestionsTest::keysScrollTheRows()
{
    Fixture f;
    FileInspection found = prices();
    while (found.rows.size() < FileInspection::mostRows)
        found.rows.push_back(found.rows.front());
    for (int i = 0; i < 30; ++i)
        found.columns.push_back({QStringLiteral("column %1").arg(i), {}});
    f.show(found);
    QScrollBar *rows = f.preview()->verticalScrollBar();
    QTRY_VERIFY(rows->maximum() > 0);
    f.dialog.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&f.dialog));
    QTest::keyClick(f.meaning(0), Qt::Key_PageDown);
    QVERIFY(rows->value() > 0);
    QCOMPARE(f.meaning(0)->currentText(), QStringLiteral("Time")); // which that key would change
    QTest::keyClick(f.meaning(0), Qt::Key_PageUp);
    QCOMPARE(rows->value(), 0);
    f.meaning(32)->setFocus();
    QVERIFY(f.preview()->horizontalScrollBar()->value() > 0);
}

void ImportQuestionsTest::whatIsRemembered()
{
    Fixture f;
    auto *remembered = f.child<QWidget>("importRemembered");
    auto *box = f.child<QCheckBox>("importRemember");
    QVERIFY(!remembered->isVisible());
    QVERIFY(box->isEnabled() && box->text().contains(QLatin1String("but for the symbol")));
    f.dialog.showMemory(Memory::Impossible);
    QVERIFY(!box->isEnabled() && box->text().contains(QLatin1String("the columns have no names")));
    FileReading reading;
    reading.columns = QStringLiteral("price=adjusted");
    reading.timeZone = "Asia/Tokyo";
    reading.symbol = QStringLiteral("OWN");
    f.dialog.ask(QStringLiteral("/data/x.csv"), reading,
                 ColumnChoices({{QStringLiteral("price"), QStringLiteral("adjusted")}}));
    f.dialog.showMemory(Memory::Used);
    f.show(prices());
    QVERIFY(remembered->isVisible());
    QSignalSpy forgotten(&f.dialog, &ImportDialog::forgetWanted);
    f.child<QPushButton>("importForgetButton")->click();
    QCOMPARE(forgotten.size(), 1);
    QVERIFY(!remembered->isVisible() && !f.canPlay());
    QCOMPARE(f.child<QComboBox>("importZone")->currentText(), QStringLiteral("UTC"));
    reading = {};
    reading.symbol = QStringLiteral("OWN"); // was not remembered
    QTRY_COMPARE(f.changes.size(), 1);
    QCOMPARE(f.reading(), reading);
    f.show(prices());
    QCOMPARE(f.meaning(1)->currentText(), QStringLiteral("Price"));
    QVERIFY(f.canPlay());
}

void ImportQuestionsTest::howItIsPlayedAgain()
{
    Fixture f;
    QCOMPARE(f.dialog.windowTitle(), QStringLiteral("Import file"));
    f.dialog.ask(QStringLiteral("/data/x.csv"), {}, {}, ImportDialog::Purpose::PlayAgain);
    QCOMPARE(f.dialog.windowTitle(), QStringLiteral("How it is read"));
    QCOMPARE(f.child<QPushButton>("importPlayButton")->text(), QStringLiteral("&Play again from the start"));
    f.dialog.ask(QStringLiteral("/data/x.csv"), {}, {});
    QCOMPARE(f.child<QPushButton>("importPlayButton")->text(), QStringLiteral("&Play"));
}

void ImportQuestionsTest::whatWasSeenStays()
{
    Fixture f;
    FileInspection found = prices();
    found.firstRow = FileInspection::Row{0, QStringLiteral("A"), {QStringLiteral("1.50")}, QStringLiteral("3")};
    f.show(found);
    auto *row = f.child<QLabel>("importFirstRow");
    QCOMPARE(row->text(), QStringLiteral("First row: 1970-01-01 00:00:00 UTC, A, price 1.50, size 3"));
    found.firstRow->prices = {QStringLiteral("1"), QStringLiteral("3"), QStringLiteral("0.5"), QStringLiteral("2")};
    found.firstRow->size.clear();
    f.show(found);
    QCOMPARE(row->text(), QStringLiteral("First row: 1970-01-01 00:00:00 UTC, A, open 1, high 3, low 0.5, close 2"));
    FileInspection nothing;
    nothing.problem = QStringLiteral("it cannot be read");
    f.show(nothing);
    QCOMPARE(f.preview()->columnCount(), 3);
    QCOMPARE(f.preview()->rowCount(), 3);
    QVERIFY(row->isVisible() && row->text().isEmpty()); // or all below would move
}

/// It is not claimed that there is none.
void ImportQuestionsTest::symbolsOfFilesThatAreNotUnderstood()
{
    Fixture f;
    auto *symbol = f.child<QLineEdit>("importSymbol");
    QCOMPARE(symbol->placeholderText(), QStringLiteral("As the file's name says"));
    FileInspection found = prices();
    found.played.reset();
    found.columns[2].field = QStringLiteral("symbol");
    found.symbolBy = FileInspection::SymbolBy::File;
    f.show(found); // while it is sorted
    QCOMPARE(symbol->placeholderText(), QStringLiteral("As the file says"));
    QVERIFY(!symbol->isEnabled());
    for (FileInspection::Column &column : found.columns)
        column.field.clear();
    found.columns[0].name = QStringLiteral("other");
    found.symbolBy = FileInspection::SymbolBy::FileName; // as far as is known
    f.show(found);
    QCOMPARE(symbol->placeholderText(), QString());
    f.choose(2, "symbol");
    QTRY_COMPARE(f.changes.size(), 1);
    f.show(found);
    QCOMPARE(symbol->placeholderText(), QStringLiteral("As the file says"));
}

void ImportQuestionsTest::noCommandWithoutAFile()
{
    Fixture f;
    auto *copy = f.child<QPushButton>("importCopyButton");
    QVERIFY(copy->isEnabled());
    FileInspection found = prices();
    found.plays = FileInspection::Plays::No;
    found.problem = QStringLiteral("no");
    f.show(found);
    QVERIFY(!copy->isEnabled() && !f.child<QLineEdit>("importCommand")->isEnabled());
    f.show(prices());
    QVERIFY(copy->isEnabled());
}

void ImportQuestionsTest::progress()
{
    using Work = FileInspection::Work;
    Fixture f;
    FileInspection found = prices();
    const auto textOf = [&](Work work) {
        found.work = work;
        f.show(found, 0.4);
        return f.child<QProgressBar>("importProgress")->text();
    };
    QCOMPARE(textOf(Work::FindingDateOrder), QStringLiteral("Comparing dates… 40 %"));
    QCOMPARE(textOf(Work::Sorting), QStringLiteral("Sorting… 40 %"));
    QCOMPARE(textOf(Work::Reading), QStringLiteral("Reading… 40 %"));
    QVERIFY(f.child<QProgressBar>("importProgress")->isTextVisible());
}

void ImportQuestionsTest::longNames()
{
    Fixture f;
    const QString name = QStringLiteral("prices of all instruments of the exchange in the first half of 2024.csv");
    f.dialog.ask(QStringLiteral("/data/") + name, {}, {});
    f.dialog.resize(1200, 640);
    QTRY_COMPARE(f.child<QLabel>("importName")->text(), name);
    f.dialog.resize(f.dialog.minimumSizeHint());
    QTRY_VERIFY(f.child<QLabel>("importName")->text().contains(QChar(0x2026)));
    QCOMPARE(f.child<QLabel>("importName")->accessibleName(), name);
}

/// The window has titles and arrows that do not break.
void ImportQuestionsTest::columnsInWords()
{
    Fixture f;
    const auto labels = f.child<QWidget>("inspectionView")->findChildren<QLabel *>();
    const bool isThere = std::ranges::any_of(labels, [](const QLabel *label) {
        return label->text().startsWith(QString::fromUtf8("when\u00a0→\u00a0Time, close\u00a0→\u00a0Price; not used"));
    });
    QVERIFY(isThere);
}

TICKER_WIDGET_TEST(ImportQuestionsTest)
#include "tst_import_questions.moc"
