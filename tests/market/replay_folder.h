// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "replay/replay_source.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>

namespace ticker {

constexpr qint64 second = 1'000'000'000;

/// "1000000000 #4 0:25x3 1:7x1": time, seq if there is one, and instrument, price and size of each quote.
inline QString textOf(const ReplayTick &tick)
{
    QString text = QString::number(tick.timeNs);
    if (tick.seq > 0)
        text += QStringLiteral(" #%1").arg(tick.seq);
    for (const ReplayQuote &quote : tick.quotes)
        text += QStringLiteral(" %1:%2x%3").arg(quote.instrument).arg(quote.price).arg(quote.size);
    return text;
}

/// The rest of the ticks, and the error if there is one; a bound on them, lest a test never ends.
inline QStringList playOn(ReplaySource &source)
{
    constexpr int most = 200'000;
    QStringList texts;
    while (texts.size() < most) {
        const auto tick = source.next();
        if (tick && !*tick)
            break;
        texts.append(tick ? textOf(**tick) : tick.error().message.english());
        if (!tick)
            break;
    }
    return texts;
}

/// Looks the whole file through.
inline void index(ReplaySource &source)
{
    double share = 0;
    while (share < 1) {
        const double more = source.indexSome(std::chrono::milliseconds(1));
        QVERIFY(more >= share && more <= 1);
        share = more;
    }
    QVERIFY(source.index().isComplete());
}

/// A tick each second from second 1 on, of A and B in turn, whose price is the second.
inline QByteArray manySeconds(int seconds)
{
    QByteArray bytes("time,symbol,price\n");
    for (int i = 1; i <= seconds; ++i)
        bytes += QByteArray::number(i) + (i % 2 == 0 ? ",B," : ",A,") + QByteArray::number(i) + '\n';
    return bytes;
}

/// Files of ticks, which are gone with it.
class ReplayFolder final
{
public:
    /// Its path.
    QString write(const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(QStringLiteral("%1.csv").arg(++m_files)));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(file.fileName()));
        return file.fileName();
    }
    /// Only of files that can be opened.
    ReplaySource open(const QByteArray &bytes,
                      const ReplayOptions &options = {QStringLiteral("HEAD"), ReplayOptions::OnBadLine::Stop, {}})
    {
        auto source = ReplaySource::open(write(bytes), options);
        if (!source)
            qFatal("%s", qPrintable(source.error().message.english()));
        return source.takeValue();
    }
    /// How many there are: the last one's name is this number and ".csv".
    [[nodiscard]] int files() const { return m_files; }

private:
    QTemporaryDir m_folder;
    int m_files = 0;
};

} // namespace ticker
