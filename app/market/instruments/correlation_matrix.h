// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace ticker {

/// How so many things go together: symmetric, with 1 for each with itself and -1 to 1 for each with another. A value of no
/// thread; whoever fills it in keeps to that. It is the same on every machine: + - * / and roots in a given order.
class CorrelationMatrix final
{
public:
    /// Of nothing.
    CorrelationMatrix() = default;
    /// Of so many that have nothing to do with each other.
    explicit CorrelationMatrix(std::size_t size);

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    [[nodiscard]] double at(std::size_t one, std::size_t other) const { return m_numbers[one * m_size + other]; }
    /// Of a pair of different ones, in both orders.
    void set(std::size_t one, std::size_t other, double correlation);

    /// Numbers L such that sums over j of L[i * size() + j] G[j] have these correlations, where the G are independent
    /// standard normal numbers. Nothing if no numbers have such correlations: the matrix is not positive semi-definite. It
    /// is one if L gives each correlation back to 1 part in 10^9.
    ///
    /// The Cholesky decomposition of a semi-definite matrix: N. Higham, "Analysis of the Cholesky decomposition of a
    /// semi-definite matrix", 1990. It takes the things in their order, so that the last one changes nothing for those
    /// before it; those that others nearly determine (of whose variance less than 1 in 100 is left) come behind, the one
    /// with most left first, and one with nothing left has no number of its own.
    [[nodiscard]] std::optional<std::vector<double>> factor() const;

    /// The largest number by which all correlations of different things can be multiplied so that it becomes positive
    /// semi-definite, rounded down to 4 decimals; 1: it is. With the smallest eigenvalue v it is 1 / (1 - v).
    [[nodiscard]] double largestScale() const;

    friend bool operator==(const CorrelationMatrix &, const CorrelationMatrix &) = default;

private:
    [[nodiscard]] CorrelationMatrix scaled(double scale) const;

    std::size_t m_size = 0;
    std::vector<double> m_numbers; ///< Row by row.
};

} // namespace ticker
