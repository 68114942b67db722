// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "process_meter.h"

#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <string>

namespace ticker::bench {

ProcessMeter::ProcessMeter(int process) : m_process(process)
{
    if (const int error = clock_getcpuclockid(process, &m_clock)) {
        errno = error;
        failWithErrno("finding the server's process");
    }
}

Nanoseconds ProcessMeter::processorTime() const
{
    timespec time = {};
    if (clock_gettime(m_clock, &time) != 0)
        failWithErrno("reading the server's processor time");
    return time.tv_sec * nanosecondsPerSecond + time.tv_nsec;
}

long ProcessMeter::residentKb() const
{
    std::ifstream status("/proc/" + std::to_string(m_process) + "/status");
    const std::string field = "VmRSS:";
    for (std::string line; std::getline(status, line);) {
        if (line.rfind(field, 0) == 0)
            return std::stol(line.substr(field.size()));
    }
    fail("the server's process shows no memory");
}

Nanoseconds machineProcessorTime()
{
    // Interrupts, which come after these, are not told apart from the process that they interrupt.
    std::ifstream file("/proc/stat");
    std::string name;
    long long user = 0;
    long long nice = 0;
    long long system = 0;
    if (!(file >> name >> user >> nice >> system))
        fail("the machine does not show its processor time");
    return (user + nice + system) * nanosecondsPerSecond / sysconf(_SC_CLK_TCK);
}

} // namespace ticker::bench
