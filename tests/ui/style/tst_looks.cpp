// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"
#include "style/icons.h"
#include "ticker_test.h"
#include "window/main_window.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>

#include <limits>

using namespace ticker;

/// Takes pictures of the window in its states, for people to look at, and checks what a program can check of a picture.
/// They land in the folder named by TICKER_SCREENSHOTS, else in "screenshots" of the working directory.
class TestLooks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void window_data();
    void window();
    void iconSheet();
    void iconsStandOutOnEveryPanel_data();
    void iconsStandOutOnEveryPanel();
    void iconsDifferInShape();

private:
    [[nodiscard]] static QString cutOff(const MainWindow &window);

    QDir m_folder;
};

void TestLooks::initTestCase()
{
    m_folder.setPath(qEnvironmentVariable("TICKER_SCREENSHOTS", QStringLiteral("screenshots")));
    QVERIFY(m_folder.mkpath(QStringLiteral(".")));
}

void TestLooks::window_data()
{
    QTest::addColumn<ServerStatus>("status");
    QTest::addColumn<ServerSnapshot>("snapshot");
    QTest::newRow("stopped") << ServerStatus() << ServerSnapshot();
    QTest::newRow("empty") << samples::listening() << samples::running(0);
    QTest::newRow("three-clients") << samples::listening() << samples::running(3);
    ServerSnapshot wide = samples::running(3);
    wide.seed = std::numeric_limits<quint64>::max();
    wide.featuredSymbol = QStringLiteral("ROCKETS");
    wide.symbols.append(QStringLiteral("WWWWWWWWWWWW"));
    QTest::newRow("long-texts") << samples::listening(65535) << wide;
    ServerSnapshot playing = samples::playing(3);
    playing.recording = samples::recording();
    QTest::newRow("playing") << samples::listening() << playing;
    playing.paused = true;
    playing.playback->path = QStringLiteral("/a/very-long-name-of-a-file-that-nobody-would-type-2026-01-05.csv");
    playing.playback->indexed = 0.75;
    playing.playback->speed = 1000;
    QTest::newRow("reading") << samples::listening(65535) << playing;
    playing.playback->ended = true;
    playing.playback->error = QStringLiteral("line 5012: size: -3 is negative");
    playing.recording = samples::recording(Recording::State::Done);
    QTest::newRow("ended") << samples::listening() << playing;
    QTest::newRow("paused") << samples::listening() << samples::paused(3);
    QTest::newRow("port-in-use") << samples::failed() << ServerSnapshot();
    QTest::newRow("no-permission") << samples::failed(ServerError::Code::PermissionDenied) << ServerSnapshot();
}

/// The name of a part whose text has not the room that it needs, if there is one.
QString TestLooks::cutOff(const MainWindow &window)
{
    for (const auto *part : window.findChildren<QWidget *>()) {
        if (!part->isVisible() || part->objectName().startsWith(QStringLiteral("qt_")))
            continue;
        const auto *label = qobject_cast<const QLabel *>(part);
        const bool isText = (label && !label->wordWrap()) || qobject_cast<const QAbstractButton *>(part)
            || qobject_cast<const QComboBox *>(part) || qobject_cast<const QDoubleSpinBox *>(part);
        const bool hasRoom = part->width() >= part->minimumSizeHint().width()
            && part->height() >= part->minimumSizeHint().height()
            && window.rect().contains(QRect(part->mapTo(&window, QPoint()), part->size()));
        if (isText && !hasRoom)
            return QString::fromLatin1(part->metaObject()->className()) + QLatin1Char(' ') + part->objectName();
    }
    return {};
}

void TestLooks::window()
{
    QFETCH(ServerStatus, status);
    QFETCH(ServerSnapshot, snapshot);
    const QPalette before = QApplication::palette();
    for (const bool dark : {false, true}) {
        if (dark)
            QApplication::setPalette(samples::darkPalette());
        for (const bool small : {false, true}) {
            MainWindow window;
            const int least = snapshot.playback ? 520 : 450; // there is one more bar
            const QSize size = small ? QSize(760, least) : QSize(960, 700);
            window.resize(size);
            window.showStatus(status);
            window.showSnapshot(snapshot);
            window.show();
            QVERIFY(QTest::qWaitForWindowExposed(&window));
            QCOMPARE(window.size(), size); // all fits
            QCOMPARE(cutOff(window), QString());
            const QImage picture = window.grab().toImage();
            QVERIFY(!picture.isNull());
            QVERIFY(picture.save(m_folder.filePath(QStringLiteral("window-%1-%2-%3.png")
                                                       .arg(QLatin1String(QTest::currentDataTag()),
                                                            dark ? QStringLiteral("dark") : QStringLiteral("light"))
                                                       .arg(size.width()))));
        }
    }
    QApplication::setPalette(before);
}

void TestLooks::iconSheet()
{
    const QStringList names{QStringLiteral("tray-running"), QStringLiteral("tray-paused"), QStringLiteral("tray-error"),
                            QStringLiteral("tray-stopped"), QStringLiteral("tickertray")};
    QImage sheet(600, 480, QImage::Format_RGB32);
    QPainter painter(&sheet);
    int top = 0;
    for (const QColor &panel : {QColor(Qt::white), QColor(0x30, 0x30, 0x30), QColor(Qt::black)}) {
        painter.fillRect(0, top, sheet.width(), 160, panel);
        for (int i = 0; i < names.size(); ++i) {
            int left = 10 + i * 118;
            for (const int side : {16, 22, 48}) {
                programIcon(names.at(i)).paint(&painter, left, top + 20, side, side);
                left += side + 8;
            }
        }
        top += 160;
    }
    painter.end();
    QVERIFY(sheet.save(m_folder.filePath(QStringLiteral("icons.png"))));
}

void TestLooks::iconsStandOutOnEveryPanel_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QColor>("panel");
    for (const char *name : {"tray-running", "tray-paused", "tray-error", "tray-stopped"}) {
        for (const QColor &panel :
             {QColor(Qt::black), QColor(Qt::white), QColor(0x30, 0x30, 0x30), QColor(0xe0, 0xe0, 0xe0)})
            QTest::addRow("%s on %s", name, qPrintable(panel.name())) << QString::fromLatin1(name) << panel;
    }
}

void TestLooks::iconsStandOutOnEveryPanel()
{
    QFETCH(QString, name);
    QFETCH(QColor, panel);
    constexpr int side = 22;
    QImage image(side, side, QImage::Format_RGB32);
    image.fill(panel);
    QPainter painter(&image);
    programIcon(name).paint(&painter, image.rect());
    painter.end();

    int standingOut = 0;
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x)
            standingOut += qAbs(qGray(image.pixel(x, y)) - qGray(panel.rgb())) > 60 ? 1 : 0;
    }
    QVERIFY2(standingOut > side * side / 10, qPrintable(QString::number(standingOut)));
}

void TestLooks::iconsDifferInShape()
{
    // Without colour: the marks themselves must tell the states apart.
    const auto mark = [](const QString &name) {
        const QImage image = programIcon(name).pixmap(22, 22).toImage().convertToFormat(QImage::Format_ARGB32);
        QByteArray bits;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QRgb pixel = image.pixel(x, y);
                bits.append(qAlpha(pixel) > 128 && qGray(pixel) > 170 ? '1' : '0');
            }
        }
        return bits;
    };
    const QStringList names{QStringLiteral("tray-running"), QStringLiteral("tray-paused"), QStringLiteral("tray-error"),
                            QStringLiteral("tray-stopped")};
    for (const QString &one : names) {
        for (const QString &other : names) {
            if (one == other)
                continue;
            const QByteArray a = mark(one);
            const QByteArray b = mark(other);
            int differing = 0;
            for (int i = 0; i < a.size(); ++i)
                differing += a.at(i) != b.at(i) ? 1 : 0;
            QVERIFY2(differing > 30,
                     qPrintable(one + QLatin1Char(' ') + other + QLatin1Char(' ') + QString::number(differing)));
        }
    }
}

TICKER_WIDGET_TEST(TestLooks)
#include "tst_looks.moc"
