// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "status/load_line.h"

#include "server_values/server_snapshot.h"
#include "widgets/formats.h"

namespace ticker {

LoadLine::LoadLine(QWidget *parent) : QLabel(parent)
{
    setObjectName(QStringLiteral("loadLine"));
    setTextFormat(Qt::PlainText);
    setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setToolTip(tr("Bytes are those that clients were sent, with framing and without HTTP and TCP headers. The "
                  "processor's share is that of the server's thread, of one core."));
}

void LoadLine::showSnapshot(const ServerSnapshot *snapshot)
{
    if (!snapshot)
        return clear();
    const QString rate = snapshot->playback
        ? formats::rate(snapshot->actualRateHz)
        : tr("%1 of %2", "actual rate, asked rate")
              .arg(formats::rate(snapshot->actualRateHz), formats::rate(snapshot->interval.hertz()));
    setText(tr("%1 · %2 a second · %3 % of a core", "rate, bytes, processor")
                .arg(rate, formats::bytes(quint64(snapshot->load.bytesPerSecond)),
                     formats::number(100 * snapshot->load.processorShare, 1)));
}

} // namespace ticker
