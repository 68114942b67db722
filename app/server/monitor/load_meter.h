// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client_values/client_row.h"
#include "server_values/server_snapshot.h"

#include <QList>

#include <chrono>
#include <deque>

namespace ticker {

/// Measures what serving costs, from looks at the clients and at the processor's time. Knows no clock. What a client was
/// sent between the last look and its end is not seen.
class LoadMeter final
{
public:
    using Time = std::chrono::nanoseconds;

    /// @p clients are sorted by id; @p processor is the time that the thread has taken so far.
    ServerLoad look(const QList<ClientRow> &clients, Time now, Time processor);

private:
    struct Mark final
    {
        Time time;
        Time processor;
        quint64 bytes;
    };

    static constexpr Time window = std::chrono::seconds(2);

    void countBytes(const QList<ClientRow> &clients);

    QList<ClientRow> m_clients; ///< At the last look.
    quint64 m_bytes = 0;
    std::deque<Mark> m_marks;
};

/// The processor time that the calling thread has taken; 0 where the system does not say.
[[nodiscard]] std::chrono::nanoseconds threadProcessorTime();

} // namespace ticker
