// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "instruments/correlation_matrix.h"

#include <QtGlobal>

#include <cmath>

namespace ticker {

namespace {

/// Up to which a number is 0: more than rounding leaves, and less than anybody sees in prices.
constexpr double nothing = 1e-9;

/// A Cholesky decomposition on its way: what is left of the matrix when those that are done are taken out.
class Decomposition final
{
public:
    Decomposition(std::size_t size, std::vector<double> numbers)
        : m_size(size), m_rest(std::move(numbers)), m_factor(size * size, 0.0), m_isDone(size, false)
    {
    }

    /// Which comes next; nothing when no variance is left.
    [[nodiscard]] std::optional<std::size_t> next() const
    {
        constexpr double enough = 0.01;
        std::optional<std::size_t> largest;
        for (std::size_t i = 0; i < m_size; ++i) {
            const double left = rest(i, i);
            if (m_isDone[i] || left <= (largest ? rest(*largest, *largest) : nothing))
                continue;
            largest = i;
            if (left > enough)
                break;
        }
        return largest;
    }

    void take(std::size_t pivot)
    {
        // That of the pivot itself is divided like the others, so that a thing which is the same has the same bits.
        const double root = std::sqrt(rest(pivot, pivot));
        for (std::size_t i = 0; i < m_size; ++i) {
            if (!m_isDone[i])
                m_factor[i * m_size + pivot] = rest(i, pivot) / root;
        }
        m_isDone[pivot] = true;
        for (std::size_t i = 0; i < m_size; ++i) {
            for (std::size_t j = 0; j < m_size; ++j) {
                if (!m_isDone[i] && !m_isDone[j])
                    m_rest[i * m_size + j] -= m_factor[i * m_size + pivot] * m_factor[j * m_size + pivot];
            }
        }
    }

    /// Whether the factor gives the whole matrix back.
    [[nodiscard]] bool isComplete() const
    {
        for (std::size_t i = 0; i < m_size; ++i) {
            for (std::size_t j = 0; j < m_size; ++j) {
                if (!m_isDone[i] && !m_isDone[j] && !(std::abs(rest(i, j)) <= nothing))
                    return false;
            }
        }
        return true;
    }

    [[nodiscard]] std::vector<double> takeFactor() { return std::move(m_factor); }

private:
    [[nodiscard]] double rest(std::size_t row, std::size_t column) const { return m_rest[row * m_size + column]; }

    std::size_t m_size;
    std::vector<double> m_rest;
    std::vector<double> m_factor;
    std::vector<bool> m_isDone;
};

} // namespace

CorrelationMatrix::CorrelationMatrix(std::size_t size) : m_size(size), m_numbers(size * size, 0.0)
{
    for (std::size_t i = 0; i < size; ++i)
        m_numbers[i * size + i] = 1;
}

void CorrelationMatrix::set(std::size_t one, std::size_t other, double correlation)
{
    Q_ASSERT(one < m_size && other < m_size && one != other);
    m_numbers[one * m_size + other] = correlation;
    m_numbers[other * m_size + one] = correlation;
}

std::optional<std::vector<double>> CorrelationMatrix::factor() const
{
    Decomposition decomposition(m_size, m_numbers);
    while (const auto pivot = decomposition.next())
        decomposition.take(*pivot);
    if (!decomposition.isComplete())
        return std::nullopt;
    return decomposition.takeFactor();
}

/// By halving: what is positive semi-definite stays so when it is multiplied with less.
double CorrelationMatrix::largestScale() const
{
    constexpr double steps = 10'000; // of 4 decimals
    double possible = 0;
    double impossible = steps + 1;
    while (impossible - possible > 1) {
        const double middle = std::floor((possible + impossible) / 2);
        (scaled(middle / steps).factor() ? possible : impossible) = middle;
    }
    return possible / steps;
}

CorrelationMatrix CorrelationMatrix::scaled(double scale) const
{
    CorrelationMatrix matrix(m_size);
    for (std::size_t i = 0; i < m_size; ++i) {
        for (std::size_t j = 0; j < i; ++j)
            matrix.set(i, j, at(i, j) * scale);
    }
    return matrix;
}

} // namespace ticker
