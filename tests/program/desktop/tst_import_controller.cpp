// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/import_controller.h"
#include "file_import/field_titles.h"
#include "file_import/import_dialog.h"
#include "tick_columns/column_names.h"
#include "ticker_test.h"
#include "window/main_window.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>

#include <sys/stat.h>

using namespace ticker;

namespace {

using Kind = FileCommand::Kind;

struct Fixture final
{
    Fixture()
    {
        ServerSnapshot snapshot;
        snapshot.headlineSymbol = QStringLiteral("PLAYED");
        snapshot.marketSymbol = QStringLiteral("LONE");
        controller.showSnapshot(snapshot);
    }

    QString write(const char *name, const QByteArray &bytes) const
    {
        QFile file(folder.filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", name);
        return file.fileName();
    }
    /// What is wanted in the end, once it is clear.
    [[nodiscard]] FileCommand next()
    {
        if (wanted.isEmpty() && !wanted.wait(5000))
            return {Kind::StopRecording, {}};
        return wanted.takeFirst().first().value<FileCommand>();
    }
    [[nodiscard]] bool isAsked() const { return dialog->isVisible(); }
    template<typename Widget>
    [[nodiscard]] Widget *child(const char *name) const
    {
        auto *found = dialog->findChild<Widget *>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    void choose(int column, const char *field)
    {
        auto *box = qobject_cast<QComboBox *>(child<QTableWidget>("importPreview")->cellWidget(0, column));
        QVERIFY(box);
        box->setCurrentIndex(box->findData(QLatin1String(field)));
        Q_EMIT box->activated(box->currentIndex());
    }
    /// Of the files with the columns of `unclear`.
    FileReading remember(const char *columns)
    {
        FileReading reading;
        reading.columns = QLatin1String(columns);
        remember({"moment", "level", "other"}, reading);
        return reading;
    }
    void remember(std::initializer_list<const char *> names, const FileReading &reading)
    {
        FileInspection header;
        header.separator = ',';
        header.headerLine = 1;
        for (const char *name : names)
            header.columns.push_back({QLatin1String(name), {}});
        ReadingMemory memory;
        memory.keep(ReadingMemory::keyOf(header), reading);
        controller.setMemory(memory);
    }
    [[nodiscard]] bool canPlay() const { return child<QPushButton>("importPlayButton")->isEnabled(); }
    void play() { child<QPushButton>("importPlayButton")->click(); }
    [[nodiscard]] bool hasNotice(const char *text) const
    {
        const auto labels = window.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel *label) { return label->text().contains(QLatin1String(text)); });
    }

    QTemporaryDir folder;
    MainWindow window;
    ImportController controller{&window, {}};
    ImportDialog *dialog = window.findChild<ImportDialog *>();
    QSignalSpy wanted{&controller, &ImportController::wanted};
    QSignalSpy changes{&controller, &ImportController::memoryChanged};
};

constexpr const char *clear = "time,symbol,price\n2024-01-02 09:30:00,AAA,1.5\n2024-01-02 09:30:01,AAA,1.6\n";
constexpr const char *unclear = "moment,level,other\n2024-01-02 09:30:00,1.5,2\n2024-01-02 09:30:01,1.6,3\n";

} // namespace

/// What the window does with a file that a person wants to play.
class ImportControllerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void fieldsAreThoseOfTheReader();
    void clearFilesPlay();
    void asksWhereColumnsAreUnknown();
    void remembersTheHeader();
    void tellsOfARememberedReading();
    void tellsNothingOfACancelledImport();
    void forgetsWhatIsNotToBeRemembered();
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

void ImportControllerTest::remembersTheHeader()
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
void ImportControllerTest::tellsOfARememberedReading()
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
    const QString path = f.write("PRICES.csv", unclear);
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

void ImportControllerTest::tellsNothingOfACancelledImport()
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

void ImportControllerTest::forgetsWhatIsNotToBeRemembered()
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

TICKER_WIDGET_TEST(ImportControllerTest)
#include "tst_import_controller.moc"
