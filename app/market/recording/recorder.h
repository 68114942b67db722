// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"
#include "instruments/instrument.h"
#include "instruments/quote.h"
#include "recording/recorder_writer.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>

namespace ticker {

/// Writes ticks to a file that ReplaySource plays: CSV with the columns time (ms since 1970), seq, symbol, price, size.
/// Lives in the thread that makes the ticks, which it never makes wait: append() only formats, a thread of its own writes.
///
/// The file is NAME.part while it grows; finish() makes it durable and gives it its name. When anything fails (the disk
/// is full, or too slow for RecorderWriter::mostQueuedBytes) recording stops: what was written stays as NAME.part, and
/// error() says why.
class Recorder final
{
public:
    struct Options final
    {
        bool overwrite = false; ///< Else a NAME or NAME.part that exists is an error.
        /// Called from the writing thread when recording has ended, by finish() or by an error: post something there.
        std::function<void()> onEnd;
    };
    /// Handed to the writing thread as a block.
    static constexpr qsizetype blockBytes = 64 * 1024;

    /// Makes NAME.part. The error is a sentence for people, without the name.
    [[nodiscard]] static Expected<std::unique_ptr<Recorder>, LocalizedText> start(const QString &path,
                                                                                  const Options &options);
    /// As finish(), and waits for it.
    ~Recorder();

    /// The tick is one of that market; an empty one adds nothing. Times that run backwards, as after a clock was set, are
    /// written as the last one. Does nothing after an error or finish().
    void append(const MarketSpec &spec, const Tick &tick, qint64 timeMs);
    /// Has what was appended written soon, without waiting. For once a second or so.
    void flush();
    /// There are no more ticks: the rest is written, made durable, and the file gets its name. Does not wait.
    void finish();

    /// Any moment; Done and Failed are final.
    [[nodiscard]] RecorderWriter::State state() const { return m_writer.state(); }
    /// Why it failed: a sentence for people; empty unless Failed.
    [[nodiscard]] LocalizedText error() const { return m_writer.error(); }
    /// Ticks and bytes that were appended.
    [[nodiscard]] quint64 ticks() const { return m_ticks; }
    [[nodiscard]] quint64 bytes() const { return m_bytes; }
    /// After finish(): until Done or Failed. For the end of the program and for tests; it may take long.
    void wait() { m_writer.wait(); }

private:
    Recorder(RecorderWriter::Output output, const Options &options);

    QByteArray m_block;
    qint64 m_lastTimeMs = 0;
    quint64 m_ticks = 0;
    quint64 m_bytes = 0;
    RecorderWriter m_writer;
};

} // namespace ticker
