// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market_file/instrument_reader.h"

#include "market_file/field_names.h"
#include "market_file/market_file_words.h"
#include "market_file/model_reader.h"

namespace ticker {

namespace {

constexpr NumberRange tickSizes{1e-12, 1e6};
constexpr NumberRange activities{0, 1, false};
constexpr NumberRange sizesOfLevels{1, Instrument::mostDepth};
constexpr NumberRange startPrices{0, mostMoney, false};
constexpr NumberRange uniformStartPrices{0, mostMoney};

/// With the fewest decimals in which the tick size can be written.
PriceGrid readGrid(FieldReader &fields)
{
    const PriceGrid cents;
    const double size = fields.number(instrumentField::tickSize(), tickSizes, cents.toDouble(cents.tickSize()));
    if (fields.hasFailed())
        return cents;
    for (int decimals = 0; decimals <= PriceGrid::mostDecimals; ++decimals) {
        const auto units = PriceGrid(decimals, 1).fromText(numberText(size).toLatin1());
        if (units && *units > 0)
            return {decimals, *units};
    }
    fields.fail(instrumentField::tickSize(),
                LocalizedText::tr("%1 has more than %2 decimal places. Write fewer.")
                    .arg(numberText(size))
                    .arg(PriceGrid::mostDecimals));
    return cents;
}

void readNames(FieldReader &fields, Instrument &instrument)
{
    instrument.symbol = fields.requiredText(instrumentField::symbol());
    if (fields.hasFailed())
        return;
    if (const auto problem = symbolProblem(instrument.symbol))
        fields.fail(instrumentField::symbol(), *problem);
    instrument.name = fields.text(instrumentField::name(), instrument.symbol);
    if (instrument.name.isEmpty())
        instrument.name = instrument.symbol;
    if (const auto problem = nameProblem(instrument.name))
        fields.fail(instrumentField::name(), *problem);
}

} // namespace

Expected<Instrument, FieldProblem> readInstrument(const QJsonValue &value)
{
    if (!value.isObject()) {
        return FieldProblem{
            QString(),
            LocalizedText::tr("This is %1. Write an object with at least symbol and start.").arg(kindOf(value))};
    }
    std::optional<FieldProblem> problem;
    FieldReader fields(value.toObject(), QString(), problem);
    fields.expectOnly(LocalizedText::tr("An instrument"),
                      {instrumentField::symbol(), instrumentField::name(), instrumentField::start(),
                       instrumentField::tickSize(), instrumentField::activity(), instrumentField::spread(),
                       instrumentField::depth(), instrumentField::sector(), instrumentField::model()});
    Instrument instrument;
    readNames(fields, instrument);
    instrument.grid = readGrid(fields);
    instrument.activity = fields.number(instrumentField::activity(), activities, instrument.activity);
    instrument.depth = fields.number(instrumentField::depth(), sizesOfLevels, instrument.depth);
    instrument.sector = fields.text(instrumentField::sector(), QString());
    if (problem)
        return *problem;
    instrument.model = readModel(fields.value(instrumentField::model()), instrument.grid,
                                 fields.value(instrumentField::start()).toDouble(), problem);
    const bool isUniform = std::holds_alternative<UniformModel>(instrument.model);
    const double price = fields.requiredNumber(instrumentField::start(), isUniform ? uniformStartPrices : startPrices);
    if (!problem)
        instrument.startPrice = readPrice(price, instrument.grid, instrumentField::start(), fields);
    if (!problem) // a wider one would have no bid
        instrument.spread = fields.number(instrumentField::spread(), {0, price}, instrument.spread);
    if (problem)
        return *problem;
    return instrument;
}

std::optional<MarketFileError> InstrumentList::add(const QJsonValue &instrument, const Place &place)
{
    if (m_instruments.size() == MarketSpec::mostInstruments) {
        return MarketFileError{
            place(QString()),
            LocalizedText::tr("Too many instruments. A market has at most %1.").arg(MarketSpec::mostInstruments)};
    }
    auto read = readInstrument(instrument);
    if (!read)
        return MarketFileError{place(read.error().path), read.error().message};
    const LocalizedText where = place(instrumentField::symbol());
    const auto earlier = m_places.constFind(read->symbol);
    if (earlier != m_places.constEnd()) {
        return MarketFileError{where,
                               LocalizedText::tr("The symbol %1 is already used at %2. Give each instrument its own.")
                                   .arg(quoted(read->symbol))
                                   .arg(*earlier)};
    }
    if (const auto wrong = m_sectors.add(read->sector))
        return MarketFileError{place(instrumentField::sector()), *wrong};
    m_places.insert(read->symbol, where);
    m_instruments.push_back(read.takeValue());
    return std::nullopt;
}

} // namespace ticker
