// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/replay_reading.h"

#include "playback/replay_format.h"
#include "playback/replay_player.h"
#include "replay/file_symbol.h"
#include "tick_columns/given_columns.h"

#include <QDateTime>
#include <QFileInfo>
#include <QTimeZone>

namespace ticker {

namespace {

static_assert(Playback::lowestSpeed == ReplaySchedule::lowestSpeed
              && Playback::highestSpeed == ReplaySchedule::highestSpeed);

constexpr qint64 nsPerMs = 1'000'000;
constexpr qint64 nsPerSecond = 1'000'000'000;
constexpr qint64 startOf1995 = 788'918'400; // in seconds since 1970

ReplayOptions::OnBadLine onBadLine(FileReading::BadLines lines)
{
    switch (lines) {
    case FileReading::BadLines::SkipFew:
        return ReplayOptions::OnBadLine::SkipFew;
    case FileReading::BadLines::SkipAll:
        return ReplayOptions::OnBadLine::SkipAll;
    case FileReading::BadLines::Stop:
        return ReplayOptions::OnBadLine::Stop;
    }
    Q_UNREACHABLE();
    return ReplayOptions::OnBadLine::Stop;
}

DateOrder dateOrder(FileReading::DateOrder order)
{
    switch (order) {
    case FileReading::DateOrder::ByFile:
        return DateOrder::Undecided;
    case FileReading::DateOrder::DayFirst:
        return DateOrder::DayFirst;
    case FileReading::DateOrder::MonthFirst:
        return DateOrder::MonthFirst;
    }
    Q_UNREACHABLE();
    return DateOrder::Undecided;
}

QString textOfTime(qint64 seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds, QTimeZone::utc()).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

/// A number of 18 digits and more, which is read as ns; else 0.
qint64 nanosecondsIn(const QByteArray &text)
{
    constexpr qsizetype leastDigits = 18;
    const QByteArray whole = text.left(text.indexOf('.') < 0 ? text.size() : text.indexOf('.'));
    return whole.size() >= leastDigits ? whole.toLongLong() : 0;
}

/// Since 1970, if the text may be a number of 100 ns since the year 1, of the years from 1995 to 2100.
std::optional<qint64> secondsOfNet(const QByteArray &text)
{
    constexpr qint64 ticksPerSecond = 10'000'000;
    constexpr qint64 secondsTo1970 = 62'135'596'800;
    constexpr qint64 startOf2100 = 4'102'444'800;
    const qint64 seconds = nanosecondsIn(text) / ticksPerSecond - secondsTo1970;
    return seconds >= startOf1995 && seconds < startOf2100 ? std::optional(seconds) : std::nullopt;
}

} // namespace

ReplayOptions replayOptions(const FileReading &reading, const QString &path, const QString &symbol)
{
    ReplayOptions options;
    options.defaultSymbol = reading.symbol.isEmpty() ? symbolOfFileName(path) : reading.symbol;
    if (options.defaultSymbol.isEmpty())
        options.defaultSymbol = symbol;
    options.onBadLine = onBadLine(reading.badLines);
    auto columns = readGivenColumns(reading.columns);
    Q_ASSERT(columns); // it was looked at where a person wrote it
    options.follow = reading.follow;
    options.reading = {dateOrder(reading.dateOrder), reading.timeZone, reading.point, columns.takeValue()};
    return options;
}

LocalizedText whyUnplayable(const QString &path, const LocalizedText &why)
{
    const QFileInfo file(path);
    const bool isEmpty = file.isFile() && file.size() == 0 && why.has("%1 contains no ticks.");
    return isEmpty ? LocalizedText::tr("%1 is empty.").arg(file.fileName()) : why;
}

std::optional<LocalizedText> doubtOfTimes(qint64 firstTimeNs, const QByteArray &text)
{
    constexpr qint64 startOf1980 = 315'532'800;
    const bool isNanoseconds = nanosecondsIn(text) > 0;
    const qint64 leastSeconds = isNanoseconds ? startOf1995 : startOf1980;
    const bool isWrittenDate = firstTimeNs < 0 && !text.startsWith('-'); // of old prices
    if (isWrittenDate || firstTimeNs >= leastSeconds * nsPerSecond)
        return std::nullopt;
    const QString time = textOfTime(firstTimeNs / nsPerSecond);
    if (const auto seconds = secondsOfNet(text)) {
        return LocalizedText::tr(
                   "its times begin at %1, taken as ns since 1970. If they are ticks of .NET, which begin at "
                   "%2, write them as dates")
            .arg(time)
            .arg(textOfTime(*seconds));
    }
    return LocalizedText::tr("its times begin at %1. If that is wrong, name the column of the times by --columns, or "
                             "write them as dates")
        .arg(time);
}

std::vector<SkippedKind> skippedKinds(const SkippedLines &skipped)
{
    std::vector<SkippedKind> kinds;
    for (const SkippedLines::Kind &kind : skipped.kinds())
        kinds.push_back({kind.count, kind.reason, kind.first.line, QString::fromUtf8(kind.text)});
    return kinds;
}

const SkippedLines &skippedOf(const ReplayPlayer &player)
{
    // What comes while it is played may be late for the player alone.
    return player.source().isGrowing() ? player.source().skipped() : player.source().index().skipped();
}

Playback playbackOf(const ReplayPlayer &player, const QString &path)
{
    Playback playback;
    playback.path = path;
    playback.progress = player.progress();
    playback.indexed = player.indexed();
    playback.timeMs = player.timeNs() / nsPerMs;
    playback.speed = player.speed();
    playback.loop = player.options().loop;
    playback.skipGaps = player.skipsGaps();
    playback.following = player.source().isFollowing();
    playback.canSeek = player.source().canSeek();
    playback.ended = player.hasEnded();
    if (player.error())
        playback.error = player.error()->message;
    const ReplayIndex &index = player.source().index();
    playback.format = LocalizedText::tr("%1, %2")
                          .arg(formName(player.source().form(), player.source().layout().form))
                          .arg(contentName(player.source().content()));
    const SkippedLines &skipped = skippedOf(player);
    playback.rows = skipped.lines();
    playback.skippedKinds = skippedKinds(skipped);
    playback.skippedLines = skipped.count();
    playback.skipped = skipped.summary();
    playback.fromMs = player.source().firstTimeNs() / nsPerMs;
    if (index.isComplete())
        playback.toMs = index.lastTimeNs() / nsPerMs;
    return playback;
}

} // namespace ticker
