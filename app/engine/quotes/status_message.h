// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "instruments/symbol_set.h"

#include <QByteArray>
#include <QStringList>

#include <chrono>
#include <optional>

namespace ticker {

class QuoteCache;

// The messages that tell how things stand without any price, each a JSON object without the type that withType() gives it.
// resources/api/WIRE.md says what they mean. Times are in milliseconds since 1970.

/// {"tape":"…","every":5,"seq":…,"last":…,"time":…,"state":"paused"}: one comes every so many seconds. `last` is the last tick
/// that was sent for the subscription, and missing without one; state is missing while the market runs, and "halted" where
/// nothing of the subscription is.
[[nodiscard]] QByteArray heartbeatObject(const QuoteCache &cache, const SymbolSet &subscribed,
                                         std::chrono::milliseconds every, std::optional<quint64> last, qint64 timeMs);

/// {"tape":"…","state":"paused","seq":…,"time":…}: how the market is; a failed one has a "message".
[[nodiscard]] QByteArray marketStatusObject(const QuoteCache &cache, qint64 timeMs);
/// The same with "changed" as its state: from now on it is another market.
[[nodiscard]] QByteArray marketChangedObject(const QuoteCache &cache, qint64 timeMs);
/// {"tape":"…","state":"halted","symbols":[…],"seq":…,"time":…}; or "trading": how trading in these instruments is.
[[nodiscard]] QByteArray tradingStatusObject(const QuoteCache &cache, const SymbolSet &symbols, bool halted,
                                             qint64 timeMs);
/// The same with "gone": this market has no such instruments.
[[nodiscard]] QByteArray goneStatusObject(const QuoteCache &cache, const QStringList &symbols, qint64 timeMs);

/// A message as one of server-sent events without an id, so that the last one stays what it is.
[[nodiscard]] QByteArray eventWithoutId(const QByteArray &json);
/// The id of an event after which no tick of the tape was sent yet: a stream that is resumed from there begins anew.
constexpr QByteArrayView noTickId = "new";
/// The same with that id.
[[nodiscard]] QByteArray eventWithoutTick(const QByteArray &json);
/// One with a name: who listens for messages only does not hear it.
[[nodiscard]] QByteArray namedEvent(const char *name, const QByteArray &json);

} // namespace ticker
