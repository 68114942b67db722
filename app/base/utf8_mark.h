// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace ticker {

/// A text without the byte order mark that some programs put in front of UTF-8.
[[nodiscard]] inline QByteArrayView withoutUtf8Mark(QByteArrayView text)
{
    constexpr QByteArrayView mark = "\xef\xbb\xbf";
    return text.startsWith(mark) ? text.sliced(mark.size()) : text;
}

} // namespace ticker
