// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"
#include "tick_columns/known_shapes.h"
#include "tick_columns/tick_layout.h"
#include "tick_columns/wide_header.h"

#include <QByteArrayList>
#include <QByteArrayView>

#include <optional>
#include <vector>

namespace ticker {

/// Understands a file of separated values by its start: the separator, lines before the header, the header or that there is
/// none, and what the columns mean. Pure; used once.
class CsvSniffer final
{
public:
    /// Valid UTF-8 without a mark. What is behind the last line end counts only if the file is whole.
    CsvSniffer(QByteArrayView start, bool isWhole, const TickReadOptions &options);

    [[nodiscard]] Expected<TickLayout, TickLayoutFault> sniff();

private:
    struct Line final
    {
        QByteArrayView text;
        quint64 number = 0;
        quint64 offset = 0;
        quint64 end = 0; ///< Where the next one begins.
    };

    void splitLines(QByteArrayView start);
    void takeSeparatorLine();
    [[nodiscard]] char findSeparator() const;
    [[nodiscard]] std::optional<std::size_t> findNamedHeader() const;
    [[nodiscard]] std::optional<std::size_t> findHeader() const;
    [[nodiscard]] std::optional<WideHeader> wideHeader() const;
    [[nodiscard]] std::optional<TickLayoutFault> useWideHeader(const WideHeader &header);
    [[nodiscard]] std::optional<TickLayoutFault> useHeader(std::size_t header);
    [[nodiscard]] std::optional<TickLayoutFault> useShape();
    [[nodiscard]] std::optional<TickLayoutFault> useNumbers(const KnownShape &shown);
    [[nodiscard]] TickLayoutFault noHeader() const;
    [[nodiscard]] QByteArrayList cellsOf(const Line &line) const;
    [[nodiscard]] std::vector<QByteArrayList> rowsFrom(std::size_t line) const;

    const TickReadOptions &m_options;
    quint64 m_bytes;
    bool m_isWhole;
    std::vector<Line> m_lines; ///< Those that say something.
    bool m_hasSeparatorLine = false;
    TickLayout m_layout;
};

} // namespace ticker
