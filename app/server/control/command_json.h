// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"
#include "server_values/server_command.h"

#include <QByteArray>
#include <QString>

namespace ticker {

/// Why a command is not understood: a sentence for a person, in English.
struct CommandProblem final
{
    QString detail;
};

/// Reads a command from the body of POST /api/control: one JSON object with "action", and what belongs to it.
///
///     {"action":"pause"} {"action":"play"} {"action":"tick"} {"action":"rate","value":20} {"action":"seed","value":"42"}
///     {"action":"spike","symbol":"ACME","value":0.05}, and the other names of MarketAction
///     {"action":"replay","seek":0.5,"speed":10,"loop":true}
///
/// Each field is in its range, there is no other, and none comes twice (see CommandField). A market's action without a
/// value has the usual one; whether there is such a symbol is for others to say.
[[nodiscard]] Expected<ServerCommand, CommandProblem> readCommand(const QByteArray &json);

} // namespace ticker
