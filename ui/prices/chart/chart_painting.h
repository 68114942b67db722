// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QColor>
#include <QObject>
#include <QPicture>
#include <QSize>

#include <atomic>
#include <thread>

namespace ticker {

/// A chart as it is to be painted: what is drawn, on what, and how large. A value, of any thread.
struct ChartDrawing final
{
    QPicture picture;
    QSize size;
    QColor background;
};

/// Paints a chart as a PNG, larger than on the screen. In a thread of its own, since eight full lines on a large screen take
/// many seconds. Main thread; owned by who exports.
class ChartPainting final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChartPainting)

public:
    /// Begins at once.
    ChartPainting(ChartDrawing drawing, QObject *parent);
    /// Waits for the strip that is being painted.
    ~ChartPainting() override;

    /// Nothing is painted any more; only its end is told.
    void stop() { m_isStopped = true; }
    static constexpr int strips = 16;

Q_SIGNALS:
    void progressed(int stripsPainted);
    /// The file's bytes; none if there is nothing to paint.
    void painted(const QByteArray &png);
    /// The last that is told, however it ended.
    void ended();

private:
    void paint(const ChartDrawing &drawing);

    std::atomic<bool> m_isStopped = false;
    std::thread m_thread;
};

} // namespace ticker
