// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace ticker {

/// A key of a JSON object with its value, a text or a number as it is written. Refers to the text.
struct JsonMember final
{
    QByteArrayView key;
    QByteArrayView value; ///< Empty: null, or something nested.
    bool isWord = false;  ///< It is true or false.
};

} // namespace ticker
