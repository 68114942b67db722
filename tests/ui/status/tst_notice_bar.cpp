// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "status/notice_bar.h"
#include "ticker_test.h"

#include <QLabel>

using namespace ticker;
using Subject = NoticeSubject::Kind;

/// When a notice goes.
class TestNoticeBar final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesWhenItsSubjectIsOver();
    void anEventStays();
    void filesGoWithTheNext_data();
    void filesGoWithTheNext();
    void playback();
    void refusals_data();
    void refusals();

private:
    [[nodiscard]] static QString textOf(const NoticeBar &bar)
    {
        const QString text = bar.findChild<QLabel *>(QStringLiteral("noticeText"))->text();
        return bar.isHidden() && !text.isEmpty() ? QStringLiteral("hidden") : text;
    }
};

void TestNoticeBar::goesWhenItsSubjectIsOver()
{
    for (int kind = int(Subject::Event) + 1; kind <= int(Subject::ActivityExport); ++kind) {
        NoticeBar bar;
        bar.showNotice(QStringLiteral("other"));
        bar.showNotice(QStringLiteral("it"), {Subject(kind)});
        for (int other = int(Subject::Event) + 1; other <= int(Subject::ActivityExport); ++other) {
            if (other != kind)
                bar.withdraw({Subject(other)});
        }
        QCOMPARE(textOf(bar), QStringLiteral("other\nit"));
        bar.withdraw({Subject(kind)});
        QCOMPARE(textOf(bar), QStringLiteral("other"));
        QCOMPARE(bar.accessibleDescription(), QStringLiteral("other"));
    }
}

void TestNoticeBar::anEventStays()
{
    NoticeBar bar;
    bar.showNotice(QStringLiteral("it"));
    bar.follow(std::nullopt);
    bar.showAnswer({{FileCommand::Kind::Play, QStringLiteral("/x")}, {}});
    QCOMPARE(textOf(bar), QStringLiteral("it"));
}

void TestNoticeBar::filesGoWithTheNext_data()
{
    using Kind = FileCommand::Kind;
    QTest::addColumn<Kind>("failing");
    QTest::addColumn<QList<Kind>>("ends");
    QTest::addColumn<QList<Kind>>("leaves");
    QTest::newRow("play") << Kind::Play << QList{Kind::Play, Kind::UseMarket, Kind::LeaveFile}
                          << QList{Kind::Record, Kind::RecordNew, Kind::StopRecording};
    QTest::newRow("record") << Kind::RecordNew << QList{Kind::Record, Kind::RecordNew, Kind::StopRecording}
                            << QList{Kind::Play, Kind::UseMarket, Kind::LeaveFile};
}

void TestNoticeBar::filesGoWithTheNext()
{
    QFETCH(FileCommand::Kind, failing);
    QFETCH(QList<FileCommand::Kind>, ends);
    QFETCH(QList<FileCommand::Kind>, leaves);
    for (const auto end : ends) {
        NoticeBar bar;
        bar.showAnswer({{failing, QStringLiteral("/x")}, QStringLiteral("line 2: bad")});
        bar.showAnswer({{failing, QStringLiteral("/y")}, QStringLiteral("line 3: bad")});
        for (const auto other : leaves)
            bar.showAnswer({{other, QStringLiteral("/z")}, {}});
        QCOMPARE(textOf(bar).count(QLatin1Char('\n')), 1);
        bar.showAnswer({{end, QStringLiteral("/z")}, {}});
        QCOMPARE(textOf(bar), QString());
        QVERIFY(bar.isHidden());
    }
}

void TestNoticeBar::playback()
{
    Playback playback;
    playback.ended = true;
    for (const bool plays : {false, true}) {
        NoticeBar bar;
        bar.showNotice(QStringLiteral("it has finished"), {Subject::Playback});
        bar.follow(playback);
        QCOMPARE(textOf(bar), QStringLiteral("it has finished"));
        bar.follow(plays ? std::optional(Playback()) : std::nullopt);
        QCOMPARE(textOf(bar), QString());
    }
}

void TestNoticeBar::refusals_data()
{
    QTest::addColumn<QString>("refused");
    QTest::addColumn<QString>("allowed");
    QTest::addColumn<bool>("goes");
    const QString origin = QStringLiteral("https://a.example");
    QTest::newRow("origin") << origin << origin << true;
    QTest::newRow("other origin") << origin << QStringLiteral("https://b.example") << false;
    QTest::newRow("host") << QStringLiteral("Feed.lan:8000") << QStringLiteral("feed.lan:8000") << true;
    QTest::newRow("host with any port") << QStringLiteral("feed.lan:8000") << QStringLiteral("feed.lan") << true;
    QTest::newRow("other port") << QStringLiteral("feed.lan:8000") << QStringLiteral("feed.lan:8001") << false;
}

void TestNoticeBar::refusals()
{
    QFETCH(QString, refused);
    QFETCH(QString, allowed);
    QFETCH(bool, goes);
    NoticeBar bar;
    bar.showNotice(QStringLiteral("refused"), {Subject::Access, refused});
    bar.withdraw({Subject::Access, allowed});
    QCOMPARE(textOf(bar).isEmpty(), goes);
}

TICKER_WIDGET_TEST(TestNoticeBar)
#include "tst_notice_bar.moc"
