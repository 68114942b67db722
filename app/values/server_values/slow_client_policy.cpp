// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server_values/slow_client_policy.h"

namespace ticker {

QString slowClientPolicyName(SlowClientPolicy policy)
{
    switch (policy) {
    case SlowClientPolicy::Conflate:
        return QStringLiteral("conflate");
    case SlowClientPolicy::DropOldest:
        return QStringLiteral("drop-oldest");
    case SlowClientPolicy::Disconnect:
        return QStringLiteral("disconnect");
    }
    Q_UNREACHABLE();
}

std::optional<SlowClientPolicy> slowClientPolicyFromName(QStringView name)
{
    for (const auto policy : {SlowClientPolicy::Conflate, SlowClientPolicy::DropOldest, SlowClientPolicy::Disconnect}) {
        if (name == slowClientPolicyName(policy))
            return policy;
    }
    return std::nullopt;
}

} // namespace ticker
