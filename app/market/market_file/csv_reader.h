// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"
#include "localized_text.h"

#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <optional>

namespace ticker {

/// One record of a table: a line, or several when a quoted field has line ends in it.
struct CsvRecord final
{
    qsizetype line = 1; ///< On which it begins, from 1.
    QStringList fields; ///< Without quotes; blanks around them are gone, but for those within quotes.
};

/// Why a table cannot be read on.
struct CsvProblem final
{
    qsizetype line = 1;
    LocalizedText message; ///< What is wrong and what would be right.
};

/// Takes a table apart as RFC 4180 has it: fields in double quotes may have separators, line ends and doubled quotes in
/// them. The separator is the one of comma, semicolon and tab that the first record has most of. LF, CR and CRLF end a
/// line, and so does the end of the text. Lines that are blank or begin with # are skipped, not within quotes though.
class CsvReader final
{
public:
    /// In UTF-8; it outlives the reader.
    explicit CsvReader(QByteArrayView text);

    /// The next record, or nothing at the end. Not to be called again after an error.
    [[nodiscard]] Expected<std::optional<CsvRecord>, CsvProblem> next();

private:
    void skipEmptyLines();
    void skipBlanks();
    void skipLineEnd();
    [[nodiscard]] bool isAtEndOfField() const;
    [[nodiscard]] Expected<QString, CsvProblem> readField();
    [[nodiscard]] Expected<QString, CsvProblem> readQuoted();
    [[nodiscard]] char separatorOfLine() const;

    QByteArrayView m_text;
    qsizetype m_position = 0;
    qsizetype m_line = 1;
    char m_separator = ',';
};

} // namespace ticker
