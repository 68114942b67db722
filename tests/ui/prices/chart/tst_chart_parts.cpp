// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_choice.h"
#include "chart/chart_colours.h"
#include "chart/chart_summary.h"
#include "chart/time_window.h"
#include "samples.h"
#include "ticker_test.h"

#include <QGuiApplication>

#include <cmath>

using namespace ticker;

namespace {

const QString acme = QStringLiteral("ACME");
const QString moon = QStringLiteral("MOON");
const QString rock = QStringLiteral("ROCK");

constexpr qint64 minuteMs = 60'000;

/// By WCAG: 1 to 21.
double contrast(const QColor &one, const QColor &other)
{
    const auto luminance = [](const QColor &colour) {
        const auto linear = [](double part) {
            return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
    };
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

QPalette lightPalette()
{
    QPalette palette(QColor(0xef, 0xef, 0xef));
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::AlternateBase, QColor(0xf7, 0xf7, 0xf7));
    palette.setColor(QPalette::Text, Qt::black);
    return palette;
}

} // namespace

/// What the chart shows of which instruments, when and how: without drawing.
class TestChartParts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstIsShownUntilSomebodyChooses();
    void theFeaturedOneIsShownUntilSomebodyChooses();
    void choosesAndLeavesOut();
    void takesNoMoreThanEight();
    void coloursStay();
    void anotherMarketHasOthers();
    void followsUntilItIsPanned();
    void doesNotLeaveWhatIsKnown();
    void zooms();
    void showsAll();
    void coloursAreReadable_data();
    void coloursAreReadable();
    void linesDiffer();
    void saysItInWords_data();
    void saysItInWords();
    void saysItInPerCent();
};

void TestChartParts::theFirstIsShownUntilSomebodyChooses()
{
    ChartChoice choice;
    QVERIFY(choice.shown().isEmpty());
    choice.setMarket({acme, moon});
    QCOMPARE(choice.shown(), QStringList{acme});
    QVERIFY(!choice.wanted());
    QVERIFY(choice.missing().isEmpty());
}

void TestChartParts::theFeaturedOneIsShownUntilSomebodyChooses()
{
    ChartChoice choice;
    choice.setMarket({acme, moon, rock}, moon);
    QCOMPARE(choice.shown(), QStringList{moon});
    QVERIFY(!choice.wanted());
    QVERIFY(choice.choose(rock, true));
    QCOMPARE(choice.shown(), (QStringList{moon, rock}));
    choice.setWanted(QStringList{acme});
    QCOMPARE(choice.shown(), QStringList{acme});
    choice.setMarket({moon, rock}, rock); // what was chosen is not there
    QCOMPARE(choice.shown(), QStringList{rock});
    choice.setWanted(std::nullopt);
    choice.setMarket({acme, moon}, rock); // nobody has that one
    QCOMPARE(choice.shown(), QStringList{acme});
}

void TestChartParts::choosesAndLeavesOut()
{
    ChartChoice choice;
    choice.setMarket({acme, moon, rock});
    QVERIFY(choice.choose(rock, true));
    QCOMPARE(choice.shown(), (QStringList{acme, rock}));
    QVERIFY(choice.choose(acme, false));
    QVERIFY(choice.choose(rock, false));
    QVERIFY(choice.shown().isEmpty()); // a person wanted it so
    choice.setMarket({acme});
    QVERIFY(choice.shown().isEmpty());
    QCOMPARE(choice.wanted(), std::optional(QStringList()));
}

void TestChartParts::takesNoMoreThanEight()
{
    QStringList symbols;
    for (int i = 0; i < 20; ++i)
        symbols.append(QStringLiteral("SYM%1").arg(i));
    ChartChoice choice;
    choice.setMarket(symbols);
    for (int i = 1; i < int(ChartChoice::most); ++i)
        QVERIFY(choice.choose(symbols.at(i), true));
    QVERIFY(!choice.choose(symbols.at(10), true));
    QCOMPARE(choice.shown().size(), ChartChoice::most);
    QVERIFY(choice.choose(symbols.at(3), false));
    QVERIFY(choice.choose(symbols.at(10), true));
    choice.setWanted(symbols); // as a file of settings may have it
    QCOMPARE(choice.shown(), symbols.first(ChartChoice::most));
}

void TestChartParts::coloursStay()
{
    ChartChoice choice;
    choice.setMarket({acme, moon, rock});
    choice.choose(moon, true);
    choice.choose(rock, true);
    QCOMPARE(choice.place(acme), 0);
    QCOMPARE(choice.place(moon), 1);
    QCOMPARE(choice.place(rock), 2);
    choice.choose(moon, false);
    QCOMPARE(choice.place(rock), 2);
    QCOMPARE(choice.place(moon), -1);
    choice.choose(moon, true);
    QCOMPARE(choice.place(moon), 1);
    QCOMPARE(choice.place(QString()), -1);
}

void TestChartParts::anotherMarketHasOthers()
{
    ChartChoice choice;
    choice.setWanted(QStringList{moon, rock});
    choice.setMarket({acme, moon, rock});
    choice.setMarket({QStringLiteral("FILE"), QStringLiteral("MORE")});
    QCOMPARE(choice.shown(), QStringList{QStringLiteral("FILE")});
    QCOMPARE(choice.missing(), (QStringList{moon, rock}));
    choice.setMarket({acme, rock});
    QCOMPARE(choice.shown(), QStringList{rock});
    QVERIFY(choice.missing().isEmpty()); // nothing stands in
    choice.setMarket({acme, moon, rock});
    QCOMPARE(choice.shown(), (QStringList{moon, rock}));
}

void TestChartParts::followsUntilItIsPanned()
{
    TimeWindow window;
    window.setKnown(0, 20 * minuteMs);
    QVERIFY(window.follows());
    QCOMPARE(window.toMs(), 20 * minuteMs);
    QCOMPARE(window.fromMs(), 15 * minuteMs);
    window.pan(-0.1);
    QVERIFY(!window.follows());
    QCOMPARE(window.toMs(), 20 * minuteMs - 30'000);
    window.setKnown(0, 21 * minuteMs);
    QCOMPARE(window.toMs(), 20 * minuteMs - 30'000); // stands
    window.pan(5);
    QVERIFY(window.follows());
    QCOMPARE(window.toMs(), 21 * minuteMs);
}

void TestChartParts::doesNotLeaveWhatIsKnown()
{
    TimeWindow window;
    window.setKnown(minuteMs, 21 * minuteMs);
    window.toStart();
    QCOMPARE(window.fromMs(), minuteMs);
    window.pan(-3);
    QCOMPARE(window.fromMs(), minuteMs);
    window.toEnd();
    QCOMPARE(window.toMs(), 21 * minuteMs);
    window.setKnown(20 * minuteMs, 21 * minuteMs); // less than it shows
    window.toStart();
    QVERIFY(window.follows());
    window.setKnown(0, 21 * minuteMs);
    window.pan(-1);
    window.setKnown(0, minuteMs); // another tape
    QVERIFY(window.follows());
}

void TestChartParts::zooms()
{
    TimeWindow window;
    window.setKnown(0, 100 * minuteMs);
    window.zoom(0.5, 0);
    QVERIFY(window.follows());
    window.pan(-10);
    const qint64 middle = (window.fromMs() + window.toMs()) / 2;
    window.zoom(2, 0.5);
    QCOMPARE(window.lengthMs(), 5 * minuteMs);
    QCOMPARE((window.fromMs() + window.toMs()) / 2, middle);
    for (int i = 0; i < 50; ++i)
        window.zoom(0.5, 0.5);
    QCOMPARE(window.lengthMs(), TimeWindow::shortestMs);
    for (int i = 0; i < 50; ++i)
        window.zoom(2, 0.5);
    QCOMPARE(window.lengthMs(), 100 * minuteMs);
}

void TestChartParts::showsAll()
{
    TimeWindow window;
    window.setKnown(minuteMs, 9 * minuteMs);
    window.setLength(std::nullopt);
    QCOMPARE(window.fromMs(), minuteMs);
    QCOMPARE(window.toMs(), 9 * minuteMs);
    window.pan(-1);
    QVERIFY(window.follows());
    window.setKnown(minuteMs, minuteMs);
    QCOMPARE(window.lengthMs(), TimeWindow::shortestMs);
}

void TestChartParts::coloursAreReadable_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("light") << lightPalette();
    QTest::newRow("dark") << samples::darkPalette();
}

void TestChartParts::coloursAreReadable()
{
    QFETCH(QPalette, palette);
    constexpr double leastOfText = 4.5;
    constexpr double leastOfLines = 3;
    for (const auto ground : {QPalette::Base, QPalette::AlternateBase}) {
        for (const int direction : {-1, 0, 1})
            QCOMPARE_GE(contrast(chartColours::text(direction, palette), palette.color(ground)), leastOfText);
    }
    for (const int direction : {-1, 1}) {
        const QColor flash = chartColours::flash(direction, palette);
        QCOMPARE_GE(contrast(chartColours::text(direction, palette), flash), leastOfText);
        QVERIFY(flash != palette.color(QPalette::Base));
    }
    for (int place = 0; place < int(ChartChoice::most); ++place)
        QCOMPARE_GE(contrast(chartColours::line(place, palette).color(), palette.color(QPalette::Base)), leastOfLines);
}

void TestChartParts::linesDiffer()
{
    for (const QPalette &palette : {lightPalette(), samples::darkPalette()}) {
        for (int one = 0; one < int(ChartChoice::most); ++one) {
            for (int other = 0; other < one; ++other) {
                const QPen a = chartColours::line(one, palette);
                const QPen b = chartColours::line(other, palette);
                QVERIFY(a.color() != b.color());
                QVERIFY(a.style() != b.style() || a.width() != b.width()); // without colour, too
            }
        }
    }
}

void TestChartParts::saysItInWords_data()
{
    QTest::addColumn<PriceSeries::Extent>("extent");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<qint64>("lengthMs");
    QTest::addColumn<QString>("text");
    QTest::newRow("up") << PriceSeries::Extent{509, 512, 498, 520} << 0 << 5 * minuteMs
                        << QStringLiteral("ACME 512, up 3 in five minutes; lowest 498, highest 520");
    QTest::newRow("down") << PriceSeries::Extent{12.5, 11.25, 11, 13} << 2 << minuteMs
                          << QStringLiteral("ACME 11.25, down 1.25 in one minute; lowest 11.00, highest 13.00");
    QTest::newRow("still") << PriceSeries::Extent{7, 7, 7, 7} << 0 << qint64(200'000)
                           << QStringLiteral("ACME 7, unchanged in 3 min 20 s; lowest 7, highest 7");
}

void TestChartParts::saysItInWords()
{
    QFETCH(PriceSeries::Extent, extent);
    QFETCH(int, decimals);
    QFETCH(qint64, lengthMs);
    QTEST(chartSummary::lineText(acme, extent, decimals, lengthMs, QLocale(QLocale::English)), "text");
}

void TestChartParts::saysItInPerCent()
{
    const QLocale english(QLocale::English);
    QCOMPARE(chartSummary::percentLineText(acme, {500, 510, 490, 500}, 5 * minuteMs, english),
             QStringLiteral("ACME +2.00 % in five minutes; lowest -2.00 %, highest 0.00 %"));
    QCOMPARE(chartSummary::percentLineText(acme, {0, 510, 0, 510}, minuteMs, english),
             QStringLiteral("ACME – in one minute; lowest –, highest –"));
}

TICKER_WIDGET_TEST(TestChartParts)
#include "tst_chart_parts.moc"
