// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "packets/packet_framing.h"

#include "engineio_codec/engineio_query.h"

namespace ticker {

std::optional<EngineIoRevision> PacketFraming::revisionOf(const EngineIoQuery &query)
{
    if (query.revision == "4")
        return EngineIoRevision::Four;
    if (query.revision == "3")
        return EngineIoRevision::Three;
    return std::nullopt;
}

PacketFraming PacketFraming::of(const EngineIoQuery &query)
{
    return {revisionOf(query).value_or(EngineIoRevision::Four), query.base64, query.jsonp};
}

} // namespace ticker
