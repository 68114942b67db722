// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "file_streams/unpacker.h"
#include "json_rows/json_rows.h"

#include <QByteArray>

#include <memory>
#include <optional>
#include <vector>

namespace ticker {

/// The rows of a JSON text, each on a line: objects as they are, arrays of values as separated values. Does not judge the
/// text beyond its brackets: what is wrong in a row is the fault of that row. Takes time linear in the bytes. One thread.
class JsonRowStream final : public Unpacker
{
public:
    JsonRowStream(std::unique_ptr<InputStream> source, JsonRows rows);

private:
    /// What is expected next.
    enum class State : quint8 {
        Value,     ///< At the top level or in a list of rows,
        ListStart, ///< behind the bracket of what may be a list or a row,
        Key,       ///< in an object on the path, or one that is keyed by time,
        InKey,
        KeyValue,
        Copy, ///< The rest of a row.
        Skip, ///< The rest of a value that nobody needs.
        Scalar,
        SkipScalar,
    };
    /// What has been opened around it.
    enum class Level : quint8 {
        List,
        Path,
        ByTime,
    };

    [[nodiscard]] Expected<qsizetype, LocalizedText> unpack(QByteArrayView input, QByteArray *bytes) override;
    [[nodiscard]] std::optional<LocalizedText> finish(QByteArrayView rest, QByteArray *bytes) override;

    void take(char c);
    void takeValue(char c);
    void takeListStart(char c);
    void takeKey(char c);
    void takeInKey(char c);
    void takeKeyValue(char c);
    void takeOfWhole(char c);
    void copyOfString(char c);
    void takeOfScalar(char c);
    void beginRow(char first);
    void beginTimedRow();
    void skip(char first);
    void open(Level level);
    void close();
    void endValue();
    void endRow();
    void put(char c) { m_out->append(c); }
    [[nodiscard]] bool isOnPath() const;
    /// At the depth where the rows are.
    [[nodiscard]] bool isPayload() const;

    JsonRows m_rows;
    State m_state = State::Value;
    std::vector<Level> m_levels;
    QByteArray m_key;
    int m_depth = 0; ///< Of brackets in the row or value that is being read.
    bool m_isInString = false;
    bool m_isEscaped = false;
    bool m_isArrayRow = false;
    bool m_isSkippedList = false; ///< Nothing of what is skipped has been seen, which begins as a list.
    bool m_hasRows = false;       ///< The object at the top level has the path.
    QByteArray *m_out = nullptr;
    std::optional<LocalizedText> m_error;
};

} // namespace ticker
