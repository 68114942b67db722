// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/file_text.h"
#include "samples.h"
#include "ticker_test.h"

using namespace ticker;

class FileTextTest final : public QObject
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

void FileTextTest::shortNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("shown");
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("fits") << QStringLiteral("abcdefghijklmnopqrst.csv") << QStringLiteral("abcdefghijklmnopqrst.csv");
    QTest::newRow("long") << QStringLiteral("abcdefghijklmnopqrstu.csv") << QStringLiteral("abcdefghijkl…opqrstu.csv");
}

void FileTextTest::shortNames()
{
    QFETCH(QString, name);
    QTEST(FileText::shortName(name), "shown");
}

void FileTextTest::problems_data()
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
    QTest::newRow("names the file") << FileResult{{Kind::Play, QStringLiteral("/a/x.csv")},
                                                  QStringLiteral("x.csv contains no ticks.")}
                                    << QStringLiteral("Cannot play this file: x.csv contains no ticks.");
    row("market", Kind::UseMarket, "/a/m.json", "Cannot use the market in /a/m.json: line 2: no");
    row("record", Kind::Record, "/a/o.csv", "Cannot record to /a/o.csv: line 2: no");
}

void FileTextTest::problems()
{
    QFETCH(FileResult, answer);
    QTEST(FileText::problem(answer), "text");
}

void FileTextTest::recordings()
{
    using State = Recording::State;
    QCOMPARE(FileText::recording(samples::recording()), QStringLiteral("Recording to out.csv, 12,345 ticks, 1.2 MB"));
    QCOMPARE(FileText::recording(samples::recording(State::Finishing)),
             QStringLiteral("Finishing out.csv, 12,345 ticks…"));
    QCOMPARE(FileText::recording(samples::recording(State::Done)),
             QStringLiteral("Recorded to out.csv, 12,345 ticks, 1.2 MB"));
    QVERIFY(FileText::recording(samples::recording(State::Failed)).contains(QStringLiteral(".part")));
    QCOMPARE(FileText::recording({State::Writing, QStringLiteral("x.csv"), 1, 70}),
             QStringLiteral("Recording to x.csv, 1 tick, 70 bytes"));
}

void FileTextTest::playing()
{
    Playback playback = *samples::playing().playback;
    QCOMPARE(FileText::state(playback, false), QStringLiteral("Playing"));
    QCOMPARE(FileText::state(playback, true), QStringLiteral("Paused"));
    QCOMPARE(FileText::moment(playback), QStringLiteral("2026-01-05 09:30:00 UTC"));
    QCOMPARE(FileText::reading(playback), QString());
    QCOMPARE(FileText::error(playback), QString());
    playback.ended = true;
    QCOMPARE(FileText::state(playback, true), QStringLiteral("Ended"));
    playback.indexed = 0.4299;
    QCOMPARE(FileText::reading(playback), QStringLiteral("Reading the file: 42 %"));
    playback.error = QStringLiteral("line 5: price: bad");
    QCOMPARE(FileText::error(playback), QStringLiteral("Playback stopped: line 5: price: bad"));
}

void FileTextTest::shares()
{
    QCOMPARE(FileText::share(0), QStringLiteral("0 %"));
    QCOMPARE(FileText::share(0.9999), QStringLiteral("99 %")); // not all of it
    QCOMPARE(FileText::share(1), QStringLiteral("100 %"));
}

TICKER_CORE_TEST(FileTextTest)
#include "tst_file_text.moc"
