// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "instruments/correlation_matrix.h"
#include "ticker_test.h"

#include <cmath>
#include <random>

using namespace ticker;

namespace {

/// All pairs alike: its eigenvalues are 1 - c and 1 + (n - 1) c.
CorrelationMatrix alike(std::size_t size, double correlation)
{
    CorrelationMatrix matrix(size);
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t j = 0; j < i; ++j)
            matrix.set(i, j, correlation);
    }
    return matrix;
}

CorrelationMatrix ofThree(double one, double two, double three)
{
    CorrelationMatrix matrix(3);
    matrix.set(0, 1, one);
    matrix.set(0, 2, two);
    matrix.set(1, 2, three);
    return matrix;
}

/// Correlations that there are: of sums of so many independent numbers.
CorrelationMatrix ofSums(std::size_t size, std::size_t numbers, quint64 seed)
{
    std::mt19937_64 random(seed);
    std::vector<std::vector<double>> weights(size, std::vector<double>(numbers));
    for (auto &row : weights) {
        double squares = 0;
        for (double &weight : row) {
            weight = double(random() % 2001) - 1000;
            squares += weight * weight;
        }
        for (double &weight : row)
            weight /= std::sqrt(squares);
    }
    CorrelationMatrix matrix(size);
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            double sum = 0;
            for (std::size_t k = 0; k < numbers; ++k)
                sum += weights[i][k] * weights[j][k];
            matrix.set(i, j, sum);
        }
    }
    return matrix;
}

/// The farthest that a correlation is from what the factor gives.
double errorOf(const std::vector<double> &factor, const CorrelationMatrix &matrix)
{
    const std::size_t size = matrix.size();
    double error = 0;
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t j = 0; j < size; ++j) {
            double sum = 0;
            for (std::size_t k = 0; k < size; ++k)
                sum += factor[i * size + k] * factor[j * size + k];
            error = std::max(error, std::abs(sum - matrix.at(i, j)));
        }
    }
    return error;
}

} // namespace

class CorrelationMatrixTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ofNothingAndOfOne();
    void knownFactor();
    void factors_data();
    void factors();
    void sameThingsHaveTheSameBits();
    void impossible_data();
    void impossible();
    void lastOneChangesNothing();
};

void CorrelationMatrixTest::ofNothingAndOfOne()
{
    QVERIFY(CorrelationMatrix().isEmpty());
    QCOMPARE(CorrelationMatrix().factor().value().size(), std::size_t(0));
    QCOMPARE(CorrelationMatrix(1).factor().value(), std::vector<double>{1});
    QCOMPARE(CorrelationMatrix(1).largestScale(), 1.0);
    QVERIFY(CorrelationMatrix(2) == alike(2, 0));
    QVERIFY(!(CorrelationMatrix(2) == alike(2, 0.1)));
}

/// The lower triangle that textbooks have, to the bit.
void CorrelationMatrixTest::knownFactor()
{
    const auto factor = ofThree(0.5, 0.25, -0.5).factor();
    QVERIFY(factor);
    const double second = std::sqrt(0.75);
    const double third = (-0.5 - 0.25 * 0.5) / second;
    const double left = 1 - 0.25 * 0.25 - third * third;
    const std::vector<double> expected{1, 0, 0, 0.5, 0.75 / second, 0, 0.25, third, left / std::sqrt(left)};
    QCOMPARE(*factor, expected);
}

void CorrelationMatrixTest::factors_data()
{
    QTest::addColumn<CorrelationMatrix>("matrix");
    QTest::newRow("none of 50") << CorrelationMatrix(50);
    QTest::newRow("all the same, 50") << alike(50, 1);
    QTest::newRow("opposite") << alike(2, -1);
    QTest::newRow("three that add up to nothing") << alike(3, -0.5);
    QTest::newRow("50 that add up to nothing") << alike(50, -1 / 49.0);
    QTest::newRow("two the same and one opposite") << ofThree(1, -1, -1);
    QTest::newRow("one is determined by two") << ofThree(0, 0.6, 0.8);
    QTest::newRow("nearly the same") << alike(50, 1 - 1e-12);
    QTest::newRow("a little less so") << alike(50, 0.999999);
    QTest::newRow("negative by rounding only") << alike(3, -0.5 - 1e-12);
    for (const std::size_t numbers : {1, 2, 3, 10, 49, 50, 100})
        QTest::addRow("50 of %d", int(numbers)) << ofSums(50, numbers, numbers);
    for (quint64 seed = 0; seed < 20; ++seed)
        QTest::addRow("seed %d", int(seed)) << ofSums(2 + std::size_t(seed) % 9, 2 + std::size_t(seed) % 5, seed);
}

/// Singular or not, they give the matrix back.
void CorrelationMatrixTest::factors()
{
    QFETCH(CorrelationMatrix, matrix);
    const auto factor = matrix.factor();
    QVERIFY(factor);
    const double error = errorOf(*factor, matrix);
    QVERIFY2(error <= 1e-9, qPrintable(QString::number(error)));
    QCOMPARE(matrix.largestScale(), 1.0);
    for (const double number : *factor)
        QVERIFY(std::abs(number) <= 1 + 1e-9);
}

void CorrelationMatrixTest::sameThingsHaveTheSameBits()
{
    CorrelationMatrix matrix(4);
    for (const std::size_t i : {2, 3})
        matrix.set(i, 0, 0.3);
    for (const std::size_t i : {2, 3})
        matrix.set(i, 1, -0.7);
    matrix.set(2, 3, 1);
    const auto factor = matrix.factor().value();
    for (std::size_t k = 0; k < 4; ++k)
        QVERIFY(factor[2 * 4 + k] == factor[3 * 4 + k]);
}

void CorrelationMatrixTest::impossible_data()
{
    QTest::addColumn<CorrelationMatrix>("matrix");
    QTest::addColumn<double>("scale"); // 1 / (1 - smallest eigenvalue), rounded down
    QTest::newRow("three opposites") << alike(3, -1) << 0.5;
    QTest::newRow("three nearly") << alike(3, -0.5001) << 0.9998;
    QTest::newRow("slightly negative") << alike(3, -0.5 - 1e-6) << 0.9999;
    QTest::newRow("a trace of it") << alike(3, -0.5 - 1e-7) << 0.9999;
    QTest::newRow("50 opposites") << alike(50, -1) << 0.0204;
    QTest::newRow("alike, but not to the third") << ofThree(0.9, 0.9, -0.9) << 0.5555; // eigenvalue -0.8
    QTest::newRow("the same, but not to the third")
        << ofThree(1, 0.5, 0.4) << 0.9938; // m^3 - 1.41 m + 0.4 = 0, m = 1 - v
    CorrelationMatrix last = alike(50, 0.5);
    last.set(48, 49, -1);
    QTest::newRow("two of 50") << last << 0.5145; // v^2 - 24.5 v - 24 = 0
}

void CorrelationMatrixTest::impossible()
{
    QFETCH(CorrelationMatrix, matrix);
    QFETCH(double, scale);
    QVERIFY(!matrix.factor());
    QCOMPARE(matrix.largestScale(), scale);
    const auto scaled = [&matrix](double by) {
        CorrelationMatrix other(matrix.size());
        for (std::size_t i = 0; i < matrix.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j)
                other.set(i, j, matrix.at(i, j) * by);
        }
        return other.factor().has_value();
    };
    QVERIFY(scaled(scale));
    QVERIFY(!scaled(scale + 0.0001));
}

/// Those before it keep their numbers.
void CorrelationMatrixTest::lastOneChangesNothing()
{
    const CorrelationMatrix matrix = ofSums(10, 20, 3);
    CorrelationMatrix shorter(9);
    for (std::size_t i = 0; i < 9; ++i) {
        for (std::size_t j = 0; j < i; ++j)
            shorter.set(i, j, matrix.at(i, j));
    }
    const auto factor = matrix.factor().value();
    const auto shorterFactor = shorter.factor().value();
    for (std::size_t i = 0; i < 9; ++i) {
        for (std::size_t j = 0; j < 9; ++j)
            QVERIFY(factor[i * 10 + j] == shorterFactor[i * 9 + j]);
        QVERIFY(factor[i * 10 + 9] == 0);
    }
}

TICKER_CORE_TEST(CorrelationMatrixTest)
#include "tst_correlation_matrix.moc"
