// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "network_shares.h"
#include "server_values/chosen_limits.h"

#include <QtGlobal>

#include <chrono>

namespace ticker {

/// Every limit of the server, with unit and reason. A plain value: copied to whoever needs it, never shared.
struct Limits final : ChosenLimits
{
    // Connections
    /// Connections that wait in the kernel while the event loop is busy; Qt's 50 makes a burst wait for SYN retries.
    int listenBacklog = 4096;
    /// Pause before accepting again after the process ran out of descriptors.
    ms acceptRetry{250};

    /// Of connections, and of sessions, one address other than this computer's own has one in so many at most. Half: a
    /// school behind one address still has thousands, and whoever takes as many as possible leaves as many to others.
    int networkPart = 2;
    /// Connections, and sessions, that are kept for this computer: a browser opens six for each of some pages.
    int keptForThisComputer = 64;
    /// Between two lines about peers that were refused because there are too many.
    ms refusalTellInterval{10'000};

    // Requests
    /// Bytes of a request line with its header fields; browsers send under 4 KiB, large cookies up to 8 KiB.
    qsizetype maxHeadBytes = 16 * 1024;
    /// Bytes of a request target; more is 414.
    qsizetype maxTargetBytes = 8 * 1024;
    /// Header fields of one request; more is 431.
    int maxHeaderFields = 100;
    /// Bytes of a request body; the reference Socket.IO server's maxHttpBufferSize.
    qsizetype maxBodyBytes = 1'000'000;
    /// Bytes that a body in chunks has beside its content, extensions and trailer fields: nobody here reads them.
    qsizetype maxBodyExtraBytes = 16 * 1024;
    /// Bytes that all connections together keep of bodies and messages that are not whole: clients send little, and whoever
    /// would keep more is refused. Each may keep a few in any case, so that what is small always gets through.
    qsizetype maxUnfinishedBytes = 16 * 1024 * 1024;
    qsizetype freeUnfinishedBytes = 16 * 1024;
    /// From the first byte of a head to its last: a slow-loris holds a connection no longer than this.
    ms headTimeout{10'000};
    /// From the last byte of the head to the last of the body.
    ms bodyTimeout{30'000};
    /// A kept-alive connection without a request.
    ms keepAliveTimeout{60'000};
    /// A closing connection is read (and what is read dropped) this long, so that the peer sees the answer.
    ms lingerTimeout{2'000};

    /// Names under which requests are counted apart, for who compares transports: six for each of many pages.
    std::size_t maxLanes = 1000;

    /// Names that clients give themselves, of which is kept what became of them.
    std::size_t maxNamedClients = 1000;

    // Engine.IO and Socket.IO
    /// Bytes of one message from a client, over WebSocket or in a POST; told to clients as maxPayload.
    qsizetype maxPayload = 1'000'000;
    /// From the first byte of a WebSocket message to its last, as with a POST's body.
    ms messageTimeout{30'000};
    /// From one comment in an event stream to the next: proxies give up idle connections after half a minute or more.
    ms eventCommentInterval{15'000};
    /// Told to the client of an event stream: how long it should wait before it comes back.
    ms eventRetry{2'000};
    /// From the start of an upgrade to its end.
    ms upgradeTimeout{10'000};
    /// From the transport's opening to the Socket.IO CONNECT.
    ms connectTimeout{45'000};
    /// How long a closed polling session waits for the client's next GET to tell it.
    ms pollingCloseTimeout{30'000};

    // Slow clients
    /// Bytes that wait for one client; beyond them its ticks are dealt with by the policy.
    qsizetype maxUnsentBytes = 256 * 1024;
    /// Bytes that the kernel keeps unsent for one client before it says that it is full, where it can be told: about what a
    /// fast reader takes at once, so that a slow one is noticed here and not after megabytes.
    int maxKernelUnsentBytes = 128 * 1024;
    /// Bytes that wait for one client, messages that may not be merged included: a few of the largest. Beyond them it is
    /// dropped as too slow.
    qsizetype maxUnsentMessageBytes = 4 * 1024 * 1024;
    /// Packets that wait for one client, each of which costs memory beside its bytes: acknowledgements, mostly.
    std::size_t maxUnsentPackets = 10'000;
    /// A client whose waiting bytes do not shrink for this long is dropped.
    ms stallTimeout{30'000};

    // The clock
    /// Ticks a second.
    double minRateHz = 0.01;
    double maxRateHz = 10'000;

    // The window
    /// Between two snapshots for the window: ten a second is what an eye can follow in a table.
    ms snapshotInterval{100};

    [[nodiscard]] NetworkShares::Limit connectionLimit() const
    {
        return {maxConnections, keptForThisComputer, networkPart};
    }
    [[nodiscard]] NetworkShares::Limit sessionLimit() const { return {maxSessions, keptForThisComputer, networkPart}; }

    /// Takes what a person has chosen in place of what there was.
    void choose(const ChosenLimits &chosen) { static_cast<ChosenLimits &>(*this) = chosen; }
};

} // namespace ticker
