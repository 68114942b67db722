// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market_file/model_reader.h"

#include "market_file/market_file_words.h"

#include <QJsonArray>

#include <cmath>

namespace ticker {

namespace {

constexpr NumberRange prices{0, mostMoney};
constexpr NumberRange money{0, mostMoney, false};
constexpr NumberRange drifts{-0.1, 0.1};
constexpr NumberRange volatilities{0, 1};
constexpr NumberRange speeds{0, 1, false};
constexpr NumberRange jumpCounts{0, 10};
constexpr NumberRange jumpMeans{-1, 1};
constexpr NumberRange jumpDeviations{0, 1};
constexpr NumberRange chances{0, 1};
constexpr NumberRange weights{0, 1}; // of GARCH

QString drift()
{
    return QStringLiteral("drift");
}
QString volatility()
{
    return QStringLiteral("volatility");
}

PriceModel readUniform(FieldReader &fields, const PriceGrid &grid)
{
    UniformModel model;
    const QString lowest = QStringLiteral("lowest");
    const QString highest = QStringLiteral("highest");
    model.lowest = fields.number(lowest, prices, model.lowest);
    model.highest = fields.number(highest, prices, model.highest);
    if (fields.hasFailed())
        return model;
    const qint64 lowestUnits = readPrice(model.lowest, grid, lowest, fields);
    const qint64 highestUnits = readPrice(model.highest, grid, highest, fields);
    if (!fields.hasFailed() && lowestUnits >= highestUnits) {
        fields.fail(highest,
                    LocalizedText::tr("%1 is not above the lowest price, %2. Write a higher one.")
                        .arg(numberText(model.highest))
                        .arg(numberText(model.lowest)));
    }
    return model;
}

PriceModel readRandomWalk(FieldReader &fields)
{
    RandomWalkModel model;
    model.step = fields.number(QStringLiteral("step"), money, model.step);
    return model;
}

PriceModel readGeometricBrownian(FieldReader &fields)
{
    GeometricBrownianModel model;
    model.drift = fields.number(drift(), drifts, model.drift);
    model.volatility = fields.number(volatility(), volatilities, model.volatility);
    return model;
}

PriceModel readMeanReversion(FieldReader &fields, double start)
{
    MeanReversionModel model;
    model.mean = fields.number(QStringLiteral("mean"), money, start);
    model.speed = fields.number(QStringLiteral("speed"), speeds, model.speed);
    model.volatility = fields.number(volatility(), volatilities, model.volatility);
    return model;
}

PriceModel readJumpDiffusion(FieldReader &fields)
{
    JumpDiffusionModel model;
    model.drift = fields.number(drift(), drifts, model.drift);
    model.volatility = fields.number(volatility(), volatilities, model.volatility);
    model.jumpsPerTick = fields.number(QStringLiteral("jumpsPerTick"), jumpCounts, model.jumpsPerTick);
    model.jumpMean = fields.number(QStringLiteral("jumpMean"), jumpMeans, model.jumpMean);
    model.jumpDeviation = fields.number(QStringLiteral("jumpDeviation"), jumpDeviations, model.jumpDeviation);
    return model;
}

RegimeSwitchingModel::Regime readRegime(const QJsonValue &value, const QString &path,
                                        std::optional<FieldProblem> &problem)
{
    FieldReader fields(value.toObject(), path, problem);
    if (!value.isObject()) {
        fields.fail(
            QString(),
            LocalizedText::tr("This is %1. Write an object with drift, volatility and leave.").arg(kindOf(value)));
    }
    const QString leave = QStringLiteral("leave");
    fields.expectOnly(LocalizedText::tr("A regime"), {drift(), volatility(), leave});
    RegimeSwitchingModel::Regime regime;
    regime.drift = fields.number(drift(), drifts, regime.drift);
    regime.volatility = fields.number(volatility(), volatilities, regime.volatility);
    regime.leave = fields.number(leave, chances, regime.leave);
    return regime;
}

PriceModel readRegimes(FieldReader &fields, std::optional<FieldProblem> &problem)
{
    RegimeSwitchingModel model;
    const QString name = QStringLiteral("regimes");
    const QJsonValue value = fields.value(name);
    if (value.isUndefined())
        return model;
    if (!value.isArray()) {
        fields.fail(name,
                    LocalizedText::tr("This is %1. Write a list of 2 to %2 regimes.")
                        .arg(kindOf(value))
                        .arg(RegimeSwitchingModel::mostRegimes));
        return model;
    }
    const QJsonArray regimes = value.toArray();
    if (regimes.size() < 2 || regimes.size() > RegimeSwitchingModel::mostRegimes) {
        fields.fail(name,
                    LocalizedText::tr("There are %1 regimes. Write 2 to %2 of them.")
                        .arg(regimes.size())
                        .arg(RegimeSwitchingModel::mostRegimes));
        return model;
    }
    model.regimes.clear();
    for (qsizetype i = 0; i < regimes.size(); ++i) {
        const QString path = QStringLiteral("%1[%2]").arg(fields.pathOf(name)).arg(i);
        model.regimes.push_back(readRegime(regimes.at(i), path, problem));
    }
    return model;
}

PriceModel readGarch(FieldReader &fields)
{
    GarchModel model;
    const QString alpha = QStringLiteral("alpha");
    const QString beta = QStringLiteral("beta");
    model.drift = fields.number(drift(), drifts, model.drift);
    model.volatility = fields.number(volatility(), volatilities, model.volatility);
    model.alpha = fields.number(alpha, weights, model.alpha);
    model.beta = fields.number(beta, weights, model.beta);
    if (fields.hasFailed() || model.alpha + model.beta < 1)
        return model;
    constexpr int digits = 12; // so that 1 - 0.9 is 0.1
    fields.fail(
        beta,
        LocalizedText::tr("alpha and beta are %1 and %2, together not less than 1. With this alpha, write a beta "
                          "below %3; with this beta, an alpha below %4.")
            .arg(numberText(model.alpha))
            .arg(numberText(model.beta))
            .arg(QString::number(1 - model.alpha, 'g', digits))
            .arg(QString::number(1 - model.beta, 'g', digits)));
    return model;
}

/// The type as we call it; empty after a problem.
QString readType(const QString &written, const QString &field, FieldReader &fields)
{
    QString type = knownModel(written);
    if (type.isEmpty()) {
        fields.fail(field,
                    LocalizedText::tr("Unknown model %1. Valid models are %2.%3")
                        .arg(quoted(written))
                        .arg(listed(allModels()))
                        .arg(suggestion(written, allModels())));
    }
    return type;
}

} // namespace

QStringList parametersOf(const QString &type)
{
    if (type == QLatin1String("uniform"))
        return {QStringLiteral("lowest"), QStringLiteral("highest")};
    if (type == QLatin1String("randomWalk"))
        return {QStringLiteral("step")};
    if (type == QLatin1String("gbm"))
        return {drift(), volatility()};
    if (type == QLatin1String("meanReversion"))
        return {QStringLiteral("mean"), QStringLiteral("speed"), volatility()};
    if (type == QLatin1String("jumpDiffusion")) {
        return {drift(), volatility(), QStringLiteral("jumpsPerTick"), QStringLiteral("jumpMean"),
                QStringLiteral("jumpDeviation")};
    }
    if (type == QLatin1String("garch"))
        return {drift(), volatility(), QStringLiteral("alpha"), QStringLiteral("beta")};
    Q_ASSERT(type == QLatin1String("regimes"));
    return {QStringLiteral("regimes")};
}

qint64 readPrice(double price, const PriceGrid &grid, const QString &name, FieldReader &fields)
{
    // A double tells all decimal numbers of 15 digits apart, so what it stands for is what was written.
    constexpr qint64 mostUnits = 1'000'000'000'000'000;
    if (price * grid.unitsPerOne() > double(mostUnits)) {
        fields.fail(name,
                    LocalizedText::tr("%1 is too high for %2 decimal places. Write at most %3, or a larger tick size.")
                        .arg(numberText(price))
                        .arg(grid.decimals())
                        .arg(numberText(grid.toDouble(mostUnits))));
        return 0;
    }
    const auto units = grid.fromText(numberText(price).toLatin1());
    if (units && *units % grid.tickSize() == 0)
        return *units;
    const qint64 size = grid.tickSize();
    qint64 below = qint64(price * grid.unitsPerOne() / double(size)) * size;
    if (grid.toDouble(below) > price) // rounded up
        below -= size;
    const auto text = [&grid](qint64 neighbour) { return numberText(grid.toDouble(neighbour)); };
    fields.fail(name,
                LocalizedText::tr("%1 is not a multiple of the tick size %2. The nearest multiples are %3 and %4.")
                    .arg(numberText(price))
                    .arg(text(size))
                    .arg(text(below))
                    .arg(text(below + size)));
    return 0;
}

PriceModel readModel(const QJsonValue &value, const PriceGrid &grid, double start, std::optional<FieldProblem> &problem)
{
    const QString model = QStringLiteral("model");
    FieldReader place(QJsonObject(), QString(), problem);
    if (!value.isUndefined() && !value.isString() && !value.isObject()) {
        place.fail(model, LocalizedText::tr("This is %1. Write the type of a model, or an object.").arg(kindOf(value)));
        return {};
    }
    FieldReader fields(value.toObject(), model, problem);
    const QString typeField = QStringLiteral("type");
    const QString type = value.isString() ? readType(value.toString(), model, place)
                                          : readType(fields.text(typeField, QStringLiteral("gbm")), typeField, fields);
    if (place.hasFailed())
        return {};
    fields.expectOnly(LocalizedText::tr("The model %1").arg(type), QStringList{typeField} + parametersOf(type));
    if (type == QLatin1String("uniform"))
        return readUniform(fields, grid);
    if (type == QLatin1String("randomWalk"))
        return readRandomWalk(fields);
    if (type == QLatin1String("gbm"))
        return readGeometricBrownian(fields);
    if (type == QLatin1String("meanReversion"))
        return readMeanReversion(fields, start);
    if (type == QLatin1String("jumpDiffusion"))
        return readJumpDiffusion(fields);
    if (type == QLatin1String("garch"))
        return readGarch(fields);
    return readRegimes(fields, problem);
}

} // namespace ticker
