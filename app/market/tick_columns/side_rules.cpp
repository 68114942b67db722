// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tick_columns/side_rules.h"

#include <QByteArrayView>

#include <algorithm>
#include <array>

namespace ticker {

namespace {

bool isSame(QByteArrayView one, QByteArrayView other)
{
    return one.compare(other, Qt::CaseInsensitive) == 0;
}

/// Trades of Coinbase Exchange, by REST. Another tool may write the same columns and mean the taker's side.
constexpr std::array<QByteArrayView, 5> coinbaseTrade{"time", "trade_id", "price", "size", "side"};

// One of a file's columns, or of an object's members, with what stands in it.

class Columns final
{
public:
    Columns(const QByteArrayList &names, const std::vector<QByteArrayList> &rows) : m_names(names), m_rows(rows) { }

    [[nodiscard]] std::size_t size() const { return std::size_t(m_names.size()); }
    [[nodiscard]] bool has(QByteArrayView name) const { return placeOf(name) >= 0; }
    /// In all rows.
    [[nodiscard]] bool isAlways(QByteArrayView name, QByteArrayView value) const
    {
        const auto is = [&](const QByteArrayList &row) { return isSame(row.value(placeOf(name)), value); };
        return has(name) && std::ranges::all_of(m_rows, is);
    }
    /// In one row at least.
    [[nodiscard]] bool isEver(QByteArrayView name, QByteArrayView value) const
    {
        const auto is = [&](const QByteArrayList &row) { return isSame(row.value(placeOf(name)), value); };
        return has(name) && std::ranges::any_of(m_rows, is);
    }

private:
    [[nodiscard]] qsizetype placeOf(QByteArrayView name) const
    {
        const auto found = std::ranges::find_if(m_names, [name](const QByteArray &each) { return isSame(each, name); });
        return found == m_names.end() ? -1 : found - m_names.begin();
    }

    const QByteArrayList &m_names;
    const std::vector<QByteArrayList> &m_rows;
};

class Members final
{
public:
    explicit Members(std::span<const JsonMember> members) : m_members(members) { }

    [[nodiscard]] std::size_t size() const { return m_members.size(); }
    [[nodiscard]] bool has(QByteArrayView name) const { return find(name) != m_members.end(); }
    [[nodiscard]] bool isAlways(QByteArrayView name, QByteArrayView value) const
    {
        return has(name) && isSame(find(name)->value, value);
    }
    [[nodiscard]] bool isEver(QByteArrayView name, QByteArrayView value) const { return isAlways(name, value); }

private:
    [[nodiscard]] std::span<const JsonMember>::iterator find(QByteArrayView name) const
    {
        return std::ranges::find_if(m_members, [name](const JsonMember &each) { return isSame(each.key, name); });
    }

    std::span<const JsonMember> m_members;
};

/// Of a column named side: nearly everybody means the taker's.
template<typename Neighbours>
SideForm formOfSide(const Neighbours &beside)
{
    const bool isDatabento = beside.has("publisher_id") || (beside.has("ts_recv") && beside.has("action"));
    if (isDatabento) // of what is no trade it is the side of an order
        return beside.isAlways("action", "T") ? SideForm::AskOrBid : SideForm::None;
    // Coinbase Exchange: messages of a match have the maker's side, those of a ticker the taker's. Of Coinbase's other
    // interface, its users do not agree.
    if (beside.has("maker_order_id"))
        return SideForm::Maker;
    if (beside.has("product_id"))
        return beside.has("last_size") ? SideForm::Taker : SideForm::None;
    const auto has = [&](QByteArrayView name) { return beside.has(name); };
    if (beside.size() == coinbaseTrade.size() && std::ranges::all_of(coinbaseTrade, has))
        return SideForm::None;
    // ccxt, of a person's own trades: the side of that person's order
    return beside.isEver("takerOrMaker", "maker") ? SideForm::None : SideForm::Taker;
}

/// A b alone could be a trade at the bid as well, which a taker sold.
bool areLetters(std::size_t column, const std::vector<QByteArrayList> &rows)
{
    bool hasSold = false;
    for (const QByteArrayList &row : rows) {
        const QByteArray cell = row.value(qsizetype(column));
        if (!cell.isEmpty() && !isSame(cell, "b") && !isSame(cell, "s"))
            return false;
        hasSold = hasSold || isSame(cell, "s");
    }
    return hasSold;
}

} // namespace

SideForm sideFormOfColumn(std::size_t column, SideForm byName, const QByteArrayList &names,
                          const std::vector<QByteArrayList> &rows)
{
    if (byName == SideForm::Flags) // MetaTrader 5; others have other flags
        return names[qsizetype(column)] == "<FLAGS>" && names.contains("<LAST>") ? byName : SideForm::None;
    if (byName != SideForm::Taker)
        return byName;
    const SideForm form = formOfSide(Columns(names, rows));
    return form == SideForm::Taker && areLetters(column, rows) ? SideForm::Letters : form;
}

SideForm sideFormOfMember(SideForm byName, std::span<const JsonMember> members)
{
    if (byName == SideForm::Flags)
        return SideForm::None;
    return byName == SideForm::Taker ? formOfSide(Members(members)) : byName;
}

} // namespace ticker
