// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "startup/export_text.h"

#include <QDateTime>
#include <QTimeZone>

namespace ticker {

namespace {

QString secondText(qint64 timeNs)
{
    constexpr qint64 nsPerMs = 1'000'000;
    const auto time = QDateTime::fromMSecsSinceEpoch(timeNs / nsPerMs, QTimeZone::utc());
    return time.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

} // namespace

LocalizedText exportedText(const TickExport::Summary &summary, const QString &to)
{
    return LocalizedText::tr("Exported %1 rows to %2, from %3 to %4 UTC.")
        .arg(qint64(summary.rows))
        .arg(to)
        .arg(secondText(summary.firstTimeNs))
        .arg(secondText(summary.lastTimeNs));
}

LocalizedText notExportedText(const TickExport::Options &options, const LocalizedText &why)
{
    return LocalizedText::tr("Cannot export %1 to %2: %3").arg(options.from).arg(options.to).arg(why);
}

} // namespace ticker
