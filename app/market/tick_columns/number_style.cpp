// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tick_columns/number_style.h"

#include <algorithm>
#include <array>

namespace ticker {

namespace {

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Blanks that stand between thousands, and signs of money: as UTF-8.
constexpr std::array<QByteArrayView, 9> ignored{
    " ", "'", "\xc2\xa0", "\xe2\x80\xaf", "\xe2\x80\x99", "$", "\xe2\x82\xac", "\xc2\xa3", "\xc2\xa5"};

/// How many bytes at the start are to be ignored.
qsizetype ignoredBytes(QByteArrayView text)
{
    const auto *const found = std::ranges::find_if(ignored, [&](QByteArrayView each) { return text.startsWith(each); });
    return found == ignored.end() ? 0 : found->size();
}

bool mayBeNumber(QByteArrayView text)
{
    const auto isOfNumber = [](char c) {
        return isDigit(c) || c == '.' || c == ',' || c == '-' || c == '+' || c == '\'' || c == ' ' || c == '$'
            || uchar(c) >= 0x80;
    };
    return std::ranges::any_of(text, isDigit) && std::ranges::all_of(text, isOfNumber);
}

} // namespace

QByteArrayView NumberStyle::plain(QByteArrayView text, QByteArray *scratch) const
{
    const auto isPlain = [](char c) { return isDigit(c) || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E'; };
    if (point == '.' && grouping == '\0' && std::ranges::all_of(text, isPlain))
        return text;
    scratch->resize(0);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const qsizetype skipped = isDigit(c) ? 0 : ignoredBytes(text.sliced(i));
        if (c == point)
            scratch->append('.');
        else if (c == '.' && grouping != '.')
            scratch->append('?'); // a point where the point is a comma: no number
        else if (skipped == 0 && (grouping == '\0' || c != grouping))
            scratch->append(c);
        i += std::max<qsizetype>(skipped, 1) - 1;
    }
    return *scratch;
}

void NumberStyleFinder::see(QByteArrayView text)
{
    if (!mayBeNumber(text))
        return;
    const auto points = std::ranges::count(text, '.');
    const auto commas = std::ranges::count(text, ',');
    if (points > 0 && commas > 0) {
        const bool isPointLast = text.lastIndexOf('.') > text.lastIndexOf(',');
        (isPointLast ? m_isPoint : m_isComma) = true;
        (isPointLast ? m_groupsByComma : m_groupsByPoint) = true;
        return;
    }
    if (points > 1)
        m_groupsByPoint = true;
    if (commas > 1)
        m_groupsByComma = true;
    if (points + commas != 1)
        return;
    const qsizetype place = std::max(text.indexOf('.'), text.indexOf(','));
    constexpr qsizetype groupDigits = 3;
    const auto *const first = std::ranges::find_if(text, isDigit);
    const qsizetype before = text.begin() + place - first;
    const bool isOpen = text.size() - place - 1 == groupDigits && before >= 1 && before <= groupDigits && *first != '0';
    if (!isOpen)
        (commas > 0 ? m_isComma : m_isPoint) = true;
    else if (commas > 0)
        m_hasOpenComma = true;
}

std::optional<NumberStyle> NumberStyleFinder::style() const
{
    const bool isComma = m_isComma || m_groupsByPoint;
    const bool isPoint = m_isPoint || m_groupsByComma;
    if (isComma && isPoint)
        return std::nullopt;
    if (isComma)
        return NumberStyle{',', '.'};
    if (m_groupsByComma || (isPoint && m_hasOpenComma))
        return NumberStyle{'.', ','};
    if (m_hasOpenComma)
        return std::nullopt;
    return NumberStyle();
}

} // namespace ticker
