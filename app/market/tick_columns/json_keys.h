// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QByteArrayView>

namespace ticker {

/// The keys of the JSON objects in this text, which may be cut off anywhere, each once and in their order: for a message, and
/// to see whether a key is there at all. Keys with escapes are as they are written.
[[nodiscard]] QByteArrayList jsonKeys(QByteArrayView text);

} // namespace ticker
