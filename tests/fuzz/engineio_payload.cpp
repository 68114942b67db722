// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engineio_codec/engineio_payload.h"

#include "fuzz.h"

#include <vector>

using namespace ticker;

namespace {

struct Read final
{
    std::vector<EngineIoPacket> packets;
    bool broken = false;
};

Read readAll(const QByteArray &payload)
{
    Read result;
    for (EngineIoPayloadReader reader(payload); !reader.atEnd();) {
        auto packet = reader.next();
        FUZZ_VERIFY(qsizetype(result.packets.size()) <= payload.size()); // it ends
        if (packet) {
            result.packets.push_back(packet.takeValue());
            continue;
        }
        result.broken = true;
        FUZZ_VERIFY(packet.error().offset >= 0 && packet.error().offset <= payload.size());
        FUZZ_VERIFY(reader.atEnd());
    }
    return result;
}

} // namespace

/// The input is a payload of revision 4.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input = fuzz::toBytes(data, size);
    const Read read = readAll(input);
    FUZZ_VERIFY(read.broken || qsizetype(read.packets.size()) == input.count('\x1e') + 1);
    if (read.packets.empty())
        return 0;

    QByteArrayList texts;
    for (const EngineIoPacket &packet : read.packets) {
        FUZZ_VERIFY(packet.binary || !packet.data.contains('\x1e'));
        texts.append(encodeTextPacket(packet));
    }
    const Read again = readAll(encodePayload(texts));
    FUZZ_VERIFY(!again.broken && again.packets == read.packets);
    return 0;
}
