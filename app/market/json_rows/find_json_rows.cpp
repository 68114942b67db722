// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json_rows/find_json_rows.h"

#include "file_values/read_civil_time.h"
#include "file_values/text_for_people.h"
#include "json_rows/json_cursor.h"
#include "tick_columns/column_names.h"

#include <algorithm>

namespace ticker {

namespace {

/// Keys are short; and nobody nests rows deeper.
constexpr std::size_t mostDepth = 3;

/// What an object at the top level is, as far as it is known.
struct FoundRows final
{
    bool isRow = false; ///< It has a time itself.
    std::vector<JsonRows> rows;
};

bool isTimeKey(QByteArrayView key)
{
    const auto meaning = columnMeaning(key);
    return meaning && meaning->field == TickField::Time;
}

/// Whether the object that begins here has members that are rows by the time that is their key.
bool isKeyedByTime(JsonCursor cursor)
{
    cursor.step();
    if (cursor.peek() != '"')
        return false;
    const auto time = readCivilTime(cursor.takeString(), DateOrder::Undecided);
    return time && time->day && cursor.peek() == '{';
}

/// Whether the array that begins here has rows: objects or arrays.
bool isListOfRows(JsonCursor cursor)
{
    cursor.step();
    return cursor.peek() == '{' || cursor.peek() == '[';
}

void lookInto(JsonCursor *cursor, const std::vector<QByteArray> &path, FoundRows *found)
{
    cursor->step();
    std::vector<JsonRows> deeper;
    bool isRow = false;
    while (cursor->peek() == '"') {
        const QByteArrayView key = cursor->takeString();
        const char first = cursor->peek();
        std::vector<QByteArray> inner = path;
        inner.push_back(key.toByteArray());
        if (first == '[' && isListOfRows(*cursor))
            found->rows.push_back({inner, false});
        if (first == '{' && isKeyedByTime(*cursor)) {
            found->rows.push_back({inner, true});
        } else if (first == '{' && inner.size() < mostDepth) {
            FoundRows below;
            JsonCursor copy = *cursor;
            lookInto(&copy, inner, &below);
            if (below.isRow)
                deeper.push_back({inner, false});
            deeper.insert(deeper.end(), below.rows.begin(), below.rows.end());
        }
        isRow = isRow || (first != '{' && first != '[' && first != '\0' && isTimeKey(key));
        if (!cursor->skipValue())
            break;
    }
    found->isRow = isRow;
    if (found->rows.empty())
        found->rows = deeper;
}

} // namespace

LocalizedText severalLists(QByteArrayView one, QByteArrayView other)
{
    return LocalizedText::tr("The file has several lists of rows, \"%1\" and \"%2\" among them. Keep one of them, as "
                             "one object per line.")
        .arg(quotedForPeople(one))
        .arg(quotedForPeople(other));
}

Expected<std::optional<JsonRows>, LocalizedText> findJsonRows(QByteArrayView start)
{
    JsonCursor cursor(start);
    constexpr int mostObjects = 100; // messages that are no rows come first
    std::optional<JsonRows> firstFound;
    for (int i = 0; i < mostObjects; ++i) {
        const char first = cursor.peek();
        if (first == '[')
            return std::optional(JsonRows{});
        if (first != '{')
            break;
        const qsizetype from = cursor.at();
        FoundRows found;
        JsonCursor inside = cursor;
        lookInto(&inside, {}, &found);
        const bool isWhole = cursor.skipValue();
        const bool isOneLine = isWhole && !start.sliced(from, cursor.at() - from).contains('\n');
        if (found.isRow)
            return isOneLine ? std::nullopt : std::optional(JsonRows{});
        if (found.rows.size() > 1)
            return severalLists(found.rows[0].path.back(), found.rows[1].path.back());
        if (found.rows.size() == 1 && !firstFound)
            firstFound = found.rows.front();
        if (!isWhole)
            break;
    }
    return firstFound;
}

} // namespace ticker
