// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"
#include "market_values/market_action.h"
#include "market_values/playback.h"
#include "market_values/tick_interval.h"

#include <QByteArray>

#include <variant>

namespace ticker {

/// What a program asks of the running server, by POST /api/control: one JSON object with "action", and what belongs to it.
///
///     {"action":"pause"} {"action":"play"} {"action":"tick"} {"action":"rate","value":20} {"action":"seed","value":"42"}
///     {"action":"spike","symbol":"ACME","value":0.05}, and the other names of MarketAction
///     {"action":"replay","seek":0.5,"speed":10,"loop":true}
struct ControlRequest final
{
    struct SetPaused final
    {
        bool paused = false;
    };
    struct SingleTick final
    {
    };
    struct SetSeed final
    {
        quint64 seed = 0;
    };

    std::variant<SetPaused, SingleTick, SetSeed, TickInterval, MarketAction, PlaybackCommand> what;
};

/// Why it is not understood: a sentence for a person.
struct ControlError final
{
    QString detail;
};

/// Reads the body of a request. The value of a market's action is in its range, or the usual one when it is missing; whether
/// there is such a symbol is for others to say.
[[nodiscard]] Expected<ControlRequest, ControlError> decodeControlRequest(const QByteArray &json);

} // namespace ticker
