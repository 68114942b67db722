// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engineio/engineio_server.h"
#include "server_values/server_limits.h"

#include <QByteArray>
#include <QStringList>

namespace ticker::conformance {

/// What the command line asks for. A value.
struct Options final
{
    quint16 port = 3000; ///< 0: any free one.
    QByteArray path;     ///< Ends with a slash.
    bool engineIoOnly = false;
    Limits limits;
    EngineIoOptions engineIo;

    /// Ends the program with a line on standard error when an argument makes no sense.
    [[nodiscard]] static Options parse(const QStringList &arguments);
};

} // namespace ticker::conformance
