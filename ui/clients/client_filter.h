// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client_values/client_row.h"

#include <QList>
#include <QString>

#include <vector>

namespace ticker {

/// Which clients a person wants to see: those in whose address, transport, user agent or subscriptions a text is. Pure, but
/// for what it remembers of the last rows, most of which read the same in the next snapshot.
class ClientFilter final
{
public:
    /// Empty: all. In whatever case.
    void setText(const QString &text);
    [[nodiscard]] bool isActive() const { return !m_text.isEmpty(); }

    /// Those that match, in their order. REQUIRES: sorted by id.
    [[nodiscard]] QList<ClientRow> apply(const QList<ClientRow> &rows);

private:
    struct Verdict final
    {
        quint64 id = 0;
        TransportKind transport = TransportKind::WebSocket;
        bool getsHeadline = false;
        bool matches = false;
        Subscription subscription;
    };

    [[nodiscard]] bool matches(const ClientRow &row) const;

    QString m_text;
    std::vector<Verdict> m_verdicts; ///< Of the last rows, in their order.
};

} // namespace ticker
