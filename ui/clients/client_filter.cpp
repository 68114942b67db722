// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clients/client_filter.h"

#include "clients/client_columns.h"

#include "clients/client_cells.h"

#include <utility>

namespace ticker {

void ClientFilter::setText(const QString &text)
{
    m_text = text;
    m_verdicts.clear();
}

bool ClientFilter::matches(const ClientRow &row) const
{
    const auto contains = [this](const QString &text) { return text.contains(m_text, Qt::CaseInsensitive); };
    return contains(row.name) || contains(row.userAgent) || contains(ClientCells::endpoint(row))
        || contains(transportName(row.transport)) || contains(ClientCells::display(row, ClientColumns::Subscriptions));
}

QList<ClientRow> ClientFilter::apply(const QList<ClientRow> &rows)
{
    if (m_text.isEmpty())
        return rows;
    QList<ClientRow> matching;
    std::vector<Verdict> verdicts;
    verdicts.reserve(std::size_t(rows.size()));
    auto last = m_verdicts.cbegin();
    for (const ClientRow &row : rows) {
        while (last != m_verdicts.cend() && last->id < row.id)
            ++last;
        const bool isKnown = last != m_verdicts.cend() && last->id == row.id && last->transport == row.transport
            && last->getsHeadline == row.getsHeadline && last->subscription == row.subscription;
        const bool isMatch = isKnown ? last->matches : matches(row);
        verdicts.push_back({row.id, row.transport, row.getsHeadline, isMatch, row.subscription});
        if (isMatch)
            matching.append(row);
    }
    m_verdicts = std::move(verdicts);
    return matching;
}

} // namespace ticker
