// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market_values/recording.h"
#include "quotes/tick_sink.h"
#include "recording/recorder.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace ticker {

/// Writes ticks to files, one after the other. Nothing here waits for a disk before close(): a file that was stopped may
/// still be brought to it while the next one is written. Server thread; owned by the controller.
class TickRecording final : public QObject, public TickSink
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TickRecording)

public:
    enum class Existing : quint8 { Refused, Replaced };

    explicit TickRecording(QObject *parent = nullptr);
    ~TickRecording() override;

    /// Why it cannot be written to, a sentence; nothing: what is appended goes there. What a recording that was cut off
    /// has left (NAME.part) is never replaced.
    [[nodiscard]] std::optional<LocalizedText> start(const QString &path, Existing existing);
    /// The file gets its name as soon as all of it is on the disk. Does nothing when none is written.
    void stop();
    /// As stop(), and waits until all files are complete.
    void close();

    [[nodiscard]] bool isOn() const { return m_recorder != nullptr; }
    void setMarket(LiveMarket &market) override { m_market = &market; }
    /// Does nothing when none is written.
    void collectTick() override;
    void sendTicks() override { }

    /// The one that is on, or the last one; nothing: there was none.
    [[nodiscard]] std::optional<Recording> state() const;

Q_SIGNALS:
    /// It has ended by itself: a line for a person.
    void failed(const ticker::LocalizedText &line);

private:
    struct Finishing final
    {
        QString path;
        std::unique_ptr<Recorder> recorder;
    };

    void look();
    void lookAtFinishing();
    void end(const QString &path, const Recorder &recorder);
    [[nodiscard]] bool isFinishing(const QString &path) const;

    const LiveMarket *m_market = nullptr;
    QTimer m_timer; ///< While one is written: has it written, and looks after errors.
    std::optional<Recording> m_last;
    std::vector<Finishing> m_finishing;
    std::unique_ptr<Recorder> m_recorder; ///< Null: none is written.
};

} // namespace ticker
