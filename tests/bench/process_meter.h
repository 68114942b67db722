// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "system.h"

#include <ctime>

namespace ticker::bench {

/// Reads what another process has used; its threads count in.
class ProcessMeter final
{
public:
    /// Ends this process when there is none with that number.
    explicit ProcessMeter(int process);

    /// Processor time since its start, exact to the nanosecond.
    [[nodiscard]] Nanoseconds processorTime() const;
    /// Resident memory in kB.
    [[nodiscard]] long residentKb() const;

private:
    int m_process = 0;
    clockid_t m_clock = {};
};

/// Processor time of all processes of the machine since it was started, exact to a hundredth of a second.
[[nodiscard]] Nanoseconds machineProcessorTime();

} // namespace ticker::bench
