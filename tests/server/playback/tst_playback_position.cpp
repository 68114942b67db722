// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "growing_file.h"
#include "playback/replay_player.h"
#include "playback/replay_reading.h"
#include "ticker_test.h"

using namespace ticker;

namespace {

const QByteArray twoDays("time,price\n2024-01-02,5\n2024-01-03,6\n");
constexpr qint64 dayMs = 86'400'000;
constexpr qint64 firstMs = 1'704'153'600'000;

/// A file that plays, and how many of its ticks have been.
class Playing final
{
public:
    explicit Playing(ReplaySource source, bool isPaused = false) : player(std::move(source), {})
    {
        QObject::connect(&player, &ReplayPlayer::ticked, &player, [this] { ++ticks; });
        player.setPaused(isPaused);
        player.start();
    }
    [[nodiscard]] Playback shown() const { return playbackOf(player, QStringLiteral("t.csv")); }

    ReplayPlayer player;
    int ticks = 0;
};

} // namespace

/// What is shown is the tick whose price holds, not the one that is waited for.
class PlaybackPositionTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beforeTheFirst();
    void betweenTicks();
    void amongBars();
    void atTheEnd();
    void behindAJump();
    void aFileThatIsFollowed();

private:
    ReplayFolder m_folder;
};

void PlaybackPositionTest::beforeTheFirst()
{
    const Playing playing(m_folder.open(twoDays), true);
    QCOMPARE(playing.shown().timeMs, firstMs);
    QCOMPARE(playing.shown().progress, 0.0);
    QCOMPARE(playing.shown().fromMs, std::optional(firstMs));
    QVERIFY(!playing.shown().toMs);
}

void PlaybackPositionTest::betweenTicks()
{
    const Playing playing(m_folder.open(twoDays));
    QTRY_COMPARE(playing.ticks, 1);
    QCOMPARE(playing.shown().timeMs, firstMs);
    QVERIFY2(playing.shown().progress > 0.5 && playing.shown().progress < 0.8,
             qPrintable(QString::number(playing.shown().progress)));
    QTRY_VERIFY(playing.shown().toMs); // the index does not change that
    QCOMPARE(playing.shown().timeMs, firstMs);
    QCOMPARE(playing.shown().toMs, std::optional(firstMs + dayMs));
}

void PlaybackPositionTest::amongBars()
{
    const Playing playing(
        m_folder.open("time,open,high,low,close\n2024-01-02,5,8,4,6\n2024-01-03,5,8,4,6\n2024-01-04,5,8,4,6\n"));
    QTRY_COMPARE(playing.ticks, 1);
    QCOMPARE(playing.shown().timeMs, firstMs);
    QVERIFY(playing.shown().progress < 0.5);
}

void PlaybackPositionTest::atTheEnd()
{
    const Playing playing(m_folder.open("time,price\n1,5\n1.1,6\n"));
    QTRY_VERIFY(playing.player.hasEnded());
    QCOMPARE(playing.ticks, 2);
    QCOMPARE(playing.shown().timeMs, qint64(1100));
    QCOMPARE(playing.shown().progress, 1.0);
}

/// While it is paused, where it will go on.
void PlaybackPositionTest::behindAJump()
{
    Playing playing(m_folder.open(twoDays), true);
    QTRY_VERIFY(playing.shown().toMs);
    QVERIFY(!playing.player.seek(0.6));
    QCOMPARE(playing.ticks, 0);
    QCOMPARE(playing.shown().timeMs, firstMs + dayMs);
    QVERIFY(playing.shown().progress > 0.6 && playing.shown().progress < 1);
    playing.player.setPaused(false);
    QTRY_COMPARE(playing.ticks, 1);
    QCOMPARE(playing.shown().timeMs, firstMs + dayMs);
    QCOMPARE(playing.shown().progress, 1.0);
    QVERIFY(!playing.player.seek(0));
    QTRY_COMPARE(playing.ticks, 2);
    QCOMPARE(playing.shown().timeMs, firstMs);
}

void PlaybackPositionTest::aFileThatIsFollowed()
{
    const QString path = m_folder.write("time,price\n2024-01-02,5\n");
    ReplayOptions options{QStringLiteral("HEAD"), ReplayOptions::OnBadLine::Stop, {}};
    options.follow = true;
    const Playing playing(ReplaySource::open(path, options).takeValue());
    QTRY_COMPARE(playing.ticks, 1);
    QCOMPARE(playing.shown().progress, 1.0); // of what has come
    append(path, "2024-01-03,6\n");
    QTRY_VERIFY(playing.shown().progress < 1);
    QCOMPARE(playing.shown().timeMs, firstMs);
    QCOMPARE(playing.shown().fromMs, std::optional(firstMs));
    QVERIFY(!playing.shown().toMs);
}

TICKER_CORE_TEST(PlaybackPositionTest)
#include "tst_playback_position.moc"
