// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server_values/server_snapshot.h"
#include "server_values/server_status.h"
#include "status/status_view.h"

#include <QCoreApplication>
#include <QString>

namespace ticker {

/// Turns the engine's values into what is shown. Pure.
class StatusPresenter final
{
    Q_DECLARE_TR_FUNCTIONS(ticker::StatusPresenter)

public:
    static StatusView present(const ServerStatus &status, const ServerSnapshot &snapshot);
    static ErrorText describe(const ServerError &error);
    /// "127.0.0.1:8000"; nothing unless the server listens.
    static QString authority(const ServerStatus &status);
    /// "no clients", "1 client", "3 clients"
    static QString clientCount(qsizetype clients);
};

} // namespace ticker
