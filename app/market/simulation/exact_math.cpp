// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/exact_math.h"

#include <QtGlobal>

#include <array>
#include <bit>
#include <cfloat>
#include <cmath>
#include <limits>

namespace ticker {

static_assert(std::numeric_limits<double>::is_iec559, "doubles are those of IEEE 754");
static_assert(FLT_EVAL_METHOD == 0, "no excess precision: on 32-bit x86 compile with -msse2 -mfpmath=sse");

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

constexpr int fractionBits = 52;
constexpr int exponentBias = 1023;
constexpr quint64 fractionMask = (quint64(1) << fractionBits) - 1;

// ln 2 in two parts, after W. Cody and W. Waite, "Software manual for the elementary functions", 1980: the upper has 32
// bits, so that its product with any exponent is exact.
constexpr double ln2High = 0x1.62e42feep-1;
constexpr double ln2Low = 0x1.a39ef35793c76p-33;
constexpr double log2OfE = 0x1.71547652b82fep0;

/// 2 to the power of an exponent from -1022 to 1023.
double powerOfTwo(int exponent)
{
    return std::bit_cast<double>(quint64(exponent + exponentBias) << fractionBits);
}

template<std::size_t count>
double polynomial(const std::array<double, count> &coefficients, double x)
{
    double sum = coefficients[count - 1];
    for (std::size_t i = count - 1; i > 0; --i)
        sum = sum * x + coefficients[i - 1];
    return sum;
}

/// 2 (1/3 + z/5 + z^2/7 + ...), which is what the series of the inverse hyperbolic tangent leaves.
double tailOfLogarithm(double z)
{
    constexpr std::array<double, 10> terms{2.0 / 3,  2.0 / 5,  2.0 / 7,  2.0 / 9,  2.0 / 11,
                                           2.0 / 13, 2.0 / 15, 2.0 / 17, 2.0 / 19, 2.0 / 21};
    return polynomial(terms, z);
}

/// (exp(r) - 1 - r) / r^2 for |r| up to ln 2 / 2: 1/2! + r/3! + r^2/4! + ... In four strands that a processor can work
/// on at once; the order of the operations is part of the result.
double tailOfExponential(double r)
{
    constexpr std::array<double, 3> strand0{1.0 / 2, 1.0 / 720, 1.0 / 3628800};
    constexpr std::array<double, 3> strand1{1.0 / 6, 1.0 / 5040, 1.0 / 39916800};
    constexpr std::array<double, 3> strand2{1.0 / 24, 1.0 / 40320, 1.0 / 479001600};
    constexpr std::array<double, 3> strand3{1.0 / 120, 1.0 / 362880, 1.0 / 6227020800};
    const double r2 = r * r;
    const double r4 = r2 * r2;
    return (polynomial(strand0, r4) + r * polynomial(strand1, r4))
        + r2 * (polynomial(strand2, r4) + r * polynomial(strand3, r4));
}

} // namespace

/// x = 2^k (1 + f) with 1 + f around 1; then ln(1 + f) = 2 artanh(s) with s = f / (2 + f), arranged so that f itself is
/// the leading term and is exact, as in K. Ng's e_log.c of Sun's fdlibm, 1993.
double exactLog(double x)
{
    if (!(x > 0))
        return x == 0 ? -infinity : notANumber;
    if (x == infinity)
        return x;
    int k = -exponentBias;
    if (x < std::numeric_limits<double>::min()) {
        constexpr int shift = 54;
        x *= powerOfTwo(shift);
        k -= shift;
    }
    const quint64 bits = std::bit_cast<quint64>(x);
    k += int(bits >> fractionBits);
    double mantissa = std::bit_cast<double>((bits & fractionMask) | (quint64(exponentBias) << fractionBits));
    constexpr double squareRootOf2 = 0x1.6a09e667f3bcdp0;
    if (mantissa > squareRootOf2) {
        mantissa /= 2;
        ++k;
    }
    const double f = mantissa - 1;
    const double s = f / (2 + f);
    const double z = s * s;
    const double halfSquare = f * f / 2;
    const double tail = s * (halfSquare + z * tailOfLogarithm(z));
    return k * ln2High - ((halfSquare - (tail + k * ln2Low)) - f);
}

/// x = k ln 2 + r; exp(x) = 2^k exp(r), and exp(r) by its series, whose first 14 terms are exact enough.
double exactExp(double x)
{
    constexpr double largest = 710;   // the results from here on are infinite,
    constexpr double smallest = -746; // and from here on 0
    if (!(x < largest))
        return x >= largest ? infinity : x;
    if (x < smallest)
        return 0;
    const int k = int(x * log2OfE + (x < 0 ? -0.5 : 0.5));
    const double high = x - k * ln2High;
    const double low = k * ln2Low;
    const double r = high - low;
    const double power = 1 + (high - (low - r * r * tailOfExponential(r)));
    if (k >= 1 - exponentBias && k <= exponentBias)
        return power * powerOfTwo(k);
    const int half = k / 2;
    return power * powerOfTwo(half) * powerOfTwo(k - half);
}

double exactMeanOfDecay(double x)
{
    constexpr double small = 0.001;
    if (x < small) {
        constexpr std::array<double, 5> terms{1, -1.0 / 2, 1.0 / 6, -1.0 / 24, 1.0 / 120};
        return polynomial(terms, x);
    }
    return (1 - exactExp(-x)) / x;
}

double inverseNormal(double chance)
{
    // The names and the figures are those of the publication.
    constexpr double split1 = 0.425;
    constexpr double split2 = 5;
    constexpr double const1 = 0.180625;
    constexpr double const2 = 1.6;
    constexpr std::array<double, 8> a{3.3871328727963666080e0,  1.3314166789178437745e+2, 1.9715909503065514427e+3,
                                      1.3731693765509461125e+4, 4.5921953931549871457e+4, 6.7265770927008700853e+4,
                                      3.3430575583588128105e+4, 2.5090809287301226727e+3};
    constexpr std::array<double, 8> b{1.0,
                                      4.2313330701600911252e+1,
                                      6.8718700749205790830e+2,
                                      5.3941960214247511077e+3,
                                      2.1213794301586595867e+4,
                                      3.9307895800092710610e+4,
                                      2.8729085735721942674e+4,
                                      5.2264952788528545610e+3};
    constexpr std::array<double, 8> c{1.42343711074968357734e0,  4.63033784615654529590e0, 5.76949722146069140550e0,
                                      3.64784832476320460504e0,  1.27045825245236838258e0, 2.41780725177450611770e-1,
                                      2.27238449892691845833e-2, 7.74545014278341407640e-4};
    constexpr std::array<double, 8> d{1.0,
                                      2.05319162663775882187e0,
                                      1.67638483018380384940e0,
                                      6.89767334985100004550e-1,
                                      1.48103976427480074590e-1,
                                      1.51986665636164571966e-2,
                                      5.47593808499534494600e-4,
                                      1.05075007164441684324e-9};
    constexpr std::array<double, 8> e{6.65790464350110377720e0,  5.46378491116411436990e0,  1.78482653991729133580e0,
                                      2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
                                      2.71155556874348757815e-5, 2.01033439929228813265e-7};
    constexpr std::array<double, 8> f{1.0,
                                      5.99832206555887937690e-1,
                                      1.36929880922735805310e-1,
                                      1.48753612908506148525e-2,
                                      7.86869131145613259100e-4,
                                      1.84631831751005468180e-5,
                                      1.42151175831644588870e-7,
                                      2.04426310338993978564e-15};
    if (!(chance >= 0 && chance <= 1))
        return notANumber;
    const double q = chance - 0.5;
    if (std::abs(q) <= split1) {
        const double r = const1 - q * q;
        return q * polynomial(a, r) / polynomial(b, r);
    }
    const double tail = q < 0 ? chance : 1 - chance;
    if (tail == 0)
        return q < 0 ? -infinity : infinity;
    const double r = std::sqrt(-exactLog(tail));
    const double value = r <= split2 ? polynomial(c, r - const2) / polynomial(d, r - const2)
                                     : polynomial(e, r - split2) / polynomial(f, r - split2);
    return q < 0 ? -value : value;
}

int inversePoisson(double chance, double mean, double chanceOfNone)
{
    constexpr int most = 200; // where rounding would keep the sum below a chance next to 1
    double term = chanceOfNone;
    double sum = term;
    int count = 0;
    while (chance >= sum && count < most) {
        ++count;
        term = term * mean / count;
        sum += term;
    }
    return count;
}

} // namespace ticker
