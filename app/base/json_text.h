// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QJsonValue>
#include <QString>

#include <chrono>
#include <optional>

namespace ticker {

/// Any JSON value (RFC 8259), not only the arrays and objects that Qt reads by itself. Nothing: this is none, or one
/// deeper than Qt reads (1024 levels), or with a control character in a string, which Qt lets pass.
[[nodiscard]] std::optional<QJsonValue> parseJson(const QByteArray &text);

/// The text of any JSON value, without white space.
[[nodiscard]] QByteArray jsonText(const QJsonValue &value);

/// A time as a JSON number of seconds.
[[nodiscard]] QByteArray secondsText(std::chrono::milliseconds time);

/// A key that an object has more than once, of which QJsonObject keeps the last; nothing: it has none. The text must be
/// an object that parseJson() reads.
[[nodiscard]] std::optional<QString> repeatedJsonKey(const QByteArray &object);

/// The texts of an array's elements, as they stand in it: no digit and no order of keys is changed. The text must be an
/// array that parseJson() reads.
[[nodiscard]] QByteArrayList splitJsonArray(const QByteArray &array);

} // namespace ticker
