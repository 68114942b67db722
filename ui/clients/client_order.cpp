// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clients/client_order.h"

#include "clients/client_columns.h"

#include <algorithm>
#include <cmath>

namespace ticker {

namespace {

/// A number that sorts as the cell does: comparing numbers that lie together is far cheaper than comparing rows.
struct Key final
{
    quint64 value = 0;
    int index = 0;

    friend auto operator<=>(const Key &, const Key &) = default;
};

/// A rate of which thousandths count.
constexpr double rateDigits = 1000;

quint64 numberKey(qint64 number)
{
    return quint64(number) ^ (quint64(1) << 63); // negative ones first
}

quint64 numberKey(const ClientRow &row, int column)
{
    switch (column) {
    case ClientColumns::ConnectedFor:
        return numberKey(qint64(row.connectedFor.count()));
    case ClientColumns::Subscriptions:
        return quint64(row.subscription.instruments) * 2 + (row.getsHeadline ? 1 : 0);
    case ClientColumns::Rate:
        return quint64(std::llround(row.ticksPerSecond * rateDigits));
    case ClientColumns::Merged:
        return row.ticksMerged;
    case ClientColumns::RoundTrip:
        return numberKey(qint64(row.roundTrip.count()));
    case ClientColumns::TicksSent:
        return row.ticksSent;
    case ClientColumns::Bytes:
        return row.bytesSent;
    case ClientColumns::Unsent:
        return numberKey(row.unsentBytes);
    case ClientColumns::Events:
        return row.unknownEvents;
    default:
        return 0; // as they came
    }
}

/// From one snapshot to the next most keep their place, and who is new stands at the end.
template<typename Item, typename Less>
bool sortTail(std::vector<Item> *items, Less less)
{
    const auto tail = std::is_sorted_until(items->begin(), items->end(), less);
    if (tail == items->end())
        return false;
    std::sort(tail, items->end(), less);
    std::inplace_merge(items->begin(), tail, items->end(), less);
    return true;
}

template<typename TextOf>
bool sortByText(std::vector<int> *indexes, Qt::SortOrder direction, TextOf textOf)
{
    const int sign = direction == Qt::AscendingOrder ? 1 : -1;
    return sortTail(indexes, [sign, &textOf](int left, int right) {
        const int order = sign * textOf(left).compare(textOf(right));
        return order != 0 ? order < 0 : left < right;
    });
}

bool sortByNumber(std::vector<int> *indexes, const QList<ClientRow> &rows, const ClientOrder &order)
{
    const quint64 flip = order.direction == Qt::AscendingOrder ? 0 : ~quint64(0);
    std::vector<Key> keys;
    keys.reserve(indexes->size());
    for (const int index : *indexes)
        keys.push_back({numberKey(rows.at(index), order.column) ^ flip, index});
    if (!sortTail(&keys, std::less<>()))
        return false;
    std::ranges::transform(keys, indexes->begin(), &Key::index);
    return true;
}

} // namespace

bool ClientOrder::sort(std::vector<int> *indexes, const QList<ClientRow> &rows) const
{
    switch (column) {
    case ClientColumns::Address:
        return sortByText(indexes, direction, [&rows](int row) -> const QString & { return rows.at(row).address; });
    case ClientColumns::Name:
        return sortByText(indexes, direction, [&rows](int row) -> const QString & { return rows.at(row).name; });
    case ClientColumns::Transport:
        return sortByText(indexes, direction, [&rows](int row) { return transportName(rows.at(row).transport); });
    case ClientColumns::UserAgent:
        return sortByText(indexes, direction, [&rows](int row) -> const QString & { return rows.at(row).userAgent; });
    default:
        return sortByNumber(indexes, rows, *this);
    }
}

} // namespace ticker
