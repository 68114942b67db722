// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market_values/file_inspection.h"

#include <QCoreApplication>
#include <QLocale>
#include <QString>

namespace ticker {

/// What a person is asked of a file before it is played, and what helps to answer. Pure.
class QuestionText final
{
    Q_DECLARE_TR_FUNCTIONS(ticker::QuestionText)

public:
    /// Why it does not play, or whether it is meant like that; empty: nothing is asked.
    static QString question(const FileInspection &inspection);
    /// Where to answer: "Choose it under Dates.", by the title of that field; empty: nowhere.
    static QString answer(FileInspection::Question question, const QString &field);
    /// "First row: 2024-01-02 09:30:00 UTC, AAPL, price 1234, size 5"
    static QString row(const FileInspection::Row &row, const QLocale &locale = QLocale());
    /// "Sorting… %p %", as a progress bar has it.
    static QString progress(FileInspection::Work work);
};

} // namespace ticker
