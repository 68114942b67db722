// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "file_values/file_times.h"
#include "tick_columns/json_shapes.h"
#include "tick_columns/tick_layout.h"
#include "tick_file/tick_file_fields.h"
#include "tick_file/tick_file_format.h"

#include <QByteArray>

#include <bitset>
#include <optional>
#include <vector>

namespace ticker {

/// Lines that are JSON objects (RFC 8259) each: with time and price, or with time and an array `quotes` of such. It reads
/// by itself, not with QJsonDocument, because a number that became a double has lost its decimals.
class TickFileJson final : public TickFileFormat
{
public:
    TickFileJson(const TickLayout &layout, const TickFileSymbol &defaultSymbol)
        : m_defaultSymbol(defaultSymbol), m_times(layout.times), m_shapes(layout.keys), m_given(layout.given)
    {
    }

    [[nodiscard]] std::optional<TickFileFault> read(QByteArrayView text, bool isWhole, TickFileLine *line) override;
    [[nodiscard]] TickLayout::Content content() const override { return m_content; }
    [[nodiscard]] std::vector<TickFileCell> cells() override;

private:
    /// A value that is nested deeper in what is ignored makes the line bad.
    static constexpr int mostDepth = 32;

    enum class Fill : quint8 { Line, Quote };

    [[nodiscard]] bool readObject(Fill fill, TickFileTexts *texts);
    [[nodiscard]] bool readMember(Fill fill);
    [[nodiscard]] bool understand(Fill fill, std::size_t from, TickFileTexts *texts);
    [[nodiscard]] bool readQuotes();
    [[nodiscard]] bool addQuote(const TickFileTexts &texts, const QString &place);
    [[nodiscard]] bool addBeside(const TickFileTexts &texts, const QString &place);
    [[nodiscard]] bool readValue(QByteArrayView *value);
    [[nodiscard]] bool readString(QByteArrayView *value);
    [[nodiscard]] bool readEscape();
    [[nodiscard]] bool readHex(char16_t *unit);
    [[nodiscard]] bool skipNested(int depth);
    [[nodiscard]] bool readScalar(QByteArrayView *value);
    void skipBlanks();
    [[nodiscard]] bool take(char c);
    [[nodiscard]] bool take(QByteArrayView word);
    /// Both return false, so that they end what is being read.
    [[nodiscard]] bool failSyntax();
    [[nodiscard]] bool fail(TickFileFault fault);

    TickFileSymbol m_defaultSymbol;
    FileTimes m_times;
    JsonShapes m_shapes;
    std::bitset<tickFields> m_given;
    std::vector<JsonMember> m_members; ///< Of the objects that are being read.
    QByteArrayView m_text;
    qsizetype m_at = 0;
    QByteArray m_unescaped; ///< What texts with escapes refer to.
    bool m_hasQuotes = false;
    bool m_isWord = false; ///< The value that was read last is true or false.
    TickLayout::Content m_content = TickLayout::Content::Ticks;
    TickFileLine *m_line = nullptr;
    std::optional<TickFileFault> m_fault;
};

} // namespace ticker
