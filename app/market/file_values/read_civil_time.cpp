// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_values/read_civil_time.h"

#include "file_values/civil_time_reader.h"

namespace ticker {

Expected<CivilTime, CivilTimeFault> readCivilTime(QByteArrayView text, DateOrder order)
{
    CivilTimeReader reader(text, order);
    if (!reader.readAll())
        return reader.fault();
    return reader.result();
}

Expected<CivilTime, CivilTimeFault> readTimeOfDay(QByteArrayView text)
{
    CivilTimeReader reader(text, DateOrder::Undecided);
    if (!reader.readTimeOfDayAlone())
        return reader.fault();
    return reader.result();
}

} // namespace ticker
