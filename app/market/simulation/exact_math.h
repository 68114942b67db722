// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ticker {

// Functions that give the same bits on every machine. The C library's log and exp differ by the last bit from one
// library to the next, and a tape must not. These need nothing but + - * / of IEEE 754 doubles in a given order; they
// are not inline, for the market library alone is compiled without contraction (see CMakeLists.txt).

/// The natural logarithm, within 2 units in the last place. Of 0: minus infinity; of less: not a number.
[[nodiscard]] double exactLog(double x);

/// The exponential function, within 2 units in the last place, also where its result is subnormal; 0 and infinity
/// beyond.
[[nodiscard]] double exactExp(double x);

/// (1 - exp(-x)) / x for x from 0 to 1000, without loss where x is small; 1 at 0.
[[nodiscard]] double exactMeanOfDecay(double x);

/// The inverse of the standard normal distribution function, to about 1 part in 10^15: M. Wichura, "Algorithm AS 241:
/// the percentage points of the normal distribution", Applied Statistics 37, 1988, routine PPND16. From 0 to 1, which
/// give minus and plus infinity; else not a number.
[[nodiscard]] double inverseNormal(double chance);

/// The inverse of the Poisson distribution function, by adding up: the least count at which it is above the chance. For
/// means from 0 to some 10; the chance is between 0 and 1, chanceOfNone is exactExp(-mean).
[[nodiscard]] int inversePoisson(double chance, double mean, double chanceOfNone);

} // namespace ticker
