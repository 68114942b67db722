// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recording/recorder_writer.h"

#include <utility>

namespace ticker {

RecorderWriter::RecorderWriter(Output output, std::function<void()> onEnd)
    : m_output(std::move(output)), m_onEnd(std::move(onEnd)), m_thread([this] { run(); })
{
}

RecorderWriter::~RecorderWriter()
{
    finish();
    m_thread.join();
}

bool RecorderWriter::write(QByteArray block)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_state != State::Writing)
            return false;
        if (m_queuedBytes + block.size() > mostQueuedBytes) {
            failLocked(LocalizedText::tr("Recording to %1 stopped: the disk is too slow, %2 MiB are still unwritten.")
                           .arg(m_output.name)
                           .arg(mostQueuedBytes / 1024 / 1024));
            m_wake.notify_all();
            return false;
        }
        m_queuedBytes += block.size();
        m_blocks.push_back(std::move(block));
    }
    m_wake.notify_all();
    return true;
}

void RecorderWriter::finish()
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_state == State::Writing)
            m_state = State::Finishing;
    }
    m_wake.notify_all();
}

void RecorderWriter::wait()
{
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, [this] { return m_hasEnded; });
}

RecorderWriter::State RecorderWriter::state() const
{
    const std::lock_guard lock(m_mutex);
    return m_state;
}

LocalizedText RecorderWriter::error() const
{
    const std::lock_guard lock(m_mutex);
    return m_error;
}

void RecorderWriter::run()
{
    while (const auto block = takeBlock()) {
        if (!writeAll(*block)) {
            fail(m_output.device->errorString());
            break;
        }
    }
    end();
}

/// A disk that is nearly full takes a part; only the next try says why.
bool RecorderWriter::writeAll(QByteArrayView block)
{
    while (!block.isEmpty()) {
        const qint64 written = m_output.device->write(block.data(), block.size());
        if (written <= 0)
            return false;
        block = block.sliced(qsizetype(written));
    }
    return true;
}

/// Waits for the next block; nothing: there will be none.
std::optional<QByteArray> RecorderWriter::takeBlock()
{
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, [this] { return m_state != State::Writing || !m_blocks.empty(); });
    if (m_state == State::Failed || m_blocks.empty())
        return std::nullopt;
    QByteArray block = std::move(m_blocks.front());
    m_blocks.pop_front();
    m_queuedBytes -= block.size();
    return block;
}

void RecorderWriter::end()
{
    const bool isWhole = state() == State::Finishing;
    if (isWhole) {
        if (const auto problem = m_output.finish(*m_output.device))
            fail(*problem);
    }
    m_output.device->close();
    {
        const std::lock_guard lock(m_mutex);
        if (m_state == State::Finishing)
            m_state = State::Done;
        m_blocks.clear();
        m_hasEnded = true;
    }
    m_wake.notify_all();
    if (m_onEnd)
        m_onEnd();
}

void RecorderWriter::fail(const LocalizedText &reason)
{
    const std::lock_guard lock(m_mutex);
    failLocked(LocalizedText::tr("Recording to %1 stopped: %2.").arg(m_output.name).arg(reason));
}

/// With the mutex held. The first error is the one that is told.
void RecorderWriter::failLocked(const LocalizedText &message)
{
    if (m_state == State::Failed)
        return;
    m_state = State::Failed;
    m_error = message;
}

} // namespace ticker
