// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <variant>
#include <vector>

namespace ticker {

// How the price of an instrument moves from one tick of the market to the next. All parameters are per tick, so that a
// tape does not depend on the rate at which it is played: drift and volatility are of the price's logarithm, 0.001 being
// about a tenth of a per cent a tick.

/// Each price is drawn anew, all whole multiples of the tick size from lowest to highest alike: the tutorial's 0 to 999.
struct UniformModel final
{
    double lowest = 0;
    double highest = 999;

    friend bool operator==(const UniformModel &, const UniformModel &) = default;
};

/// A step up or down, as likely as each other: the simple symmetric random walk, reflected at the lowest price.
struct RandomWalkModel final
{
    double step = 0.01; ///< In money, more than 0.

    friend bool operator==(const RandomWalkModel &, const RandomWalkModel &) = default;
};

/// Geometric Brownian motion: S' = S exp(drift - volatility^2 / 2 + volatility Z). F. Black and M. Scholes, "The pricing of
/// options and corporate liabilities", 1973. The expected price grows by exp(drift) a tick.
struct GeometricBrownianModel final
{
    double drift = 0;
    double volatility = 0.001;

    friend bool operator==(const GeometricBrownianModel &, const GeometricBrownianModel &) = default;
};

/// An Ornstein-Uhlenbeck process of the price's logarithm, by its exact step: E. Schwartz, "The stochastic behavior of
/// commodity prices", 1997, model 1. D. Gillespie, "Exact numerical simulation of the Ornstein-Uhlenbeck process", 1996.
struct MeanReversionModel final
{
    double mean = 100;   ///< The price to which it returns: exp of the logarithm's mean.
    double speed = 0.01; ///< More than 0; half of a distance is gone after ln 2 / speed ticks.
    double volatility = 0.001;

    friend bool operator==(const MeanReversionModel &, const MeanReversionModel &) = default;
};

/// Jump diffusion: geometric Brownian motion, and jumps at random. R. Merton, "Option pricing when underlying stock returns
/// are discontinuous", 1976. Jumps come as a Poisson process, their sizes (of the logarithm) are normal.
struct JumpDiffusionModel final
{
    double drift = 0; ///< Without the jumps.
    double volatility = 0.001;
    double jumpsPerTick = 0.002; ///< Expected, from 0 to 10.
    double jumpMean = -0.01;
    double jumpDeviation = 0.02;

    friend bool operator==(const JumpDiffusionModel &, const JumpDiffusionModel &) = default;
};

/// Geometric Brownian motion whose drift and volatility are those of a regime, which a Markov chain changes: J. Hamilton, "A
/// new approach to the economic analysis of nonstationary time series", 1989.
struct RegimeSwitchingModel final
{
    struct Regime final
    {
        double drift = 0;
        double volatility = 0.001;
        double leave =
            0.01; ///< The chance of leaving it at a tick, from 0 to 1; each other one is as likely to follow.

        friend bool operator==(const Regime &, const Regime &) = default;
    };

    static constexpr int mostRegimes = 8;

    std::vector<Regime> regimes{{0.0, 0.0005, 0.005},
                                {-0.0002, 0.004, 0.02}}; ///< 2 to mostRegimes; starts in the first.

    friend bool operator==(const RegimeSwitchingModel &, const RegimeSwitchingModel &) = default;
};

/// GARCH(1,1): volatility that clusters, as that of shares does. S' = S exp(drift - h / 2 + e) with e = sqrt(h) Z, and then
/// h' = w + alpha e^2 + beta h: T. Bollerslev, "Generalized autoregressive conditional heteroskedasticity", Journal of
/// Econometrics 31, 1986. Here w = volatility^2 (1 - alpha - beta), so that the mean of h is volatility^2, where it starts.
///
/// The variance of e^2 exists if 3 alpha^2 + 2 alpha beta + beta^2 < 1; then neighbouring e^2 have the correlation
/// alpha (1 - alpha beta - beta^2) / (1 - 2 alpha beta - beta^2), and alpha + beta times that with each tick between them.
struct GarchModel final
{
    double drift = 0;
    double volatility = 0.001; ///< Of a tick, in the long run.
    double alpha = 0.08;       ///< What the last move adds to the variance; from 0.
    double beta = 0.9;         ///< What remains of the variance; from 0. Less than 1 together.

    friend bool operator==(const GarchModel &, const GarchModel &) = default;
};

using PriceModel = std::variant<UniformModel, RandomWalkModel, GeometricBrownianModel, MeanReversionModel,
                                JumpDiffusionModel, RegimeSwitchingModel, GarchModel>;

} // namespace ticker
