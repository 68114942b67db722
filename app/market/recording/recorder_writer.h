// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localized_text.h"

#include <QByteArray>
#include <QIODevice>
#include <QString>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace ticker {

/// A thread that writes blocks to a device in the order in which they come, so that whoever makes them never waits for a
/// disk. Its functions may be called from any one other thread, which owns it.
class RecorderWriter final
{
public:
    enum class State : quint8 {
        Writing,
        Finishing, ///< Nothing more is taken.
        Done,
        Failed,
    };

    /// What waits to be written; the block that would exceed it is the end of the recording.
    static constexpr qsizetype mostQueuedBytes = 16 * 1024 * 1024;

    struct Output final
    {
        std::unique_ptr<QIODevice> device; ///< Open for writing, unbuffered.
        /// When all is written: makes it durable. Returns why that failed, a clause; nothing: it is done.
        std::function<std::optional<LocalizedText>(QIODevice &)> finish;
        QString name; ///< For the error.
    };

    /// The callback is called from the writing thread, once, when it has ended: then the state is Done or Failed.
    RecorderWriter(Output output, std::function<void()> onEnd);
    /// As finish() and wait().
    ~RecorderWriter();

    /// Never waits for the device. False: it was not taken, since writing has ended.
    bool write(QByteArray block);
    void finish();
    /// Until the thread has ended its work: after finish() or an error.
    void wait();

    [[nodiscard]] State state() const;
    [[nodiscard]] LocalizedText error() const;

private:
    void run();
    [[nodiscard]] std::optional<QByteArray> takeBlock();
    [[nodiscard]] bool writeAll(QByteArrayView block);
    void end();
    void fail(const LocalizedText &reason);
    void failLocked(const LocalizedText &message);

    Output m_output;
    std::function<void()> m_onEnd;
    mutable std::mutex m_mutex; ///< For all that follows.
    std::condition_variable m_wake;
    std::deque<QByteArray> m_blocks;
    qsizetype m_queuedBytes = 0;
    State m_state = State::Writing;
    LocalizedText m_error;
    bool m_hasEnded = false; ///< The device is closed.
    std::thread m_thread;
};

} // namespace ticker
