// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_import/field_titles.h"
#include "import_fixture.h"
#include "tick_columns/column_names.h"

#include <sys/stat.h>

using namespace ticker;
using namespace ticker::test;
using Fixture = ImportFixture;
using Kind = FileCommand::Kind;

/// What the window does with a file that a person wants to play.
class ImportControllerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void fieldsAreThoseOfTheReader();
    void clearFilesPlay();
    void asksWhereColumnsAreUnknown();
    void asksForTheSymbol();
    void asksWhereTimesAreInDoubt();
    void showsBeforePlaying();
    void showsHowAFileIsRead();
    void whatIsNoTableGoesToTheServer();
    void whatIsNotLookedAt();
    void openedMarkets();
    void openedFilesThatAreNeither();
    void foundDateOrderIsPlayed();
    void aLongFilePlaysBeforeItsEnd();
    void goesWithTheWindow();
    void anotherFileComesInBetween();
    void asksAgainForWhatTheServerRefuses();
    void showsHowThePlayedFileIsRead();
};

void ImportControllerTest::fieldsAreThoseOfTheReader()
{
    QCOMPARE(FieldTitles::all(), tickFieldNames());
}

void ImportControllerTest::clearFilesPlay()
{
    Fixture f;
    const QString path = f.write("clear.csv", clear);
    FileCommand command{Kind::Play, path};
    command.how.speed = 4;
    f.controller.look(command);
    QCOMPARE(f.next(), command);
    f.controller.look({Kind::Open, path});
    QCOMPARE(f.next(), (FileCommand{Kind::Play, path})); // it is clear now what it is
    QVERIFY(!f.isAsked());
    QCOMPARE(f.changes.size(), 0);
}

void ImportControllerTest::asksWhereColumnsAreUnknown()
{
    Fixture f;
    const QString path = f.write("PRICES.csv", unclear);
    f.controller.look({Kind::Play, path});
    QTRY_VERIFY(f.isAsked());
    QVERIFY(!f.canPlay());
    f.choose(0, "time");
    f.choose(1, "price");
    QTRY_VERIFY(f.canPlay());
    QCOMPARE(f.wanted.size(), 0);
    f.play();
    FileCommand command{Kind::Play, path};
    command.reading.columns = QStringLiteral("time=moment,price=level");
    QCOMPARE(f.next(), command);
}

void ImportControllerTest::asksForTheSymbol()
{
    Fixture f;
    const QString path = f.write("my file of last week.csv", "time,price\n2024-01-02,1.5\n");
    f.controller.look({Kind::Open, path});
    QTRY_VERIFY(f.isAsked());
    QVERIFY(f.canPlay()); // as that of the primary instrument
    QCOMPARE(f.child<QLineEdit>("importSymbol")->placeholderText(), QStringLiteral("Not named; played as LONE"));
    QTest::keyClicks(f.child<QLineEdit>("importSymbol"), QStringLiteral("btc usdt"));
    QVERIFY(!f.canPlay());
    QVERIFY(f.child<QLabel>("importSymbolProblem")->text().startsWith(QLatin1String("Not a symbol: 1 to 64 of A-Z")));
    f.child<QLineEdit>("importSymbol")->clear();
    QTest::keyClicks(f.child<QLineEdit>("importSymbol"), QStringLiteral("BTC/USDT"));
    QVERIFY(!f.canPlay());
    QTRY_VERIFY(f.canPlay());
    f.play();
    FileCommand command{Kind::Play, path};
    command.reading.symbol = QStringLiteral("BTC/USDT");
    QCOMPARE(f.next(), command);
}

void ImportControllerTest::asksWhereTimesAreInDoubt()
{
    Fixture f;
    f.controller.look({Kind::Play, f.write("A.csv", "time,symbol,price\n1,AAA,1.5\n2,AAA,1.6\n")});
    QTRY_VERIFY(f.isAsked());
    QVERIFY(f.child<QLabel>("importProblem")->text().startsWith(QLatin1String("its times begin at 1970-01-01")));
    QVERIFY(f.canPlay());
}

void ImportControllerTest::showsBeforePlaying()
{
    Fixture f;
    FileCommand command{Kind::Play, f.write("clear.csv", clear)};
    command.showReading = true;
    f.controller.look(command);
    QTRY_VERIFY(f.isAsked());
    QCOMPARE(f.wanted.size(), 0);
    f.play();
    command.showReading = false;
    QCOMPARE(f.next(), command);
    QCOMPARE(f.changes.size(), 0);
}

/// Of the file that is played, with what was said of it.
void ImportControllerTest::showsHowAFileIsRead()
{
    Fixture f;
    FileCommand command{Kind::Play, f.write("PRICES.csv", unclear)};
    command.how.loop = true;
    command.reading.columns = QStringLiteral("time=moment,price=level,size=");
    command.showReading = true;
    f.controller.look(command);
    QTRY_VERIFY(f.isAsked());
    QTRY_VERIFY(f.canPlay());
    f.choose(2, "size");
    QTRY_VERIFY(f.canPlay());
    f.play();
    command.showReading = false;
    command.reading.columns = QStringLiteral("time=moment,price=level,size=other");
    QCOMPARE(f.next(), command);
}

void ImportControllerTest::whatIsNoTableGoesToTheServer()
{
    Fixture f;
    for (const char *bytes : {"", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"}) {
        const QString path = f.write("picture.png", bytes);
        f.controller.look({Kind::Play, path});
        QCOMPARE(f.next(), (FileCommand{Kind::Play, path}));
        f.controller.look({Kind::Open, path});
        QCOMPARE(f.next(), (FileCommand{Kind::Open, path}));
    }
    const QString gone = f.folder.filePath(QStringLiteral("gone.csv"));
    f.controller.look({Kind::Play, gone});
    QCOMPARE(f.next(), (FileCommand{Kind::Play, gone}));
    QVERIFY(!f.isAsked());
}

void ImportControllerTest::whatIsNotLookedAt()
{
    Fixture f;
    const QString path = f.folder.filePath(QStringLiteral("pipe"));
    QCOMPARE(mkfifo(path.toLocal8Bit().constData(), 0600), 0);
    f.controller.look({Kind::Open, path});
    QCOMPARE(f.wanted.size(), 1); // at once
    QCOMPARE(f.next(), (FileCommand{Kind::Open, path}));
    f.controller.look({Kind::Record, f.write("clear.csv", clear)});
    QCOMPARE(f.wanted.size(), 1);
}

void ImportControllerTest::openedMarkets()
{
    Fixture f;
    const QString path = f.write("market.csv", "symbol,price\nAAA,100\nBBB,50\n");
    f.controller.look({Kind::Open, path});
    QCOMPARE(f.next(), (FileCommand{Kind::Open, path}));
    f.controller.follow({{Kind::UseMarket, path}, {}});
    f.controller.follow({{Kind::Open, path}, QStringLiteral("of another one")});
    QVERIFY(!f.isAsked());
}

void ImportControllerTest::openedFilesThatAreNeither()
{
    Fixture f;
    const QString path = f.write("PRICES.csv", unclear);
    f.controller.look({Kind::Open, path});
    QCOMPARE(f.next(), (FileCommand{Kind::Open, path}));
    QVERIFY(!f.isAsked());
    f.controller.follow({{Kind::Open, path}, QStringLiteral("Neither ticks nor a market")});
    QVERIFY(f.isAsked());
}

/// What took reading all of the file need not be found again.
void ImportControllerTest::foundDateOrderIsPlayed()
{
    Fixture f;
    QByteArray bytes("time,symbol,price\n");
    for (int i = 0; i < 20'000; ++i)
        bytes += "01/02/2024,AAA,1.5\n";
    FileCommand command{Kind::Play, f.write("days.csv", bytes + "13/02/2024,AAA,1.6\n")};
    command.showReading = true;
    f.controller.look(command);
    QTRY_VERIFY(f.isAsked());
    QTRY_VERIFY(f.dialog->findChild<QWidget *>(QStringLiteral("importProgress"))->isHidden());
    f.play();
    QCOMPARE(f.next().reading.dateOrder, FileReading::DateOrder::DayFirst);
}

void ImportControllerTest::aLongFilePlaysBeforeItsEnd()
{
    Fixture f;
    QByteArray bytes("time,symbol,price\n");
    for (int i = 0; i < 2'000'000; ++i)
        bytes += QByteArray::number(1'700'000'000 + i) + ",AAA,1.5\n";
    FileCommand command{Kind::Play, f.write("long.csv", bytes)};
    command.showReading = true;
    f.controller.look(command);
    QTRY_VERIFY(f.isAsked());
    QVERIFY(f.canPlay());
    f.play();
    command.showReading = false;
    QCOMPARE(f.next(), command);
}

void ImportControllerTest::goesWithTheWindow()
{
    Fixture f;
    f.window.applySettings({});
    f.window.setTrayActive(true);
    f.window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&f.window));
    f.controller.look({Kind::Play, f.write("PRICES.csv", unclear)});
    QTRY_VERIFY(f.isAsked());
    f.window.hide();
    QTRY_VERIFY(!f.isAsked());
    QCOMPARE(f.wanted.size(), 0);
}

void ImportControllerTest::anotherFileComesInBetween()
{
    Fixture f;
    const QString path = f.write("clear.csv", clear);
    f.controller.look({Kind::Play, f.write("PRICES.csv", unclear)});
    f.controller.look({Kind::Play, path});
    QCOMPARE(f.next(), (FileCommand{Kind::Play, path}));
    QVERIFY(!f.isAsked());
}

/// Which it found out by reading all of the file.
void ImportControllerTest::asksAgainForWhatTheServerRefuses()
{
    Fixture f;
    const QString path = f.write("clear.csv", clear);
    f.controller.look({Kind::Play, path});
    const FileCommand command = f.next();
    f.controller.follow({command, QStringLiteral("The file cannot be read: no disk.")});
    QVERIFY(!f.isAsked());
    f.controller.look({Kind::Play, path});
    f.controller.follow({f.next(),
                         LocalizedText::tr("whether the day or the month is first in %1 cannot be told; say so by "
                                           "--date-order")
                             .arg(QStringLiteral("01/02/2024"))});
    QTRY_VERIFY(f.isAsked());
}

void ImportControllerTest::showsHowThePlayedFileIsRead()
{
    Fixture f;
    ServerSnapshot snapshot;
    snapshot.playback.emplace();
    snapshot.playback->path = f.write("clear.csv", clear);
    f.controller.showSnapshot(snapshot);
    FileCommand command{Kind::Play, snapshot.playback->path};
    command.showReading = true;
    f.controller.look(command);
    QTRY_VERIFY(f.isAsked());
    QCOMPARE(f.dialog->windowTitle(), QStringLiteral("How it is read"));
    f.dialog->reject();
    command.path = f.write("other.csv", clear);
    f.controller.look(command);
    QTRY_VERIFY(f.isAsked());
    QCOMPARE(f.dialog->windowTitle(), QStringLiteral("Import file"));
}

TICKER_WIDGET_TEST(ImportControllerTest)
#include "tst_import_controller.moc"
