// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client_values/activity.h"
#include "client_values/client_row.h"
#include "deadline.h"
#include "telemetry/line_budget.h"

#include <functional>

namespace ticker {

struct PeerInfo;

/// Collects what happens and hands it on in batches, ten a second at most. When too much happens at once, as when thousands
/// of clients connect, only the first lines of each second are kept, and one line tells how many are not. What is refused
/// has a budget for each kind and peer, and so invented requests hide nobody else's. Server thread; owned by the server,
/// outlives its sessions.
class ActivityLog final
{
public:
    using Deliver = std::function<void(const Activities &)>;

    static constexpr std::chrono::milliseconds batchInterval{100};
    static constexpr std::chrono::seconds window{1};
    /// Lines that are kept of each second, of clients and of everything else: a storm of the one does not hide the other.
    static constexpr int mostOfClients = 150;
    static constexpr int mostOthers = 50;
    /// Of each kind of refusal and peer: enough to see what a page tries that does so once a second.
    static constexpr LineBudget::Rate refusalRate{10, std::chrono::seconds(1)};

    /// The clock tells milliseconds since 1970. The deadlines outlive it.
    ActivityLog(DeadlineQueue &deadlines, std::function<qint64()> wallTimeMs, Deliver deliver);
    Q_DISABLE_COPY_MOVE(ActivityLog)

    /// A new line, with its kind and time, to be completed before anything else is called here. Null: it is not kept.
    [[nodiscard]] Activity *add(Activity::Kind kind);
    /// The same, of a client.
    [[nodiscard]] Activity *add(Activity::Kind kind, quint64 client, const PeerInfo &peer, TransportKind transport);
    /// A request that was refused, which counts only against the budget of its peer.
    [[nodiscard]] Activity *addRefusal(Activity::Kind kind, const PeerInfo &peer);
    /// The end of a client, with what its row says.
    void addEnd(const ClientRow &client, DisconnectReason reason);
    /// Hands on what was collected, and how much was left out, at once.
    void flush();

private:
    [[nodiscard]] bool hasRoomFor(Activity::Kind kind);
    void beginWindow();
    void omit();
    void append(Activity::Kind kind);
    void tellOmitted();
    void schedule();
    void deliver();

    std::function<qint64()> m_wallTimeMs;
    Deliver m_deliver;
    Deadline m_delivery;
    LineBudget m_refusals{refusalRate};
    Activities m_lines;
    DeadlineQueue::Time m_windowStart{0};
    int m_ofClients = 0; ///< Kept in this window.
    int m_others = 0;
    quint64 m_omitted = 0;
};

} // namespace ticker
