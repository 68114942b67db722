// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/file_words.h"
#include "samples.h"
#include "ticker_test.h"

using namespace ticker;

class TestFileWords final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void shortNames_data();
    void shortNames();
    void problems_data();
    void problems();
    void recordings();
    void playing();
    void shares();
};

void TestFileWords::shortNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("shown");
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("fits") << QStringLiteral("abcdefghijklmnopqrst.csv") << QStringLiteral("abcdefghijklmnopqrst.csv");
    QTest::newRow("long") << QStringLiteral("abcdefghijklmnopqrstu.csv") << QStringLiteral("abcdefghijkl…opqrstu.csv");
}

void TestFileWords::shortNames()
{
    QFETCH(QString, name);
    QTEST(FileWords::shortName(name), "shown");
}

void TestFileWords::problems_data()
{
    using Kind = FileCommand::Kind;
    QTest::addColumn<FileResult>("answer");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, Kind kind, const char *path, const char *text) {
        QTest::newRow(name) << FileResult{{kind, QString::fromLatin1(path)}, QStringLiteral("line 2: no")}
                            << QString::fromLatin1(text);
    };
    row("open", Kind::Open, "/a/x", "Cannot open /a/x. line 2: no");
    row("play", Kind::Play, "/a/x.csv", "Cannot play /a/x.csv: line 2: no");
    row("market", Kind::UseMarket, "/a/m.json", "Cannot use the market in /a/m.json: line 2: no");
    row("record", Kind::Record, "/a/o.csv", "Cannot record to /a/o.csv: line 2: no");
}

void TestFileWords::problems()
{
    QFETCH(FileResult, answer);
    QTEST(FileWords::problem(answer), "text");
}

void TestFileWords::recordings()
{
    using State = Recording::State;
    QCOMPARE(FileWords::recording(samples::recording()), QStringLiteral("Recording to out.csv, 12,345 ticks, 1.2 MB"));
    QCOMPARE(FileWords::recording(samples::recording(State::Finishing)),
             QStringLiteral("Finishing out.csv, 12,345 ticks…"));
    QCOMPARE(FileWords::recording(samples::recording(State::Done)),
             QStringLiteral("Recorded to out.csv, 12,345 ticks, 1.2 MB"));
    QVERIFY(FileWords::recording(samples::recording(State::Failed)).contains(QStringLiteral(".part")));
    QCOMPARE(FileWords::recording({State::Writing, QStringLiteral("x.csv"), 1, 70}),
             QStringLiteral("Recording to x.csv, 1 tick, 70 bytes"));
}

void TestFileWords::playing()
{
    Playback playback = *samples::playing().playback;
    QCOMPARE(FileWords::state(playback, false), QStringLiteral("Playing"));
    QCOMPARE(FileWords::state(playback, true), QStringLiteral("Paused"));
    QCOMPARE(FileWords::moment(playback), QStringLiteral("2026-01-05 09:30:00 UTC"));
    QCOMPARE(FileWords::reading(playback), QString());
    QCOMPARE(FileWords::error(playback), QString());
    playback.ended = true;
    QCOMPARE(FileWords::state(playback, true), QStringLiteral("Ended"));
    playback.indexed = 0.4299;
    QCOMPARE(FileWords::reading(playback), QStringLiteral("Reading the file: 42 %"));
    playback.error = QStringLiteral("line 5: price: bad");
    QCOMPARE(FileWords::error(playback), QStringLiteral("It cannot be played any further: line 5: price: bad"));
}

void TestFileWords::shares()
{
    QCOMPARE(FileWords::share(0), QStringLiteral("0 %"));
    QCOMPARE(FileWords::share(0.9999), QStringLiteral("99 %")); // not all of it
    QCOMPARE(FileWords::share(1), QStringLiteral("100 %"));
}

TICKER_CORE_TEST(TestFileWords)
#include "tst_file_words.moc"
