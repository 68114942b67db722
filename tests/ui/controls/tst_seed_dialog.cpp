// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/seed_dialog.h"
#include "ticker_test.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace ticker;

namespace {

struct Fixture final
{
    Fixture() { dialog.ask(20240607); }

    void type(const QString &text) const
    {
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }

    SeedDialog dialog;
    QLineEdit *edit = dialog.findChild<QLineEdit *>(QStringLiteral("seedEdit"));
    QLabel *error = dialog.findChild<QLabel *>(QStringLiteral("seedError"));
    QPushButton *accept = dialog.findChild<QPushButton *>(QStringLiteral("seedAcceptButton"));
    QPushButton *cancel = dialog.findChild<QPushButton *>(QStringLiteral("seedCancelButton"));
    QSignalSpy seeds{&dialog, &SeedDialog::seedChosen};
};

} // namespace

class TestSeedDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void blocksNothing();
    void beginsWithTheSeedSelected();
    void setsASeed();
    void badSeedsAreToldInPlace_data();
    void badSeedsAreToldInPlace();
    void anErrorGoesWithTheNextKey();
    void cancelChangesNothing();
    void askingAgainKeepsWhatIsTyped();
    void nothingIsCutOff();
};

void TestSeedDialog::blocksNothing()
{
    const Fixture f;
    QVERIFY(f.dialog.isVisible());
    QVERIFY(!f.dialog.isModal());
    QVERIFY(!QApplication::activeModalWidget());
}

void TestSeedDialog::beginsWithTheSeedSelected()
{
    const Fixture f;
    QCOMPARE(f.edit->text(), QStringLiteral("20240607"));
    QCOMPARE(f.edit->selectedText(), QStringLiteral("20240607"));
    QVERIFY(f.error->text().isEmpty());
    QVERIFY(f.seeds.isEmpty());
}

void TestSeedDialog::setsASeed()
{
    Fixture f;
    f.type(QStringLiteral("18446744073709551615"));
    QTest::keyClick(f.edit, Qt::Key_Return);
    QCOMPARE(f.seeds.count(), 1);
    QCOMPARE(f.seeds.first().first().toULongLong(), 18'446'744'073'709'551'615ULL);
    QVERIFY(!f.dialog.isVisible());

    f.dialog.ask(5);
    f.accept->click(); // the same again: the tape starts again
    QCOMPARE(f.seeds.count(), 2);
    QCOMPARE(f.seeds.last().first().toULongLong(), 5ULL);
}

void TestSeedDialog::badSeedsAreToldInPlace_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "-1", "1.5", "ACME", "18446744073709551616"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestSeedDialog::badSeedsAreToldInPlace()
{
    QFETCH(QString, text);
    Fixture f;
    f.edit->clear();
    f.type(text);
    f.accept->click();
    QVERIFY(f.seeds.isEmpty());
    QVERIFY(f.dialog.isVisible());
    QVERIFY(!QApplication::activeModalWidget());
    QVERIFY(f.error->isVisible());
    QVERIFY(f.error->text().contains(QStringLiteral("18446744073709551615")));
    QCOMPARE(f.edit->accessibleDescription(), f.error->text());
    QCOMPARE(f.edit->text(), text); // to be mended, not typed anew
}

void TestSeedDialog::anErrorGoesWithTheNextKey()
{
    Fixture f;
    f.type(QStringLiteral("ACME"));
    f.accept->click();
    QVERIFY(!f.error->text().isEmpty());
    f.type(QStringLiteral("4"));
    QVERIFY(f.error->text().isEmpty());
    QVERIFY(f.edit->accessibleDescription().isEmpty());
    f.accept->click();
    QCOMPARE(f.seeds.count(), 1);
    QCOMPARE(f.seeds.first().first().toULongLong(), 4ULL);
}

void TestSeedDialog::cancelChangesNothing()
{
    Fixture f;
    f.type(QStringLiteral("7x"));
    f.accept->click();
    f.cancel->click();
    QVERIFY(!f.dialog.isVisible());
    QVERIFY(f.seeds.isEmpty());
    f.dialog.ask(8);
    QCOMPARE(f.edit->text(), QStringLiteral("8"));
    QVERIFY(f.error->text().isEmpty());
    QTest::keyClick(f.edit, Qt::Key_Escape);
    QVERIFY(!f.dialog.isVisible());
    QVERIFY(f.seeds.isEmpty());
}

void TestSeedDialog::askingAgainKeepsWhatIsTyped()
{
    Fixture f;
    f.type(QStringLiteral("12"));
    f.dialog.ask(20240607);
    QCOMPARE(f.edit->text(), QStringLiteral("12"));
}

void TestSeedDialog::nothingIsCutOff()
{
    Fixture f;
    f.type(QStringLiteral("18446744073709551616"));
    const QSize before = f.dialog.size();
    f.accept->click();
    QCOMPARE(f.dialog.size(), before);
    QVERIFY(f.edit->fontMetrics().horizontalAdvance(f.edit->text()) < f.edit->width());
    QVERIFY(f.error->heightForWidth(f.error->width()) <= f.error->height());
}

TICKER_WIDGET_TEST(TestSeedDialog)
#include "tst_seed_dialog.moc"
