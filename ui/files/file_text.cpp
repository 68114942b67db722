// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/file_text.h"

#include "market_values/inspection_text.h"
#include "widgets/formats.h"
#include "widgets/plain_text.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QTimeZone>

#include <cmath>

namespace ticker {

namespace {

/// Of a name that is too long for a line.
constexpr qsizetype longestName = 24;
constexpr double percent = 100;

/// Once is enough.
bool namesFile(const QString &why, const QString &path)
{
    return why.startsWith(plainText(QFileInfo(path).fileName()) + QLatin1Char(' '));
}

} // namespace

QString FileText::shortName(const QString &name)
{
    return shortText(name, longestName);
}

QString FileText::problem(const FileResult &answer)
{
    const QString file = plainText(QDir::toNativeSeparators(answer.command.path));
    QString why = plainLines(answer.why.translated());
    switch (answer.command.kind) {
    case FileCommand::Kind::Open:
        return tr("Cannot open %1. %2").arg(file, why);
    case FileCommand::Kind::Play:
        return namesFile(why, answer.command.path) ? tr("Cannot play this file: %1").arg(why)
                                                   : tr("Cannot play %1: %2").arg(file, why);
    case FileCommand::Kind::UseMarket:
        return tr("Cannot use the market in %1: %2").arg(file, why);
    case FileCommand::Kind::Record:
    case FileCommand::Kind::RecordNew:
        return tr("Cannot record to %1: %2").arg(file, why);
    case FileCommand::Kind::LeaveFile:
    case FileCommand::Kind::StopRecording:
        break;
    }
    return why;
}

QString FileText::recording(const Recording &recording, const QLocale &locale)
{
    const QString name = shortName(recording.name());
    const QString ticks = recording.ticks == 1 ? tr("1 tick")
                                               : tr("%1 ticks").arg(formats::count(recording.ticks, locale));
    switch (recording.state) {
    case Recording::State::Writing:
        //: file, ticks, bytes
        return tr("Recording to %1, %2, %3").arg(name, ticks, formats::bytes(recording.bytes, locale));
    case Recording::State::Finishing:
        return tr("Finishing %1, %2…").arg(name, ticks);
    case Recording::State::Done:
        return tr("Recorded to %1, %2, %3").arg(name, ticks, formats::bytes(recording.bytes, locale));
    case Recording::State::Failed:
        return tr("Recording to %1 failed; the data written so far is in the .part file").arg(name);
    }
    Q_UNREACHABLE();
    return {};
}

QString FileText::state(const Playback &playback, bool paused)
{
    if (playback.ended)
        return tr("Ended");
    return paused ? tr("Paused") : tr("Playing");
}

QString FileText::moment(const Playback &playback)
{
    const auto moment = QDateTime::fromMSecsSinceEpoch(playback.timeMs, QTimeZone::utc());
    return tr("%1 UTC").arg(moment.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")));
}

QString FileText::share(double share, const QLocale &locale)
{
    return tr("%1 %").arg(locale.toString(std::floor(share * percent), 'f', 0));
}

QString FileText::reading(const Playback &playback, const QLocale &locale)
{
    return playback.canSeek && playback.indexed < 1 ? tr("Reading the file: %1").arg(share(playback.indexed, locale))
                                                    : QString();
}

QString FileText::opening(const FileOpening &opening, const QLocale &locale)
{
    if (opening.isAwaited)
        return tr("Waiting for the first lines");
    return tr("All of the file is read first: %1").arg(share(opening.progress, locale));
}

QString FileText::error(const Playback &playback)
{
    return playback.error.isEmpty() ? QString()
                                    : tr("Playback stopped: %1").arg(plainText(playback.error.translated()));
}

QString FileText::leftOut(const Playback &playback, const QLocale &locale)
{
    if (playback.skippedLines == 0)
        return {};
    return tr("%1 of %2 lines left out")
        .arg(formats::count(playback.skippedLines, locale), formats::count(playback.rows, locale));
}

QString FileText::whyLeftOut(const Playback &playback)
{
    QStringList lines;
    for (const SkippedKind &kind : playback.skippedKinds)
        lines.append(skippedText(kind).translated());
    return lines.isEmpty() ? playback.skipped.translated() : lines.join(QLatin1Char('\n'));
}

QString FileText::needsMarket()
{
    return tr("Not available while a file is playing. Go back to the market first.");
}

} // namespace ticker
