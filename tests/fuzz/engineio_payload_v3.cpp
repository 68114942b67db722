// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engineio_codec/engineio_payload_v3.h"

#include "engineio_codec/engineio_packet_v3.h"
#include "fuzz.h"

#include <QString>

#include <algorithm>
#include <vector>

using namespace ticker;
using Form = EngineIoPayloadV3Reader::Form;

namespace {

struct Read final
{
    std::vector<EngineIoPacket> packets;
    bool broken = false;
};

Read readAll(const QByteArray &payload, Form form)
{
    Read result;
    for (EngineIoPayloadV3Reader reader(payload, form); !reader.atEnd();) {
        auto packet = reader.next();
        FUZZ_VERIFY(qsizetype(result.packets.size()) <= payload.size()); // it ends
        if (packet) {
            FUZZ_VERIFY(packet->binary || packet->data.isValidUtf8());
            result.packets.push_back(packet.takeValue());
            continue;
        }
        result.broken = true;
        FUZZ_VERIFY(packet.error().offset >= 0 && packet.error().offset <= payload.size());
        FUZZ_VERIFY(reader.atEnd());
    }
    return result;
}

/// What is cut off changes nothing before it.
void checkCut(const QByteArray &payload, Form form, qsizetype size, const Read &whole)
{
    const Read cut = readAll(payload.first(size), form);
    FUZZ_VERIFY(cut.packets.size() <= whole.packets.size());
    FUZZ_VERIFY(std::equal(cut.packets.begin(), cut.packets.end(), whole.packets.begin()));
}

void checkRoundTrips(const std::vector<EngineIoPacket> &packets)
{
    QByteArrayList texts;
    std::vector<EngineIoPayloadV3Part> parts;
    QByteArray expected;
    for (const EngineIoPacket &packet : packets) {
        const QByteArray text = encodeTextPacketV3(packet);
        texts.append(text);
        parts.push_back({packet.binary ? packet.data : text, packet.binary});
        expected += QByteArray::number(QString::fromUtf8(text).size()) + ':' + text;
    }
    const QByteArray text = encodePayloadV3(texts);
    FUZZ_VERIFY(text == (packets.empty() ? QByteArray("0:") : expected));
    const Read fromText = readAll(text, Form::Text);
    FUZZ_VERIFY(!fromText.broken && fromText.packets == packets);
    const Read fromBinary = readAll(encodeBinaryPayloadV3(parts), Form::Binary);
    FUZZ_VERIFY(!fromBinary.broken && fromBinary.packets == packets);
}

} // namespace

/// The input is a payload of revision 3, read in both forms.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input = fuzz::toBytes(data, size);
    for (const Form form : {Form::Text, Form::Binary}) {
        const Read read = readAll(input, form);
        checkRoundTrips(read.packets);
        checkCut(input, form, input.size() / 2, read);
        checkCut(input, form, std::max<qsizetype>(0, input.size() - 1), read);
    }
    return 0;
}
