// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localized_text.h"

#include <QString>

#include <optional>

namespace ticker {

/// Why the server does not serve. Translated where it is shown.
struct ServerError final
{
    enum class Code : quint8 {
        PortInUse,
        AddressNotAvailable,
        PermissionDenied,
        WebRootUnreadable,
        MarketUnreadable,
        FileUnplayable,
        RecordingRefused,
        Other
    };

    Code code = Code::Other;
    LocalizedText what; ///< "Cannot listen on"
    QString where;      ///< "127.0.0.1:8000"
    LocalizedText why;  ///< "another program uses this port"

    /// One English line for a log or standard error: "Cannot listen on 127.0.0.1:8000: ...".
    [[nodiscard]] QString toString() const { return message().english(); }
    /// The same for a window.
    [[nodiscard]] LocalizedText message() const { return LocalizedText::tr("%1 %2: %3").arg(what).arg(where).arg(why); }

    friend bool operator==(const ServerError &, const ServerError &) = default;
};

/// Whether the server serves, and where. Sent at each change.
struct ServerStatus final
{
    enum class State : quint8 { Stopped, Listening, Failed };

    State state = State::Stopped;
    QString url;                      ///< "http://127.0.0.1:8000/" while listening.
    quint16 port = 0;                 ///< The port in use while listening, the port asked for after a failure.
    std::optional<ServerError> error; ///< Set exactly when state is Failed.

    friend bool operator==(const ServerStatus &, const ServerStatus &) = default;
};

} // namespace ticker
