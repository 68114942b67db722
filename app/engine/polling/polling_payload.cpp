// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "polling/polling_payload.h"

#include "engineio_codec/engineio_jsonp.h"
#include "engineio_codec/engineio_payload.h"
#include "engineio_codec/engineio_payload_v3.h"

#include <algorithm>
#include <vector>

namespace ticker {

namespace {

QByteArray encodeBinary(std::span<const OutgoingPacket> packets)
{
    std::vector<EngineIoPayloadV3Part> parts;
    parts.reserve(packets.size());
    for (const OutgoingPacket &packet : packets)
        parts.push_back({packet.data(), packet.isBinary()});
    return encodeBinaryPayloadV3(parts);
}

QByteArray encodeText(std::span<const OutgoingPacket> packets, EngineIoRevision revision)
{
    QByteArrayList texts;
    texts.reserve(qsizetype(packets.size()));
    for (const OutgoingPacket &packet : packets)
        texts.append(packet.text(revision));
    return revision == EngineIoRevision::Three ? encodePayloadV3(texts) : encodePayload(texts);
}

} // namespace

PollingPayload encodePollingPayload(std::span<const OutgoingPacket> packets, const PacketFraming &framing)
{
    Q_ASSERT(!packets.empty());
    const bool mayBeBinary = framing.revision == EngineIoRevision::Three && !framing.base64 && !framing.jsonp;
    if (mayBeBinary
        && std::any_of(packets.begin(), packets.end(), [](const auto &packet) { return packet.isBinary(); }))
        return {QByteArrayLiteral("application/octet-stream"), encodeBinary(packets)};
    const QByteArray text = encodeText(packets, framing.revision);
    // A browser that is told not to guess types runs a script only when it is called one.
    if (framing.jsonp)
        return {QByteArrayLiteral("text/javascript; charset=UTF-8"), encodeJsonp(*framing.jsonp, text)};
    return {QByteArrayLiteral("text/plain; charset=UTF-8"), text};
}

} // namespace ticker
