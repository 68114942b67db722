// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspection/open_question.h"

#include <algorithm>
#include <iterator>

namespace ticker {

namespace {

using Question = FileInspection::Question;

struct Reason final
{
    const char *text; ///< As the reader of files has it; a test meets each of them.
    Question question;
};

constexpr Reason knownReasons[] = {
    {"the header has two columns for the %1: %2 and %3; say which one by --columns", Question::Columns},
    {"%1 and %2 are different times; say which one by --columns", Question::Columns},
    {"no column is known to be the %1; say which one by --columns", Question::Columns},
    {"the header has no column for the %1 (%2)", Question::Columns},
    {"the times in %1 have no day", Question::Columns},
    {"what stands in the column %1 is not a time: %2", Question::Columns},
    {"the column %1 is given for two fields", Question::Columns},
    {"expected a header line with the names of the columns, such as \"time,symbol,price,size\"", Question::Columns},
    {"not all lines are trades: the price is often that of an order; play the bid and the ask by --columns "
     "bid=bid_px_00,ask=ask_px_00",
     Question::Columns},
    {"its times begin at %1. If that is wrong, name the column of the times by --columns, or write them as dates",
     Question::Columns},
    {"whether the day or the month is first in %1 cannot be told; say so by --date-order", Question::DateOrder},
    {"whether a comma in a number is the decimal sign cannot be told; say so by --decimal", Question::Decimal},
    {"too many lines cannot be read: %1. To leave them all out: --bad-rows skip-all", Question::BadLines},
};

} // namespace

FileInspection::Question openQuestion(const LocalizedText &why)
{
    const auto *const found = std::ranges::find_if(knownReasons,
                                                   [&](const Reason &each) { return why.has(each.text); });
    return found == std::end(knownReasons) ? Question::None : found->question;
}

} // namespace ticker
