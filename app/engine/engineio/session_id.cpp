// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engineio/session_id.h"

#include <QRandomGenerator>

#include <array>

namespace ticker {

QByteArray makeSessionId()
{
    constexpr qsizetype idBytes = 15; // makes 20 characters without padding
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    const auto *bytes = reinterpret_cast<const char *>(words.data());
    return QByteArray(bytes, idBytes).toBase64(QByteArray::Base64UrlEncoding);
}

} // namespace ticker
