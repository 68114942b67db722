// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace ticker {

/// Watches whether there is a tray: at login it may come after us, and a panel may be restarted at any time. Looks
/// every second for the first 30 s, then every 5 s, because trays announce themselves in no way that Qt passes on.
/// Main thread; owned by its parent.
class TrayAvailability final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrayAvailability)

public:
    using Probe = std::function<bool()>;

    static constexpr int eagerLooks = 30;
    static constexpr std::chrono::milliseconds eagerInterval{1000};
    static constexpr std::chrono::milliseconds calmInterval{5000};

    explicit TrayAvailability(Probe probe, QObject *parent = nullptr);

    /// Looks at once, then by the clock.
    void start();
    /// One look, as the clock does it.
    void look();
    [[nodiscard]] bool isAvailable() const { return m_available; }
    /// Between looks now.
    [[nodiscard]] std::chrono::milliseconds interval() const { return m_timer.intervalAsDuration(); }

Q_SIGNALS:
    void changed(bool available);
    /// Once: the eager time is over and no tray was ever seen.
    void gaveUpWaiting();

private:
    Probe m_probe;
    QTimer m_timer;
    int m_looks = 0;
    bool m_available = false;
    bool m_wasEverAvailable = false;
};

} // namespace ticker
