// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_colours.h"
#include "chart/chart_export.h"
#include "chart/price_chart.h"
#include "market_samples.h"
#include "samples.h"
#include "ticker_test.h"

#include <QAccessible>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QWheelEvent>

using namespace ticker;

namespace {

const QString acme = QStringLiteral("ACME");
const QString moon = QStringLiteral("MOON");
constexpr int points = 6000; // five minutes at twenty a second

/// Counts how often a widget is painted.
class PaintCounter final : public QObject
{
    Q_OBJECT

public:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        count += event->type() == QEvent::Paint ? 1 : 0;
        return QObject::eventFilter(watched, event);
    }

    int count = 0;
};

/// A chart of one instrument that has risen by one with each tick for five minutes, on the screen.
struct Bench final
{
    explicit Bench(const QList<ChartLine> &lines = {{acme, 0, 0}})
    {
        chart.setLines(lines);
        chart.resize(700, 300);
        chart.show();
        if (!QTest::qWaitForWindowExposed(&chart))
            qFatal("not shown");
    }

    void tell(const QString &symbol, const QList<PricePoint> &line, bool isAnew = true)
    {
        const MarketUpdate update = samples::charted(symbol, line, isAnew);
        chart.showUpdate(update.charted, update.timeMs);
    }
    /// Until it shows what it was told.
    void settle() const
    {
        if (!QTest::qWaitFor([this] { return chart.isDrawn(); }))
            qFatal("not drawn");
    }
    [[nodiscard]] bool shows(const QColor &colour)
    {
        const QImage image = chart.grab().toImage();
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y) == colour)
                    return true;
            }
        }
        return false;
    }
    void wheel(int notches, const QPointF &at)
    {
        QWheelEvent event(at, chart.mapToGlobal(at), {}, QPoint(0, 120 * notches), Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(&chart, &event);
    }
    [[nodiscard]] QColor lineColour(int place) const { return chartColours::line(place, chart.palette()).color(); }

    PriceChart chart;
};

} // namespace

class TestPriceChart final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void drawsLines();
    void followsTheNewest();
    void goesByKeys();
    void goesByMouseAndWheel();
    void theCrosshairReadsOut();
    void longSymbolsAreShortened();
    void otherSymbolsAreIgnored();
    void aLineThatStaysKeepsItsPoints();
    void anotherTapeForgets();
    void showsPerCent();
    void showsASinglePrice();
    void drawsTenTimesASecond();
    void drawsNothingWhileHidden();
    void saysItInWords();
    void followsThePalette();
    void writesPictures();
    void keepsTheOldFileIfItCannotWrite();
};

void TestPriceChart::drawsLines()
{
    Bench bench({{acme, 0, 0}, {moon, 2, 1}});
    QVERIFY(!bench.shows(Qt::red));
    bench.tell(acme, samples::rising(points, points));
    QTRY_VERIFY(bench.shows(bench.lineColour(0)));
    bench.tell(moon, samples::rising(points, points - 900));
    QTRY_VERIFY(bench.shows(bench.lineColour(1)));
}

void TestPriceChart::followsTheNewest()
{
    Bench bench;
    bench.tell(acme, samples::rising(points, points));
    bench.settle();
    QVERIFY(bench.chart.window().follows());
    QCOMPARE(bench.chart.window().toMs(), samples::nowMs);
    bench.tell(acme, {{samples::nowMs + 5000, 7000}}, false);
    bench.settle();
    QCOMPARE(bench.chart.window().toMs(), samples::nowMs + 5000);
    QTest::keyClick(&bench.chart, Qt::Key_Left);
    const qint64 stands = bench.chart.window().toMs();
    bench.tell(acme, {{samples::nowMs + 9000, 7001}}, false);
    bench.settle();
    QCOMPARE(bench.chart.window().toMs(), stands);
    bench.chart.follow();
    QCOMPARE(bench.chart.window().toMs(), samples::nowMs + 9000);
}

void TestPriceChart::goesByKeys()
{
    Bench bench;
    QSignalSpy moves(&bench.chart, &PriceChart::windowChanged);
    bench.tell(acme, samples::rising(points, points));
    bench.chart.setLength(60'000);
    bench.settle();
    QTest::keyClick(&bench.chart, Qt::Key_Left);
    QCOMPARE(bench.chart.window().toMs(), samples::nowMs - 6000);
    QTest::keyClick(&bench.chart, Qt::Key_Left);
    QTest::keyClick(&bench.chart, Qt::Key_Right);
    QCOMPARE(bench.chart.window().toMs(), samples::nowMs - 6000);
    QTest::keyClick(&bench.chart, Qt::Key_Home);
    QCOMPARE(bench.chart.window().fromMs(), bench.chart.series(acme).firstMs());
    QTest::keyClick(&bench.chart, Qt::Key_End);
    QVERIFY(bench.chart.window().follows());
    QTest::keyClick(&bench.chart, Qt::Key_Plus);
    QCOMPARE(bench.chart.window().lengthMs(), 48'000);
    QTest::keyClick(&bench.chart, Qt::Key_Minus);
    QCOMPARE(bench.chart.window().lengthMs(), 60'000);
    QCOMPARE(moves.size(), 8);
}

void TestPriceChart::goesByMouseAndWheel()
{
    Bench bench;
    bench.tell(acme, samples::rising(points, points));
    bench.chart.setLength(60'000);
    bench.settle();
    QTest::mousePress(&bench.chart, Qt::LeftButton, {}, {200, 100});
    QTest::mouseMove(&bench.chart, {300, 100});
    QTest::mouseRelease(&bench.chart, Qt::LeftButton, {}, {300, 100});
    const TimeWindow &window = bench.chart.window();
    QVERIFY(!window.follows());
    // A hundred of some 640 pixels.
    QVERIFY2(qAbs(samples::nowMs - window.toMs() - 9400) < 1500, qPrintable(QString::number(window.toMs())));
    const qint64 before = window.toMs();
    QTest::mouseMove(&bench.chart, {100, 100}); // no button is down
    QCOMPARE(window.toMs(), before);

    bench.wheel(1, {350, 100});
    QCOMPARE(window.lengthMs(), 48'000);
    bench.wheel(-2, {350, 100});
    QCOMPARE(window.lengthMs(), 75'000);
}

void TestPriceChart::theCrosshairReadsOut()
{
    Bench bench({{acme, 0, 0}, {moon, 2, 1}});
    bench.tell(acme, samples::rising(points, points));
    bench.tell(moon, samples::rising(10, 50));
    bench.settle();
    QCOMPARE(bench.chart.readOut(), QString());
    QTest::mouseMove(&bench.chart, {350, 100});
    QTRY_VERIFY(!bench.chart.readOut().isEmpty());
    const QStringList lines = bench.chart.readOut().split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 2); // MOON has no price yet, in the middle of the five minutes
    QVERIFY(QTime::fromString(lines.at(0), QStringLiteral("HH:mm:ss")).isValid());
    const QString price = lines.at(1).section(QLatin1Char(' '), 1);
    QVERIFY2(qAbs(QLocale().toInt(price) - points / 2) < points / 10, qPrintable(price));
    QTest::mouseMove(&bench.chart, {350, 295}); // the time axis
    QTRY_COMPARE(bench.chart.readOut(), QString());
    QEvent leave(QEvent::Leave);
    QTest::mouseMove(&bench.chart, {350, 100});
    QTRY_VERIFY(!bench.chart.readOut().isEmpty());
    QApplication::sendEvent(&bench.chart, &leave);
    QCOMPARE(bench.chart.readOut(), QString());
}

/// In the picture; who hears it is told all of it.
void TestPriceChart::longSymbolsAreShortened()
{
    const QString symbol = QStringLiteral("BTC/USDT:USDT-") + QString(50, QLatin1Char('X'));
    Bench bench({{symbol, 0, 0}});
    bench.tell(symbol, samples::rising(points, points));
    bench.settle();
    QVERIFY(QString::fromUtf8(bench.chart.svg()).contains(QStringLiteral(">BTC/USDT:USD…XXXXXXXXXXX</text>")));
    QVERIFY(bench.chart.summary().startsWith(symbol));
}

void TestPriceChart::otherSymbolsAreIgnored()
{
    Bench bench;
    bench.tell(moon, samples::rising(10, 10));
    QVERIFY(bench.chart.series(moon).isEmpty());
    QCOMPARE(bench.chart.summary(), QStringLiteral("No prices yet"));
}

void TestPriceChart::aLineThatStaysKeepsItsPoints()
{
    Bench bench;
    bench.tell(acme, samples::rising(10, 10));
    bench.chart.setLines({{moon, 2, 1}, {acme, 0, 0}});
    QCOMPARE(bench.chart.series(acme).points().size(), 10);
    bench.chart.setLines({{moon, 2, 1}});
    bench.chart.setLines({{moon, 2, 1}, {acme, 0, 0}});
    QVERIFY(bench.chart.series(acme).isEmpty());
}

void TestPriceChart::anotherTapeForgets()
{
    Bench bench;
    bench.tell(acme, samples::rising(10, 10));
    bench.settle();
    QTest::keyClick(&bench.chart, Qt::Key_Left);
    bench.chart.clear();
    QVERIFY(bench.chart.series(acme).isEmpty());
    QVERIFY(bench.chart.window().follows());
    bench.tell(acme, samples::rising(10, 10, 1'000'000)); // a clock that was set back
    bench.settle();
    QCOMPARE(bench.chart.window().toMs(), 1'000'000);
}

void TestPriceChart::showsPerCent()
{
    Bench bench({{acme, 0, 0}, {moon, 2, 1}});
    QList<PricePoint> nothing = samples::rising(100, 99);
    QCOMPARE(nothing.first().price, 0.0); // of which nothing is a share
    bench.tell(acme, nothing);
    bench.tell(moon, samples::rising(100, 1099));
    bench.settle();
    const QImage inPrices = bench.chart.grab().toImage();
    bench.chart.setRelative(true);
    bench.settle();
    QVERIFY(bench.chart.grab().toImage() != inPrices);
    QVERIFY(bench.shows(bench.lineColour(1)));
}

void TestPriceChart::showsASinglePrice()
{
    Bench bench;
    bench.tell(acme, {{samples::nowMs, 512}});
    QTRY_VERIFY(bench.shows(bench.lineColour(0)));
    QCOMPARE(bench.chart.summary(), QStringLiteral("ACME 512, unchanged in five minutes; lowest 512, highest 512"));
    bench.chart.setLength(std::nullopt);
    bench.settle();
    QVERIFY(bench.shows(bench.lineColour(0)));
}

void TestPriceChart::drawsTenTimesASecond()
{
    Bench bench;
    bench.tell(acme, samples::rising(points, points));
    bench.settle();
    PaintCounter counter;
    bench.chart.findChild<QWidget *>(QStringLiteral("plot"))->installEventFilter(&counter);
    QElapsedTimer clock;
    clock.start();
    for (int i = 1; clock.elapsed() < 1000; ++i) {
        bench.tell(acme, {{samples::nowMs + i, 1.0 * (i % 9)}}, false);
        QTest::qWait(2); // many times faster than it draws
    }
    QVERIFY2(counter.count >= 2 && counter.count <= 11, qPrintable(QString::number(counter.count)));
}

void TestPriceChart::drawsNothingWhileHidden()
{
    Bench bench;
    bench.chart.hide();
    PaintCounter counter;
    bench.chart.findChild<QWidget *>(QStringLiteral("plot"))->installEventFilter(&counter);
    bench.tell(acme, samples::rising(points, points));
    bench.settle();
    QCOMPARE(counter.count, 0);
    bench.chart.show();
    QTRY_VERIFY(bench.shows(bench.lineColour(0)));
}

void TestPriceChart::saysItInWords()
{
    Bench bench({{acme, 0, 0}, {moon, 2, 1}});
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(&bench.chart);
    QCOMPARE(face->role(), QAccessible::Chart);
    QCOMPARE(face->text(QAccessible::Name), QStringLiteral("Price chart"));
    bench.tell(acme,
               {{samples::nowMs - 400'000, 509},
                {samples::nowMs - 200'000, 498},
                {samples::nowMs - 100'000, 520},
                {samples::nowMs, 512}});
    bench.tell(moon, {{samples::nowMs - 1000, 12.5}, {samples::nowMs, 12.25}});
    const QString words = QStringLiteral("ACME 512, up 3 in five minutes; lowest 498, highest 520\n"
                                         "MOON 12.25, down 0.25 in five minutes; lowest 12.25, highest 12.50");
    QTRY_COMPARE(face->text(QAccessible::Description), words);
    bench.chart.setLength(150'000); // a hand moved it: told at once
    QTRY_COMPARE_WITH_TIMEOUT(face->text(QAccessible::Description).section(QLatin1Char('\n'), 0, 0),
                              QStringLiteral("ACME 512, up 14 in 2 min 30 s; lowest 498, highest 520"), 500);
}

void TestPriceChart::followsThePalette()
{
    Bench bench;
    bench.tell(acme, samples::rising(points, points));
    const QPalette dark = samples::darkPalette();
    bench.chart.setPalette(dark);
    QTRY_VERIFY(bench.shows(chartColours::line(0, dark).color()));
    QVERIFY(bench.shows(dark.color(QPalette::Base)));
    QVERIFY(!bench.shows(Qt::white));
}

void TestPriceChart::writesPictures()
{
    Bench bench;
    bench.tell(acme, samples::rising(points, points));
    bench.settle();
    const QTemporaryDir folder;
    ChartExport writer({[&bench] { return bench.chart.svg(); }, [&bench] { return bench.chart.drawing(); }},
                       &bench.chart);
    QSignalSpy problems(&writer, &ChartExport::failed);
    QSignalSpy written(&writer, &ChartExport::written);
    writer.write(folder.filePath(QStringLiteral("chart.png")));
    QTRY_COMPARE(written.size(), 1);
    const QImage image(folder.filePath(QStringLiteral("chart.png")));
    QCOMPARE(image.size(), 2 * bench.chart.findChild<QWidget *>(QStringLiteral("plot"))->size());
    const QImage seen = bench.chart.findChild<QWidget *>(QStringLiteral("plot"))->grab().toImage();
    for (const QPoint &corner : {QPoint(3, 3), QPoint(seen.width() - 4, seen.height() - 4)})
        QCOMPARE(image.pixelColor(2 * corner), seen.pixelColor(corner));
    writer.write(folder.filePath(QStringLiteral("chart.SVG")));
    QCOMPARE(written.size(), 2);
    QCOMPARE(problems.size(), 0);
    QFile vector(folder.filePath(QStringLiteral("chart.SVG")));
    QVERIFY(vector.open(QIODevice::ReadOnly));
    const QByteArray bytes = vector.readAll();
    QVERIFY(bytes.contains("<svg "));
    QVERIFY(bytes.contains(">ACME</text>"));                        // text is text
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 2); // no temporary file stays
}

void TestPriceChart::keepsTheOldFileIfItCannotWrite()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("none/chart.png"));
    PriceChart chart;
    chart.resize(200, 100);
    ChartExport writer({[] { return QByteArray("picture"); }, [&chart] { return chart.drawing(); }}, &chart);
    QSignalSpy problems(&writer, &ChartExport::failed);
    writer.write(path);
    QTRY_COMPARE(problems.size(), 1);
    const QString problem = problems.first().first().toString();
    QVERIFY2(problem.contains(path) && problem.contains(QStringLiteral("No such file")), qPrintable(problem));

    const QString old = folder.filePath(QStringLiteral("old.png"));
    QFile file(old);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("old") == 3);
    file.close();
    ChartExport broken({[] { return QByteArray(); }, [] { return ChartDrawing(); }}, &chart);
    QSignalSpy brokenProblems(&broken, &ChartExport::failed);
    broken.write(old);
    QTRY_COMPARE(brokenProblems.size(), 1);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("old"));
}

TICKER_WIDGET_TEST(TestPriceChart)
#include "tst_price_chart.moc"
