// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <algorithm>
#include <cmath>

namespace ticker::test {

/// The correlation of pairs of normal numbers, by R. Fisher's z: artanh of the sample's is nearly normal, with the standard
/// deviation 1 / sqrt(n - 3).
class PairCorrelation final
{
public:
    static constexpr double at999 = 3.2905; ///< Standard deviations: a right program has more once in 1,000 times.

    void add(double one, double other)
    {
        ++m_count;
        m_one += one;
        m_other += other;
        m_oneSquares += one * one;
        m_otherSquares += other * other;
        m_products += one * other;
    }
    [[nodiscard]] double value() const
    {
        return (m_products - m_one * m_other / m_count)
            / std::sqrt((m_oneSquares - m_one * m_one / m_count) * (m_otherSquares - m_other * m_other / m_count));
    }
    /// How many standard deviations it is away from what is expected, which is less than 1.
    [[nodiscard]] double deviations(double expected) const
    {
        constexpr double nearlyOne = 1 - 1e-12;
        return (std::atanh(std::clamp(value(), -nearlyOne, nearlyOne)) - std::atanh(expected)) * std::sqrt(m_count - 3);
    }
    [[nodiscard]] QByteArray text(double expected) const
    {
        return QByteArray::number(value()) + ", expected " + QByteArray::number(expected) + ", "
            + QByteArray::number(deviations(expected)) + " standard deviations";
    }

private:
    double m_count = 0;
    double m_one = 0;
    double m_other = 0;
    double m_oneSquares = 0;
    double m_otherSquares = 0;
    double m_products = 0;
};

/// Like QVERIFY, for a correlation that is to be seen with a confidence of 99.9 %.
#define VERIFY_CORRELATION(pair, expected) \
    QVERIFY2(std::abs((pair).deviations(expected)) < PairCorrelation::at999, (pair).text(expected).data())

} // namespace ticker::test
