// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engineio_codec/engineio_packet.h"

#include "engineio_codec/engineio_packet_v3.h"
#include "fuzz.h"

using namespace ticker;

namespace {

using Decode = Expected<EngineIoPacket, EngineIoPacketError> (*)(const QByteArray &);
using Encode = QByteArray (*)(const EngineIoPacket &);

EngineIoPacket binaryMessage(const QByteArray &data)
{
    return {EngineIoPacket::Type::Message, true, data};
}

void checkText(const QByteArray &input, Decode decode, Encode encode)
{
    const auto packet = decode(input);
    if (!packet) {
        FUZZ_VERIFY(packet.error().offset >= 0 && packet.error().offset <= input.size());
        return;
    }
    const QByteArray text = encode(*packet);
    FUZZ_VERIFY(packet->binary || text == input);
    FUZZ_VERIFY(decode(text).hasValue() && *decode(text) == *packet);
}

} // namespace

/// The input is one packet, read by each of the decoders.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input = fuzz::toBytes(data, size);
    checkText(input, decodeTextPacket, encodeTextPacket);
    checkText(input, decodeTextPacketV3, encodeTextPacketV3);

    // As data of a message it comes through unchanged on every way.
    const EngineIoPacket message = binaryMessage(input);
    FUZZ_VERIFY(decodeBinaryPacket(input) == message);
    FUZZ_VERIFY(*decodeTextPacket(encodeTextPacket(message)) == message);
    FUZZ_VERIFY(*decodeTextPacketV3(encodeTextPacketV3(message)) == message);
    FUZZ_VERIFY(*decodeBinaryPacketV3(encodeBinaryPacketV3(message)) == message);

    const auto binary = decodeBinaryPacketV3(input);
    FUZZ_VERIFY(binary.hasValue() == input.startsWith('\x04'));
    FUZZ_VERIFY(!binary || encodeBinaryPacketV3(*binary) == input);
    return 0;
}
