// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace ticker {

/// A text of a file in a message: shortened, and without control characters.
[[nodiscard]] QString quotedForPeople(QByteArrayView text);

} // namespace ticker
