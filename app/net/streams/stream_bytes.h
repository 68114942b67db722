// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace ticker {

/// Bytes that went over a connection, without what TCP and IP add.
struct StreamBytes final
{
    quint64 up = 0; ///< From the client.
    quint64 down = 0;
};

/// Told once of a stream's last count, while there still is one. Owned by the stream, and destroyed with it.
class StreamMeter
{
public:
    StreamMeter() = default;
    virtual ~StreamMeter() = default;
    Q_DISABLE_COPY_MOVE(StreamMeter)

    virtual void closing(const StreamBytes &total) = 0;
};

} // namespace ticker
