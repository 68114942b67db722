// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tick_columns/json_shapes.h"

#include <algorithm>
#include <array>

namespace ticker {

namespace {

using enum TickField;

struct ShapeKey final
{
    QByteArrayView name;
    TickField field;
};

/// The messages of a vendor that have this member, or only these keys if none is named.
struct MessageShape final
{
    QByteArrayView key;
    QByteArrayView value;
    std::array<ShapeKey, 7> keys; ///< All of which a message has; those without a name do not count.
};

constexpr std::array messageShapes{
    // Polygon (Massive), WebSocket: trades, quotes, aggregates per minute and per second
    MessageShape{"ev", "T", {ShapeKey{"sym", Symbol}, {"p", Price}, {"s", Size}, {"t", Time}}},
    MessageShape{"ev", "Q", {ShapeKey{"sym", Symbol}, {"bp", Bid}, {"ap", Ask}, {"t", Time}}},
    MessageShape{
        "ev",
        "AM",
        {ShapeKey{"sym", Symbol}, {"o", Open}, {"h", High}, {"l", Low}, {"c", Close}, {"v", Size}, {"s", Time}}},
    MessageShape{
        "ev",
        "A",
        {ShapeKey{"sym", Symbol}, {"o", Open}, {"h", High}, {"l", Low}, {"c", Close}, {"v", Size}, {"s", Time}}},
    // Alpaca, WebSocket: trades, quotes, bars
    MessageShape{"T", "t", {ShapeKey{"S", Symbol}, {"p", Price}, {"s", Size}, {"t", Time}}},
    MessageShape{"T", "q", {ShapeKey{"S", Symbol}, {"bp", Bid}, {"ap", Ask}, {"t", Time}}},
    MessageShape{"T",
                 "b",
                 {ShapeKey{"S", Symbol}, {"o", Open}, {"h", High}, {"l", Low}, {"c", Close}, {"v", Size}, {"t", Time}}},
    MessageShape{"T",
                 "d",
                 {ShapeKey{"S", Symbol}, {"o", Open}, {"h", High}, {"l", Low}, {"c", Close}, {"v", Size}, {"t", Time}}},
    // Binance, WebSocket: trades, aggregate trades, statistics of a day with the last price, best bid and ask
    MessageShape{"e", "trade", {ShapeKey{"s", Symbol}, {"p", Price}, {"q", Size}, {"T", Time}}},
    MessageShape{"e", "aggTrade", {ShapeKey{"s", Symbol}, {"p", Price}, {"q", Size}, {"T", Time}}},
    MessageShape{"e", "24hrTicker", {ShapeKey{"s", Symbol}, {"c", Price}, {"Q", Size}, {"E", Time}}},
    MessageShape{"e", "24hrMiniTicker", {ShapeKey{"s", Symbol}, {"c", Price}, {"E", Time}}},
    MessageShape{"e", "bookTicker", {ShapeKey{"s", Symbol}, {"b", Bid}, {"a", Ask}, {"T", Time}}},
    // IEX: minutes, and the last sale
    MessageShape{"",
                 "",
                 {ShapeKey{"date", Time},
                  {"minute", TimeOfDay},
                  {"open", Open},
                  {"high", High},
                  {"low", Low},
                  {"close", Close},
                  {"volume", Size}}},
    MessageShape{
        "", "", {ShapeKey{"symbol", Symbol}, {"lastSalePrice", Price}, {"lastSaleSize", Size}, {"lastSaleTime", Time}}},
    // Finnhub: trades
    MessageShape{"", "", {ShapeKey{"s", Symbol}, {"p", Price}, {"v", Size}, {"t", Time}}},
    // Polygon and Alpaca, REST: bars
    MessageShape{"", "", {ShapeKey{"o", Open}, {"h", High}, {"l", Low}, {"c", Close}, {"v", Size}, {"t", Time}}},
};

const JsonMember *find(std::span<const JsonMember> members, QByteArrayView key)
{
    const auto found = std::ranges::find(members, key, &JsonMember::key);
    return found == members.end() ? nullptr : &*found;
}

/// A message of another kind, of a vendor that marks them.
bool hasMark(std::span<const JsonMember> members)
{
    return find(members, "ev") || find(members, "T") || find(members, "e");
}

bool hasShape(std::span<const JsonMember> members, const MessageShape &shape)
{
    const JsonMember *mark = find(members, shape.key);
    const bool isMarked = shape.key.isEmpty() ? !hasMark(members) : mark && mark->value == shape.value;
    return isMarked && std::ranges::all_of(shape.keys, [&](const ShapeKey &key) {
               return key.name.isEmpty() || find(members, key.name);
           });
}

} // namespace

const std::vector<std::optional<ColumnMeaning>> &JsonShapes::meanings(std::span<const JsonMember> members)
{
    m_meanings.assign(members.size(), std::nullopt);
    const auto *const shape = std::ranges::find_if(messageShapes,
                                                   [&](const MessageShape &each) { return hasShape(members, each); });
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (shape == messageShapes.end()) {
            m_meanings[i] = byName(members[i].key);
            continue;
        }
        const auto *const key = std::ranges::find(shape->keys, members[i].key, &ShapeKey::name);
        if (key != shape->keys.end())
            m_meanings[i] = ColumnMeaning{key->field};
    }
    if (!m_given.empty())
        applyGiven(members);
    return m_meanings;
}

void JsonShapes::applyGiven(std::span<const JsonMember> members)
{
    for (std::size_t i = 0; i < members.size(); ++i) {
        const auto isNamed = [&](const GivenColumn &each) {
            return !each.column.isEmpty() && each.isNamed(members[i].key);
        };
        const auto given = std::ranges::find_if(m_given, isNamed);
        if (given != m_given.end())
            m_meanings[i] = ColumnMeaning{given->field};
        else if (m_meanings[i]
                 && std::ranges::find(m_given, m_meanings[i]->field, &GivenColumn::field) != m_given.end())
            m_meanings[i].reset();
    }
}

std::optional<ColumnMeaning> JsonShapes::byName(QByteArrayView key)
{
    constexpr qsizetype mostKnown = 256;
    const auto found = m_known.constFind(QByteArray::fromRawData(key.data(), key.size()));
    if (found != m_known.cend())
        return *found;
    if (m_known.size() >= mostKnown)
        m_known.clear();
    return *m_known.insert(key.toByteArray(), columnMeaning(key));
}

} // namespace ticker
