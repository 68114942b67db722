// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace ticker {

// How a frame of Zstandard begins (RFC 8878, section 3.1): one of data, or one to be skipped, which other tools write there.

constexpr qsizetype zstdMarkBytes = 4;

/// What there is of its first bytes; more make no difference.
[[nodiscard]] constexpr bool beginsAsZstdFrame(QByteArrayView start)
{
    constexpr QByteArrayView ofData("\x28\xb5\x2f\xfd");
    constexpr QByteArrayView toSkip("\x50\x2a\x4d\x18");
    bool isOfData = true;
    bool isToSkip = true;
    for (qsizetype i = 0; i < start.size() && i < zstdMarkBytes; ++i) {
        const auto lowBits = char(i == 0 ? 0x0f : 0); // of which each value will do
        isOfData = isOfData && start[i] == ofData[i];
        isToSkip = isToSkip && char(start[i] & ~lowBits) == toSkip[i];
    }
    return isOfData || isToSkip;
}

/// Nothing else begins like that.
[[nodiscard]] constexpr bool isZstdFrame(QByteArrayView start)
{
    return start.size() >= zstdMarkBytes && beginsAsZstdFrame(start);
}

} // namespace ticker
