// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hostile_texts.h"
#include "samples.h"
#include "ticker_test.h"
#include "tray/tray_icon.h"

#include <QAction>
#include <QMenu>
#include <QSignalSpy>

using namespace ticker;

namespace {

struct Fixture final
{
    [[nodiscard]] QAction *action(const char *name) const
    {
        auto *found = tray.menu()->findChild<QAction *>(QString::fromLatin1(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }

    [[nodiscard]] QSystemTrayIcon *icon() const { return tray.findChild<QSystemTrayIcon *>(); }
    [[nodiscard]] QString toolTip() const { return icon()->toolTip(); }

    bool trayIsThere = true;
    TrayIcon tray{[this] { return trayIsThere; }};
    QSignalSpy toggles{&tray, &TrayIcon::toggleWindowRequested};
    QSignalSpy pages{&tray, &TrayIcon::openPageRequested};
    QSignalSpy copies{&tray, &TrayIcon::copyAddressRequested};
    QSignalSpy pauses{&tray, &TrayIcon::pauseRequested};
    QSignalSpy intervals{&tray, &TrayIcon::intervalRequested};
    QSignalSpy disconnects{&tray, &TrayIcon::disconnectAllRequested};
    QSignalSpy quits{&tray, &TrayIcon::quitRequested};
};

QString plain(QString text)
{
    return text.remove(QLatin1Char('&'));
}

} // namespace

class TestTrayIcon final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void menuInOrder();
    void menuIsSetBeforeTheIconShows();
    void entriesAsk();
    void pauseAndResume();
    void ratePresets();
    void errorIsTheFirstLine();
    void entriesNeedAServer();
    void firstEntryFollowsTheWindow();
    void clickToggles();
    void toolTipTellsAll();
    void iconTellsTheState();
    void iconInOneColour();
    void readsNoMarkup();
    void noTrayIsNotActive();
    void noIconBeforeThereIsATray();
};

void TestTrayIcon::menuInOrder()
{
    Fixture f;
    f.tray.showStatus(samples::listening());
    f.tray.showSnapshot(samples::running());
    QStringList texts;
    for (const QAction *action : f.tray.menu()->actions()) {
        if (action->isVisible())
            texts.append(action->isSeparator() ? QStringLiteral("-") : plain(action->text()));
    }
    QCOMPARE(texts.join(QLatin1Char('|')),
             QStringLiteral("Show window|Open page|Copy address|-|Pause|Rate|Disconnect all clients|-|Settings…|Quit"));
}

void TestTrayIcon::menuIsSetBeforeTheIconShows()
{
    Fixture f;
    f.tray.start();
    const auto *icon = f.icon();
    QCOMPARE(icon->contextMenu(), f.tray.menu());
    QVERIFY(icon->isVisible());
    QVERIFY(!icon->icon().isNull());
}

void TestTrayIcon::entriesAsk()
{
    Fixture f;
    f.tray.showStatus(samples::listening());
    f.action("trayToggleAction")->trigger();
    f.action("trayOpenPageAction")->trigger();
    f.action("trayCopyAddressAction")->trigger();
    f.action("trayQuitAction")->trigger();
    f.action("trayDisconnectAllAction")->trigger(); // nobody is there
    QCOMPARE(f.disconnects.count(), 0);
    f.tray.showSnapshot(samples::running(2));
    f.action("trayDisconnectAllAction")->trigger();
    QCOMPARE(f.disconnects.count(), 1);
    QCOMPARE(f.toggles.count(), 1);
    QCOMPARE(f.pages.count(), 1);
    QCOMPARE(f.copies.count(), 1);
    QCOMPARE(f.quits.count(), 1);
}

void TestTrayIcon::pauseAndResume()
{
    Fixture f;
    f.tray.showStatus(samples::listening());
    f.tray.showSnapshot(samples::running());
    QCOMPARE(plain(f.action("trayPauseAction")->text()), QStringLiteral("Pause"));
    f.action("trayPauseAction")->trigger();
    QCOMPARE(f.pauses.takeFirst().first().toBool(), true);
    f.tray.showSnapshot(samples::paused());
    QCOMPARE(plain(f.action("trayPauseAction")->text()), QStringLiteral("Resume feed"));
    f.action("trayPauseAction")->trigger();
    QCOMPARE(f.pauses.takeFirst().first().toBool(), false);
}

void TestTrayIcon::ratePresets()
{
    Fixture f;
    f.tray.showStatus(samples::listening());
    f.tray.showSnapshot(samples::running(0, 50));
    QVERIFY(f.action("trayRate50Action")->isChecked());
    QVERIFY(!f.action("trayRate1000Action")->isChecked());
    QCOMPARE(plain(f.action("trayRate50Action")->text()), QStringLiteral("50 ms (20 ticks/s)"));
    QCOMPARE(plain(f.action("trayRate1000Action")->text()), QStringLiteral("1000 ms (1 tick/s)"));

    f.action("trayRate1000Action")->trigger();
    QCOMPARE(f.intervals.count(), 1);
    QCOMPARE(f.intervals.first().first().value<TickInterval>().milliseconds(), 1000.0);
    QVERIFY(f.action("trayRate50Action")->isChecked()); // until the server says so
    f.tray.showSnapshot(samples::running(0, 1000));
    QVERIFY(f.action("trayRate1000Action")->isChecked());
    QVERIFY(!f.action("trayRate50Action")->isChecked());

    f.tray.showSnapshot(samples::running(0, 77));
    for (const char *name : {"trayRate1000Action", "trayRate250Action", "trayRate50Action", "trayRate10Action"})
        QVERIFY2(!f.action(name)->isChecked(), name);
    f.action("trayRate10Action")->trigger();
    QCOMPARE(f.intervals.count(), 2);
}

void TestTrayIcon::errorIsTheFirstLine()
{
    Fixture f;
    f.tray.start();
    f.tray.showStatus(samples::listening());
    const QAction *first = f.tray.menu()->actions().constFirst();
    QVERIFY(!first->isVisible());
    ServerStatus status = samples::failed(ServerError::Code::WebRootUnreadable);
    status.error->where = QStringLiteral("/home/you & me");
    f.tray.showStatus(status);
    QVERIFY(first->isVisible());
    QVERIFY(!first->isEnabled());
    QCOMPARE(first->text(), QStringLiteral("Cannot serve the folder /home/you && me: it cannot be read."));
    QCOMPARE(f.toolTip(), QStringLiteral("Cannot serve the folder /home/you & me: it cannot be read."));
    f.tray.showStatus(samples::listening());
    QVERIFY(!first->isVisible());
}

void TestTrayIcon::entriesNeedAServer()
{
    Fixture f;
    f.tray.showStatus(samples::failed());
    for (const char *name : {"trayOpenPageAction", "trayCopyAddressAction", "trayPauseAction"})
        QVERIFY2(!f.action(name)->isEnabled(), name);
    QVERIFY(f.action("trayToggleAction")->isEnabled());
    QVERIFY(f.action("trayQuitAction")->isEnabled());
}

void TestTrayIcon::firstEntryFollowsTheWindow()
{
    Fixture f;
    f.tray.setWindowShown(true);
    QCOMPARE(plain(f.action("trayToggleAction")->text()), QStringLiteral("Hide window"));
    f.tray.setWindowShown(false);
    QCOMPARE(plain(f.action("trayToggleAction")->text()), QStringLiteral("Show window"));
}

void TestTrayIcon::clickToggles()
{
    Fixture f;
    f.tray.start();
    auto *icon = f.icon();
    Q_EMIT icon->activated(QSystemTrayIcon::Trigger);
    QCOMPARE(f.toggles.count(), 1);
    Q_EMIT icon->activated(QSystemTrayIcon::DoubleClick);
    Q_EMIT icon->activated(QSystemTrayIcon::Context);
    Q_EMIT icon->activated(QSystemTrayIcon::MiddleClick);
    QCOMPARE(f.toggles.count(), 1);
}

void TestTrayIcon::toolTipTellsAll()
{
    Fixture f;
    f.tray.start();
    f.tray.showStatus(samples::listening());
    f.tray.showSnapshot(samples::running(3));
    // Ten snapshots a second become one tool tip a second.
    QTRY_COMPARE(f.toolTip(), QStringLiteral("127.0.0.1:8000, 3 clients, 20 ticks/s, running"));
    f.tray.showSnapshot(samples::paused(3)); // a change of state is told at once
    QCOMPARE(f.toolTip(), QStringLiteral("127.0.0.1:8000, 3 clients, 20 ticks/s, paused"));
}

void TestTrayIcon::iconTellsTheState()
{
    Fixture f;
    f.tray.start();
    const auto *icon = f.icon();
    QList<QImage> pictures;
    const auto takePicture = [&pictures, icon] { pictures.append(icon->icon().pixmap(22, 22).toImage()); };
    takePicture(); // stopped
    f.tray.showStatus(samples::listening());
    takePicture();
    f.tray.showSnapshot(samples::paused());
    takePicture();
    f.tray.showStatus(samples::failed());
    takePicture();
    for (int i = 0; i < pictures.size(); ++i) {
        QVERIFY(!pictures.at(i).isNull());
        for (int j = 0; j < i; ++j)
            QVERIFY(pictures.at(i) != pictures.at(j));
    }
}

/// All that shows has that colour, and the states differ by what is cut out.
void TestTrayIcon::iconInOneColour()
{
    Fixture f;
    f.tray.start();
    const auto image = [&f] {
        return f.icon()->icon().pixmap(22, 22).toImage().convertToFormat(QImage::Format_ARGB32);
    };
    for (const TrayIconStyle style : {TrayIconStyle::Light, TrayIconStyle::Dark}) {
        f.tray.setLook({Theme::System, style, false, true});
        QSet<QByteArray> shapes;
        for (const ServerStatus &status : {ServerStatus(), samples::listening(), samples::failed()}) {
            f.tray.showStatus(status);
            QByteArray shape;
            const QImage icon = image();
            for (int i = 0; i < icon.width() * icon.height(); ++i) {
                const QRgb pixel = icon.pixel(i % icon.width(), i / icon.width());
                const bool shows = qAlpha(pixel) > 128;
                shape.append(shows ? '1' : '0');
                if (shows)
                    QVERIFY(style == TrayIconStyle::Light ? qGray(pixel) > 200 : qGray(pixel) < 80);
            }
            QVERIFY(shape.count('1') > 100);
            shapes.insert(shape);
        }
        QCOMPARE(shapes.size(), 3);
    }
    f.tray.setLook({Theme::System, TrayIconStyle::Colour, false, true});
    f.tray.showStatus(samples::failed());
    const QImage icon = image();
    int coloured = 0;
    for (int i = 0; i < icon.width() * icon.height(); ++i) {
        const QColor pixel = icon.pixelColor(i % icon.width(), i / icon.width());
        coloured += pixel.alpha() > 128 && pixel.saturation() > 100 ? 1 : 0;
    }
    QVERIFY2(coloured > 50, qPrintable(QString::number(coloured)));
}

void TestTrayIcon::readsNoMarkup()
{
    Fixture f;
    f.tray.start();
    ServerStatus status = samples::failed(ServerError::Code::WebRootUnreadable);
    status.error->where = test::hostileText();
    f.tray.showStatus(status);
    QVERIFY(f.toolTip().contains(QStringLiteral("/dev/zero")));
    QVERIFY(!f.toolTip().contains(QLatin1Char('<')));
    QVERIFY(!test::hasHostileCharacter(f.toolTip()));
    ServerSnapshot snapshot = samples::playing();
    snapshot.playback->path = QStringLiteral("<b>\u202e\x1b</b>");
    f.tray.showStatus(samples::listening());
    f.tray.showSnapshot(snapshot);
    QTRY_VERIFY(f.toolTip().contains(QStringLiteral("b\u203a")));
    QVERIFY(!f.toolTip().contains(QLatin1Char('<')));
    QVERIFY(!test::hasHostileCharacter(f.toolTip()));
    const test::TextSearch search(*f.tray.menu());
    QCOMPARE(search.complaints(), QStringList());
}

void TestTrayIcon::noTrayIsNotActive()
{
    Fixture f;
    f.trayIsThere = false;
    QSignalSpy changed(&f.tray, &TrayIcon::availabilityChanged);
    f.tray.start();
    QVERIFY(!f.tray.isAvailable());
    QVERIFY(!f.tray.isActive());
    QVERIFY(changed.isEmpty());
    f.tray.showHint(QStringLiteral("title"), QStringLiteral("text")); // no harm
}

void TestTrayIcon::noIconBeforeThereIsATray()
{
    Fixture f;
    f.trayIsThere = false;
    QSignalSpy changed(&f.tray, &TrayIcon::availabilityChanged);
    f.tray.start();
    f.tray.showStatus(samples::listening());
    f.tray.showSnapshot(samples::running(3));
    QVERIFY(!f.icon());
    f.trayIsThere = true;
    QVERIFY(changed.wait()); // at its next look
    QCOMPARE(changed.takeFirst().first().toBool(), true);
    QVERIFY(f.tray.isActive());
    QCOMPARE(f.toolTip(), QStringLiteral("127.0.0.1:8000, 3 clients, 20 ticks/s, running"));
    QCOMPARE(f.icon()->contextMenu(), f.tray.menu());
}

TICKER_WIDGET_TEST(TestTrayIcon)
#include "tst_tray_icon.moc"
