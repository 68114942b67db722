// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localized_text.h"
#include "market_values/file_reading.h"
#include "market_values/skipped_kind.h"

#include <QString>
#include <QStringList>

#include <cstddef>
#include <optional>
#include <vector>

namespace ticker {

/// What was understood of a file of ticks or bars. A value. Texts of the file are as they are: they go through
/// printable() or plainText() before a person sees them.
struct FileInspection final
{
    static constexpr std::size_t mostRows = 20;
    static constexpr std::size_t mostColumns = 500;
    static constexpr qsizetype longestCell = 200;

    enum class Plays : quint8 {
        No,
        InPart, ///< Up to a row that stops it.
        Yes,
    };
    enum class Content : quint8 {
        Ticks,
        Bars,
        Quotes, ///< A bid and an ask.
    };
    /// How the moments of the rows are found.
    enum class Times : quint8 {
        Numbers,  ///< Since 1970.
        WithZone, ///< They name it.
        Zoneless, ///< They are in the zone that a person names, or in UTC.
    };
    enum class Order : quint8 {
        OfTime, ///< Nearly, at least.
        NewestFirst,
        BySymbol,
        Other,
    };
    enum class SymbolBy : quint8 {
        File, ///< Its rows or its header.
        FileName,
        Person,
        Nobody, ///< It gets that of the primary instrument.
    };

    /// What a person has to say, so that it plays, or plays as it is meant.
    enum class Question : quint8 {
        None,
        Columns,
        DateOrder,
        Decimal,
        BadLines, ///< Whether so many can be left out.
        Symbol,
    };
    /// What is done with the file just now.
    enum class Work : quint8 {
        Done,
        FindingDateOrder,
        Sorting,
        Reading,
    };

    struct Column final
    {
        QString name;  ///< Of the column or key; of a file without a header, its number.
        QString field; ///< As --columns names it: "time-of-day"; "quotes"; empty: it is not used.

        friend bool operator==(const Column &, const Column &) = default;
    };
    struct Symbol final
    {
        QString name;
        int decimals = 0; ///< Of prices,
        int sizeDecimals = 0;

        friend bool operator==(const Symbol &, const Symbol &) = default;
    };
    /// What is played.
    struct Played final
    {
        Content content = Content::Ticks;
        qint64 firstTimeNs = 0; ///< Since 1970, UTC.
        qint64 lastTimeNs = 0;
        quint64 ticks = 0;
        std::vector<Symbol> symbols;

        friend bool operator==(const Played &, const Played &) = default;
    };

    /// What a row says, as it is read.
    struct Row final
    {
        qint64 timeNs = 0; ///< Since 1970, UTC.
        QString symbol;
        QStringList prices; ///< As JSON has numbers: one, or open, high, low and close.
        QString size;       ///< Empty: it says none.

        friend bool operator==(const Row &, const Row &) = default;
    };

    QString path;
    FileReading reading; ///< With which it was read; the order of dates is that which was found by reading all of it.
    Plays plays = Plays::No;
    LocalizedText problem; ///< Why it does not play, or not any further.
    LocalizedText doubt;   ///< Whether it is meant as it is understood; empty: there is none.

    Question question = Question::None; ///< Which the problem or the doubt leaves, or that it names no symbol.
    Work work = Work::Done;             ///< Not done: what is said of its rows is so far.

    LocalizedText form;            ///< "CSV in gzip"; empty: it cannot be read.
    QString encoding;              ///< "UTF-8".
    char separator = '\0';         ///< Of CSV.
    std::optional<char> point;     ///< Of its decimal numbers.
    quint64 headerLine = 0;        ///< 0: there is no header.
    std::vector<Column> columns;   ///< All without a field: they are not understood. Empty: it is no table.
    std::vector<QStringList> rows; ///< The first ones that can be read, each with a cell for each column.
    std::optional<Row> firstRow;   ///< Of these; nothing: it cannot be told yet how it is read.

    Times times = Times::Numbers;
    Order order = Order::OfTime;
    SymbolBy symbolBy = SymbolBy::File;
    std::optional<Played> played;
    quint64 rowCount = 0; ///< That say something, with those that are left out.
    quint64 lateRows = 0; ///< Behind later ones, and put in order.
    quint64 skippedRows = 0;
    std::vector<SkippedKind> skippedKinds;

    friend bool operator==(const FileInspection &, const FileInspection &) = default;
};

} // namespace ticker
