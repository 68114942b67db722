// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "packets/packet_framing.h"

#include "engineio_codec/engineio_query.h"

#include <algorithm>
#include <utility>

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
    // Kept for each client. Of the index only digits count, of which a page uses a few.
    constexpr qsizetype longestIndex = 64;
    std::optional<QByteArray> jsonp;
    if (query.jsonp)
        jsonp = query.jsonp->first(std::min(longestIndex, query.jsonp->size()));
    return {revisionOf(query).value_or(EngineIoRevision::Four), query.base64, std::move(jsonp)};
}

} // namespace ticker
