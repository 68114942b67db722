// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market_file/market_file.h"

#include "fuzz.h"
#include "instruments/symbol.h"
#include "simulation/market.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <cmath>

using namespace ticker;

namespace {

void checkError(const MarketFileError &error)
{
    constexpr qsizetype mostOfPlace = 60;    // it has no text of the file
    constexpr qsizetype mostOfMessage = 600; // two quotes of 100 characters at most, and our own words
    FUZZ_VERIFY(error.where.english().size() <= mostOfPlace);
    FUZZ_VERIFY(!error.message.english().isEmpty() && error.message.english().size() <= mostOfMessage);
    FUZZ_VERIFY(error.message.english().isValidUtf16()
                && QStringLiteral(".?").contains(error.message.english().back()));
    for (const QChar c : error.where.english() + error.message.english())
        FUZZ_VERIFY(c.isPrint() || c.isSurrogate());
}

bool isIn(double number, double lowest, double highest)
{
    return number >= lowest && number <= highest;
}

struct ModelToJson final
{
    const PriceGrid &grid;

    QJsonObject operator()(const UniformModel &model) const
    {
        const auto lowest = grid.fromText(QByteArray::number(model.lowest, 'f', QLocale::FloatingPointShortest));
        const auto highest = grid.fromText(QByteArray::number(model.highest, 'f', QLocale::FloatingPointShortest));
        FUZZ_VERIFY(lowest && highest && *lowest >= 0 && *lowest < *highest && model.highest <= 1e9);
        FUZZ_VERIFY(*lowest % grid.tickSize() == 0 && *highest % grid.tickSize() == 0);
        return {{QStringLiteral("type"), QStringLiteral("uniform")},
                {QStringLiteral("lowest"), model.lowest},
                {QStringLiteral("highest"), model.highest}};
    }
    QJsonObject operator()(const RandomWalkModel &model) const
    {
        FUZZ_VERIFY(model.step > 0 && model.step <= 1e9);
        return {{QStringLiteral("type"), QStringLiteral("randomWalk")}, {QStringLiteral("step"), model.step}};
    }
    QJsonObject operator()(const GeometricBrownianModel &model) const
    {
        return moving(QStringLiteral("gbm"), model.drift, model.volatility);
    }
    QJsonObject operator()(const MeanReversionModel &model) const
    {
        FUZZ_VERIFY(model.mean > 0 && model.mean <= 1e9 && model.speed > 0 && model.speed <= 1);
        QJsonObject object = moving(QStringLiteral("meanReversion"), 0, model.volatility);
        object.remove(QStringLiteral("drift"));
        object.insert(QStringLiteral("mean"), model.mean);
        object.insert(QStringLiteral("speed"), model.speed);
        return object;
    }
    QJsonObject operator()(const JumpDiffusionModel &model) const
    {
        FUZZ_VERIFY(isIn(model.jumpsPerTick, 0, 10) && isIn(model.jumpMean, -1, 1) && isIn(model.jumpDeviation, 0, 1));
        QJsonObject object = moving(QStringLiteral("jumpDiffusion"), model.drift, model.volatility);
        object.insert(QStringLiteral("jumpsPerTick"), model.jumpsPerTick);
        object.insert(QStringLiteral("jumpMean"), model.jumpMean);
        object.insert(QStringLiteral("jumpDeviation"), model.jumpDeviation);
        return object;
    }
    QJsonObject operator()(const RegimeSwitchingModel &model) const
    {
        FUZZ_VERIFY(model.regimes.size() >= 2 && model.regimes.size() <= RegimeSwitchingModel::mostRegimes);
        QJsonArray regimes;
        for (const auto &regime : model.regimes) {
            FUZZ_VERIFY(isIn(regime.leave, 0, 1));
            QJsonObject object = moving(QString(), regime.drift, regime.volatility);
            object.remove(QStringLiteral("type"));
            object.insert(QStringLiteral("leave"), regime.leave);
            regimes.append(object);
        }
        return {{QStringLiteral("type"), QStringLiteral("regimes")}, {QStringLiteral("regimes"), regimes}};
    }
    QJsonObject operator()(const GarchModel &model) const
    {
        FUZZ_VERIFY(isIn(model.alpha, 0, 1) && isIn(model.beta, 0, 1) && model.alpha + model.beta < 1);
        QJsonObject object = moving(QStringLiteral("garch"), model.drift, model.volatility);
        object.insert(QStringLiteral("alpha"), model.alpha);
        object.insert(QStringLiteral("beta"), model.beta);
        return object;
    }

    static QJsonObject moving(const QString &type, double drift, double volatility)
    {
        FUZZ_VERIFY(isIn(drift, -0.1, 0.1) && isIn(volatility, 0, 1));
        return {{QStringLiteral("type"), type},
                {QStringLiteral("drift"), drift},
                {QStringLiteral("volatility"), volatility}};
    }
};

QJsonObject toJson(const Instrument &instrument)
{
    const PriceGrid &grid = instrument.grid;
    const bool isUniform = std::holds_alternative<UniformModel>(instrument.model);
    FUZZ_VERIFY(isSymbol(instrument.symbol) && !instrument.name.isEmpty());
    FUZZ_VERIFY(instrument.symbol == instrument.symbol.toUpper() && instrument.name.toUcs4().size() <= 80);
    FUZZ_VERIFY(instrument.activity > 0 && instrument.activity <= 1);
    FUZZ_VERIFY(isIn(grid.toDouble(grid.tickSize()), 1e-12, 1e6));
    FUZZ_VERIFY(instrument.startPrice >= (isUniform ? 0 : 1) && instrument.startPrice % grid.tickSize() == 0);
    FUZZ_VERIFY(grid.toDouble(instrument.startPrice) <= 1e9);
    return {{QStringLiteral("symbol"), instrument.symbol},
            {QStringLiteral("name"), instrument.name},
            {QStringLiteral("start"), grid.toDouble(instrument.startPrice)},
            {QStringLiteral("tickSize"), grid.toDouble(grid.tickSize())},
            {QStringLiteral("activity"), instrument.activity},
            {QStringLiteral("sector"), instrument.sector},
            {QStringLiteral("model"), std::visit(ModelToJson{grid}, instrument.model)}};
}

/// With what it says of its sectors.
void addSectors(const MarketSpec &market, QJsonObject &object)
{
    QJsonArray sectors;
    for (const Sector &sector : market.sectors) {
        FUZZ_VERIFY(!sector.name.isEmpty() && sector.name.toUcs4().size() <= 80 && isIn(sector.correlation, 0, 1));
        sectors.append(
            QJsonObject{{QStringLiteral("name"), sector.name}, {QStringLiteral("correlation"), sector.correlation}});
    }
    FUZZ_VERIFY(sectors.size() <= MarketSpec::mostSectors && isIn(market.marketCorrelation, 0, 1));
    if (!sectors.isEmpty())
        object.insert(QStringLiteral("sectors"), sectors);
    const CorrelationMatrix &matrix = market.sectorCorrelations;
    if (matrix.isEmpty()) {
        object.insert(QStringLiteral("marketCorrelation"), market.marketCorrelation);
        return;
    }
    FUZZ_VERIFY(matrix.size() == market.sectors.size() && matrix.factor());
    QJsonArray rows;
    for (std::size_t i = 0; i < matrix.size(); ++i) {
        QJsonArray row;
        for (std::size_t j = 0; j < matrix.size(); ++j) {
            FUZZ_VERIFY(isIn(matrix.at(i, j), -1, 1));
            row.append(matrix.at(i, j));
        }
        rows.append(row);
    }
    object.insert(QStringLiteral("correlations"), rows);
}

/// Within its ranges, which are written here once more; the same when written and read again; and it can be played.
void checkMarket(const MarketSpec &market)
{
    QJsonArray instruments;
    QSet<QString> symbols;
    for (const Instrument &instrument : market.instruments) {
        instruments.append(toJson(instrument));
        symbols.insert(instrument.symbol);
        FUZZ_VERIFY(instrument.sector.isEmpty() || market.indexOfSector(instrument.sector) >= 0);
    }
    FUZZ_VERIFY(!instruments.isEmpty() && instruments.size() <= 500 && symbols.size() == instruments.size());
    QJsonObject object{{QStringLiteral("name"), market.name},
                       {QStringLiteral("ticksPerDay"), qint64(market.ticksPerDay)},
                       {QStringLiteral("instruments"), instruments}};
    addSectors(market, object);
    FUZZ_VERIFY(isIn(market.dayShape.depth, 0, DayShape::deepest));
    if (market.dayShape.depth > 0)
        object.insert(QStringLiteral("day"), QJsonObject{{QStringLiteral("depth"), market.dayShape.depth}});
    const auto again = readMarket(QJsonDocument(object).toJson());
    FUZZ_VERIFY(again && *again == market);

    Market played(market, 1);
    constexpr int ticks = 3;
    for (int i = 0; i < ticks; ++i)
        (void)played.advance();
    for (const Quote &quote : played.quotes())
        FUZZ_VERIFY(quote.price >= 0 && quote.price <= PriceGrid::largestPrice);
}

} // namespace

/// The input is a file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input = fuzz::toBytes(data, size);
    const auto market = readMarket(input);
    if (market)
        checkMarket(*market);
    else
        checkError(market.error());
    const auto marked = readMarket("\xef\xbb\xbf" + input);
    if (!input.startsWith("\xef\xbb\xbf")) // one mark is allowed, a second is text
        FUZZ_VERIFY(market ? marked && *marked == *market : !marked && marked.error() == market.error());
    return 0;
}
