// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tick_columns/tick_sniffer.h"

#include "fuzz.h"

#include <array>

using namespace ticker;

namespace {

/// The last byte of the input chooses; that of a text, a line end, chooses the first of all.
TickReadOptions optionsOf(uchar choice)
{
    constexpr std::array orders{DateOrder::Undecided, DateOrder::DayFirst, DateOrder::MonthFirst};
    constexpr std::array zones{"", "Europe/Berlin", "No/Where"};
    constexpr std::array<std::optional<char>, 3> points{std::nullopt, '.', ','};
    constexpr std::array columns{"",
                                 "time=time,price=price",
                                 "time=1,price=2",
                                 "time=#1,bid=2,ask=3",
                                 "time=date,symbol=,close=Last",
                                 "time=1,price=2,side=3,id=4,bid-size=5"};
    int rest = choice ^ uchar('\n');
    const auto choose = [&rest](const auto &values) {
        const auto size = int(values.size());
        const auto value = values[std::size_t(rest % size)];
        rest /= size;
        return value;
    };
    TickReadOptions options;
    options.order = choose(orders);
    options.point = choose(points);
    if (const QLatin1StringView text(choose(columns)); !text.isEmpty()) {
        const auto given = readGivenColumns(text);
        FUZZ_VERIFY(given);
        options.columns = *given;
    }
    options.zone = choose(zones);
    return options;
}

void checkColumns(const TickLayout &layout)
{
    FUZZ_VERIFY(layout.hasColumn(TickField::Time) || layout.hasColumn(TickField::TimeOfDay));
    FUZZ_VERIFY(layout.instruments.size() <= 500);
    // Who says what the side is has a column for it, or sizes with a sign.
    FUZZ_VERIFY(layout.hasColumn(TickField::Side)
                == (layout.side > SideForm::None && layout.side < SideForm::SignOfSize));
    FUZZ_VERIFY(layout.side != SideForm::SignOfSize || layout.hasColumn(TickField::Size));
    for (const auto &field : layout.columns)
        FUZZ_VERIFY(!field || isKeptIn(layout.content, *field));
    for (const TickLayout::Instrument &instrument : layout.instruments) {
        FUZZ_VERIFY(!instrument.columns.empty());
        for (const auto &column : instrument.columns) {
            FUZZ_VERIFY(column.place > 0 && column.place < layout.columns.size());
            FUZZ_VERIFY(isKeptIn(layout.content, column.field));
        }
    }
}

/// The data begin within the text, at the start of a line whose number is right.
void checkStart(const TickLayout &layout, QByteArrayView text)
{
    FUZZ_VERIFY(layout.dataOffset <= quint64(text.size()));
    const QByteArrayView before = text.first(qsizetype(layout.dataOffset));
    const bool isMark = before == "\xef\xbb\xbf";
    const bool isAtEnd = before.size() == text.size();
    FUZZ_VERIFY(before.isEmpty() || isMark || isAtEnd || before.back() == layout.lineEnd);
    if (!isAtEnd)
        FUZZ_VERIFY(layout.dataLine == quint64(before.count(layout.lineEnd)) + 1);
}

void check(QByteArrayView text, bool isWhole, const TickReadOptions &options)
{
    const auto layout = sniffTickFile(text, isWhole, options);
    if (!layout) {
        constexpr qsizetype longest = 1000;
        const QString message = layout.error().message.english();
        FUZZ_VERIFY(layout.error().line > 0 && !message.isEmpty() && message.size() < longest);
        for (const QChar c : message)
            FUZZ_VERIFY(c.isPrint() || c.isSurrogate());
        return;
    }
    checkStart(*layout, text);
    const bool saysNothing = layout->dataOffset == quint64(text.size()) && layout->columns.empty();
    if (layout->form == TickLayout::Form::Csv && !saysNothing)
        checkColumns(*layout);
    FUZZ_VERIFY(!layout->hasLineNumbers);
}

} // namespace

/// The input is the start of a file, or all of it; and so is what is left when some of it is cut off.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input = fuzz::toBytes(data, size);
    const TickReadOptions options = optionsOf(input.isEmpty() ? uchar('\n') : uchar(input.back()));
    for (const bool isWhole : {true, false}) {
        check(input, isWhole, options);
        for (qsizetype cut = 1; cut < input.size(); cut += cut + 1) {
            check(QByteArrayView(input).sliced(cut), isWhole, options);
            check(QByteArrayView(input).first(cut), isWhole, options);
        }
    }
    return 0;
}
