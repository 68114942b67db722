// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

// The part of RFC 6455 that the benchmark speaks: whole frames, up to 64 KiB.
namespace ticker::bench {

enum class Opcode : unsigned char { Continuation = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };

/// A frame of a server.
struct Frame
{
    Opcode opcode = Opcode::Text;
    bool last = true;         ///< Of its message.
    std::string_view payload; ///< Points into what was read.
    std::size_t size = 0;     ///< With its head.
};

/// The frame that the bytes begin with, or nothing while it is not complete.
[[nodiscard]] std::optional<Frame> readServerFrame(std::string_view bytes);

[[nodiscard]] std::string serverTextFrame(std::string_view text);
/// With a mask, as clients must. For payloads of at most 125 bytes.
[[nodiscard]] std::string clientFrame(Opcode opcode, std::string_view payload);

/// What Sec-WebSocket-Accept answers to a Sec-WebSocket-Key (section 4.2.2).
[[nodiscard]] std::string acceptFor(std::string_view key);

/// A key that every client may use, and what a server has to answer to it (section 1.3's example).
constexpr std::string_view sampleKey = "dGhlIHNhbXBsZSBub25jZQ==";
constexpr std::string_view sampleAccept = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

} // namespace ticker::bench
