// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_fixture.h"

using namespace ticker;
using namespace ticker::test;
using Fixture = ImportFixture;
using Kind = FileCommand::Kind;

/// What is remembered of files with the same columns, and when it counts.
class ImportMemoryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void remembersTheHeader();
    void tellsOfARememberedReading();
    void tellsNothingOfACancelledImport();
    void forgetsWhatIsNotToBeRemembered();
    void answersCountOnlyWhereTheyAreAsked_data();
    void answersCountOnlyWhereTheyAreAsked();
    void waitsForTheOrderOfDates();
    void whatMakesAFileUnplayableDoesNotCount();
    void answersStayThoughAFileNeedsNone();
    void forgets();
    void knowsAgainHowAFileIsPlayed();
};

void ImportMemoryTest::remembersTheHeader()
{
    Fixture f;
    f.controller.look({Kind::Play, f.write("PRICES.csv", unclear)});
    QTRY_VERIFY(f.isAsked());
    f.choose(0, "time");
    f.choose(1, "price");
    f.child<QLineEdit>("importSymbol")->setText(QStringLiteral("OWN"));
    Q_EMIT f.child<QLineEdit>("importSymbol")->textEdited(QStringLiteral("OWN"));
    QTRY_VERIFY(f.canPlay());
    f.play();
    QCOMPARE(f.next().reading.symbol, QStringLiteral("OWN"));
    QCOMPARE(f.changes.size(), 1);
    const QString other = f.write("OTHER.csv", QByteArray(unclear).replace("1.5", "9.5"));
    for (const Kind kind : {Kind::Play, Kind::Open}) {
        f.controller.look({kind, other});
        FileCommand command{Kind::Play, other};
        command.reading.columns = QStringLiteral("time=moment,price=level"); // the symbol was that of the file before
        QCOMPARE(f.next(), command);
    }
    QVERIFY(!f.isAsked());
}

/// Not before it does, and not when it no longer does.
void ImportMemoryTest::tellsOfARememberedReading()
{
    constexpr const char *notice = "Read as the last file with these columns: --columns time=moment,price=level";
    Fixture f;
    f.remember("time=moment,price=level");
    ServerSnapshot playing;
    playing.playback.emplace();
    const auto play = [&](const QString &path) {
        f.controller.look({Kind::Play, path});
        return f.next();
    };
    const QString path = f.write("OTHER.csv", unclear);
    FileCommand command = play(path);
    QVERIFY(!f.hasNotice(notice));
    f.controller.follow({command, QStringLiteral("It is gone.")});
    QVERIFY(!f.hasNotice(notice));
    f.controller.follow({command, {}}); // of somebody else's
    QVERIFY(!f.hasNotice(notice));
    command = play(path);
    f.controller.follow({command, {}});
    QVERIFY(f.hasNotice(notice));
    f.controller.showSnapshot(playing);
    f.controller.follow({{Kind::Play, QStringLiteral("/x")}, QStringLiteral("It is not there.")});
    QVERIFY(f.hasNotice(notice)); // it plays on
    f.controller.follow({play(f.write("clear.csv", clear)), {}});
    QVERIFY(!f.hasNotice(notice));
    f.controller.follow({play(path), {}});
    QVERIFY(f.hasNotice(notice));
    f.controller.follow({{Kind::LeaveFile, {}}, {}});
    QVERIFY(!f.hasNotice(notice));
    f.controller.follow({play(path), {}});
    QVERIFY(f.hasNotice(notice));
    f.controller.showSnapshot({});
    QVERIFY(!f.hasNotice(notice));
}

void ImportMemoryTest::tellsNothingOfACancelledImport()
{
    Fixture f;
    f.remember("time=moment,price=level");
    FileCommand command{Kind::Play, f.write("PRICES.csv", unclear)};
    command.showReading = true;
    f.controller.look(command);
    QTRY_VERIFY(f.isAsked());
    f.dialog->reject();
    QVERIFY(!f.hasNotice("Read as the last file"));
}

void ImportMemoryTest::forgetsWhatIsNotToBeRemembered()
{
    Fixture f;
    const FileReading reading = f.remember("time=moment,price=other");
    const QString path = f.write("PRICES.csv", unclear);
    FileCommand command{Kind::Play, path};
    command.showReading = true;
    f.controller.look(command);
    QTRY_VERIFY(f.isAsked());
    QTRY_VERIFY(f.canPlay());
    QCOMPARE(f.child<QLineEdit>("importCommand")->text().section(QLatin1Char(' '), 3),
             QStringLiteral("--columns time=moment,price=other"));
    f.child<QCheckBox>("importRemember")->setChecked(false);
    f.play();
    QCOMPARE(f.next().reading, reading);
    QCOMPARE(f.changes.size(), 1);
    QCOMPARE(f.controller.memory(), ReadingMemory());
}

void ImportMemoryTest::answersCountOnlyWhereTheyAreAsked_data()
{
    using Order = FileReading::DateOrder;
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<FileReading>("used");
    const auto used = [](Order order, std::optional<char> point) {
        FileReading reading;
        reading.timeZone = "Asia/Tokyo"; // a choice
        reading.dateOrder = order;
        reading.point = point;
        return reading;
    };
    QTest::newRow("none") << QByteArray("2024-02-01,A,1.5") << used(Order::ByFile, {});
    QTest::newRow("order") << QByteArray("01/02/2024,A,1.5") << used(Order::MonthFirst, {});
    QTest::newRow("sign") << QByteArray("2024-02-01,A,\"1,234\"") << used(Order::ByFile, ',');
    QTest::newRow("both") << QByteArray("01/02/2024,A,\"1,234\"") << used(Order::MonthFirst, ',');
    QTest::newRow("another order") << QByteArray("31/12/2024,A,1.5") << used(Order::ByFile, {});
    QTest::newRow("another sign") << QByteArray("2024-02-01,A,\"1,234.5\"") << used(Order::ByFile, {});
}

void ImportMemoryTest::answersCountOnlyWhereTheyAreAsked()
{
    Fixture f;
    FileReading remembered;
    remembered.timeZone = "Asia/Tokyo";
    remembered.dateOrder = FileReading::DateOrder::MonthFirst;
    remembered.point = ',';
    f.remember({"time", "symbol", "price"}, remembered);
    QFETCH(QByteArray, row);
    f.controller.look({Kind::Play, f.write("a.csv", "time,symbol,price\n" + row + '\n')});
    FileReading reading = f.next().reading;
    QVERIFY(!f.isAsked());
    QFETCH(FileReading, used);
    if (used.dateOrder == FileReading::DateOrder::ByFile)
        reading.dateOrder = FileReading::DateOrder::ByFile; // it may say what was found
    QCOMPARE(reading, used);
}

/// It may be at the end of a file.
void ImportMemoryTest::waitsForTheOrderOfDates()
{
    Fixture f;
    FileReading remembered;
    remembered.dateOrder = FileReading::DateOrder::MonthFirst;
    f.remember({"time", "symbol", "price"}, remembered);
    QByteArray bytes("time,symbol,price\n");
    for (int i = 0; i < 200'000; ++i)
        bytes += "01/02/2024,AAA,1.5\n";
    f.controller.look({Kind::Play, f.write("days.csv", bytes + "13/02/2024,AAA,1.6\n")});
    QCOMPARE(f.next().reading.dateOrder, FileReading::DateOrder::DayFirst);
    f.controller.look({Kind::Play, f.write("days.csv", bytes)});
    QCOMPARE(f.next().reading.dateOrder, FileReading::DateOrder::MonthFirst);
    QVERIFY(!f.isAsked());
}

void ImportMemoryTest::whatMakesAFileUnplayableDoesNotCount()
{
    Fixture f;
    FileReading remembered;
    remembered.columns = QStringLiteral("price=other");
    f.remember({"time", "symbol", "price", "other"}, remembered);
    const QString path = f.write("a.csv", "time,symbol,price,other\n2024-01-02,A,5,x\n2024-01-03,A,6,y\n");
    f.controller.look({Kind::Play, path});
    const FileCommand command = f.next();
    QCOMPARE(command, (FileCommand{Kind::Play, path}));
    f.controller.follow({command, {}});
    QVERIFY(!f.hasNotice("Read as the last file"));
}

void ImportMemoryTest::answersStayThoughAFileNeedsNone()
{
    Fixture f;
    FileReading remembered;
    remembered.dateOrder = FileReading::DateOrder::MonthFirst;
    f.remember({"time", "symbol", "price"}, remembered);
    const ReadingMemory before = f.controller.memory();
    FileCommand command{Kind::Play, f.write("clear.csv", clear)};
    command.showReading = true;
    f.controller.look(command);
    QTRY_VERIFY(f.isAsked());
    QVERIFY(!f.child<QWidget>("importRemembered")->isVisibleTo(f.dialog)); // nothing of it counts
    f.play();
    QCOMPARE(f.next().reading.dateOrder, FileReading::DateOrder::ByFile);
    QCOMPARE(f.controller.memory(), before);
}

void ImportMemoryTest::forgets()
{
    Fixture f;
    f.remember("time=moment,price=other");
    FileCommand command{Kind::Play, f.write("PRICES.csv", unclear)};
    command.showReading = true;
    f.controller.look(command);
    QTRY_VERIFY(f.isAsked());
    QTRY_VERIFY(f.canPlay());
    QVERIFY(f.child<QWidget>("importRemembered")->isVisibleTo(f.dialog));
    f.child<QPushButton>("importForgetButton")->click();
    QCOMPARE(f.controller.memory(), ReadingMemory());
    QCOMPARE(f.changes.size(), 1);
    QTRY_VERIFY(f.child<QLabel>("importProblem")->text().contains(QLatin1String("expected a header line")));
    QVERIFY(!f.canPlay());
}

/// What the dialog shows of the file that plays may be what is remembered.
void ImportMemoryTest::knowsAgainHowAFileIsPlayed()
{
    Fixture f;
    FileCommand command{Kind::Play, f.write("PRICES.csv", unclear)};
    command.showReading = true;
    command.reading = f.remember("time=moment,price=other");
    f.controller.look(command);
    QTRY_VERIFY(f.isAsked());
    QVERIFY(f.child<QWidget>("importRemembered")->isVisibleTo(f.dialog));
    command.reading.columns = QStringLiteral("time=moment,price=level");
    f.controller.look(command);
    QTRY_COMPARE(f.child<QLineEdit>("importCommand")->text().section(QLatin1Char(' '), -1), command.reading.columns);
    QVERIFY(!f.child<QWidget>("importRemembered")->isVisibleTo(f.dialog));
}

TICKER_WIDGET_TEST(ImportMemoryTest)
#include "tst_import_memory.moc"
