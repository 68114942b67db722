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

/// Whether groups of thousands have as many digits as they have: 1,234,567, or in India 12,34,567.
class GroupSizes final
{
public:
    void addDigit() { ++m_size; }
    void endGroup()
    {
        const bool isFirst = m_groups++ == 0;
        constexpr int thousands = 3;
        constexpr int indian = 2;
        m_areRight = m_areRight && m_size >= 1 && m_size <= thousands && (isFirst || m_size >= indian);
        if (!isFirst)
            m_areRight = m_areRight && (m_middle == 0 || m_middle == m_size);
        m_middle = isFirst ? 0 : m_size;
        m_size = 0;
    }
    /// At the end of the whole part.
    [[nodiscard]] bool areRight() const
    {
        constexpr int last = 3;
        return m_groups == 0 || (m_areRight && m_size == last);
    }

private:
    int m_groups = 0; ///< That have ended.
    int m_size = 0;
    int m_middle = 0; ///< The size of those between the first and the last one.
    bool m_areRight = true;
};

/// Of a number with such separators, and nothing else that stands between digits, its groups are those of thousands.
bool isGrouped(QByteArrayView text, char separator)
{
    GroupSizes groups;
    for (const char c : text) {
        if (isDigit(c))
            groups.addDigit();
        else if (c == separator)
            groups.endGroup();
    }
    return groups.areRight();
}

} // namespace

QByteArrayView NumberStyle::plain(QByteArrayView text, QByteArray *scratch) const
{
    const auto isPlain = [](char c) { return isDigit(c) || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E'; };
    if (point == '.' && grouping == '\0' && std::ranges::all_of(text, isPlain))
        return text;
    scratch->resize(0);
    GroupSizes groups;
    bool isWhole = true; // before the point
    bool isRight = true;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const qsizetype skipped = isDigit(c) ? 0 : ignoredBytes(text.sliced(i));
        const qsizetype next = i + std::max<qsizetype>(skipped, 1);
        const bool isSeparator = skipped > 0 || (grouping != '\0' && c == grouping);
        const bool isBetweenDigits = isSeparator && !scratch->isEmpty() && isDigit(scratch->back())
            && next < text.size() && isDigit(text[next]);
        isWhole = isWhole && (isDigit(c) || isSeparator || scratch->isEmpty() || c == '-' || c == '+');
        if (isBetweenDigits) {
            isRight = isRight && isWhole; // a fraction has no groups
            groups.endGroup();
        }
        if (isDigit(c) && isWhole)
            groups.addDigit();
        if (c == point)
            scratch->append('.');
        else if (c == '.' && grouping != '.')
            scratch->append('?'); // a point where the point is a comma: no number
        else if (!isSeparator)
            scratch->append(c);
        i = next - 1;
    }
    if (!isRight || !groups.areRight())
        scratch->append('?');
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
    if (points > 1 && isGrouped(text, '.'))
        m_groupsByPoint = true;
    if (commas > 1 && isGrouped(text, ','))
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
