// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json_rows/json_row_stream.h"

#include "json_rows/find_json_rows.h"

#include <algorithm>
#include <utility>

namespace ticker {

namespace {

/// Lists in lists.
constexpr std::size_t mostLevels = 16;
constexpr qsizetype longestKey = 256;

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

} // namespace

JsonRowStream::JsonRowStream(std::unique_ptr<InputStream> source, JsonRows rows)
    : Unpacker(std::move(source)), m_rows(std::move(rows))
{
}

Expected<qsizetype, LocalizedText> JsonRowStream::unpack(QByteArrayView input, QByteArray *bytes)
{
    constexpr qsizetype growth = 4; // `"":1,` becomes `{"time":"",1` and a line end
    const QByteArrayView some = input.first(std::min(input.size(), mostBytesOfPiece / growth));
    bytes->reserve(bytes->size() + some.size());
    m_out = bytes;
    for (const char c : some) {
        take(c);
        if (m_error)
            return *m_error;
    }
    return some.size();
}

std::optional<LocalizedText> JsonRowStream::finish(QByteArrayView /*rest*/, QByteArray *bytes)
{
    m_out = bytes;
    if (m_state == State::Scalar && m_levels.empty())
        endRow();
    if (m_state == State::Value && m_levels.empty())
        return std::nullopt;
    return LocalizedText::tr("The JSON text ends in the middle: a bracket is not closed.");
}

void JsonRowStream::take(char c)
{
    switch (m_state) {
    case State::Copy:
    case State::Skip:
        return takeOfWhole(c);
    case State::Scalar:
    case State::SkipScalar:
        return takeOfScalar(c);
    case State::InKey:
        return takeInKey(c);
    default:
        break;
    }
    if (isBlank(c) || c == ',' || c == ':')
        return;
    if (m_state == State::Value)
        takeValue(c);
    else if (m_state == State::ListStart)
        takeListStart(c);
    else if (m_state == State::Key)
        takeKey(c);
    else
        takeKeyValue(c);
}

/// At the top level, or in a list.
void JsonRowStream::takeValue(char c)
{
    if (c == '[')
        m_state = State::ListStart;
    else if (c == ']' || c == '}')
        close();
    else if (c == '{' && m_levels.empty() && !m_rows.path.empty())
        open(Level::Path);
    else
        beginRow(c);
}

/// An array of values is a row, one of objects or arrays is a list of rows.
void JsonRowStream::takeListStart(char c)
{
    if (c == '{' || c == '[') {
        open(Level::List);
        takeValue(c);
    } else if (c == ']') {
        endValue();
    } else {
        m_state = State::Copy;
        m_isArrayRow = true;
        m_depth = 1;
        takeOfWhole(c);
    }
}

void JsonRowStream::takeKey(char c)
{
    if (c == '"') {
        m_key.clear();
        m_isEscaped = false;
        m_state = State::InKey;
    } else if (c == '}' || c == ']') {
        close();
    } else {
        m_error = LocalizedText::tr("The JSON text is damaged: a key is missing.");
    }
}

void JsonRowStream::takeInKey(char c)
{
    if (c == '"' && !m_isEscaped) {
        m_state = State::KeyValue;
        return;
    }
    m_isEscaped = c == '\\' && !m_isEscaped;
    if (m_key.size() == longestKey)
        m_error = LocalizedText::tr("The JSON text is damaged: a key is longer than %1 bytes.").arg(longestKey);
    else
        m_key.append(c);
}

/// The value of a key in an object on the path, or of a time.
void JsonRowStream::takeKeyValue(char c)
{
    if (m_levels.back() == Level::ByTime)
        return c == '{' ? beginTimedRow() : skip(c);
    if (!isOnPath()) {
        m_isSkippedList = c == '[' && isPayload();
        return skip(c);
    }
    m_hasRows = m_hasRows || isPayload();
    if (!isPayload() && c == '{')
        open(Level::Path);
    else if (isPayload() && c == '{' && m_rows.areKeyedByTime)
        open(Level::ByTime);
    else if (isPayload() && c == '[')
        m_state = State::ListStart;
    else if (isPayload() && c == '{')
        beginRow(c);
    else
        skip(c);
}

/// The rest of an object, or of an array whose bracket has been opened already; m_depth counts both.
void JsonRowStream::takeOfWhole(char c)
{
    const bool isCopied = m_state == State::Copy;
    if (m_isInString) {
        if (isCopied)
            copyOfString(c);
        m_isInString = c != '"' || m_isEscaped;
        m_isEscaped = c == '\\' && !m_isEscaped;
        if (!m_isInString && m_depth == 0)
            endValue();
        return;
    }
    if (isBlank(c))
        return;
    if (std::exchange(m_isSkippedList, false) && (c == '{' || c == '['))
        m_error = severalLists(m_rows.path.back(), m_key);
    if (c == '"')
        m_isInString = true;
    else if (c == '{' || c == '[')
        ++m_depth;
    else if (c == '}' || c == ']')
        --m_depth;
    const bool isEnd = m_depth == 0;
    if (isCopied && !(isEnd && m_isArrayRow))
        put(c);
    if (isEnd)
        isCopied ? endRow() : endValue();
}

/// Separated values double a quotation mark and know no other escapes.
void JsonRowStream::copyOfString(char c)
{
    const bool isEscape = c == '\\' && !m_isEscaped;
    if (isBlank(c))
        put(' ');
    else if (m_isArrayRow && c == '"' && m_isEscaped)
        m_out->append(R"("")");
    else if (!m_isArrayRow || !isEscape)
        put(c);
}

void JsonRowStream::takeOfScalar(char c)
{
    if (!isBlank(c) && c != ',' && c != ']' && c != '}' && c != '[' && c != '{') {
        if (m_state == State::Scalar)
            put(c);
        return;
    }
    m_state == State::Scalar ? endRow() : endValue();
    take(c);
}

void JsonRowStream::beginRow(char first)
{
    m_isArrayRow = false;
    m_depth = first == '{' ? 1 : 0;
    m_state = m_depth > 0 ? State::Copy : State::Scalar; // the fault of its row
    put(first);
}

void JsonRowStream::beginTimedRow()
{
    m_out->append(R"({"time":")");
    for (const char c : m_key)
        put(isBlank(c) ? ' ' : c);
    m_out->append(R"(",)");
    m_isArrayRow = false;
    m_depth = 1;
    m_state = State::Copy;
}

void JsonRowStream::skip(char first)
{
    m_depth = first == '{' || first == '[' ? 1 : 0;
    m_isInString = first == '"';
    m_state = m_depth > 0 || m_isInString ? State::Skip : State::SkipScalar;
}

void JsonRowStream::open(Level level)
{
    if (m_levels.size() == mostLevels) {
        m_error = LocalizedText::tr("The JSON text has lists in lists, more than %1.").arg(qint64(mostLevels));
        return;
    }
    m_levels.push_back(level);
    m_state = level == Level::List ? State::Value : State::Key;
}

void JsonRowStream::close()
{
    if (m_levels.empty()) {
        m_error = LocalizedText::tr("The JSON text is damaged: a bracket is closed that was not opened.");
        return;
    }
    // An object without what the others have counts as a row, which tells nothing.
    if (m_levels.size() == 1 && m_levels.back() == Level::Path && !std::exchange(m_hasRows, false))
        m_out->append("{}\n");
    m_levels.pop_back();
    endValue();
}

void JsonRowStream::endRow()
{
    put('\n');
    endValue();
}

void JsonRowStream::endValue()
{
    m_state = m_levels.empty() || m_levels.back() == Level::List ? State::Value : State::Key;
}

/// Whether the key that was read is the one that leads to the rows.
bool JsonRowStream::isOnPath() const
{
    const std::size_t depth = m_levels.size();
    return depth <= m_rows.path.size() && m_rows.path[depth - 1] == m_key;
}

bool JsonRowStream::isPayload() const
{
    return m_levels.size() == m_rows.path.size();
}

} // namespace ticker
