// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/descriptor_watch.h"

#include <QEvent>

namespace ticker {

void DescriptorWatch::release()
{
    m_owner = nullptr;
    setEnabled(false);
    deleteLater();
}

bool DescriptorWatch::event(QEvent *event)
{
    if (event->type() != QEvent::SockAct)
        return QSocketNotifier::event(event);
    if (m_owner)
        m_owner->descriptorReady(type());
    return true;
}

} // namespace ticker
