// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localized_text.h"

#include <QByteArrayView>
#include <QStringView>

namespace ticker {

constexpr qsizetype longestSymbol = 64;

/// Whether an instrument may have this symbol: what symbolRule() says.
[[nodiscard]] bool isSymbol(QStringView text);
[[nodiscard]] bool isSymbol(QByteArrayView text);

/// "1 to 64 of A-Z 0-9 . - _ …".
[[nodiscard]] LocalizedText symbolRule();

} // namespace ticker
