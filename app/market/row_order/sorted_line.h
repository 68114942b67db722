// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QtGlobal>

namespace ticker {

/// How a line stands in the temporary file of a LineSorter, before its text. A value.
struct SortedLine final
{
    qint64 timeNs = 0;
    quint64 number = 0;
    quint64 textBytes = 0;
};

} // namespace ticker
