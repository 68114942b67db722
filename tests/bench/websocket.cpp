// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "websocket.h"

#include "system.h"

#include <boost/beast/core/detail/base64.hpp>
#include <boost/beast/core/detail/sha1.hpp>

#include <array>
#include <cstdint>

namespace ticker::bench {

namespace {

constexpr unsigned finalBit = 0x80;
constexpr unsigned maskBit = 0x80;
constexpr unsigned opcodeBits = 0x0f;
constexpr std::size_t longestShort = 125;
constexpr unsigned length16 = 126; ///< Two bytes of length follow.
constexpr unsigned length64 = 127; ///< Eight bytes of length follow.
constexpr std::size_t most16 = 0xffff;

unsigned byteAt(std::string_view bytes, std::size_t index)
{
    return static_cast<unsigned char>(bytes[index]);
}

char toByte(std::size_t value)
{
    return static_cast<char>(static_cast<unsigned char>(value));
}

} // namespace

std::optional<Frame> readServerFrame(std::string_view bytes)
{
    constexpr std::size_t shortHead = 2;
    constexpr std::size_t head16 = 4;
    if (bytes.size() < shortHead)
        return std::nullopt;
    const unsigned kind = byteAt(bytes, 0);
    std::size_t head = shortHead;
    std::size_t length = byteAt(bytes, 1);
    if (length == length16) {
        head = head16;
        if (bytes.size() < head)
            return std::nullopt;
        length = byteAt(bytes, 2) << 8 | byteAt(bytes, 3);
    } else if (length > length16) {
        fail(length == length64 ? "a frame of more than 64 KiB" : "a masked frame of a server");
    }
    if (bytes.size() < head + length)
        return std::nullopt;
    return Frame{
        .opcode = static_cast<Opcode>(kind & opcodeBits),
        .last = (kind & finalBit) != 0,
        .payload = bytes.substr(head, length),
        .size = head + length,
    };
}

std::string serverTextFrame(std::string_view text)
{
    if (text.size() > most16)
        fail("a text of more than 64 KiB");
    std::string frame(1, toByte(finalBit | static_cast<unsigned>(Opcode::Text)));
    if (text.size() <= longestShort) {
        frame += toByte(text.size());
    } else {
        frame += toByte(length16);
        frame += toByte(text.size() >> 8);
        frame += toByte(text.size());
    }
    return frame.append(text);
}

std::string clientFrame(Opcode opcode, std::string_view payload)
{
    constexpr std::string_view mask = "\x12\x34\x56\x78";
    if (payload.size() > longestShort)
        fail("a client has too much to say");
    std::string frame(1, toByte(finalBit | static_cast<unsigned>(opcode)));
    frame += toByte(maskBit | payload.size());
    frame += mask;
    for (std::size_t i = 0; i < payload.size(); ++i)
        frame += toByte(byteAt(payload, i) ^ byteAt(mask, i % mask.size()));
    return frame;
}

std::string acceptFor(std::string_view key)
{
    namespace detail = boost::beast::detail;
    constexpr std::string_view suffix = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    detail::sha1_context context;
    detail::init(context);
    detail::update(context, key.data(), key.size());
    detail::update(context, suffix.data(), suffix.size());
    std::array<std::uint8_t, detail::sha1_context::digest_size> digest = {};
    detail::finish(context, digest.data());
    std::string text(detail::base64::encoded_size(digest.size()), '\0');
    text.resize(detail::base64::encode(text.data(), digest.data(), digest.size()));
    return text;
}

} // namespace ticker::bench
