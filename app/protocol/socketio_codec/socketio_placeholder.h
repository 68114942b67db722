// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonValue>

#include <optional>

namespace ticker {

/// Whether a value stands for an attachment: {"_placeholder":true,...}.
[[nodiscard]] bool isPlaceholder(const QJsonValue &value);
/// Which attachment a placeholder stands for; nothing when its number is not a whole one below the count.
[[nodiscard]] std::optional<qsizetype> attachmentNumber(const QJsonValue &placeholder, qsizetype count);
/// Whether each placeholder in a payload stands for one of so many attachments.
[[nodiscard]] bool placeholdersFit(const QJsonValue &payload, qsizetype count);
/// The text of a placeholder.
[[nodiscard]] QByteArray placeholderText(qsizetype number);

} // namespace ticker
