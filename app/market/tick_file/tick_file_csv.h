// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"
#include "tick_file/tick_file_fields.h"
#include "tick_file/tick_file_format.h"

#include <QByteArray>

#include <memory>
#include <optional>
#include <vector>

namespace ticker {

/// Lines of comma-separated values (RFC 4180), or with semicolons or tabs; but a quoted field ends on its line.
class TickFileCsv final : public TickFileFormat
{
public:
    /// From the header line.
    [[nodiscard]] static Expected<std::unique_ptr<TickFileCsv>, TickFileFault> fromHeader(
        QByteArrayView text, const TickFileSymbol &defaultSymbol);

    [[nodiscard]] std::optional<TickFileFault> read(QByteArrayView text, bool isWhole, TickFileLine *line) override;

private:
    TickFileCsv() = default;

    [[nodiscard]] std::optional<TickFileFault> readColumns(const TickFileSymbol &defaultSymbol);
    [[nodiscard]] std::optional<TickFileFault> split(QByteArrayView text);
    [[nodiscard]] bool takeQuoted(QByteArrayView *text, QByteArrayView *cell);

    char m_separator = ',';
    std::vector<std::optional<TickFileField>> m_columns; ///< Unknown ones are ignored.
    bool m_isOfBars = false;
    TickFileSymbol m_defaultSymbol;      ///< Empty if there is a column for it.
    std::vector<QByteArrayView> m_cells; ///< Of the line that is read.
    QByteArray m_unquoted;               ///< What some of them refer to.
};

} // namespace ticker
