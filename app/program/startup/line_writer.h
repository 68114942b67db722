// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <chrono>
#include <functional>
#include <memory>

namespace ticker {

/// Writes lines to a terminal, a pipe or a file in a thread of its own, so that no other thread ever waits for a reader
/// or a disk. Its functions may be called from any thread; whoever needs it shares it.
class LineWriter final
{
public:
    struct Limits final
    {
        /// What waits for the reader. Newer lines are left out: a burst of ten thousand fits, and it is kept per stream.
        qsizetype mostWaitingBytes = 4 * 1024 * 1024;
        /// At the end, how long nothing of it may be taken. Longer, and a person who ends the program would wait.
        std::chrono::milliseconds patience{500};
    };
    /// Makes the line that tells of lines which were left out, with its end.
    using LostText = std::function<QByteArray(quint64 lines)>;
    /// Called once, with errno: it writes nothing more. From the writer's thread, and it may not use the writer.
    using FailureHandler = std::function<void(int error)>;

    /// To a descriptor that stays open, such as standard output.
    static std::shared_ptr<LineWriter> to(int descriptor, Limits limits);
    static std::shared_ptr<LineWriter> to(int descriptor) { return to(descriptor, Limits{}); }
    /// To one that it closes.
    static std::shared_ptr<LineWriter> owning(int descriptor, Limits limits);
    static std::shared_ptr<LineWriter> owning(int descriptor) { return owning(descriptor, Limits{}); }

    /// As finish().
    ~LineWriter();
    LineWriter(const LineWriter &) = delete;
    LineWriter &operator=(const LineWriter &) = delete;

    /// Whole lines, each with its end. They are left out if too much waits, which the next line that is written tells,
    /// and after an error.
    void write(const QByteArray &lines);
    void setLostText(LostText text);
    /// Calls it at once if writing has failed already. The handler before is not called any more when this returns.
    void setFailureHandler(FailureHandler handler);
    /// Returns when all is written, when an error ended that, or when nobody takes it (Limits::patience). Later lines are
    /// left out.
    void finish();

private:
    struct Shared;
    LineWriter(int descriptor, bool closes, Limits limits);

    /// Outlives this if a call of the system never returns: then the thread ends with the process.
    std::shared_ptr<Shared> m_shared;
};

} // namespace ticker
