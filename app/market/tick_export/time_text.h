// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtGlobal>

#include <array>
#include <limits>

namespace ticker {

/// Writes times as ISO 8601 in UTC: "2026-01-05T09:30:00.250Z". Most times are within the second of the one before, so its
/// text is kept. A value.
class TimeText final
{
public:
    /// So many decimals of a second write a time exactly: 0, 3, 6 or 9.
    [[nodiscard]] static int decimalsOf(qint64 timeNs);

    /// Appends a time, in ns since 1970, with so many decimals, at most 9; further ones are cut off.
    void append(QByteArray &text, qint64 timeNs, int decimals);

private:
    static constexpr std::size_t length = 19; ///< Of "2026-01-05T09:30:00".

    void setSecond(qint64 second);

    qint64 m_second = std::numeric_limits<qint64>::min();
    std::array<char, length> m_text{};
};

} // namespace ticker
