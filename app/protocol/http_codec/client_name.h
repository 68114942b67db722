// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"
#include "http_codec/http_message.h"

#include <QString>

namespace ticker {

/// A client may give itself a name, by client=NAME in the query of whatever it asks for, and so be known again when it comes
/// back.
struct ClientName final
{
    static constexpr qsizetype longest = 64; ///< Characters.
};

/// The name in a raw query, percent-decoded, in one line; empty: there is none. Untrusted. One that is too long is an error.
[[nodiscard]] Expected<QString, HttpError> clientNameOf(const QByteArray &query);

} // namespace ticker
