// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tick_columns/json_shapes.h"

#include "tick_columns/side_rules.h"

#include <algorithm>
#include <array>

namespace ticker {

namespace {

using enum TickField;

struct ShapeKey final
{
    QByteArrayView name;
    TickField field;
    SideForm side = SideForm::None;
};

/// The messages of a vendor that have this member, or only these keys if none is named.
struct MessageShape final
{
    QByteArrayView key;
    QByteArrayView value;
    std::array<ShapeKey, 7> keys;   ///< All of which a message has; those without a name do not count.
    std::array<ShapeKey, 4> others; ///< Which it may have.
};

constexpr std::array messageShapes{
    // Polygon (Massive), WebSocket: trades, quotes, aggregates per minute and per second
    MessageShape{"ev", "T", {ShapeKey{"sym", Symbol}, {"p", Price}, {"s", Size}, {"t", Time}}, {ShapeKey{"i", Id}}},
    MessageShape{"ev",
                 "Q",
                 {ShapeKey{"sym", Symbol}, {"bp", Bid}, {"ap", Ask}, {"t", Time}},
                 {ShapeKey{"bs", BidSize}, {"as", AskSize}}},
    MessageShape{
        "ev",
        "AM",
        {ShapeKey{"sym", Symbol}, {"o", Open}, {"h", High}, {"l", Low}, {"c", Close}, {"v", Size}, {"s", Time}},
        {}},
    MessageShape{
        "ev",
        "A",
        {ShapeKey{"sym", Symbol}, {"o", Open}, {"h", High}, {"l", Low}, {"c", Close}, {"v", Size}, {"s", Time}},
        {}},
    // Alpaca, WebSocket: trades, quotes, bars
    MessageShape{"T",
                 "t",
                 {ShapeKey{"S", Symbol}, {"p", Price}, {"s", Size}, {"t", Time}},
                 {ShapeKey{"i", Id}, {"tks", Side, SideForm::Letters}}},
    MessageShape{"T",
                 "q",
                 {ShapeKey{"S", Symbol}, {"bp", Bid}, {"ap", Ask}, {"t", Time}},
                 {ShapeKey{"bs", BidSize}, {"as", AskSize}}},
    MessageShape{"T",
                 "b",
                 {ShapeKey{"S", Symbol}, {"o", Open}, {"h", High}, {"l", Low}, {"c", Close}, {"v", Size}, {"t", Time}},
                 {}},
    MessageShape{"T",
                 "d",
                 {ShapeKey{"S", Symbol}, {"o", Open}, {"h", High}, {"l", Low}, {"c", Close}, {"v", Size}, {"t", Time}},
                 {}},
    // Binance, WebSocket: trades, aggregate trades, statistics of a day with the last price, best bid and ask
    MessageShape{"e",
                 "trade",
                 {ShapeKey{"s", Symbol}, {"p", Price}, {"q", Size}, {"T", Time}},
                 {ShapeKey{"t", Id}, {"m", Side, SideForm::BuyerIsMaker}}},
    MessageShape{"e",
                 "aggTrade",
                 {ShapeKey{"s", Symbol}, {"p", Price}, {"q", Size}, {"T", Time}},
                 {ShapeKey{"a", Id}, {"m", Side, SideForm::BuyerIsMaker}}},
    MessageShape{"e",
                 "24hrTicker",
                 {ShapeKey{"s", Symbol}, {"c", Price}, {"Q", Size}, {"E", Time}},
                 {ShapeKey{"b", Bid}, {"B", BidSize}, {"a", Ask}, {"A", AskSize}}},
    MessageShape{"e", "24hrMiniTicker", {ShapeKey{"s", Symbol}, {"c", Price}, {"E", Time}}, {}},
    MessageShape{"e",
                 "bookTicker",
                 {ShapeKey{"s", Symbol}, {"b", Bid}, {"a", Ask}, {"T", Time}},
                 {ShapeKey{"B", BidSize}, {"A", AskSize}}},
    // IEX: minutes, and the last sale, beside a bid and an ask of another moment
    MessageShape{"",
                 "",
                 {ShapeKey{"date", Time},
                  {"minute", TimeOfDay},
                  {"open", Open},
                  {"high", High},
                  {"low", Low},
                  {"close", Close},
                  {"volume", Size}},
                 {}},
    MessageShape{"",
                 "",
                 {ShapeKey{"symbol", Symbol}, {"lastSalePrice", Price}, {"lastSaleSize", Size}, {"lastSaleTime", Time}},
                 {}},
    // Finnhub: trades
    MessageShape{"", "", {ShapeKey{"s", Symbol}, {"p", Price}, {"v", Size}, {"t", Time}}, {}},
    // Polygon and Alpaca, REST: bars
    MessageShape{"", "", {ShapeKey{"o", Open}, {"h", High}, {"l", Low}, {"c", Close}, {"v", Size}, {"t", Time}}, {}},
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

/// Nothing: the shape has no such key.
std::optional<ColumnMeaning> meaningIn(const MessageShape &shape, QByteArrayView key)
{
    const ShapeKey *found = nullptr;
    if (const auto *const in = std::ranges::find(shape.keys, key, &ShapeKey::name); in != shape.keys.end())
        found = in;
    else if (const auto *const other = std::ranges::find(shape.others, key, &ShapeKey::name);
             other != shape.others.end())
        found = other;
    return found ? std::optional(ColumnMeaning{found->field, 1, false, found->side}) : std::nullopt;
}

/// By what stands beside it, the side may be another one, or none.
void judgeSide(std::span<const JsonMember> members, std::optional<ColumnMeaning> *meaning)
{
    if (*meaning)
        (*meaning)->side = sideFormOfMember((*meaning)->side, members);
    if (*meaning && (*meaning)->side == SideForm::None)
        meaning->reset();
}

/// With a mark only those that need it fit, and without one only the others.
bool hasShape(std::span<const JsonMember> members, bool isMarked, const MessageShape &shape)
{
    if (isMarked == shape.key.isEmpty())
        return false;
    const JsonMember *const mark = isMarked ? find(members, shape.key) : nullptr;
    const bool mayFit = !isMarked || (mark && mark->value == shape.value);
    return mayFit && std::ranges::all_of(shape.keys, [&](const ShapeKey &key) {
               return key.name.isEmpty() || find(members, key.name);
           });
}

} // namespace

const std::vector<std::optional<ColumnMeaning>> &JsonShapes::meanings(std::span<const JsonMember> members)
{
    m_meanings.assign(members.size(), std::nullopt);
    const bool isMarked = hasMark(members);
    const auto *const shape = std::ranges::find_if(
        messageShapes, [&](const MessageShape &each) { return hasShape(members, isMarked, each); });
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (shape != messageShapes.end()) {
            m_meanings[i] = meaningIn(*shape, members[i].key);
            continue;
        }
        m_meanings[i] = byName(members[i].key);
        if (m_meanings[i] && m_meanings[i]->field == Side)
            judgeSide(members, &m_meanings[i]);
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
            m_meanings[i] = givenMeaning(*given, members);
        else if (m_meanings[i]
                 && std::ranges::find(m_given, m_meanings[i]->field, &GivenColumn::field) != m_given.end())
            m_meanings[i].reset();
    }
}

ColumnMeaning JsonShapes::givenMeaning(const GivenColumn &given, std::span<const JsonMember> members)
{
    ColumnMeaning meaning{given.field};
    if (given.field != TickField::Side)
        return meaning;
    auto found = byName(given.column);
    judgeSide(members, &found);
    meaning.side = givenSideForm(found ? found->side : SideForm::None);
    return meaning;
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
