// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hostile_texts.h"
#include "prices_bench.h"
#include "samples.h"
#include "ticker_test.h"
#include "window/main_window.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QProxyStyle>
#include <QSignalSpy>
#include <QSplitter>
#include <QStyleFactory>
#include <QTableView>
#include <QTemporaryDir>

using namespace ticker;

namespace {

using Model = PricesModel;

/// A style of a person who wants nothing to move, or who does not mind.
class AnimationStyle final : public QProxyStyle
{
public:
    explicit AnimationStyle(int duration) : QProxyStyle(QStringLiteral("fusion")), m_duration(duration) { }

    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override
    {
        return hint == SH_Widget_Animation_Duration ? m_duration : QProxyStyle::styleHint(hint, option, widget, data);
    }

private:
    int m_duration;
};

using Bench = test::PricesBench;
using test::symbols;

} // namespace

class TestPricesPage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void nothingIsKnownYet();
    void theFirstInstrumentIsInTheChart();
    void boxesChoose();
    void keysChoose();
    void nothingChosenSaysWhatToDo();
    void theNinthIsRefused();
    void aFileHasOtherSymbols();
    void oneInstrument();
    void fiveHundredInstruments();
    void findsAndHides();
    void settingsComeBack();
    void choosesHowMuchTime();
    void exportsByADialog();
    void exportsSymbolsThatNoFileNameHas();
    void tellsWhyItCouldNotExport();
    void flashesUnlessNothingIsToMove();
    void isAPageOfTheWindow();
    void readsNoMarkup();
    void longSymbolsAreToldWhole();
};

void TestPricesPage::nothingIsKnownYet()
{
    const Bench bench((MarketUpdate()));
    QVERIFY(bench.child<QLabel>("chartEmpty")->isVisible());
    QCOMPARE(bench.child<QLabel>("chartEmpty")->text(), QStringLiteral("Prices appear here once the server runs."));
    QVERIFY(!bench.page.exportAction()->isEnabled());
    QCOMPARE(bench.page.charted(), QStringList());
}

void TestPricesPage::theFirstInstrumentIsInTheChart()
{
    const Bench bench;
    QCOMPARE(bench.page.charted(), symbols({"ACME"}));
    QVERIFY(!bench.child<QLabel>("chartEmpty")->isVisible());
    QVERIFY(bench.child<QWidget>("priceChart")->isVisible());
    QVERIFY(bench.page.exportAction()->isEnabled());
    QCOMPARE(bench.page.settings().charted, std::nullopt); // nobody chose
}

void TestPricesPage::boxesChoose()
{
    const Bench bench;
    QSignalSpy charted(&bench.page, &PricesPage::chartedChanged);
    QSignalSpy savings(&bench.page, &PricesPage::settingsChanged);
    bench.clickBox(2);
    QCOMPARE(bench.page.charted(), symbols({"ACME", "ROCK"}));
    QCOMPARE(charted.size(), 1);
    QCOMPARE(savings.size(), 1);
    bench.clickBox(0);
    QCOMPARE(bench.page.charted(), symbols({"ROCK"}));
    QTest::mouseClick(bench.table()->viewport(), Qt::LeftButton, {},
                      bench.table()->visualRect(bench.cell(1, Model::Symbol)).center());
    QCOMPARE(bench.page.charted(), symbols({"ROCK"})); // selects only
}

void TestPricesPage::keysChoose()
{
    const Bench bench;
    bench.table()->setFocus();
    bench.table()->setCurrentIndex(bench.cell(1, Model::InChart));
    QTest::keyClick(bench.table(), Qt::Key_Space);
    QCOMPARE(bench.page.charted(), symbols({"ACME", "MOON"}));
    bench.table()->setCurrentIndex(bench.cell(0, Model::Price));
    QTest::keyClick(bench.table(), Qt::Key_Return); // anywhere in the row
    QCOMPARE(bench.page.charted(), symbols({"MOON"}));
}

void TestPricesPage::nothingChosenSaysWhatToDo()
{
    const Bench bench;
    bench.clickBox(0);
    QCOMPARE(bench.page.charted(), QStringList());
    const auto *empty = bench.child<QLabel>("chartEmpty");
    QVERIFY(empty->isVisible());
    QVERIFY(empty->text().contains(QStringLiteral("Select up to 8 instruments")));
    QVERIFY(!bench.page.exportAction()->isEnabled());
    QCOMPARE(bench.page.settings().charted, std::optional(QStringList()));
}

void TestPricesPage::theNinthIsRefused()
{
    const Bench bench(samples::market(12));
    const auto toggle = [&bench](int row) {
        bench.table()->setCurrentIndex(bench.cell(row, Model::Symbol));
        QTest::keyClick(bench.table(), Qt::Key_Return);
    };
    bench.table()->setFocus();
    for (int row = 1; row < 8; ++row)
        toggle(row);
    QCOMPARE(bench.page.charted().size(), 8);
    QCOMPARE(bench.hint(), QString());
    toggle(9);
    QCOMPARE(bench.page.charted().size(), 8);
    QVERIFY2(bench.hint().contains(QStringLiteral("Remove one first")), qPrintable(bench.hint()));
    toggle(3);
    QCOMPARE(bench.hint(), QString());
    toggle(9);
    QCOMPARE(bench.page.charted().last(), QStringLiteral("SYM9"));
}

void TestPricesPage::aFileHasOtherSymbols()
{
    Bench bench;
    bench.clickBox(1);
    MarketUpdate file;
    file.tape = 2;
    file.instruments = {{QStringLiteral("FILE"), {}, 2}};
    bench.page.showUpdate(file);
    QCOMPARE(bench.page.charted(), symbols({"FILE"}));
    QVERIFY2(bench.hint().contains(QStringLiteral("ACME, MOON")), qPrintable(bench.hint()));
    QCOMPARE(bench.text(0, Model::Price), QStringLiteral("–"));
    file.instruments.append({QStringLiteral("MORE"), {}, 2}); // another one in the middle of the file
    bench.page.showUpdate(file);
    QCOMPARE(bench.table()->model()->rowCount(), 2);
    MarketUpdate back = samples::market();
    back.tape = 3;
    bench.page.showUpdate(back);
    QCOMPARE(bench.page.charted(), symbols({"ACME", "MOON"}));
    QCOMPARE(bench.hint(), QString());
}

void TestPricesPage::oneInstrument()
{
    Bench bench(samples::market(1));
    QCOMPARE(bench.table()->model()->rowCount(), 1);
    QCOMPARE(bench.page.charted(), symbols({"ACME"}));
    bench.clickBox(0);
    bench.clickBox(0);
    QCOMPARE(bench.page.charted(), symbols({"ACME"}));
}

void TestPricesPage::fiveHundredInstruments()
{
    Bench bench(samples::market(500));
    bench.table()->sortByColumn(Model::Price, Qt::DescendingOrder);
    QCOMPARE(bench.text(0, Model::Symbol), QStringLiteral("SYM499"));
    const QList<InstrumentInfo> infos = samples::instruments(500);
    constexpr int rounds = 20;
    for (int round = 0; round < rounds; ++round) {
        const auto priceOf = [round](int i) { return (i * 37 + round * 91) % 1000; };
        MarketUpdate update;
        update.tape = 1;
        for (int i = 0; i < 500; ++i)
            update.prices.append(samples::price(i, priceOf(i)));
        bench.page.showUpdate(update);
        QApplication::processEvents(); // and paint
        int dearest = 0;
        for (int i = 1; i < 500; ++i)
            dearest = priceOf(i) > priceOf(dearest) ? i : dearest;
        QCOMPARE(bench.text(0, Model::Symbol), infos.at(dearest).symbol);
    }
}

void TestPricesPage::findsAndHides()
{
    const Bench bench(samples::market(12));
    auto *filter = bench.child<QLineEdit>("pricesFilter");
    QTest::keyClicks(filter, QStringLiteral("sym1"));
    QCOMPARE(bench.table()->model()->rowCount(), 2);
    QCOMPARE(bench.child<QLabel>("pricesCount")->text(), QStringLiteral("2 of 12"));
    filter->clear();
    QCOMPARE(bench.child<QLabel>("pricesCount")->text(), QString());

    QMenu *menu = bench.child<QMenu>("pricesColumnsMenu");
    Q_EMIT menu->aboutToShow();
    QAction *first = menu->actions().constFirst();
    QCOMPARE(first->text(), QStringLiteral("Name"));
    QVERIFY(first->isChecked());
    first->trigger();
    QVERIFY(bench.table()->isColumnHidden(Model::Name));
}

void TestPricesPage::settingsComeBack()
{
    PricesSettings settings;
    {
        const Bench bench;
        bench.clickBox(2);
        bench.table()->hideColumn(Model::Ticks);
        bench.table()->sortByColumn(Model::Price, Qt::DescendingOrder);
        bench.child<QSplitter>("pricesSplitter")->setSizes({150, 350});
        bench.child<QAbstractButton>("chartAll")->click();
        bench.child<QAbstractButton>("chartPercentButton")->click();
        settings = bench.page.settings();
    }
    QCOMPARE(settings.charted, std::optional(symbols({"ACME", "ROCK"})));
    QCOMPARE(settings.seconds, PricesSettings::allSeconds);
    QVERIFY(settings.relative);

    Bench bench((MarketUpdate()));
    bench.page.applySettings(settings);
    bench.page.showUpdate(samples::market());
    QCOMPARE(bench.page.charted(), symbols({"ACME", "ROCK"}));
    QVERIFY(bench.table()->isColumnHidden(Model::Ticks));
    QCOMPARE(bench.text(0, Model::Symbol), QStringLiteral("ROCK"));
    QVERIFY(bench.child<QAbstractButton>("chartAll")->isChecked());
    QVERIFY(bench.child<QAbstractButton>("chartPercentButton")->isChecked());
    const QList<int> sizes = bench.child<QSplitter>("pricesSplitter")->sizes();
    QVERIFY(sizes.at(1) > 2 * sizes.at(0));
    QCOMPARE(bench.page.settings().charted, settings.charted);
}

void TestPricesPage::choosesHowMuchTime()
{
    Bench bench;
    bench.page.showUpdate(samples::charted(QStringLiteral("ACME"), samples::rising(6000, 6000)));
    const auto isChecked = [&bench](const char *name) { return bench.child<QAbstractButton>(name)->isChecked(); };
    QVERIFY(isChecked("chart5min"));
    bench.child<QAbstractButton>("chart1min")->click();
    QVERIFY(isChecked("chart1min") && !isChecked("chart5min"));
    auto *chart = bench.child<QWidget>("priceChart");
    auto *newest = bench.child<QAbstractButton>("chartFollowButton");
    QTest::qWait(150); // it is drawn
    QVERIFY(!newest->isEnabled());
    QTest::keyClick(chart, Qt::Key_Left);
    QVERIFY(newest->isEnabled());
    newest->click();
    QVERIFY(!newest->isEnabled());
    QTest::keyClick(chart, Qt::Key_Minus);
    QVERIFY(!isChecked("chart1min"));
    QCOMPARE(bench.page.settings().seconds, 60); // as chosen, not as zoomed
}

void TestPricesPage::exportsByADialog()
{
    const QTemporaryDir folder;
    Bench bench;
    QSignalSpy problems(&bench.page, &PricesPage::exportFailed);
    bench.page.showUpdate(samples::charted(QStringLiteral("ACME"), samples::rising(100, 600)));
    bench.child<QAbstractButton>("exportChartButton")->click();
    auto *dialog = bench.child<QFileDialog>("exportDialog");
    QVERIFY(dialog->selectedFiles().constFirst().contains(QStringLiteral("ACME")));
    const QString path = folder.filePath(QStringLiteral("mine.svg"));
    dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"))->setText(path);
    QTest::keyClick(dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit")), Qt::Key_Return);
    QTRY_VERIFY(QFile::exists(path));
    QCOMPARE(problems.size(), 0);
}

void TestPricesPage::exportsSymbolsThatNoFileNameHas()
{
    MarketUpdate update = samples::market(2);
    update.instruments[0].symbol = QStringLiteral(".SPX");
    update.instruments[1].symbol = QStringLiteral("BTC/USDT:USDT");
    Bench bench(update);
    bench.clickBox(1);
    bench.page.exportAction()->trigger();
    const QString path = bench.child<QFileDialog>("exportDialog")->selectedFiles().constFirst();
    const QFileInfo file(path);
    QCOMPARE(file.absolutePath(), bench.child<QFileDialog>("exportDialog")->directory().absolutePath());
    QVERIFY2(file.fileName().startsWith(QLatin1String("SPX BTC-USDT-USDT ")), qPrintable(path));
}

void TestPricesPage::tellsWhyItCouldNotExport()
{
    const QTemporaryDir folder;
    Bench bench;
    QSignalSpy problems(&bench.page, &PricesPage::exportFailed);
    bench.page.exportAction()->trigger();
    auto *dialog = bench.child<QFileDialog>("exportDialog");
    const QString path = folder.filePath(QStringLiteral("none/chart.png"));
    Q_EMIT dialog->fileSelected(path); // the folder went away meanwhile
    QTRY_COMPARE(problems.size(), 1);
    QVERIFY(problems.first().first().toString().contains(path));
    bench.page.hide();
    QTRY_VERIFY(!bench.page.findChild<QFileDialog *>()); // does not stay behind
}

void TestPricesPage::flashesUnlessNothingIsToMove()
{
    for (const int duration : {0, 200}) {
        QApplication::setStyle(new AnimationStyle(duration));
        Bench bench;
        MarketUpdate update;
        update.tape = 1;
        update.prices = {samples::price(0, 101)};
        bench.page.showUpdate(update);
        QCOMPARE(bench.cell(0, Model::Price).data(Model::FlashRole).toInt(), duration > 0 ? 1 : 0);
        QCOMPARE(bench.text(0, Model::Price), QStringLiteral("▲ 101"));
    }
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("fusion")));
}

void TestPricesPage::isAPageOfTheWindow()
{
    MainWindow window;
    auto *page = new PricesPage;
    QSignalSpy shown(page, &PricesPage::shownChanged);
    window.addView(page, QStringLiteral("Prices"));
    window.addFileAction(page->exportAction());
    window.showStatus(samples::listening());
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QCOMPARE(shown.size(), 0); // clients are in front
    QTest::keyClick(&window, Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(shown.size(), 1);
    window.hide();
    QCOMPARE(shown.last().first().toBool(), false);
    const auto entries = window.findChild<QMenu *>(QStringLiteral("fileMenu"))->actions();
    QVERIFY(entries.contains(page->exportAction()));
    QCOMPARE(entries.last()->objectName(), QStringLiteral("quitAction"));
}

/// Names and symbols of a market's file, and symbols of a settings file.
void TestPricesPage::readsNoMarkup()
{
    MarketUpdate update = samples::market();
    for (InstrumentInfo &info : update.instruments) {
        info.name = test::hostileText(info.symbol);
        info.symbol = test::hostileText(info.symbol);
    }
    Bench bench(update);
    const test::TextSearch search(bench.page);
    QCOMPARE(search.complaints(), QStringList());
    QVERIFY(search.count(QStringLiteral("/dev/zero")) >= 9); // name, tool tip, symbol of three
    PricesSettings settings;
    settings.charted = QStringList{test::hostileText(QStringLiteral("GONE"))};
    bench.page.applySettings(settings);
    QVERIFY(bench.hint().contains(QStringLiteral("/dev/zero")));
    QCOMPARE(test::TextSearch(bench.page).complaints(), QStringList());
}

void TestPricesPage::longSymbolsAreToldWhole()
{
    const QString symbol = QStringLiteral("M&M/") + QString(60, QLatin1Char('X'));
    MarketUpdate update = samples::market();
    update.instruments[0].symbol = symbol;
    update.instruments[1] = {symbol + QLatin1Char('2'), symbol + QLatin1Char('2'), 2};
    Bench bench(update);
    QCOMPARE(bench.text(0, Model::Symbol), symbol);
    QCOMPARE(bench.cell(0, Model::Symbol).data(Qt::ToolTipRole).toString(), symbol + QLatin1String("\nACME Works"));
    QCOMPARE(bench.cell(1, Model::Symbol).data(Qt::ToolTipRole).toString(), symbol + QLatin1Char('2')); // once
}

TICKER_WIDGET_TEST(TestPricesPage)
#include "tst_prices_page.moc"
