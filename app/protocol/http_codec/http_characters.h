// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <algorithm>

namespace ticker {

/// RFC 9110, 5.6.2.
inline bool isTokenCharacter(char c)
{
    constexpr QByteArrayView marks = "!#$%&'*+-.^_`|~";
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || marks.contains(c);
}

inline bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.cbegin(), text.cend(), isTokenCharacter);
}

/// What no field value may contain (RFC 9110, 5.5).
inline bool isControlCharacter(char c)
{
    return (uchar(c) < 0x20 && c != '\t') || c == '\x7f';
}

} // namespace ticker
