// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace ticker::bench {

/// What there is in a file that is made to be read.
struct MadeFile final
{
    std::uint64_t bytes = 0; ///< Of the file,
    std::uint64_t lines = 0; ///< and of its content.
};

/// Writes a file whose content has about so many bytes. Kinds: "ticks", in the order of time; "gzip", the same packed;
/// "newest-first"; "by-symbol", one instrument after the other; and "late-date", whose last line alone says that the day
/// comes before the month. Ends the process if it cannot.
[[nodiscard]] MadeFile makeReplayFile(const std::string &kind, const std::string &path, std::uint64_t bytes);

} // namespace ticker::bench
