// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "status/load_line.h"

#include "server_values/server_snapshot.h"
#include "widgets/formats.h"
#include "widgets/plain_text.h"

namespace ticker {

LoadLine::LoadLine(QWidget *parent) : QLabel(parent)
{
    setObjectName(QStringLiteral("loadLine"));
    setTextFormat(Qt::PlainText);
    setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setToolTip(tr("Bytes sent to clients, including framing but not HTTP and TCP headers. CPU load is the server "
                  "thread's share of one core."));
}

void LoadLine::showSnapshot(const ServerSnapshot *snapshot)
{
    if (!snapshot)
        return clear();
    const QString rate = snapshot->playback
        ? formats::rate(snapshot->actualRateHz)
        : tr("%1 of %2", "actual rate, asked rate")
              .arg(formats::rate(snapshot->actualRateHz), formats::rate(snapshot->interval.hertz()));
    setText(plainText(tr("%1 · %2/s · %3 % of a core", "rate, bytes, processor")
                          .arg(rate, formats::bytes(quint64(snapshot->load.bytesPerSecond)),
                               formats::number(100 * snapshot->load.processorShare, 1))));
}

} // namespace ticker

#include "moc_load_line.cpp"
