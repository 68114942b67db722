// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace ticker {

// JSONP, in which a page polls by script elements and posts by forms: payloads of either revision in another dress.

/// The script that hands a payload (valid UTF-8) to the page: ___eio[<index>]("<payload>"); Of the index, which is the
/// page's "j", only the digits are taken. What ends a line in JavaScript is escaped, U+2028 and U+2029 too.
[[nodiscard]] QByteArray encodeJsonp(const QByteArray &index, const QByteArray &payload);

/// The payload of a posted form: its field "d", in which "\n" spells a line feed and "\\n" a backslash and an n, since
/// forms change line feeds. Always valid UTF-8: U+FFFD stands for what was none. Nothing when there is no such field, or
/// more than one, or only beyond the first thousand fields, where the reference server stops as well.
[[nodiscard]] std::optional<QByteArray> decodeJsonpBody(const QByteArray &formBody);

} // namespace ticker
