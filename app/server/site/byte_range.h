// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace ticker {

/// A part of a file.
struct ByteRange final
{
    qint64 from = 0;
    qint64 size = 0;

    friend bool operator==(const ByteRange &, const ByteRange &) = default;
};

/// The one range that a field Range names (RFC 9110, 14.1.2), cut to the file's bytes; of size 0 if it has none of them.
/// Nothing: the field names several, or is not understood, and the whole file answers it. Pure.
[[nodiscard]] std::optional<ByteRange> readByteRange(const QByteArray &field, qint64 fileSize);

} // namespace ticker
