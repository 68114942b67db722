// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tray/tray_availability.h"

#include <utility>

namespace ticker {

TrayAvailability::TrayAvailability(Probe probe, QObject *parent) : QObject(parent), m_probe(std::move(probe))
{
    m_timer.setInterval(eagerInterval);
    connect(&m_timer, &QTimer::timeout, this, &TrayAvailability::look);
}

void TrayAvailability::start()
{
    m_timer.start();
    look();
}

void TrayAvailability::look()
{
    const bool available = m_probe();
    const bool isLastEagerLook = m_looks == eagerLooks;
    if (m_looks <= eagerLooks)
        ++m_looks;
    if (isLastEagerLook)
        m_timer.setInterval(calmInterval);

    m_wasEverAvailable |= available;
    if (std::exchange(m_available, available) != available)
        Q_EMIT changed(available);
    if (isLastEagerLook && !m_wasEverAvailable)
        Q_EMIT gaveUpWaiting();
}

} // namespace ticker

#include "moc_tray_availability.cpp"
