// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tick_file/tick_file_fields.h"

#include "file_values/file_times.h"
#include "file_values/text_for_people.h"
#include "tick_file/tick_file_values.h"

#include <algorithm>

namespace ticker {

namespace {

TickFileFault missing(TickField field)
{
    return {tickFieldName(field), LocalizedText::tr("missing"), true};
}

TickFileFault fault(TickField field, const LocalizedText &message)
{
    return {tickFieldName(field), message, false};
}

LocalizedText notASymbol(QByteArrayView text)
{
    const QString shown = quotedForPeople(text);
    return text.size() > longestSymbol && TickFileSymbol::fromText(text.first(longestSymbol))
        ? LocalizedText::tr("%1 is too long for a symbol; write at most %2 characters").arg(shown).arg(longestSymbol)
        : LocalizedText::tr("%1 is not a symbol (%2)").arg(shown).arg(symbolRule());
}

LocalizedText notAnId(QByteArrayView text)
{
    return LocalizedText::tr("%1 is not a whole number of at most %2 digits")
        .arg(quotedForPeople(text))
        .arg(qint64(mostDigitsOfId));
}

LocalizedText notASide(QByteArrayView text)
{
    return LocalizedText::tr("%1 is not a side; expected buy or sell").arg(quotedForPeople(text));
}

} // namespace

TickLayout::Content TickFileTexts::content() const
{
    if (has(TickField::Price))
        return TickLayout::Content::Ticks;
    if (has(TickField::Open) || has(TickField::High) || has(TickField::Low))
        return TickLayout::Content::Bars;
    if (!has(TickField::Close) && has(TickField::Bid) && has(TickField::Ask))
        return TickLayout::Content::Quotes;
    return TickLayout::Content::Ticks;
}

std::optional<TickFileFault> TickFileTexts::readMoment(FileTimes *times, TickFileLine *line) const
{
    if (!has(TickField::Time))
        return missing(TickField::Time);
    const QByteArrayView time = (*this)[TickField::Time];
    const auto read = has(TickField::TimeOfDay) ? times->read(time, (*this)[TickField::TimeOfDay]) : times->read(time);
    if (!read)
        return fault(TickField::Time, read.error());
    line->timeNs = *read;
    line->seq = 0;
    if (!has(TickField::Seq))
        return std::nullopt;
    const auto seq = tickFileSeq((*this)[TickField::Seq]);
    if (!seq)
        return fault(TickField::Seq, seq.error());
    line->seq = *seq;
    return std::nullopt;
}

std::optional<TickFileFault> TickFileTexts::readQuote(TickLayout::Content content, TickFileQuote *quote) const
{
    if (auto problem = readSymbol(quote))
        return problem;
    quote->side = Side::Unknown;
    quote->hasBid = quote->hasAsk = false;
    const bool isBar = content == TickLayout::Content::Bars;
    const bool isClose = !has(TickField::Price) && has(TickField::Close);
    auto problem = isBar ? readBar(quote)
        : content == TickLayout::Content::Quotes
        ? readMean(quote)
        : readPrice(isClose ? TickField::Close : TickField::Price, &quote->prices.front());
    if (problem)
        return problem;
    if (auto unreadable = readSize(isBar, quote))
        return unreadable;
    const auto isZero = [](const TickFilePrice &price) { return price.isZero(); };
    if (isBar && quote->size.isZero()
        && std::ranges::all_of(quote->prices, isZero)) // as some write where nothing traded
        return TickFileFault{{}, LocalizedText::tr("prices and volume are all 0"), false};
    return std::nullopt;
}

std::optional<TickFileFault> TickFileTexts::readSymbol(TickFileQuote *quote) const
{
    if (has(TickField::Symbol)) {
        const auto symbol = TickFileSymbol::fromText((*this)[TickField::Symbol]);
        if (!symbol)
            return fault(TickField::Symbol, notASymbol((*this)[TickField::Symbol]));
        quote->symbol = *symbol;
    }
    return quote->symbol.isEmpty() ? std::optional(missing(TickField::Symbol)) : std::nullopt;
}

std::optional<TickFileFault> TickFileTexts::readPrice(TickField field, TickFilePrice *price) const
{
    if (!has(field))
        return missing(field);
    const auto read = tickFilePrice((*this)[field]);
    if (!read)
        return fault(field, read.error());
    *price = *read;
    return std::nullopt;
}

std::optional<TickFileFault> TickFileTexts::readBar(TickFileQuote *quote) const
{
    constexpr std::array fields{TickField::Open, TickField::High, TickField::Low, TickField::Close};
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (auto problem = readPrice(fields[i], &quote->prices[i]))
            return problem;
    }
    auto &[open, high, low, close] = quote->prices;
    const TickFilePrice highest = std::max(open, close);
    const TickFilePrice lowest = std::min(open, close);
    if (high < highest && !high.isNearly(highest))
        return fault(TickField::High, LocalizedText::tr("lower than open or close"));
    if (low > lowest && !low.isNearly(lowest))
        return fault(TickField::Low, LocalizedText::tr("higher than open or close"));
    high = std::max(high, highest);
    low = std::min(low, lowest);
    return std::nullopt;
}

std::optional<TickFileFault> TickFileTexts::readSize(bool isBar, TickFileQuote *quote) const
{
    quote->size = TickFileSize();
    if (!has(TickField::Size))
        return std::nullopt;
    if (m_side == SideForm::SignOfSize)
        return readSignedSize(quote);
    const auto size = tickFileSize((*this)[TickField::Size], TickFileQuote::largestSize(isBar));
    if (!size)
        return fault(TickField::Size, size.error());
    quote->size = *size;
    return std::nullopt;
}

std::optional<TickFileFault> TickFileTexts::readSignedSize(TickFileQuote *quote) const
{
    const QByteArrayView text = (*this)[TickField::Size];
    const bool isSold = text.startsWith('-');
    const auto size = tickFileSize(isSold ? text.sliced(1) : text, TickFileQuote::largestSize(false));
    if (!size)
        return fault(TickField::Size, size.error());
    quote->size = *size;
    if (!size->isZero())
        quote->side = isSold ? Side::Sell : Side::Buy;
    return std::nullopt;
}

std::optional<TickFileFault> TickFileTexts::readMean(TickFileQuote *quote) const
{
    auto &[price, bid, ask, other] = quote->prices;
    if (auto problem = readPrice(TickField::Bid, &bid))
        return problem;
    if (auto problem = readPrice(TickField::Ask, &ask))
        return problem;
    price = TickFilePrice::mean(bid, ask);
    quote->hasBid = quote->hasAsk = true;
    return std::nullopt;
}

std::optional<TickFileFault> TickFileTexts::readBeside(TickLayout::Content content,
                                                       const std::bitset<tickFields> &given, TickFileQuote *quote,
                                                       TickFileExtras *extras) const
{
    if (content == TickLayout::Content::Bars)
        return std::nullopt;
    std::optional<TickFileFault> problem;
    const auto isFault = [&](TickField field) { return !problem && has(field) && given.test(std::size_t(field)); };
    const auto readSizeOf = [&](TickField field, std::optional<TickFileSize> *size) {
        if (const auto read = tickFileSize((*this)[field], TickFileQuote::largestSize(false)))
            *size = *read;
        else if (isFault(field))
            problem = fault(field, read.error());
    };
    const auto readPriceOf = [&](TickField field, TickFilePrice *price) {
        const auto read = tickFilePrice((*this)[field]);
        if (read)
            *price = *read;
        else if (isFault(field))
            problem = fault(field, read.error());
        return bool(read);
    };
    if (has(TickField::BidSize))
        readSizeOf(TickField::BidSize, &extras->bidSize);
    if (has(TickField::AskSize))
        readSizeOf(TickField::AskSize, &extras->askSize);
    if (content == TickLayout::Content::Quotes) // whose bid and ask are read, and which has no taker
        return problem;
    quote->hasBid = has(TickField::Bid) && readPriceOf(TickField::Bid, &quote->prices[1]);
    quote->hasAsk = has(TickField::Ask) && readPriceOf(TickField::Ask, &quote->prices[2]);
    if (has(TickField::Id))
        extras->id = tickFileId((*this)[TickField::Id]);
    if (!extras->id && isFault(TickField::Id))
        problem = fault(TickField::Id, notAnId((*this)[TickField::Id]));
    if (const auto side = has(TickField::Side) ? tickFileSide((*this)[TickField::Side], m_side) : std::nullopt)
        quote->side = *side;
    else if (isFault(TickField::Side))
        problem = fault(TickField::Side, notASide((*this)[TickField::Side]));
    return problem;
}

} // namespace ticker
