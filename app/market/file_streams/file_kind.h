// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localized_text.h"

#include <QByteArrayView>

#include <optional>

namespace ticker {

enum class FilePacking : quint8 {
    None,
    Gzip,
    Zip,
    Zstd,
};

/// How a file is packed, by its first bytes.
[[nodiscard]] FilePacking findPacking(QByteArrayView start);

/// What a file is that holds no lines of prices, by its first bytes: a sentence that says what to do. Nothing: it may.
[[nodiscard]] std::optional<LocalizedText> whyNoText(QByteArrayView start);

} // namespace ticker
