// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tick_file/tick_file_values.h"

#include "file_values/decimal_text.h"
#include "file_values/text_for_people.h"
#include "instruments/price_grid.h"

#include <algorithm>
#include <charconv>

namespace ticker {

namespace {

/// 68.18K, 1.2M, 3B: how many zeros the letter at the end stands for.
int thousandsOf(QByteArrayView text)
{
    switch (text.isEmpty() ? '\0' : text.back()) {
    case 'K':
    case 'k':
        return 3;
    case 'M':
    case 'm':
        return 6;
    case 'B':
    case 'b':
        return 9;
    default:
        return 0;
    }
}

/// Those that are written.
int decimalsOf(const DecimalText &digits, int most)
{
    return int(std::clamp<qsizetype>(digits.size() - digits.pointAt(), 0, most));
}

LocalizedText noNumber(QByteArrayView text)
{
    return LocalizedText::tr("%1 is not a number").arg(quotedForPeople(text));
}

LocalizedText negative(QByteArrayView text)
{
    return LocalizedText::tr("%1 is negative").arg(quotedForPeople(text));
}

LocalizedText tooLarge(QByteArrayView text, quint64 largest)
{
    return LocalizedText::tr("%1 is more than %2").arg(quotedForPeople(text)).arg(QString::number(largest));
}

/// Whatever its case; the word is in lower case.
bool isWord(QByteArrayView text, QByteArrayView word)
{
    const auto toLower = [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; };
    return std::ranges::equal(text, word, {}, toLower);
}

/// By the words for buying and selling. Nothing: it is another one.
std::optional<Side> sideOfWords(QByteArrayView text, QByteArrayView bought, QByteArrayView sold, QByteArrayView unknown)
{
    if (isWord(text, bought))
        return Side::Buy;
    if (isWord(text, sold))
        return Side::Sell;
    return isWord(text, unknown) ? std::optional(Side::Unknown) : std::nullopt;
}

/// Of MetaTrader 5: a change of the bid or the ask has neither bit.
std::optional<Side> sideOfFlags(QByteArrayView text)
{
    constexpr uint bought = 32;
    constexpr uint sold = 64;
    bool isNumber = false;
    const uint flags = text.toUInt(&isNumber);
    if (!isNumber)
        return std::nullopt;
    const uint bits = flags & (bought | sold);
    return bits == bought ? Side::Buy : bits == sold ? Side::Sell : Side::Unknown;
}

LocalizedText tooLow(QByteArrayView text, qint64 lowest)
{
    return LocalizedText::tr("%1 is less than %2").arg(quotedForPeople(text)).arg(QString::number(lowest));
}

} // namespace

Expected<TickFilePrice, LocalizedText> tickFilePrice(QByteArrayView text)
{
    const auto digits = DecimalText::fromText(text);
    if (!digits)
        return noNumber(text);
    const auto whole = digits->wholePart(quint64(PriceGrid::largestPrice));
    if (!whole) {
        return digits->isNegative ? tooLow(text, -PriceGrid::largestPrice)
                                  : tooLarge(text, quint64(PriceGrid::largestPrice));
    }
    const int decimals = decimalsOf(*digits, TickFilePrice::mostDecimals);
    const qint64 sign = digits->isNegative ? -1 : 1;
    return TickFilePrice(sign * qint64(*whole), sign * digits->fractionPart(decimals), decimals);
}

Expected<TickFileSize, LocalizedText> tickFileSize(QByteArrayView text, quint64 largest)
{
    const int thousands = thousandsOf(text);
    auto digits = DecimalText::fromText(thousands > 0 ? text.chopped(1) : text);
    if (!digits)
        return noNumber(text);
    digits->exponent += thousands;
    if (digits->isNegative && !digits->isZero())
        return negative(text);
    const auto whole = digits->wholePart(largest);
    if (!whole)
        return tooLarge(text, largest);
    const int decimals = decimalsOf(*digits, TickFileSize::mostDecimals);
    const auto fraction = qint32(digits->fractionPart(decimals));
    const bool isLost = *whole == 0 && fraction == 0 && !digits->isZero();
    return TickFileSize(*whole, isLost ? 1 : fraction, decimals);
}

Expected<quint64, LocalizedText> tickFileSeq(QByteArrayView text)
{
    quint64 seq = 0;
    const char *end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, seq);
    if (error != std::errc() || stop != end)
        return LocalizedText::tr("%1 is not a whole number from 0 to 2^64 - 1").arg(quotedForPeople(text));
    return seq;
}

std::optional<quint64> tickFileId(QByteArrayView text)
{
    quint64 id = 0;
    const char *end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, id);
    const bool isId = error == std::errc() && stop == end && text.size() <= mostDigitsOfId;
    return isId ? std::optional(id) : std::nullopt;
}

std::optional<Side> tickFileSide(QByteArrayView text, SideForm form)
{
    switch (form) {
    case SideForm::Letters:
        if (const auto side = sideOfWords(text, "b", "s", {}))
            return side;
        [[fallthrough]];
    case SideForm::Taker:
        return sideOfWords(text, "buy", "sell", "unknown"); // Tardis has the third one
    case SideForm::Maker:
        return sideOfWords(text, "sell", "buy", "unknown");
    case SideForm::AskOrBid:
        return sideOfWords(text, "b", "a", "n");
    case SideForm::BuyerIsMaker:
        return sideOfWords(text, "false", "true", {});
    case SideForm::Flags:
        return sideOfFlags(text);
    case SideForm::None:
    case SideForm::SignOfSize:
        break;
    }
    return std::nullopt;
}

} // namespace ticker
